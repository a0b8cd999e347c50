"""What artists have in common with others, as columns: things they have, and how much of each."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np

from algorithms.scores.nights import Ints
from algorithms.scores.parts import Floats


class Trait:
    """Things of one kind that N artists have, such as labels, with a weight above 0 each.

    Args:
        artist: Place of each artist. Length L, any order, a pair of artist and thing once.
        thing: Number of each thing, from 0. Length L.
        weight: How much of it the artist has. Length L.
        size: N.
        things: Things there are.
    """

    def __init__(self, artist: Ints, thing: Ints, weight: Floats, size: int, things: int) -> None:
        own = np.lexsort((thing, artist))
        by_thing = np.lexsort((artist, thing))
        self._size, self._number = size, things
        self._things = thing[own]
        self._own_weights = weight[own]
        self._own = _starts(artist, size)
        self._members = artist[by_thing]
        self._weights = weight[by_thing]
        self._spans = [slice(*ends) for ends in pairwise(_starts(thing, things))]
        self.totals: Floats = _sums(artist, weight, size)
        self.numbers: Ints = np.bincount(artist, minlength=size)

    def weights(self, at: int) -> Floats:
        """How much one artist has of each thing."""
        own = slice(self._own[at], self._own[at + 1])
        found = np.zeros(self._number)
        found[self._things[own]] = self._own_weights[own]
        return found

    def shared(self, at: int) -> Floats:
        """What each artist has in common with one of them: the sum of the smaller weights."""
        own = slice(self._own[at], self._own[at + 1])
        things: list[int] = self._things[own].tolist()
        spans = [self._spans[thing] for thing in things]
        if not spans:
            return np.zeros(self._size)
        members = np.concatenate([self._members[span] for span in spans])
        weights = np.concatenate([self._weights[span] for span in spans])
        times = [span.stop - span.start for span in spans]
        least = np.minimum(weights, np.repeat(self._own_weights[own], times))
        return _sums(members, least, self._size)


def evenly(of: Mapping[str, Iterable[str]]) -> dict[str, dict[str, float]]:
    """Things that count 1 each."""
    return {artist: dict.fromkeys(things, 1.0) for artist, things in of.items()}


def trait(of: Mapping[str, Mapping[str, float]], ids: Sequence[str]) -> Trait:
    """The trait of artists `ids`; whom it names beside them is left out.

    Args:
        of: Artist id -> its things, with how much of each; a thing of nothing is left out.
    """
    place = {artist: at for at, artist in enumerate(ids)}
    rows = [
        (place[artist], thing, weight)
        for artist, things in of.items()
        if artist in place
        for thing, weight in things.items()
        if weight > 0
    ]
    names = {name: at for at, name in enumerate(sorted({thing for _, thing, _ in rows}))}
    return Trait(
        np.array([artist for artist, *_ in rows], dtype=np.int64),
        np.array([names[thing] for _, thing, _ in rows], dtype=np.int64),
        np.array([weight for *_, weight in rows], dtype=np.float64),
        len(ids),
        len(names),
    )


def _sums(group: Ints, weight: Floats, size: int) -> Floats:
    return np.asarray(np.bincount(group, weights=weight, minlength=size), dtype=np.float64)


def _starts(group: Ints, groups: int) -> list[int]:
    """Where each group begins among entries sorted by group, and where the last one ends."""
    return [0, *np.cumsum(np.bincount(group, minlength=groups)).tolist()]
