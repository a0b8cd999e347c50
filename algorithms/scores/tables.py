"""Score tables against what the graph holds: what must hold of them, what has to be written."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from algorithms.scores.table import LinkTable, Scores, ScoreTable
from graph.client import Graph
from graph.queries import Query, cypher

Statement = tuple[Query, dict[str, Any]]

STORED_WEIGHTS = cypher("publish/stored_weights")
WRITE_WEIGHTS = cypher("publish/write_weights")

STORED: Final = {
    "Artist": cypher("publish/stored_artists"),
    "Event": cypher("publish/stored_events"),
    "EventSeries": cypher("publish/stored_series"),
    "Label": cypher("publish/stored_labels"),
    "MixPlatform": cypher("publish/stored_mix_platforms"),
    "Scene": cypher("publish/stored_scenes"),
    "ScoreSheet": cypher("publish/stored_sheets"),
    "Venue": cypher("publish/stored_venues"),
}
WRITE: Final = {
    "Artist": cypher("publish/write_artists"),
    "Event": cypher("publish/write_events"),
    "EventSeries": cypher("publish/write_series"),
    "Label": cypher("publish/write_labels"),
    "MixPlatform": cypher("publish/write_mix_platforms"),
    "Scene": cypher("publish/write_scenes"),
    "ScoreSheet": cypher("publish/write_sheets"),
    "Venue": cypher("publish/write_venues"),
}
STORED_LINKS: Final = {
    "AFFILIATED_WITH": cypher("publish/stored_affiliations"),
    "SIMILAR": cypher("publish/stored_similar"),
}
WRITE_LINKS: Final = {
    "AFFILIATED_WITH": cypher("publish/write_affiliations"),
    "SIMILAR": cypher("publish/write_similar"),
}


@dataclass(frozen=True)
class Change:
    """Values that differ from the stored ones.

    Attributes:
        write: Statement that sets properties of nodes, or replaces their relationships.
        ids: Nodes, sorted.
        columns: Parameter -> one value a node; None takes a property away.
    """

    write: Query
    ids: tuple[str, ...]
    columns: Mapping[str, list[Any]]

    @property
    def rows(self) -> int:
        """Nodes that are written."""
        return len(self.ids)

    def statements(self, batch_rows: int) -> Iterator[Statement]:
        """Statements of at most so many nodes."""
        for start in range(0, len(self.ids), batch_rows):
            end = start + batch_rows
            part = {name: values[start:end] for name, values in self.columns.items()}
            yield self.write, {"ids": list(self.ids[start:end]), **part}


def violations(scores: Scores) -> list[str]:
    """Broken invariants, a sentence each: a percentage lies between 0 and 100."""
    return [
        f"{table.label}.{name} holds {value!r}, which is no percentage"
        for table in scores.tables
        for name in table.percentages
        for value in table.columns[name]
        if value is not None and not 0.0 <= value <= 100.0
    ][:_SHOWN]


async def changes(graph: Graph, scores: Scores) -> list[Change]:
    """What has to be written, tables with no difference left out."""
    found = [await _table_change(graph, table) for table in scores.tables]
    found.extend([await _link_change(graph, table) for table in scores.links])
    found.append(await _weights_change(graph, scores))
    return [change for change in found if change.rows]


async def _table_change(graph: Graph, table: ScoreTable) -> Change:
    names = list(table.columns)
    rows = await graph.rows(STORED[table.label], names=names)
    stored = {row[0]: row[1:] for row in rows[0]["scores"]}
    stamp = [table.as_of.isoformat(), table.version]
    computed = {node: [list(values), *stamp] for node, values in table.rows().items()}
    nothing: list[Any] = [[None] * len(names), None, None]
    ids = [
        node
        for node in sorted(computed.keys() | stored.keys())
        if comparable(computed.get(node, nothing)) != comparable(stored.get(node, nothing))
    ]
    chosen = [computed.get(node, nothing) for node in ids]
    columns = {
        "values": [dict(zip(names, values, strict=True)) for values, *_ in chosen],
        "scoreAsOf": [as_of for _, as_of, _ in chosen],
        "scoreVersion": [version for *_, version in chosen],
    }
    return Change(WRITE[table.label], tuple(ids), columns)


async def _link_change(graph: Graph, table: LinkTable) -> Change:
    rows = await graph.rows(STORED_LINKS[table.type])
    stored: dict[str, list[Any]] = dict(rows[0]["links"])
    computed = dict(zip(table.ids, table.links, strict=True))
    ids = [
        artist
        for artist in sorted(computed.keys() | stored.keys())
        if computed.get(artist) != stored.get(artist)
    ]
    columns = {"links": [computed.get(artist, []) for artist in ids]}
    return Change(WRITE_LINKS[table.type], tuple(ids), columns)


async def _weights_change(graph: Graph, scores: Scores) -> Change:
    names = list(scores.weights)
    rows = await graph.rows(STORED_WEIGHTS, names=names)
    if not rows or rows[0]["weights"] == list(scores.weights.values()):
        return Change(WRITE_WEIGHTS, (), {})
    return Change(WRITE_WEIGHTS, (rows[0]["id"],), {"values": [dict(scores.weights)]})


def comparable(value: Any) -> Any:
    """The same, unknown numbers inside lists made equal to each other."""
    if isinstance(value, list):
        return [comparable(each) for each in cast(list[Any], value)]
    return None if isinstance(value, float) and math.isnan(value) else value


_SHOWN = 5
