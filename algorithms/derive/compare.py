"""Stored edges against computed ones: only the differences are written."""

from dataclasses import dataclass

import numpy as np

from algorithms.derive.edges import Edges
from algorithms.derive.facts import Bools, Ints


@dataclass(frozen=True)
class Differences:
    """What to write so that the stored edges of one type equal the computed ones.

    Attributes:
        create: Edges that are not stored.
        update: Edges that are stored with other values.
        delete: Edges that should not be; a pair stored twice is deleted and created.
        unchanged: How many are stored as computed.
    """

    create: Edges
    update: Edges
    delete: Edges
    unchanged: int


def differences(stored: Edges, wanted: Edges) -> Differences:
    """Compare edges of one type, both sorted by (start, end); numbers must be equal exactly."""
    width = 1 + max((int(edges.end.max()) for edges in (stored, wanted) if len(edges)), default=0)
    stored_key = stored.start * width + stored.end
    wanted_key = wanted.start * width + wanted.end
    keys, at, times = np.unique(stored_key, return_index=True, return_counts=True)
    once, at = keys[times == 1], at[times == 1]
    place = np.searchsorted(once, wanted_key)
    found = np.zeros(len(wanted), np.bool_)
    inside = place < len(once)
    found[inside] = once[place[inside]] == wanted_key[inside]
    same = np.zeros(len(wanted), np.bool_)
    same[found] = _equal(stored[at[place[found]]], wanted[found])
    unwanted = ~np.isin(keys, wanted_key) | (times > 1)
    first_rows: Ints = np.searchsorted(stored_key, keys[unwanted])
    return Differences(
        create=wanted[~found],
        update=wanted[found & ~same],
        delete=stored[first_rows],
        unchanged=int(same.sum()),
    )


def _equal(one: Edges, other: Edges) -> Bools:
    return (
        (one.weight == other.weight)
        & (one.count == other.count)
        & (one.first == other.first)
        & (one.last == other.last)
        & (one.kinds == other.kinds)
        & (one.active == other.active)
    )
