"""What artists played as the columns that career stages are decided by."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np

from algorithms.derive.config import epoch_day
from algorithms.scores.artists import DAYS_A_YEAR, Works
from algorithms.scores.compute_places import Places
from algorithms.scores.configuration import SlotConfig, StageConfig
from algorithms.scores.groups import distinct_by, means_by
from algorithms.scores.months import months_before
from algorithms.scores.nights import Ints, Nights
from algorithms.scores.parts import Floats
from algorithms.scores.slots import headliner_ratios
from algorithms.scores.stage import Career

YEAR_DAYS = 365
"""Days of the windows that events a year are counted in; the last one ends at the date."""


def career_of(
    nights: Nights,
    places: Places,
    works: Works,
    sets: Sequence[Sequence[Any]],
    as_of: date,
    config: StageConfig,
    slots: SlotConfig,
) -> Career:
    """The careers of the artists of `works`, in their order.

    Args:
        sets: Rows of `facts/sets`.
    """
    artist = nights.places_among(works.ids)
    day, size = nights.day[nights.night], len(works.ids)
    years = _years(artist, day, size, epoch_day(as_of))
    year = nights.after(as_of - timedelta(days=YEAR_DAYS))[nights.night]
    prestige = means_by(artist[year], places.prestige[nights.night[year]], size)
    festivals = nights.festival[nights.night] == 1
    first = np.full(size, np.inf)
    dated = ~np.isnan(day)
    np.minimum.at(first, artist[dated], day[dated])
    active = np.zeros(size)
    since = months_before(as_of, config.inactive_months)
    active[artist[nights.after(since)[nights.night]]] = 1
    active[works.last > epoch_day(since)] = 1
    high = prestige[~np.isnan(prestige)]
    return Career(
        events=years[:, 0],
        most_events=years.max(axis=1, initial=0.0),
        years=(epoch_day(as_of) - np.where(np.isinf(first), np.nan, first)) / DAYS_A_YEAR,
        festivals=np.bincount(artist[year & festivals], minlength=size).astype(np.float64),
        tiers=distinct_by(artist, places.tier[nights.night], year, size),
        headliner_ratio=headlined(nights, works.ids, sets, as_of, slots),
        countries=distinct_by(artist, codes(places.country)[nights.night], year, size),
        prestige=prestige,
        prestige_high=(
            float(np.percentile(high, config.legacy_prestige_pct)) if high.size else np.inf
        ),
        active=active,
    )


def _years(artist: Ints, day: Floats, size: int, today: int) -> Floats:
    """Nights of each artist in each window of 365 days, the last window first; at least one."""
    dated = ~np.isnan(day)
    back = ((today - day[dated]) // YEAR_DAYS).astype(np.int64)
    counts = np.zeros((size, int(back.max(initial=0)) + 1))
    np.add.at(counts, (artist[dated], back), 1.0)
    return counts


def codes(names: Sequence[str]) -> Floats:
    """A number a name, NaN for the empty one."""
    code = {name: float(at) for at, name in enumerate(sorted(set(names))) if name}
    return np.array([code.get(name, np.nan) for name in names], dtype=np.float64)


def headlined(
    nights: Nights,
    ids: Sequence[str],
    sets: Sequence[Sequence[Any]],
    as_of: date,
    config: SlotConfig,
) -> Floats:
    """Share of the sets of a year in which each artist is the headliner, NaN for unknown."""
    place = {artist: at for at, artist in enumerate(ids)}
    recent = nights.after(as_of - timedelta(days=YEAR_DAYS)).tolist()
    counts = {night for night, is_recent in zip(nights.ids, recent, strict=True) if is_recent}
    chosen = [row for row in sets if row[1] in counts]
    return headliner_ratios(
        [place[nights.stands_for.get(row[0], row[0])] for row in chosen],
        [row[2] for row in chosen],
        [row[3] for row in chosen],
        [row[4] for row in chosen],
        len(place),
        config,
    )
