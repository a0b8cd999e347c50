"""Facts of artists as the factors of their scores; a cluster of aliases counts as one artist."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from algorithms.derive.config import epoch_day
from algorithms.scores.configuration import UndergroundConfig
from algorithms.scores.months import months_before
from algorithms.scores.nights import Nights
from algorithms.scores.parts import Floats
from algorithms.scores.underground import (
    longevity,
    platform_balance,
    ratio,
    scene_contribution,
)

COUNTS = (
    "known", "independent", "formatted", "vinyl", "releases", "mixes", "organised", "founded",
    "memberships", "labels_founded", "mentees",
)  # fmt: skip
"""Counts of `facts/artist_works`, in their order."""

DAYS_A_YEAR = 365.25


@dataclass(frozen=True)
class Works:
    """What N artists released, mixed, organised, founded and joined.

    Attributes:
        ids: Artists that stand for themselves, sorted.
        counts: Name of `COUNTS` -> one a artist.
        first, last: Day of the first and the last release since 1970-01-01, NaN without one.
    """

    ids: tuple[str, ...]
    counts: Mapping[str, Floats]
    first: Floats
    last: Floats


def works_of(rows: Sequence[Sequence[Any]], stands_for: Mapping[str, str]) -> Works:
    """Columns of rows `[id, *counts, first, last]`; an alias's count for whom it stands for."""
    ids = tuple(sorted({stands_for.get(row[0], row[0]) for row in rows}))
    place = {artist: at for at, artist in enumerate(ids)}
    counts = np.zeros((len(ids), len(COUNTS)))
    first, last = np.full(len(ids), np.nan), np.full(len(ids), np.nan)
    for artist, *numbers, earliest, latest in rows:
        at = place[stands_for.get(artist, artist)]
        counts[at] += numbers
        if earliest is not None:
            first[at] = np.fmin(first[at], epoch_day(date.fromisoformat(earliest)))
            last[at] = np.fmax(last[at], epoch_day(date.fromisoformat(latest)))
    return Works(ids, dict(zip(COUNTS, counts.T, strict=True)), first, last)


def metrics_of(
    rows: Sequence[Sequence[Any]], ids: Sequence[str], stands_for: Mapping[str, str]
) -> dict[str, Floats]:
    """`platform.type` -> last value of each artist, NaN for unknown; a cluster has its largest."""
    place = {artist: at for at, artist in enumerate(ids)}
    found: dict[str, Floats] = {}
    for artist, metric, value in rows:
        column = found.setdefault(metric, np.full(len(ids), np.nan))
        at = place[stands_for.get(artist, artist)]
        column[at] = np.fmax(column[at], value)
    return found


@dataclass(frozen=True)
class Stage:
    """Where N artists played.

    Attributes:
        club_ratio: Club sets of club and festival sets, 0 to 100, NaN without one. Length N.
        coverage: Share of these sets whose venue's capacity is known. Length N.
        first: Day of the first night since 1970-01-01, NaN without a dated one. Length N.
    """

    club_ratio: Floats
    coverage: Floats
    first: Floats


def stage_of(
    nights: Nights,
    capacity: Floats,
    ids: Sequence[str],
    as_of: date,
    config: UndergroundConfig,
) -> Stage:
    """Clubs and festivals of artists.

    A set at a venue of unknown capacity counts as a club's unless the night is a festival.

    Args:
        capacity: Capacity of the venue of each night, NaN for unknown.
    """
    artist = nights.places_among(ids)
    recent = nights.after(months_before(as_of, config.club_months))[nights.night]
    festival, size = nights.festival[nights.night], len(ids)
    small = ~(capacity[nights.night] > config.club_capacity_max)
    clubs = np.bincount(artist[recent & (festival == 0) & small], minlength=size)
    festivals = np.bincount(artist[recent & (festival == 1)], minlength=size)
    unmeasured = recent & (festival == 0) & np.isnan(capacity[nights.night])
    unknown = np.bincount(artist[unmeasured], minlength=size)
    first = np.full(size, np.inf)
    day = nights.day[nights.night]
    dated = ~np.isnan(day)
    np.minimum.at(first, artist[dated], day[dated])
    with np.errstate(divide="ignore", invalid="ignore"):
        coverage = 1.0 - unknown / (clubs + festivals)
    return Stage(
        club_ratio=ratio(clubs.astype(np.float64), festivals.astype(np.float64)),
        coverage=np.where(np.isnan(coverage), 0.0, coverage),
        first=np.where(np.isinf(first), np.nan, first),
    )


def underground_factors(
    works: Works,
    stage: Stage,
    metrics: Mapping[str, Floats],
    reach: Floats,
    as_of: date,
    config: UndergroundConfig,
) -> tuple[Floats, Floats]:
    """The factors of the Underground Authenticity Index, and how much of each is known.

    Whether artists organise, found or mentor is unknown where no source says it of anybody.

    Returns:
        Values, 0 to 100, NaN for unknown, and coverages, 0 to 1: N x 7 each.
    """
    count, unknown = works.counts, np.full(len(works.ids), np.nan)
    efforts = [
        count[name] for name in ("organised", "founded", "memberships", "labels_founded", "mentees")
    ]
    said = any(effort.any() for effort in efforts)
    years = (epoch_day(as_of) - np.fmin(works.first, stage.first)) / DAYS_A_YEAR
    factors = np.column_stack(
        (
            ratio(count["independent"], count["known"] - count["independent"]),
            ratio(count["vinyl"], count["formatted"] - count["vinyl"]),
            stage.club_ratio,
            platform_balance(
                metrics.get("soundcloud.plays", unknown),
                metrics.get("spotify.monthly_listeners", unknown),
                config,
            ),
            ratio(count["mixes"], count["releases"]),
            scene_contribution(*efforts, config=config) if said else unknown,
            longevity(years, reach, config),
        )
    )
    coverages = np.where(np.isnan(factors), 0.0, 1.0)
    coverages[:, 2] *= stage.coverage
    return factors, coverages
