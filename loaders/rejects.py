"""Rows that could not be understood: kept with the rule and the row, found again by their id."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from graph.client import Graph
from graph.model import node_id
from graph.queries import cypher
from loaders.outcomes import Rejected
from loaders.rows import digest
from loaders.writer import Writer

KEEP_REJECTS = cypher("loads/keep_rejects")
RESOLVE_REJECTS = cypher("loads/resolve_rejects")
OPEN_REJECTS = cypher("loads/open_rejects")
REJECT_COUNTS = cypher("loads/reject_counts")

RAW_ROW_MAX: Final = 2000
"""Characters of a raw row that are kept."""


@dataclass(frozen=True)
class OpenReject:
    """A rejected row that no later load resolved."""

    id: str
    source: str
    rule: str
    file: str
    line: int
    reason: str
    raw_row: str
    first_seen: str


def reject_id(source: str, rejected: Rejected) -> str:
    """The same for the same row of the same source refused by the same rule."""
    row = digest(rejected.raw.encode(errors="replace"))
    return node_id("Reject", source, f"{rejected.rule}/{rejected.file}/{row}")


async def keep_rejects(writer: Writer, rejected: Sequence[Rejected]) -> None:
    """Keep rows in the transaction of their batch; those that are kept already stay as they are."""
    if not rejected:
        return
    stamp = writer.stamp
    rows = [
        {
            "id": reject_id(stamp.source, each),
            "rule": each.rule,
            "file": each.file,
            "line": each.line,
            "reason": each.reason,
            "rawRow": each.raw[:RAW_ROW_MAX],
        }
        for each in rejected
    ]
    await writer.tx.run(
        KEEP_REJECTS,
        rows=rows,
        source=stamp.source,
        loadRunId=stamp.run_id,
        synthetic=stamp.synthetic,
        at=stamp.at,
    )


async def resolve_rejects(writer: Writer, seen: Sequence[str]) -> None:
    """Note that a complete run did not meet the other rejects of its source."""
    await writer.tx.run(
        RESOLVE_REJECTS, source=writer.stamp.source, seen=list(seen), at=writer.stamp.at
    )


async def open_rejects(graph: Graph, source: str | None, limit: int) -> list[OpenReject]:
    """Rejects that no later load resolved, newest first.

    Args:
        source: Of this source only; of all if None.
        limit: At most so many.
    """
    rows = await graph.rows(OPEN_REJECTS, source=source, limit=limit)
    return [
        OpenReject(
            row["id"],
            row["source"],
            row["rule"],
            row["file"],
            row["line"],
            row["reason"],
            row["rawRow"],
            row["firstSeen"],
        )
        for row in rows
    ]


async def reject_counts(graph: Graph, source: str | None) -> list[tuple[str, str, int]]:
    """Source, rule and number of open rejects, by source and rule."""
    rows = await graph.rows(REJECT_COUNTS, source=source)
    return [(row["source"], row["rule"], row["rejects"]) for row in rows]
