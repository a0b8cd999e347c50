"""Counts connected pairs of artists while the world is being made."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

PairArray = NDArray[np.int64]


class PairCounter:
    """Distinct pairs, an alias counting as the artist behind it.

    Args:
        representative: For each artist the index of the artist behind the name, mostly itself.
    """

    def __init__(self, representative: Sequence[int]) -> None:
        people = {index: place for place, index in enumerate(sorted(set(representative)))}
        self._person = [people[index] for index in representative]
        self._size = len(people)
        self._night_counts: dict[int, int] = {}
        self._other: set[int] = set()

    def __len__(self) -> int:
        """Distinct pairs of any kind."""
        return len(self._night_counts) + len(self._other)

    @property
    def people(self) -> int:
        """Artists without those who are an alias of another; pairs number them from 0."""
        return self._size

    def _keys(self, artists: Iterable[int]) -> Iterable[int]:
        people = sorted({self._person[artist] for artist in artists})
        size = self._size
        return (left * size + right for left, right in combinations(people, 2))

    def add_night(self, lineup: Iterable[int]) -> None:
        """Everyone on a line-up meets everyone else."""
        counts = self._night_counts
        for key in self._keys(lineup):
            counts[key] = counts.get(key, 0) + 1
            self._other.discard(key)

    def add_other(self, artists: Iterable[int]) -> None:
        """A roster, a collective, a collaboration, a remix."""
        self._other.update(key for key in self._keys(artists) if key not in self._night_counts)

    def night_pairs(self) -> tuple[PairArray, NDArray[np.float64]]:
        """Pairs of shape (n, 2) that shared a night, and how many nights each shared."""
        counts = np.fromiter(self._night_counts.values(), dtype=np.float64)
        return self._split(self._night_counts), counts

    def all_pairs(self) -> PairArray:
        """Pairs of shape (n, 2) of any kind."""
        return self._split([*self._night_counts, *sorted(self._other)])

    def _split(self, keys: Iterable[int]) -> PairArray:
        flat = np.fromiter(keys, dtype=np.int64)
        return np.stack((flat // self._size, flat % self._size), axis=1)
