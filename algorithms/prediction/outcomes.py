"""What happened after a day: who was in a position to break out, who did, and when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from algorithms.derive.config import epoch_day
from algorithms.prediction.configuration import PredictionConfig
from algorithms.prediction.facts import NO_STAGE, STAGES, Facts, counts
from algorithms.scores.nights import Bools, Ints
from algorithms.scores.parts import Floats
from graph.errors import PredictionImpossible


class Event(StrEnum):
    """What is predicted."""

    STAGE_UP = "stage_up"
    TEN_NIGHTS = "ten_nights_a_year"


@dataclass(frozen=True)
class Outcome:
    """What followed a day, of N artists.

    Attributes:
        at_risk: To whom it could happen. Length N.
        happened: To whom it did. Length N.
        days: Days until it did, NaN where it did not. Length N.
    """

    at_risk: Bools
    happened: Bools
    days: Floats


def outcome(
    facts: Facts, event: Event, cut: date, until: date, config: PredictionConfig
) -> Outcome:
    """What happened after a cut, up to a day.

    Raises:
        PredictionImpossible: Of a month in between no stages are kept.
    """
    if event is Event.STAGE_UP:
        return _stage_up(facts, cut, until)
    return _ten_nights(facts, epoch_day(cut), epoch_day(until), config)


def stages_at(facts: Facts, cut: date) -> Ints:
    """The stage of each artist on the end of a month; `NO_STAGE` where none is kept."""
    unknown = np.full(len(facts.artists), NO_STAGE, dtype=np.int64)
    return facts.stages.get(cut, unknown)


def at_risk(nights: Floats, stages: Ints, event: Event, config: PredictionConfig) -> Bools:
    """To whom an event can happen.

    Args:
        nights: Nights of the last year.
        stages: Stage of each artist, asked for by `STAGE_UP` alone.
    """
    if event is Event.STAGE_UP:
        return (stages >= 0) & (stages < _TOP)
    return nights < config.stage.breaking_events


def _stage_up(facts: Facts, cut: date, until: date) -> Outcome:
    """A higher stage on the end of any month after the cut; legacy is no step up."""
    months = sorted(month for month in facts.stages if cut < month <= until)
    wanted = 12 * (until.year - cut.year) + until.month - cut.month
    if cut not in facts.stages or len(months) != wanted:
        raise PredictionImpossible(
            f"the history has no stages of each month from {cut} to {until}",
            hint=f"Keep them first: drift backfill --from {cut:%Y-%m} --to {until:%Y-%m}.",
        )
    now = facts.stages[cut]
    days = np.full(len(now), np.nan)
    for month in months:
        later = facts.stages[month]
        rose = (later > now) & (later <= _TOP) & np.isnan(days)
        days[rose] = (month - cut).days
    risk = (now >= 0) & (now < _TOP)
    days[~risk] = np.nan
    return Outcome(risk, ~np.isnan(days), days)


def _ten_nights(facts: Facts, cut: int, until: int, config: PredictionConfig) -> Outcome:
    """Ten nights from the cut to a day, after fewer than ten in the year before the cut.

    So no night counts both for what was known and for what happened.
    """
    size, wanted = len(facts.artists), int(config.stage.breaking_events)
    back = cut - facts.day
    before = counts(facts.artist[(back >= 0) & (back < config.year_days)], size)
    follows = (facts.day > cut) & (facts.day <= until)
    artist, day = facts.artist[follows], facts.day[follows]
    # Bookings are in order of their days, so each artist's tenth lies nine after its first.
    first = np.searchsorted(artist, np.arange(size))
    tenth = np.minimum(first + wanted - 1, max(len(artist) - 1, 0))
    reached = counts(artist, size) >= wanted
    days = np.full(size, np.nan)
    days[reached] = day[tenth[reached]] - cut
    risk = at_risk(before, np.zeros(size, dtype=np.int64), Event.TEN_NIGHTS, config)
    days[~risk] = np.nan
    return Outcome(risk, ~np.isnan(days), days)


_TOP = STAGES.index("peak")
