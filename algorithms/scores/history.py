"""Scores of artists over time: what a publication adds, and what earlier ones left."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np

from algorithms.network.result import NetworkResult
from algorithms.scores.parts import Floats
from algorithms.scores.table import Scores
from algorithms.scores.tables import Change, comparable
from graph.client import Graph
from graph.queries import cypher

STORED = cypher("publish/stored_history")
WRITE = cypher("publish/write_history")
EARLIER_CENTRALITY = cypher("facts/earlier_centrality")
LAST_DRIFT = cypher("facts/last_drift")

NUMBERS = ("drift", "uai", "momentum", "reach", "booking", "prestige")
WORDS = ("careerStage", "trajectory")
"""Scores that are kept beside the centrality percentile."""


async def change(graph: Graph, network: NetworkResult, scores: Scores) -> Change:
    """What the history of this day has to be told: entries that are new or differ."""
    tables = {table.label: table for table in scores.tables}
    if "Artist" not in tables:
        return Change(WRITE, (), {})
    table = tables["Artist"]
    centrality = dict(zip(network.ids, network.centrality_pct.tolist(), strict=True))
    entries = zip(
        (centrality.get(artist, np.nan) for artist in table.ids),
        *([_number(value) for value in table.columns[name]] for name in NUMBERS),
        *([value or "" for value in table.columns[name]] for name in WORDS),
        strict=True,
    )
    computed = dict(zip(table.ids, (list(entry) for entry in entries), strict=True))
    names = ["centralityPct", *NUMBERS, *WORDS]
    rows = await graph.rows(STORED, asOf=table.as_of, names=names)
    stored = {row[0]: row[1] for row in rows[0]["scores"]}
    ids = [
        artist
        for artist, entry in computed.items()
        if comparable(entry) != comparable(stored.get(artist))
    ]
    columns: dict[str, list[Any]] = {
        name: [computed[artist][at] for artist in ids] for at, name in enumerate(names)
    }
    days, versions = [table.as_of.isoformat()] * len(ids), [table.version] * len(ids)
    return Change(WRITE, tuple(ids), {"asOf": days, "version": versions, **columns})


def _number(value: float | None) -> float:
    return np.nan if value is None else value


async def earlier_centrality(
    graph: Graph, ids: Sequence[str], as_of: date, days: int, tolerance: int
) -> Floats:
    """Centrality percentile of each artist so many days before; NaN where none was kept.

    Args:
        tolerance: Days the kept one may lie beside that day.
    """
    middle, width = as_of - timedelta(days=days), timedelta(days=tolerance)
    until = min(middle + width, as_of - timedelta(days=1))
    rows = await graph.rows(EARLIER_CENTRALITY, **{"from": middle - width, "to": until})
    return nearest(rows[0]["scores"], ids, middle)


def nearest(rows: Iterable[Sequence[Any]], ids: Sequence[str], middle: date) -> Floats:
    """Of rows `[artist, ISO date, value]` the value nearest to a day, the earlier one of two."""
    best: dict[str, tuple[int, float]] = {}
    for artist, day, value in rows:
        distance = abs((date.fromisoformat(day) - middle).days)
        if not np.isnan(value) and (artist not in best or distance < best[artist][0]):
            best[artist] = distance, value
    return np.array([best[artist][1] if artist in best else np.nan for artist in ids])


async def last_drift(graph: Graph, as_of: date) -> Mapping[str, float]:
    """The Drift Score each artist last had before a day."""
    rows: list[list[Any]] = (await graph.rows(LAST_DRIFT, asOf=as_of))[0]["scores"]
    return {row[0]: row[1] for row in rows}
