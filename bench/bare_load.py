"""The peer of the loader: the same nodes and relationships by plain UNWIND and CREATE.

The rows are read back from what the loader wrote, so both sides write the same graph; the peer has
nothing to parse, to compare, to resume or to report.
"""

from collections import defaultdict
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

from graph.client import Neo4jGraph
from graph.queries import Query, parse

BATCH_ROWS = 10_000
PAGE_ROWS = 50_000


@dataclass(frozen=True)
class Group:
    """Rows that one statement writes.

    Attributes:
        statement: `UNWIND $rows AS row ...`, with `$stamp` for what all rows have in common.
        stamp: Properties with one value for the whole group.
        rows: Maps for nodes, [start id, end id, map] for relationships.
    """

    statement: Query
    stamp: dict[str, Any]
    rows: list[Any]


async def read_back(graph: Neo4jGraph) -> list[Group]:
    """Everything in the graph but the runs, as rows to write again; nodes first."""
    nodes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    async for label, values in _pages(graph, NODES):
        nodes[label].append(values)
    edges: dict[tuple[str, str, str], list[tuple[str, str, dict[str, Any]]]] = defaultdict(list)
    async for (kind, start, end), values in _pages(graph, EDGES):
        edges[kind, start, end].append(values)
    groups = [_node_group(label, rows) for label, rows in sorted(nodes.items())]
    return groups + [_edge_group(*key, rows) for key, rows in sorted(edges.items())]


async def write(graph: Neo4jGraph, groups: list[Group]) -> None:
    """Write all groups, batch by batch."""
    for group in groups:
        for start in range(0, len(group.rows), BATCH_ROWS):
            rows = group.rows[start : start + BATCH_ROWS]
            await graph.write(group.statement, rows=rows, stamp=group.stamp)


async def _pages(graph: Neo4jGraph, query: Query) -> AsyncGenerator[tuple[Any, Any]]:
    skip = 0
    while True:
        page = (await graph.rows(query, skip=skip, limit=PAGE_ROWS))[0]["rows"]
        for key, values in page:
            yield (key if isinstance(key, str) else tuple(key)), values
        if len(page) < PAGE_ROWS:
            return
        skip += PAGE_ROWS


def _node_group(label: str, rows: list[dict[str, Any]]) -> Group:
    stamp = _common(rows)
    statement = _write(f"CREATE (node:{label}) SET node = row, node += $stamp")
    return Group(statement, stamp, [_without(row, stamp) for row in rows])


def _edge_group(
    kind: str, start: str, end: str, rows: list[tuple[str, str, dict[str, Any]]]
) -> Group:
    stamp = _common([values for _, _, values in rows])
    statement = _write(
        f"MATCH (start:{start} {{id: row[0]}}), (end:{end} {{id: row[1]}})\n"
        f"CREATE (start)-[edge:{kind}]->(end) SET edge = row[2], edge += $stamp"
    )
    return Group(
        statement, stamp, [[begin, to, _without(values, stamp)] for begin, to, values in rows]
    )


def _common(rows: list[dict[str, Any]]) -> dict[str, Any]:
    first, *others = rows
    return {
        key: value
        for key, value in first.items()
        if key != "id" and all(other.get(key) == value for other in others)
    }


def _without(row: dict[str, Any], stamp: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in stamp}


def _write(text: str) -> Query:
    header = (
        "// A bare write.\n//\n// mode: write\n// timeout: 60 s\n"
        "// params:\n//   $rows  LIST<ANY>  rows\n//   $stamp  MAP  common properties\n"
    )
    return parse("bench/bare", f"{header}\nUNWIND $rows AS row\n{text}")


def _read(text: str) -> Query:
    header = (
        "// Rows of the graph.\n//\n// mode: read\n// timeout: 120 s\n"
        "// params:\n//   $skip  INTEGER  rows before\n//   $limit  INTEGER  rows at most\n"
        "// returns: 1 row\n//   rows  LIST<LIST<ANY>>  key and values\n"
    )
    return parse("bench/back", f"{header}\n{text}")


NODES = _read(
    "MATCH (node)\n"
    "WHERE NOT node:LoadRun AND NOT node:Checkpoint AND NOT node:Published"
    " AND NOT node:Migration AND NOT node:Lease\n"
    "WITH node ORDER BY elementId(node) SKIP $skip LIMIT $limit\n"
    "RETURN collect([head([label IN labels(node) WHERE label <> 'Touched']), properties(node)])"
    " AS rows"
)
EDGES = _read(
    "MATCH (start)-[edge]->(end)\n"
    "WHERE NOT end:LoadRun\n"
    "WITH start, edge, end ORDER BY elementId(edge) SKIP $skip LIMIT $limit\n"
    "RETURN collect([[type(edge), head([label IN labels(start) WHERE label <> 'Touched']),"
    " head([label IN labels(end) WHERE label <> 'Touched'])],"
    " [start.id, end.id, properties(edge)]]) AS rows"
)


def size(groups: list[Group]) -> int:
    """Nodes and relationships of all groups."""
    return sum(len(group.rows) for group in groups)
