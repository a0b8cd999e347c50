"""The connections as columns, in an order that depends on the facts alone."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from algorithms.derive.as_of import Derived
from graph.client import Graph
from graph.queries import cypher

CONNECTED = cypher("network/connected_columns")

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class NetworkColumns:
    """Artists with a connection, and each connected pair once.

    Attributes:
        ids: Artist ids, sorted; an artist's number is its place here. Length N.
        sources: Number of each pair's smaller artist. Length M, sorted by source, then target.
        targets: Number of its larger artist. Length M.
        strengths: Strength of the pair, 0 to 1; 0 where no evidence is dated. Length M.
    """

    ids: tuple[str, ...]
    sources: Ints
    targets: Ints
    strengths: Floats

    @cached_property
    def number_of(self) -> Mapping[str, int]:
        """Artist id -> its number."""
        return {artist: number for number, artist in enumerate(self.ids)}

    def digest(self, *more: str) -> str:
        """A digest of all columns and of `more`: equal exactly for equal content."""
        hasher = hashlib.blake2b(digest_size=16)
        for part in ("\n".join(self.ids), *more):
            hasher.update(part.encode() + b"\x00")
        for column in (self.sources, self.targets, self.strengths):
            hasher.update(np.ascontiguousarray(column).tobytes())
        return hasher.hexdigest()


def columns_of(pairs: Sequence[tuple[str, str, float]]) -> NetworkColumns:
    """Columns of connected pairs `(artist, other, strength)`, any order, each pair once."""
    ids = tuple(sorted({artist for pair in pairs for artist in pair[:2]}))
    number = {artist: place for place, artist in enumerate(ids)}
    ends = np.array(
        [sorted((number[one], number[other])) for one, other, _ in pairs], dtype=np.int64
    ).reshape(-1, 2)
    strengths = np.array([strength for *_, strength in pairs], dtype=np.float64)
    order = np.lexsort((ends[:, 1], ends[:, 0]))
    return NetworkColumns(ids, ends[order, 0], ends[order, 1], strengths[order])


def columns_as_of(derived: Derived) -> NetworkColumns:
    """Columns of connections that were computed and not stored."""
    edges = derived.connected
    present = np.unique(np.concatenate((edges.start, edges.end)))
    codes: list[int] = present.tolist()
    return NetworkColumns(
        ids=tuple(derived.artists[code] for code in codes),
        sources=np.searchsorted(present, edges.start).astype(np.int64),
        targets=np.searchsorted(present, edges.end).astype(np.int64),
        strengths=1.0 - np.exp(-edges.weight * derived.decay),
    )


async def read_columns(graph: Graph) -> NetworkColumns:
    """The connections that are stored now."""
    rows: list[dict[str, Any]] = await graph.rows(CONNECTED)
    return columns_of(
        [
            (row["id"], other, strength)
            for row in rows
            for other, strength in zip(row["others"], row["strengths"], strict=True)
        ]
    )
