"""Scores over time: what a publication or a backfill adds, and what earlier ones left."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np

from algorithms.network.result import Centrality
from algorithms.scores.parts import Floats
from algorithms.scores.stage import INACTIVE, Settled
from algorithms.scores.table import Scores, ScoreTable
from algorithms.scores.tables import Change, comparable
from graph.client import Graph
from graph.model import ID_PREFIX
from graph.queries import Query, cypher

STORED = cypher("publish/stored_history")
WRITE = cypher("publish/write_history")
WRITE_SCENES = cypher("publish/write_scene_history")
STAGES = cypher("facts/stages")
EARLIER_CENTRALITY = cypher("facts/earlier_centrality")
LAST_DRIFT = cypher("facts/last_drift")

NUMBERS = ("drift", "uai", "momentum", "reach", "booking", "prestige", "percentileOverall")
WORDS = ("careerStage", "trajectory")
"""Scores that are kept beside the centrality percentile."""

COVERAGES = ("driftCoverage", "uaiCoverage")
"""How much of these is known; of the sheets."""

SETTLED = ("stageSince", "stageBefore", "stageCandidate", "stageCandidateSince")
"""What the next stage depends on; of the sheets."""

OF_SCENES = ("healthScore", "growthRate", "eventFrequency")
"""Numbers of scenes that are kept."""


async def changes(
    graph: Graph, network: Centrality, scores: Scores, *, known_only: bool = False
) -> list[Change]:
    """What the history of this day has to be told: entries that are new or differ.

    Args:
        known_only: Leave out subjects of whom nothing is known on that day or was before.
    """
    tables = {table.label: table for table in scores.tables}
    found: list[Change] = []
    if {"Artist", "ScoreSheet"} <= tables.keys():
        entries = _entries_of_artists(network, tables["Artist"], tables["ScoreSheet"])
        found.append(await _change(graph, WRITE, tables["Artist"], entries, known_only))
    if "Scene" in tables:
        entries = {
            name: [_number(value) for value in tables["Scene"].columns[name]] for name in OF_SCENES
        }
        found.append(await _change(graph, WRITE_SCENES, tables["Scene"], entries, known_only))
    return [change for change in found if change.rows]


def _entries_of_artists(
    network: Centrality, artists: ScoreTable, sheets: ScoreTable
) -> dict[str, list[Any]]:
    centrality = dict(zip(network.ids, network.centrality_pct.tolist(), strict=True))
    return {
        "centralityPct": [centrality.get(artist, np.nan) for artist in artists.ids],
        **{name: [_number(value) for value in artists.columns[name]] for name in NUMBERS},
        **{name: [_number(value) for value in sheets.columns[name]] for name in COVERAGES},
        **{name: [value or "" for value in artists.columns[name]] for name in WORDS},
        **{name: [value or "" for value in sheets.columns[name]] for name in SETTLED},
    }


async def _change(
    graph: Graph,
    write: Query,
    table: ScoreTable,
    entries: Mapping[str, list[Any]],
    known_only: bool,
) -> Change:
    names = list(entries)
    computed = dict(zip(table.ids, zip(*entries.values(), strict=True), strict=True))
    if known_only:
        computed = {one: entry for one, entry in computed.items() if _tells(names, entry, table)}
    prefix = f"{ID_PREFIX[table.label]}_"
    rows = await graph.rows(STORED, asOf=table.as_of, prefix=prefix, names=names)
    stored = {row[0]: row[1] for row in rows[0]["scores"]}
    ids = [
        one
        for one, entry in computed.items()
        if comparable(list(entry)) != comparable(stored.get(one))
    ]
    columns: dict[str, list[Any]] = {
        name: [computed[one][at] for one in ids] for at, name in enumerate(names)
    }
    days, versions = [table.as_of.isoformat()] * len(ids), [table.version] * len(ids)
    return Change(write, tuple(ids), {"asOf": days, "version": versions, **columns})


def _tells(names: Sequence[str], entry: Sequence[Any], table: ScoreTable) -> bool:
    """Whether anything is known, or the stage has a past: then that nothing is, is news."""
    values = dict(zip(names, entry, strict=True))
    since = values.pop("stageSince", table.as_of.isoformat())
    if values.get("eventFrequency") == 0.0:
        values.pop("eventFrequency")
    for name in COVERAGES:
        values.pop(name, None)
    return since != table.as_of.isoformat() or any(
        value != "" if isinstance(value, str) else not np.isnan(value) for value in values.values()
    )


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


async def last_stages(graph: Graph, as_of: date) -> dict[str, Settled]:
    """The stage each artist last had before a day, and what would replace it."""
    rows: list[list[str]] = (await graph.rows(STAGES, asOf=as_of))[0]["stages"]
    return {
        artist: Settled(
            stage=stage or INACTIVE,
            since=date.fromisoformat(since),
            before=before or None,
            candidate=candidate or None,
            candidate_since=date.fromisoformat(found) if found else None,
        )
        for artist, stage, since, before, candidate, found in rows
    }
