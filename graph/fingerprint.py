"""One number for all that the graph knows: equal numbers, equal graphs.

Every node and relationship becomes one row of text, each row a hash of 128 bits, and the hashes
are added, so that no order matters and nothing but one slice of the graph is in memory.
Nodes are known by their ids.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson

from graph.client import Graph, Row
from graph.queries import Query, cypher

EXTENT = cypher("fingerprint/extent")
NODE_SHAPES = cypher("fingerprint/node_shapes")
NODE_VALUES = cypher("fingerprint/node_values")
RELATIONSHIP_SHAPES = cypher("fingerprint/relationship_shapes")
RELATIONSHIP_VALUES = cypher("fingerprint/relationship_values")

IGNORED_LABELS: Final = [
    "LoadRun", "AlgorithmRun", "Job", "JobRun", "Checkpoint", "Lease", "AuditEvent", "Published",
    "Migration",
]  # fmt: skip
"""Nodes that tell what was done, not what is known; they and their relationships do not count."""

MARKS: Final = ["Touched"]
"""Labels that say that work is pending; their nodes count, the mark does not."""

IGNORED_KEYS: Final = [
    "createdAt", "updatedAt", "firstSeen", "lastSeen", "computedAt", "retriedAt", "resolvedAt",
    "loadRunId", "algorithmRunId", "runId", "milliseconds", "version",
]  # fmt: skip
"""Properties of when and by which run. That `lastSeen` or `resolvedAt` is set counts, not when.

`version` is the running number of the publication that wrote a community.
"""

ROWS_PER_SLICE: Final = 100_000
"""Rows read at once: about 100 MB of memory."""

_BITS: Final = 128


@dataclass(frozen=True)
class Fingerprint:
    """What the graph holds, in one number.

    Attributes:
        digest: 32 hexadecimal digits.
        nodes: Labels (`:Artist`) -> how many.
        relationships: Type -> how many.
    """

    digest: str
    nodes: Mapping[str, int]
    relationships: Mapping[str, int]


@dataclass(frozen=True)
class _Shapes:
    """Kind -> its single-valued and its list properties, each ascending; and how many there are."""

    keys: dict[str, dict[str, list[str]]]
    counts: dict[str, int]
    typed: list[str]


async def fingerprint(graph: Graph, *, rows_per_slice: int = ROWS_PER_SLICE) -> Fingerprint:
    """Digest and counts of the whole graph; meaningful only while nothing writes.

    Measured on two busy cores: 29 s for 148 000 nodes and 341 000 relationships.

    Args:
        rows_per_slice: Nodes and relationships read at once, >= 1; no matter for the result.
    """
    ignored = {"ignoredLabels": IGNORED_LABELS}
    keys = {"ignoredKeys": IGNORED_KEYS}
    nodes = _shapes(await graph.rows(NODE_SHAPES, **ignored, **keys, marks=MARKS))
    links = _shapes(await graph.rows(RELATIONSHIP_SHAPES, **ignored, **keys))
    total = 0
    [extent] = await graph.rows(EXTENT, **ignored)
    for first, last in _slices(extent["ids"], extent["outgoing"], rows_per_slice):
        bounds = {"from": first, "upTo": last, **ignored}
        total += await _sum(graph, NODE_VALUES, {**bounds, "marks": MARKS, **nodes.keys})
        total += await _sum(graph, RELATIONSHIP_VALUES, {**bounds, **links.keys})
    whole = [total % 2**_BITS, nodes.counts, nodes.typed, links.counts, links.typed]
    digest = _hash(json.dumps(whole, sort_keys=True).encode()).hex()
    return Fingerprint(digest=digest, nodes=nodes.counts, relationships=links.counts)


def _shapes(rows: Sequence[Row]) -> _Shapes:
    counts: Counter[str] = Counter()
    typed: dict[str, set[str]] = {}
    for row in rows:
        counts[row["kind"]] += row["count"]
        typed.setdefault(row["kind"], set()).update(row["shape"])
    return _Shapes(
        keys={
            "scalars": {kind: _keys(shape, lists=False) for kind, shape in typed.items()},
            "lists": {kind: _keys(shape, lists=True) for kind, shape in typed.items()},
        },
        counts=dict(sorted(counts.items())),
        typed=sorted(f"{kind} {each}" for kind, shape in typed.items() for each in shape),
    )


def _keys(shape: set[str], *, lists: bool) -> list[str]:
    split = (each.split(" ", 1) for each in shape)
    return sorted({key for key, type_ in split if type_.startswith("LIST") == lists})


def _slices(
    ids: Sequence[str], outgoing: Sequence[int], rows_per_slice: int
) -> Iterator[tuple[str, str]]:
    first, rows = 0, 0
    for at, (id_, leaving) in enumerate(zip(ids, outgoing, strict=True)):
        rows += 1 + leaving
        following = ids[at + 1] if at + 1 < len(ids) else None
        if following is None or (rows >= rows_per_slice and following != id_):
            yield ids[first], id_
            first, rows = at + 1, 0


async def _sum(graph: Graph, query: Query, params: Mapping[str, Any]) -> int:
    query.check_arguments(frozenset(params))
    # One record of lists: as rows, the driver would copy each of millions of values.
    record = await graph.record(query.text, params, timeout_s=query.timeout_s)
    groups: list[list[Any]] = record[0] if record else []
    return sum(
        int.from_bytes(_hash(orjson.dumps([head, values])))
        for *head, rows in groups
        for values in rows
    )


def _hash(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_BITS // 8).digest()
