"""Facts of labels as columns: how long, with whom, what, and how it has grown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from algorithms.derive.config import epoch_day
from algorithms.scores.artists import DAYS_A_YEAR
from algorithms.scores.configuration import LabelPrestigeConfig
from algorithms.scores.months import months_before
from algorithms.scores.nights import numbers
from algorithms.scores.parts import Floats

Ints = NDArray[np.int64]

INDEPENDENCE = {"independent": 100.0, "subsidiary": 50.0, "major": 0.0}
"""How independent its distribution is, by who owns the label."""


@dataclass(frozen=True)
class LabelFacts:
    """What N labels are; NaN for unknown.

    Attributes:
        ids, names: Sorted by id.
        overrides: Tier that somebody set, None where nobody did.
        years: Years since the foundation, or since the first release where that is all one knows.
        notable: Former artists that are notable tonight and released there before.
        roster_count: Artists on the roster.
        roster_sum, roster_mean: Sum and mean of their centrality percentiles.
        best_peak: Best chart place of a release, 1 the top.
        independence: 0 to 100.
        mentions: Mixes that play one of its recordings.
        vinyl: Share of releases on vinyl among those with known formats, 0 to 100.
        growth: Logarithm of how much more came out in the last months than in those before.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    overrides: tuple[str | None, ...]
    years: Floats
    notable: Floats
    roster_count: Floats
    roster_sum: Floats
    roster_mean: Floats
    best_peak: Floats
    independence: Floats
    mentions: Floats
    vinyl: Floats
    growth: Floats


def labels_of(
    rows: Sequence[Sequence[Any]],
    centrality: Mapping[str, float],
    stands_for: Mapping[str, str],
    as_of: date,
    config: LabelPrestigeConfig,
) -> LabelFacts:
    """Columns of the rows of `facts/labels`.

    Args:
        centrality: Percentile of each artist that has one.
        stands_for: Alias -> the artist it stands for.
    """
    ids, names, founded, owners, overrides, artists, releases, recorded, mentions = (
        zip(*rows, strict=True) if rows else ((),) * 9
    )
    notable, count, total, mean = _artists(artists, centrality, config)
    formatted = numbers(sum(release[1] for release in each) for each in releases)
    pressed = numbers(sum(release[2] for release in each) for each in releases)
    with np.errstate(divide="ignore", invalid="ignore"):
        vinyl = np.where(formatted > 0, 100.0 * pressed / formatted, np.nan)
    said = any(mentions)
    return LabelFacts(
        ids=ids,
        names=names,
        overrides=overrides,
        years=_years(founded, releases, as_of),
        notable=notable,
        roster_count=count,
        roster_sum=total,
        roster_mean=mean,
        best_peak=numbers(_least(release[3] for release in each) for each in releases),
        independence=numbers(INDEPENDENCE.get(owner) for owner in owners),
        mentions=numbers(
            number if said and known else None
            for number, known in zip(mentions, recorded, strict=True)
        ),
        vinyl=vinyl,
        growth=_growth(releases, centrality, stands_for, as_of, config),
    )


def _least(values: Iterable[Any]) -> Any:
    return min((value for value in values if value is not None), default=None)


def _years(founded: Sequence[int | None], releases: Sequence[Sequence[Any]], as_of: date) -> Floats:
    """Years since the beginning of the year of foundation, else since the first release."""
    since = [
        f"{year:04d}-01-01" if year is not None else _least(release[0] for release in each)
        for year, each in zip(founded, releases, strict=True)
    ]
    first = numbers(None if day is None else epoch_day(date.fromisoformat(day)) for day in since)
    return np.maximum(0.0, (epoch_day(as_of) - first) / DAYS_A_YEAR)


def _artists(
    artists: Sequence[Sequence[Any]], centrality: Mapping[str, float], config: LabelPrestigeConfig
) -> tuple[Floats, Floats, Floats, Floats]:
    """Notable former artists; size, sum and mean of the roster. NaN where no artist is known."""
    notable, count, total, mean = (np.full(len(artists), np.nan) for _ in range(4))
    for at, each in enumerate(artists):
        if not each:
            continue
        former = [
            centrality.get(artist, np.nan)
            for artist, active, first in each
            if not active and first is not None
        ]
        notable[at] = sum(pct >= config.notable_pct for pct in former)
        roster = [centrality.get(artist) for artist, active, _ in each if active]
        known = [pct for pct in roster if pct is not None]
        count[at] = len(roster)
        if known or not roster:
            total[at] = sum(known)
        if known:
            mean[at] = total[at] / len(known)
    return notable, count, total, mean


def _growth(
    releases: Sequence[Sequence[Any]],
    centrality: Mapping[str, float],
    stands_for: Mapping[str, str],
    as_of: date,
    config: LabelPrestigeConfig,
) -> Floats:
    """`ln((1 + r1) / (1 + r0)) + ln((1 + c1/100) / (1 + c0/100))`, NaN without a release.

    r counts the releases of the last months (1) and of as many before (0); c sums the centrality
    percentiles of the artists on them.
    """
    middle = months_before(as_of, config.growth_months).isoformat()
    start = months_before(as_of, 2 * config.growth_months).isoformat()
    growth = np.full(len(releases), np.nan)
    for at, each in enumerate(releases):
        dated = [release for release in each if release[0] is not None and release[0] > start]
        now = [release for release in dated if release[0] > middle]
        before = [release for release in dated if release[0] <= middle]
        if dated:
            growth[at] = np.log((1 + len(now)) / (1 + len(before))) + np.log(
                (1 + _central(now, centrality, stands_for) / 100)
                / (1 + _central(before, centrality, stands_for) / 100)
            )
    return growth


def _central(
    releases: Sequence[Any], centrality: Mapping[str, float], stands_for: Mapping[str, str]
) -> float:
    artists = {stands_for.get(artist, artist) for release in releases for artist in release[4]}
    return sum(centrality[artist] for artist in sorted(artists) if artist in centrality)
