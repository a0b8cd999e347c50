"""Writing a batch of statements inside one transaction: what changed, and nothing else.

What is stored is read first; then shared nodes are completed, subjects written, facts written. A
statement whose hash is stored is skipped whole. One with a fact that leads to something the graph
does not hold keeps a hash that says so, and is looked at again by the next load.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.facts import Orphan, Placed, compare_facts, create_facts, place
from loaders.rows import SharedNode, Statement, Subject
from loaders.stored import Stored, read_stored
from loaders.subjects import Hashed, change_subjects, create_subjects, keep_hashes, write_shared
from loaders.writer import Writer

_INCOMPLETE = "incomplete "
"""Stands before the hash of a statement some of whose facts could not be written."""


@dataclass(frozen=True)
class BatchResult:
    """What a batch did.

    Attributes:
        changed: Places, in the batch, of the statements that changed something.
        orphans: Facts that could not be written yet, by the place of their statement.
    """

    changed: frozenset[int]
    orphans: dict[int, list[Orphan]]


@dataclass
class _Plan:
    """Places of the statements that are new, changed, or still incomplete."""

    new: list[int]
    changed: list[int]
    compared: list[int]
    hashes: dict[int, str]

    @property
    def all(self) -> list[int]:
        return [*self.new, *self.changed, *self.compared]


async def write_statements(writer: Writer, statements: Sequence[Statement]) -> BatchResult:
    """Write what these statements change.

    Args:
        statements: At most one per subject, and at most one more with its facts alone.
    """
    stored = await read_stored(writer.tx, (statement.subject.ref for statement in statements))
    plan = _plan(statements, stored)
    stored |= await _read_ends(writer, [statements[at] for at in plan.all], stored)
    stored |= await write_shared(writer, _shared(statements, plan), stored)
    new = _hashed(statements, plan, plan.new)
    stored |= await create_subjects(writer, [each for each in new if not each.facts_alone])
    await change_subjects(writer, _hashed(statements, plan, plan.changed), stored)
    placed, orphans = _place(statements, plan, stored)
    await create_facts(writer, [fact for at in plan.new for fact in placed[at]])
    again = [(statements[at].subject, placed[at]) for at in (*plan.changed, *plan.compared)]
    differing = await compare_facts(writer, again, stored) if again else set[str]()
    await _keep_hashes(writer, statements, plan, stored, orphans)
    await writer.touch()
    compared = [at for at in plan.compared if statements[at].subject.ref.id in differing]
    return BatchResult(frozenset([*plan.new, *plan.changed, *compared]), orphans)


def _plan(statements: Sequence[Statement], stored: dict[str, Stored]) -> _Plan:
    plan = _Plan([], [], [], {})
    for at, statement in enumerate(statements):
        subject = statement.subject
        if isinstance(subject, SharedNode):
            plan.compared.append(at)
            continue
        said = plan.hashes[at] = statement.content_hash()
        there = stored.get(subject.ref.id)
        kept = None if there is None else _kept(subject, there)
        if there is None or kept is None:
            plan.new.append(at)
        elif there.closed or kept.removeprefix(_INCOMPLETE) != said:
            plan.changed.append(at)
        elif kept != said:
            plan.compared.append(at)
    return plan


async def _read_ends(
    writer: Writer, written: Sequence[Statement], stored: dict[str, Stored]
) -> dict[str, Stored]:
    refs = [node.ref for statement in written for node in statement.shared]
    for statement in written:
        for fact in statement.facts:
            refs += (fact.start, fact.end)
    return await read_stored(writer.tx, [ref for ref in refs if ref.id not in stored])


def _shared(statements: Sequence[Statement], plan: _Plan) -> list[SharedNode]:
    nodes: list[SharedNode] = []
    for at in plan.all:
        subject = statements[at].subject
        if isinstance(subject, SharedNode):
            nodes.append(subject)
        nodes.extend(statements[at].shared)
    return nodes


def _hashed(statements: Sequence[Statement], plan: _Plan, places: Sequence[int]) -> list[Hashed]:
    subjects = ((at, statements[at].subject) for at in places)
    return [
        Hashed(subject, plan.hashes[at]) for at, subject in subjects if isinstance(subject, Subject)
    ]


def _place(
    statements: Sequence[Statement], plan: _Plan, stored: dict[str, Stored]
) -> tuple[dict[int, list[Placed]], dict[int, list[Orphan]]]:
    placed: dict[int, list[Placed]] = {}
    orphans: dict[int, list[Orphan]] = {}
    for at in plan.all:
        placed[at], lost = place(statements[at].facts, stored)
        if lost:
            orphans[at] = lost
    return placed, orphans


async def _keep_hashes(
    writer: Writer,
    statements: Sequence[Statement],
    plan: _Plan,
    stored: dict[str, Stored],
    orphans: dict[int, list[Orphan]],
) -> None:
    marks: list[Hashed] = []
    new, compared = set(plan.new), set(plan.compared)
    for at in plan.all:
        subject = statements[at].subject
        if not isinstance(subject, Subject):
            continue
        said = plan.hashes[at]
        kept = _INCOMPLETE + said if at in compared else said
        if at in new and subject.properties is None:
            kept = None
        wanted = _INCOMPLETE + said if at in orphans else said
        if wanted != kept and subject.ref.id in stored:
            marks.append(Hashed(subject, wanted))
    await keep_hashes(writer, marks, stored)


def _kept(subject: Subject, stored: Stored) -> str | None:
    return stored.facts_hash if subject.properties is None else stored.content_hash
