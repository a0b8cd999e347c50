"""Percentiles among all, within a genre and within a scene; ranks in genres."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from algorithms.scores.parts import Floats, percentiles


@dataclass(frozen=True)
class GenreRanks:
    """Where one artist stands in its genres.

    Attributes:
        genres: Names, the most typical first.
        ranks: Its rank in each, from 1; equal scores share the better one.
        sizes: Artists with a score in each.
    """

    genres: tuple[str, ...] = ()
    ranks: tuple[int, ...] = ()
    sizes: tuple[int, ...] = ()


def percentiles_within(values: Floats, groups: Sequence[str | None]) -> Floats:
    """Percentile rank of each known value in its group; NaN without one of either."""
    ranks = np.full(len(values), np.nan)
    for members in _members(groups).values():
        ranks[members] = percentiles(values[members])
    return ranks


def genre_ranks(values: Floats, genres: Sequence[Sequence[str]]) -> list[GenreRanks]:
    """Ranks of each artist in all its genres; none without a score.

    Args:
        values: Score of each artist, NaN for none.
        genres: Genres of each, the most typical first.
    """
    of: dict[str, list[float]] = {}
    for value, names in zip(values.tolist(), genres, strict=True):
        for name in names if not np.isnan(value) else ():
            of.setdefault(name, []).append(-value)
    falling = {name: sorted(scores) for name, scores in of.items()}
    return [
        GenreRanks()
        if np.isnan(value)
        else GenreRanks(
            tuple(names),
            tuple(1 + bisect_left(falling[name], -value) for name in names),
            tuple(len(falling[name]) for name in names),
        )
        for value, names in zip(values.tolist(), genres, strict=True)
    ]


def _members(groups: Sequence[str | None]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        if group is not None:
            found.setdefault(group, []).append(at)
    return found
