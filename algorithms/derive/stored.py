"""Derived edges as they are stored, in the form in which they are computed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, repeat
from typing import Any

import numpy as np

from algorithms.derive.edges import Edges, kind_bits, nothing
from algorithms.derive.facts import Ints, ints, read_day
from algorithms.derive.scope import rows_of
from graph.client import Graph, Row
from graph.queries import cypher

STORED_PAIRS = cypher("derive/stored_pairs")
STORED_PLAYED = cypher("derive/stored_played")
STORED_RELEASED = cypher("derive/stored_released")

_ELSEWHERE = -1


async def stored_rows(graph: Graph, artists: Iterable[str]) -> dict[str, list[Row]]:
    """Relationship type -> rows `{start, ends, ...}` of the edges that start at the artists."""
    ids = set(artists)
    by_type: dict[str, list[Row]] = {
        "PLAYED_AT": await rows_of(graph, STORED_PLAYED, ids),
        "RELEASED_ON": await rows_of(graph, STORED_RELEASED, ids),
    }
    for row in await rows_of(graph, STORED_PAIRS, ids):
        by_type.setdefault(row["type"], []).append(row)
    return by_type


def stored_edges(rows: Sequence[Row], start: Mapping[str, int], end: Mapping[str, int]) -> Edges:
    """Stored rows as edges, sorted; a pair that is stored twice stands twice.

    Args:
        start: Artist id -> code.
        end: Id of the other node -> code; edges to others are left out.
    """
    if not rows:
        return nothing()

    def place(other: str) -> int:
        return end.get(other, _ELSEWHERE)

    sizes = [len(row["ends"]) for row in rows]
    edges = Edges(
        start=np.repeat(ints(start[row["start"]] for row in rows), sizes),
        end=_column(rows, "ends", place),
        weight=np.fromiter(_flat(rows, "weights", 0.0), np.float64),
        count=_column(rows, "counts", int),
        first=_column(rows, "firsts", read_day),
        last=_column(rows, "lasts", read_day),
        kinds=ints(kind_bits(kinds) if kinds else 0 for kinds in _flat(rows, "kinds", None)),
        active=np.fromiter(_flat(rows, "actives", False), np.bool_),
    )
    known = edges[edges.end != _ELSEWHERE]
    return known[np.lexsort((known.end, known.start))]


def _column(rows: Sequence[Row], name: str, read: Callable[[Any], int]) -> Ints:
    return ints(map(read, chain.from_iterable(row[name] for row in rows)))


def _flat(rows: Sequence[Row], name: str, default: Any) -> Iterable[Any]:
    return chain.from_iterable(
        row[name] if name in row else repeat(default, len(row["ends"])) for row in rows
    )
