"""Closing what a complete run no longer met: kept in the graph, with the time until which it was
listed.

A file that was cut short must not empty the graph: if more than a small share of what is listed
would be closed, nothing is, and the run is held.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from graph.client import Graph, Transaction
from graph.queries import Query, cypher
from loaders.writer import Stamp, Writer

OPEN_SUBJECTS = cypher("loads/open_subjects")
CLOSE_RECORDS = cypher("loads/close_records")
CLOSE_NODES = cypher("loads/close_nodes")
GROW_DATA_VERSION = cypher("publish/grow_data_version")

CLOSED_SHARE_MAX: Final = 0.05
"""Share of the listed subjects that one run may close unasked."""

_BATCH: Final = 1000


@dataclass(frozen=True)
class Gone:
    """Subjects that a source listed and a complete run of it did not meet.

    Attributes:
        records: Ids of source records.
        nodes: Ids of the source's own nodes.
        listed: How many subjects were listed, these included.
    """

    records: Sequence[str]
    nodes: Sequence[str]
    listed: int

    @property
    def count(self) -> int:
        """How many are gone."""
        return len(self.records) + len(self.nodes)

    @property
    def too_many(self) -> bool:
        """Whether so many are gone that the input is more likely cut short."""
        return self.count > CLOSED_SHARE_MAX * self.listed


async def find_gone(graph: Graph, source: str, met: frozenset[str] | set[str]) -> Gone:
    """What a source still lists in the graph and did not state in this run.

    Args:
        met: Ids of all subjects that the run met.
    """
    row = (await graph.rows(OPEN_SUBJECTS, source=source))[0]
    records, nodes = row["records"], row["nodes"]
    return Gone(
        records=sorted(id for id in records if id not in met),
        nodes=sorted(id for id in nodes if id not in met),
        listed=len(records) + len(nodes),
    )


async def close_gone(graph: Graph, stamp: Stamp, gone: Gone) -> int:
    """Close subjects and the facts they stated; returns how many changes that made."""
    changes = 0
    for query, ids in ((CLOSE_NODES, gone.nodes), (CLOSE_RECORDS, gone.records)):
        for start in range(0, len(ids), _BATCH):
            part = list(ids[start : start + _BATCH])
            changes += await graph.transact(partial(_close, stamp, query, part))
    return changes


async def _close(stamp: Stamp, query: Query, ids: list[str], tx: Transaction) -> int:
    writer = Writer(tx, stamp)
    rows = await writer.value(
        query, ids=ids, source=stamp.source, loadRunId=stamp.run_id, at=stamp.at
    )
    for row in rows:
        writer.changed_node(row["label"], row["node"])
        if row["type"] is not None:
            writer.changed_fact(row["type"], row["start"], row["end"])
    await writer.touch()
    await tx.run(GROW_DATA_VERSION)
    return writer.changes
