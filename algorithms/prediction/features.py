"""What is known of artists on a day, from facts of that day and before alone."""

from dataclasses import dataclass

import numpy as np

from algorithms.prediction.configuration import PredictionConfig
from algorithms.prediction.facts import NEVER, Facts, counts
from algorithms.prediction.rank import rank_percentiles
from algorithms.scores.artists import DAYS_A_YEAR
from algorithms.scores.momentum import INPUTS, increase, momentum
from algorithms.scores.nights import NOWHERE, Bools, Ints
from algorithms.scores.parts import Floats

FEATURES = (
    "nights", "nightsIncrease", "lastNight", "careerYears", "festivals", "venues", "busyVenues",
    "lineUp", "collaborators", "newCollaborators", "company", "centrality", "centralityChange",
    "mixes", "breaking", "established",
)  # fmt: skip
"""The inputs of the model, in the order of the columns."""

BASELINES = {
    "mostEvents": "nights of the last year",
    "fastestGrowth": "nights of the last 180 days beside those of the 180 before",
    "momentum": "momentum, of bookings, centrality and mixes",
    "collaborations": "artists played with so far",
    "careerSpan": "years since the first night",
}
"""What the model is measured against: each one number alone, through the same regression."""


@dataclass(frozen=True)
class Known:
    """What is known of N artists on a day.

    Attributes:
        ready: Who has enough history for a prediction. Length N.
        features: As the model reads them, NaN for unknown. N x K.
        told: The same as one would say them: nights rather than their logarithm. N x K.
        windows: Nights of the last window and of the one before. N x 2.
        baselines: The baselines. N x B.
    """

    ready: Bools
    features: Floats
    told: Floats
    windows: Floats
    baselines: Floats


def known_on(facts: Facts, day: int, stages: Ints, config: PredictionConfig) -> Known:
    """What is known on a day.

    Args:
        day: Days since 1970-01-01; nothing after it is read.
        stages: Stage of each artist on that day, `NO_STAGE` where that is not known.
    """
    size, window = len(facts.artists), config.window_days
    past = facts.day <= day
    artist, when, night = facts.artist[past], facts.day[past], facts.night[past]
    back = day - when
    year = back < config.year_days
    ever, nights = counts(artist, size), counts(artist[year], size)
    now = counts(artist[back < window], size)
    before = counts(artist[(back >= window) & (back < 2 * window)], size)
    first, last = np.full(size, np.nan), np.full(size, np.nan)
    np.fmin.at(first, artist, when.astype(np.float64))
    np.fmax.at(last, artist, when.astype(np.float64))
    ready = (ever >= config.history_nights) & (day - first >= config.history_days) & (nights > 0)
    centrality = rank_percentiles(facts, day, config)
    moved = centrality - rank_percentiles(facts, day - window, config)
    mixes, mixed_more = _mixes(facts, day, config)
    company, newly, together = _company(facts, day, config)
    mean = _Means(artist[year], night[year], size)
    told = np.column_stack(
        (
            nights,
            increase(now, before),
            day - last,
            (day - first) / DAYS_A_YEAR,
            counts(artist[year & (facts.festival[night] == 1)], size),
            _venues(facts, artist[year], night[year], size),
            mean(_busy(facts, day, config)),
            mean(facts.size.astype(np.float64)),
            company,
            newly,
            _beside(facts, mean, nights),
            centrality,
            moved,
            mixes,
            np.where(stages == _BREAKING, 1.0, 0.0),
            np.where(stages == _ESTABLISHED, 1.0, 0.0),
        )
    )
    features = told.copy()
    logarithmic = [FEATURES.index(name) for name in LOGARITHMIC]
    features[:, logarithmic] = np.log1p(told[:, logarithmic])
    speed = _momentum(told[:, 1], moved, mixed_more, ready, stages, config)
    baselines = np.column_stack(
        (np.log1p(nights), told[:, 1], speed, np.log1p(together), features[:, 3])
    )
    return Known(ready, features, told, np.column_stack((now, before)), baselines)


