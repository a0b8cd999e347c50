"""Merging, splitting and rejecting by hand; each is one transaction, audited, and reversible."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from graph.client import Graph, Transaction
from graph.errors import CandidateRefused, EntityUnknown, MergeRefused, SplitRefused
from graph.names import normalise_name
from graph.queries import cypher
from loaders.identity.decide import candidate_id
from loaders.identity.regroup import Audit, Known, audit, group_id, known, regroup

CANDIDATE = cypher("identity/candidate")
COMMON_EXTERNAL_IDS = cypher("identity/common_external_ids")
DECIDE_CANDIDATES = cypher("identity/decide_candidates")
PUT_CANDIDATES = cypher("identity/put_candidates")
RECORDS_OF = cypher("identity/records_of")


@dataclass(frozen=True)
class Merged:
    """What a merge left.

    Attributes:
        survivor: Id of the entity that all records describe now.
        absorbed: Ids that lead to it now, in ascending order.
    """

    survivor: str
    absorbed: list[str]


@dataclass(frozen=True)
class SplitUp:
    """What a split left.

    Attributes:
        remaining: Id of the entity that keeps the other records; None if there are none.
        restored: Ids of the entities that records got back, in ascending order.
    """

    remaining: str | None
    restored: list[str]


async def merge(graph: Graph, ids: Sequence[str], *, reason: str, actor: str) -> Merged:
    """Make one entity of several; which survives does not depend on the order of `ids`.

    Args:
        ids: Ids of entities of one kind, or of redirects to them.
        actor: Who wants it.

    Raises:
        EntityUnknown: An id leads to nothing.
        MergeRefused: They are one entity already, or of different kinds.
    """

    async def work(transaction: Transaction) -> Merged:
        records = await _records_of(transaction, ids)
        before = sorted({each.entity for each in records})
        kinds = sorted({each.kind for each in records})
        if len(kinds) > 1:
            raise MergeRefused(f"{', '.join(before)} are of different kinds: {', '.join(kinds)}")
        if len(before) < 2:
            raise MergeRefused(f"{' and '.join(ids)} are one already: {before[0]}")
        survivor = group_id(records)
        await regroup(transaction, [records])
        await _decide(transaction, records, records, "approved")
        detail = {"entities": before, "records": {each.id: each.entity for each in records}}
        await audit(transaction, [Audit("merge", actor, reason, survivor, detail)])
        return Merged(survivor, [id_ for id_ in before if id_ != survivor])

    return await graph.transact(work)


async def split(
    graph: Graph, entity: str, records: Sequence[str], *, reason: str, actor: str
) -> SplitUp:
    """Give records of an entity back what they describe alone; the next run keeps them apart.

    Where the rules could join them again, a rejected candidate is left.

    Args:
        entity: Id of the entity, or of a redirect to it.
        records: Ids of source records that describe it.
        actor: Who wants it.

    Raises:
        EntityUnknown: The id leads to nothing.
        SplitRefused: A record does not describe the entity, or is the only one that does.
    """

    async def work(transaction: Transaction) -> SplitUp:
        everyone = await _records_of(transaction, [entity])
        wanted = set(records)
        gone = [each for each in everyone if each.id in wanted]
        rest = [each for each in everyone if each.id not in wanted]
        if strangers := sorted(wanted - {each.id for each in everyone}):
            raise SplitRefused(f"{', '.join(strangers)} do not describe {everyone[0].entity}")
        if not gone or len(everyone) < 2:
            raise SplitRefused(
                f"{everyone[0].entity} has {len(everyone)} records; "
                f"{len(gone)} of them were named to be split off"
            )
        groups = [[each] for each in gone] + ([rest] if rest else [])
        await regroup(transaction, groups)
        await _reject(transaction, gone, everyone)
        detail = {"entity": everyone[0].entity, "records": sorted(wanted)}
        await audit(transaction, [Audit("split", actor, reason, everyone[0].entity, detail)])
        restored = sorted(each.natural for each in gone)
        return SplitUp(group_id(rest) if rest else None, restored)

    return await graph.transact(work)


async def reject(graph: Graph, candidate: str, *, reason: str, actor: str) -> None:
    """Say that the two records of a candidate are not the same; no run merges them any more.

    Raises:
        CandidateRefused: There is no such candidate, or its records are merged.
    """

    async def work(transaction: Transaction) -> None:
        found = (await transaction.run(CANDIDATE, id=candidate)).rows
        if not found:
            raise CandidateRefused(
                f"{candidate} is no candidate", hint="`drift identity candidates` lists them."
            )
        if found[0]["merged"]:
            raise CandidateRefused(
                f"the records of {candidate} are merged",
                hint=f"`drift identity split {found[0]['entity']}` takes them apart.",
            )
        if found[0]["status"] == "rejected":
            return
        at = datetime.now(UTC)
        await transaction.run(DECIDE_CANDIDATES, ids=[candidate], status="rejected", at=at)
        await audit(transaction, [Audit("reject", actor, reason, candidate, {})])

    await graph.transact(work)


async def _records_of(transaction: Transaction, ids: Sequence[str]) -> list[Known]:
    rows = (await transaction.run(RECORDS_OF, ids=list(ids))).rows
    if missing := sorted(set(ids) - {row["asked"] for row in rows}):
        raise EntityUnknown(
            f"{', '.join(missing)}: no entity has this id",
            hint="`drift identity candidates` lists ids; `drift path` finds them by name.",
        )
    return list({row["id"]: known(row) for row in rows}.values())


async def _decide(
    transaction: Transaction, some: Iterable[Known], others: Sequence[Known], status: str
) -> set[str]:
    ids = {candidate_id(a.id, b.id) for a in some for b in others if a.id != b.id}
    at = datetime.now(UTC)
    written = await transaction.run(DECIDE_CANDIDATES, ids=sorted(ids), status=status, at=at)
    return {row["id"] for row in written.rows}


async def _reject(
    transaction: Transaction, gone: Sequence[Known], everyone: Sequence[Known]
) -> None:
    there = await _decide(transaction, gone, everyone, "rejected")
    ids = [each.id for each in everyone]
    common = (await transaction.run(COMMON_EXTERNAL_IDS, records=ids)).rows
    by_id = {candidate_id(row["a"], row["b"]) for row in common}
    pairs = {
        candidate_id(a.id, b.id): sorted((a.id, b.id))
        for a in gone
        for b in everyone
        if a.id != b.id and (_same_name(a, b) or candidate_id(a.id, b.id) in by_id)
    }
    rows = [
        {
            "id": id_,
            "recordA": a,
            "recordB": b,
            "entityKind": everyone[0].kind,
            "score": 0.0,
            "reasons": ["split by hand"],
            "status": "rejected",
        }
        for id_, (a, b) in sorted(pairs.items())
        if id_ not in there
    ]
    await transaction.run(PUT_CANDIDATES, rows=rows, at=datetime.now(UTC))


def _same_name(a: Known, b: Known) -> bool:
    if a.kind != "Artist" or a.record.source == b.record.source:
        return False
    names = [normalise_name(str(each.record.payload.get("name", ""))) for each in (a, b)]
    return names[0] == names[1] != ""
