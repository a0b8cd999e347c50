"""What artists did and when, as columns from which any day of the past can be asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import numpy as np

from algorithms.derive.config import epoch_day
from algorithms.scores.nights import Ints, Nights
from algorithms.scores.parts import Floats

NEVER = 2**40
"""A day that does not come."""

NO_STAGE = -1
"""Stands for an artist of no stage: inactive, or not known."""

STAGES = ("emerging", "breaking", "established", "peak", "legacy")
"""The stages by their codes; the first four are steps upwards."""


@dataclass(frozen=True)
class Company:
    """Who played together: one row a night, artist and other artist of it, by pair and day.

    Attributes:
        artist: Place of the artist. Length P.
        day: Day of the night since 1970-01-01. Length P.
        before: Day on which the same pair last played together before, `-NEVER` for none. Length P.
        after: Day on which it next did, `NEVER` for none. Length P.
    """

    artist: Ints
    day: Ints
    before: Ints
    after: Ints


@dataclass(frozen=True)
class Facts:
    """Nights, company, mixes and stages of N artists.

    Attributes:
        artists: Sorted ids. Length N.
        artist, day, night: Dated bookings, one an artist and night, by artist, day and night.
            Length M.
        venue: Venue of each night, `NOWHERE` for unknown.
        size: Acts of each night.
        festival: Whether each night is known to be a festival.
        night_day: Day of each night, `NEVER` without a date.
        mixes: Artist and day of each mix, by artist and day: two rows.
        stages: End of a month -> stage of each artist as it was published then, a code of
            `STAGES` or `NO_STAGE`; months of which no stage was kept are not there.
    """

    artists: tuple[str, ...]
    artist: Ints
    day: Ints
    night: Ints
    venue: Ints
    size: Ints
    festival: Ints
    night_day: Ints
    company: Company
    mixes: Ints
    stages: Mapping[date, Ints] = field(default_factory=dict[date, Ints])

    @property
    def first(self) -> int | None:
        """Day of the first night; None without one."""
        return int(self.day.min()) if len(self.day) else None


def facts_of(
    nights: Nights,
    mixes: Sequence[tuple[str, Sequence[str]]] = (),
    *,
    line_up_max: int,
) -> Facts:
    """The columns of nights and of mixes `(artist, ISO dates)`.

    Undated nights are no part of a past and left out, artists who only mixed likewise: of them
    nothing is predicted.
    """
    place = {artist: at for at, artist in enumerate(nights.artists)}
    dated = ~np.isnan(nights.day[nights.night])
    night, artist = nights.night[dated], nights.artist[dated]
    day = nights.day[night].astype(np.int64)
    order = np.lexsort((night, day, artist))
    size = np.bincount(nights.night, minlength=len(nights.ids)).astype(np.int64)
    mixed = sorted(
        (at, epoch_day(date.fromisoformat(each)))
        for who, days in mixes
        if (at := place.get(nights.stands_for.get(who, who))) is not None
        for each in days
    )
    return Facts(
        artists=nights.artists,
        artist=artist[order],
        day=day[order],
        night=night[order],
        venue=nights.venue,
        size=size,
        festival=(nights.festival == 1).astype(np.int64),
        night_day=np.where(np.isnan(nights.day), NEVER, nights.day).astype(np.int64),
        company=_company(artist, night, day, size, line_up_max),
        mixes=np.array(mixed, dtype=np.int64).reshape(-1, 2).T,
    )


def with_stages(facts: Facts, rows: Iterable[Sequence[Any]], month_of: Mapping[str, date]) -> Facts:
    """The same with stages.

    Args:
        rows: `[artist, ISO dates, stages]`, a stage a date, '' for none.
        month_of: ISO date -> the end of the month whose stages are those of this day.
    """
    place = {artist: at for at, artist in enumerate(facts.artists)}
    stages = {month: np.full(len(place), NO_STAGE, dtype=np.int64) for month in month_of.values()}
    for artist, days, named in rows:
        at = place.get(artist)
        if at is not None:
            for day, stage in zip(days, named, strict=True):
                stages[month_of[day]][at] = code_of(stage)
    return replace(facts, stages=stages)


def code_of(stage: str | None) -> int:
    """Place of a stage in `STAGES`, `NO_STAGE` for none."""
    return STAGES.index(stage) if stage in STAGES else NO_STAGE


def _company(artist: Ints, night: Ints, day: Ints, size: Ints, line_up_max: int) -> Company:
    """Every artist of a night beside every other one."""
    order = np.lexsort((artist, night))
    order = order[size[night[order]] <= line_up_max]
    artist, night, day = artist[order], night[order], day[order]
    starts = np.searchsorted(night, night)
    sizes = np.searchsorted(night, night, side="right") - starts
    one = np.repeat(np.arange(len(night)), sizes)
    step = np.arange(len(one)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    other = np.repeat(starts, sizes) + step
    apart = one != other
    one, other = one[apart], other[apart]
    order = np.lexsort((day[one], artist[other], artist[one]))
    one, other = one[order], other[order]
    mine, theirs, when = artist[one], artist[other], day[one]
    again = np.zeros(len(one), dtype=np.bool_)
    again[1:] = (mine[1:] == mine[:-1]) & (theirs[1:] == theirs[:-1])
    before, after = np.full(len(one), -NEVER), np.full(len(one), NEVER)
    before[again] = when[:-1][again[1:]]
    after[:-1][again[1:]] = when[1:][again[1:]]
    return Company(mine, when, before, after)


def counts(artist: Ints, size: int, weights: Floats | None = None) -> Floats:
    """How many rows each artist has, or the sum of their weights."""
    return np.bincount(artist, weights=weights, minlength=size).astype(np.float64)