@dataclass(frozen=True)
class _Means:
    """Means over the nights of each artist in a year."""

    artist: Ints
    night: Ints
    size: int

    def __call__(self, of_night: Floats) -> Floats:
        """Mean of a number of nights, NaN without one."""
        return self.of(of_night[self.night])

    def of(self, each: Floats) -> Floats:
        """Mean of a number of bookings; unknown ones are left out."""
        known = ~np.isnan(each)
        number = counts(self.artist[known], self.size)
        with np.errstate(divide="ignore", invalid="ignore"):
            return counts(self.artist[known], self.size, each[known]) / number


def _venues(facts: Facts, artist: Ints, night: Ints, size: int) -> Floats:
    """Distinct venues of the bookings of each artist."""
    venue = facts.venue[night]
    known = venue != NOWHERE
    pairs = np.unique(np.column_stack((artist[known], venue[known])), axis=0)
    return counts(pairs[:, 0], size)


def _busy(facts: Facts, day: int, config: PredictionConfig) -> Floats:
    """Nights that the venue of each night held in the last year, NaN for an unknown venue."""
    held = (facts.night_day <= day) & (facts.night_day > day - config.year_days)
    at = facts.venue[held & (facts.venue != NOWHERE)]
    nights = np.bincount(at, minlength=1).astype(np.float64)
    known = (facts.venue != NOWHERE) & (facts.venue < len(nights))
    return np.where(known, nights[np.where(known, facts.venue, 0)], np.nan)


def _beside(facts: Facts, mean: _Means, nights: Floats) -> Floats:
    """Nights a year that those have whom an artist shares the nights of a year with, in the mean.

    NaN where it played alone. The line-ups are whole, as nights count for all of their artists.
    """
    acts = np.bincount(mean.night, minlength=len(facts.size)).astype(np.float64)
    sums = np.bincount(mean.night, weights=nights[mean.artist], minlength=len(facts.size))
    with np.errstate(divide="ignore", invalid="ignore"):
        others = (sums[mean.night] - nights[mean.artist]) / (acts[mean.night] - 1.0)
    return mean.of(others)


def _company(facts: Facts, day: int, config: PredictionConfig) -> tuple[Floats, Floats, Floats]:
    """Other artists played with in two years, of them new ones, and all so far."""
    met, size = facts.company, len(facts.artists)
    # Each pair once: by the last night they shared up to the day, or by the first.
    newest = (met.day <= day) & (met.after > day)
    lately = newest & (met.day > day - config.company_days)
    new = (met.day <= day) & (met.day > day - config.window_days) & (met.before == -NEVER)
    return (
        counts(met.artist[lately], size),
        counts(met.artist[new], size),
        counts(met.artist[newest], size),
    )


def _mixes(facts: Facts, day: int, config: PredictionConfig) -> tuple[Floats, Floats]:
    """Mixes of the last year; those of one window beside the one before, NaN if nobody has any."""
    size = len(facts.artists)
    artist, when = facts.mixes[0], facts.mixes[1]
    back = day - when
    year = counts(artist[(back >= 0) & (back < config.year_days)], size)
    now = counts(artist[(back >= 0) & (back < config.window_days)], size)
    before = counts(artist[(back >= config.window_days) & (back < 2 * config.window_days)], size)
    any_at_all = bool((back >= 0).any())
    return year, increase(now, before) if any_at_all else np.full(size, np.nan)


def _momentum(
    booked: Floats,
    moved: Floats,
    mixed: Floats,
    ready: Bools,
    stages: Ints,
    config: PredictionConfig,
) -> Floats:
    """Momentum among those of the same stage of whom something is said, of the inputs known here.

    Followers and labels are not among them. Too little known is the middle.
    """
    inputs = np.full((len(booked), len(INPUTS)), np.nan)
    for name, column in (
        ("booking_increase", booked),
        ("centrality_change", moved),
        ("mix_rate", mixed),
    ):
        inputs[:, INPUTS.index(name)] = column
    found = np.full(len(booked), 50.0)
    peers = [str(stage) for stage in stages[ready].tolist()]
    value = momentum(inputs[ready], peers, config.momentum)[1].value
    found[ready] = np.where(np.isnan(value), 50.0, value)
    return found


_BREAKING, _ESTABLISHED = 1, 2
LOGARITHMIC = (
    "nights", "lastNight", "careerYears", "festivals", "venues", "busyVenues", "lineUp",
    "collaborators", "newCollaborators", "company", "mixes",
)  # fmt: skip
