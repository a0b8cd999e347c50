"""The connections as columns, with the day each began."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from algorithms.derive.facts import UNDATED
from algorithms.network.columns import NetworkColumns, columns_as_of
from algorithms.scores.parts import Floats
from algorithms.scores.runs import Night
from graph.queries import cypher

CONNECTIONS = cypher("facts/connections")


@dataclass(frozen=True)
class Connections:
    """Connected pairs of artists, each once.

    Attributes:
        pairs: The M pairs with their strength.
        first: Day of the first evidence of each since 1970-01-01, NaN if none is dated. Length M.
    """

    pairs: NetworkColumns
    first: Floats


async def read_connections(night: Night) -> Connections:
    """The connections of the night: the stored ones, or those that stand for its date."""
    async with night.run("connections") as run:
        if night.derived is None:
            found = connections_of(await night.graph.rows(CONNECTIONS))
        else:
            first = night.derived.connected.first
            found = Connections(columns_as_of(night.derived), _dated(first.tolist()))
        run.counts |= {"artists": len(found.pairs.ids), "pairs": len(found.first)}
    return found


def connections_of(rows: Sequence[dict[str, Any]]) -> Connections:
    """Columns of rows `{id, others, strengths, firsts}`, each pair once, at its smaller id."""
    others: list[str] = list(chain.from_iterable(row["others"] for row in rows))
    ids = tuple(sorted({*others, *(row["id"] for row in rows)}))
    number = {artist: place for place, artist in enumerate(ids)}
    starts = np.array([number[row["id"]] for row in rows], dtype=np.int64)
    sources = np.repeat(starts, [len(row["others"]) for row in rows])
    targets = np.array([number[other] for other in others], dtype=np.int64)
    strengths = np.array([*chain.from_iterable(row["strengths"] for row in rows)], dtype=np.float64)
    first = _dated([*chain.from_iterable(row["firsts"] for row in rows)])
    order = np.lexsort((targets, sources))
    pairs = NetworkColumns(ids, sources[order], targets[order], strengths[order])
    return Connections(pairs, first[order])


def _dated(days: Sequence[int]) -> Floats:
    column = np.array(days, dtype=np.float64)
    return np.where(column == UNDATED, np.nan, column)
