"""Writing facts: new ones at once, those of a changed subject by comparison."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.client import Row
from graph.model import MERGEABLE
from graph.queries import cypher
from loaders.rows import Fact, Ref, SharedNode, Subject
from loaders.stored import Stored
from loaders.writer import Writer

CREATE_FACTS = cypher("loads/create_facts")
STORED_FACTS = cypher("loads/stored_facts")
RESTATE_FACTS = cypher("loads/restate_facts")
CLOSE_FACTS = cypher("loads/close_facts")


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact whose ends are in the graph, as element ids."""

    fact: Fact
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Orphan:
    """A fact that leads to something the graph does not hold.

    Attributes:
        missing: Source id, as the fact has it, of what is not there.
    """

    fact: Fact
    missing: Ref


def place(facts: Sequence[Fact], stored: Mapping[str, Stored]) -> tuple[list[Placed], list[Orphan]]:
    """Facts with the nodes they join, and those that lead nowhere."""
    placed: list[Placed] = []
    orphans: list[Orphan] = []
    for fact in facts:
        start, end = stored.get(fact.start.id), stored.get(fact.end.id)
        if start is None or end is None:
            orphans.append(Orphan(fact, fact.start if start is None else fact.end))
        else:
            placed.append(Placed(fact, start.node, end.node))
    return placed, orphans


async def create_facts(writer: Writer, facts: Sequence[Placed]) -> None:
    """Make facts that cannot be there yet, type by type, in the order of their ends."""
    by_type: dict[str, list[Placed]] = defaultdict(list)
    for placed in facts:
        by_type[placed.fact.type].append(placed)
        writer.changed_fact(placed.fact.type, placed.start, placed.end)
    for type_, group in by_type.items():
        group.sort(key=lambda placed: (placed.end, placed.start))
        await writer.run(
            CREATE_FACTS,
            type=type_,
            starts=[placed.start for placed in group],
            ends=[placed.end for placed in group],
            rows=[_properties(placed.fact) for placed in group],
            source=writer.stamp.source,
            loadRunId=writer.stamp.run_id,
            at=writer.stamp.at,
        )


async def compare_facts(
    writer: Writer,
    subjects: Sequence[tuple[Subject | SharedNode, Sequence[Placed]]],
    stored: Mapping[str, Stored],
) -> set[str]:
    """Make, change, reopen and close the facts of subjects as they are stated now.

    Returns:
        Ids of the subjects with a fact that changed.
    """
    looked_up = [_look_up(subject, stored) for subject, _ in subjects]
    kept: dict[str, dict[tuple[str, str], Row]] = defaultdict(dict)
    for row in await writer.value(STORED_FACTS, source=writer.stamp.source, subjects=looked_up):
        kept[row["subject"]][row["type"], row["sourceId"]] = row
    new: list[Placed] = []
    again: list[tuple[str, Row, Fact]] = []
    gone: list[tuple[str, Row]] = []
    changed: set[str] = set()
    for subject, facts in subjects:
        own_id = subject.ref.id
        there = kept[own_id]
        for placed in facts:
            row = there.pop((placed.fact.type, placed.fact.source_id), None)
            if row is None:
                new.append(placed)
                changed.add(own_id)
            else:
                again.append((own_id, row, placed.fact))
        gone.extend((own_id, row) for row in there.values() if row["current"])
    await create_facts(writer, new)
    changed |= await _restate(writer, again)
    await _close(writer, [row for _, row in gone])
    return changed | {own_id for own_id, _ in gone}


async def _restate(writer: Writer, again: Sequence[tuple[str, Row, Fact]]) -> set[str]:
    if not again:
        return set()
    rows = [{"fact": row["fact"], "properties": _properties(fact)} for _, row, fact in again]
    elements = set(await writer.value(RESTATE_FACTS, rows=rows, loadRunId=writer.stamp.run_id))
    subjects: set[str] = set()
    for own_id, row, _ in again:
        if row["fact"] in elements:
            writer.changed_fact(row["type"], row["start"], row["end"])
            subjects.add(own_id)
    return subjects


async def _close(writer: Writer, rows: Sequence[Row]) -> None:
    if not rows:
        return
    for row in rows:
        writer.changed_fact(row["type"], row["start"], row["end"])
    await writer.run(
        CLOSE_FACTS,
        facts=[row["fact"] for row in rows],
        loadRunId=writer.stamp.run_id,
        at=writer.stamp.at,
    )


def _look_up(subject: Subject | SharedNode, stored: Mapping[str, Stored]) -> dict[str, Any]:
    is_record = isinstance(subject, Subject) and subject.is_record
    return {
        "subject": subject.ref.id,
        "node": stored[subject.ref.id].node,
        "prefix": prefix(subject),
        "record": subject.ref.id if is_record else None,
    }


def prefix(subject: Subject | SharedNode) -> str:
    """What the source ids of all facts of a subject begin with."""
    if isinstance(subject, SharedNode):
        return f"{subject.label.lower()}/{subject.id}/"
    return f"{subject.source_id}/"


def _properties(fact: Fact) -> dict[str, Any]:
    said = {name: value for name, value in fact.properties.items() if value is not None}
    said["sourceId"] = fact.source_id
    said["confidence"] = fact.confidence
    if fact.start.label in MERGEABLE:
        said["fromRecord"] = fact.start.id
    if fact.end.label in MERGEABLE:
        said["toRecord"] = fact.end.id
    return said
