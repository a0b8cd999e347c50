"""The identity step of the night: find who is who, merge what is sure, queue what is not."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import combinations
from typing import Any, Final

from graph.client import Graph, Row, Transaction
from graph.queries import cypher
from graph.runs import algorithm_run
from graph.settings import Settings
from loaders.identity.decide import Claim, Decision, decide
from loaders.identity.evidence import NamedPair, named_pairs
from loaders.identity.regroup import (
    SET_PRIMARIES,
    Audit,
    Known,
    audit,
    group_id,
    known,
    regroup,
    trust,
)
from loaders.identity.scoring import MatchConfig, score

CANDIDATES = cypher("identity/candidates")
CROWDED_PLATFORMS = cypher("identity/crowded_platforms")
DROP_CANDIDATES = cypher("identity/drop_candidates")
PUT_CANDIDATES = cypher("identity/put_candidates")
RECORDS_OF = cypher("identity/records_of")
RECORDS_OF_KIND = cypher("identity/records_of_kind")
SHARED_EXTERNAL_IDS = cypher("identity/shared_external_ids")

VERSION: Final = "1"
"""Version of the rules; raised with every change of what they find."""

ACTOR: Final = "drift identity"
"""Who merges in the night, in the audit."""

GROUPS_PER_TRANSACTION: Final = 100
ROWS_PER_TRANSACTION: Final = 5000


@dataclass(frozen=True)
class IdentityReport:
    """What a run found.

    Attributes:
        candidates: Pairs of records that may be the same, whatever their status.
        merged: Entities that were absorbed by this run.
        pending: Pairs that wait for a person.
        seconds: How long it took.
    """

    candidates: int
    merged: int
    pending: int
    seconds: float


async def run_identity(
    graph: Graph, settings: Settings, config: MatchConfig | None = None
) -> IdentityReport:
    """Merge entities that share an external id or, beyond doubt, name and company.

    A second run changes nothing. What a person rejected or split is never merged, what a merge
    joined is never taken apart.
    """
    started, config = time.monotonic(), config or MatchConfig()
    threshold = settings.loaders.merge_threshold
    params = {"threshold": threshold, **asdict(config)}
    async with algorithm_run(graph, "identity", params, VERSION) as run:
        records, claims = await _claims(graph, config)
        stored = {row["id"]: row for row in await graph.rows(CANDIDATES, status=None, limit=None)}
        rejected = [
            (row["recordA"], row["recordB"])
            for row in stored.values()
            if row["status"] == "rejected"
        ]
        decision = decide(records, claims, rejected, threshold)
        await _merge(graph, decision, claims)
        await _keep(graph, decision, claims, stored)
        await _one_primary_each(graph)
        status = list(decision.status.values())
        absorbed = [{each.entity for each in group} for group in decision.groups]
        report = IdentityReport(
            candidates=len(status),
            merged=sum(len(entities) - 1 for entities in absorbed),
            pending=status.count("pending"),
            seconds=round(time.monotonic() - started, 3),
        )
        run.counts |= {name: getattr(report, name) for name in ("candidates", "merged", "pending")}
    return report


async def _claims(graph: Graph, config: MatchConfig) -> tuple[list[Known], list[Claim]]:
    shared = await graph.rows(SHARED_EXTERNAL_IDS)
    records: list[Known] = []
    for kind in sorted({"Artist"} | {row["kind"] for row in shared}):
        [found] = await graph.rows(RECORDS_OF_KIND, kind=kind)
        records += [known(row) for row in found["records"]]
    claims = _claims_by_name(
        await named_pairs(graph, [each for each in records if each.kind == "Artist"]), config
    )
    return records, list((claims | _claims_by_id(shared)).values())


def _claims_by_name(pairs: Sequence[NamedPair], config: MatchConfig) -> dict[str, Claim]:
    claims: dict[str, Claim] = {}
    for pair in pairs:
        match = score(pair.evidence, config)
        claim = Claim(
            pair.a,
            pair.b,
            "Artist",
            match.score,
            match.reasons,
            by_name=True,
            ambiguous=pair.evidence.ambiguous,
        )
        claims[claim.id] = claim
    return claims


def _claims_by_id(shared: Sequence[Row]) -> dict[str, Claim]:
    claims: dict[str, Claim] = {}
    for row in shared:
        reason = f"same external id {row['platform']} {row['platformId']}"
        for a, b in combinations(sorted(row["records"]), 2):
            claim = Claim(a, b, row["kind"], 1.0, (reason,), by_name=False)
            claims.setdefault(claim.id, claim)
    return claims


async def _merge(graph: Graph, decision: Decision, claims: Sequence[Claim]) -> None:
    claims_of: dict[str, list[Claim]] = {}
    for claim in claims:
        if decision.status[claim.id] == "approved":
            claims_of.setdefault(claim.a, []).append(claim)

    def told(group: Sequence[Known]) -> Audit:
        grounds = [claim for each in group for claim in claims_of.get(each.id, [])]
        reason = "; ".join(dict.fromkeys(", ".join(claim.reasons) for claim in grounds))
        detail = {
            "entities": sorted({each.entity for each in group}),
            "records": {each.id: each.entity for each in group},
            "scores": {claim.id: claim.score for claim in grounds},
        }
        return Audit("merge", ACTOR, reason, group_id(group), detail)

    for start in range(0, len(decision.groups), GROUPS_PER_TRANSACTION):
        groups = decision.groups[start : start + GROUPS_PER_TRANSACTION]

        async def work(transaction: Transaction, groups: list[list[Known]] = groups) -> None:
            await regroup(transaction, groups)
            await audit(transaction, [told(group) for group in groups])

        await graph.transact(work)


async def _keep(
    graph: Graph, decision: Decision, claims: Sequence[Claim], stored: Mapping[str, Row]
) -> None:
    rows = [
        row
        for claim in claims
        if not _says(stored.get(claim.id), row := _row(claim, decision.status[claim.id]))
        and row["status"] != "rejected"
    ]
    for start in range(0, len(rows), ROWS_PER_TRANSACTION):
        part = rows[start : start + ROWS_PER_TRANSACTION]
        await graph.write(PUT_CANDIDATES, rows=part, at=datetime.now(UTC))
    claimed = {claim.id for claim in claims}
    gone = [id_ for id_, row in stored.items() if row["status"] == "pending" and id_ not in claimed]
    await graph.write(DROP_CANDIDATES, ids=gone)


def _row(claim: Claim, status: str) -> dict[str, Any]:
    return {
        "id": claim.id,
        "recordA": claim.a,
        "recordB": claim.b,
        "entityKind": claim.kind,
        "score": claim.score,
        "reasons": list(claim.reasons),
        "status": status,
    }


def _says(stored: Row | None, row: Mapping[str, Any]) -> bool:
    return stored is not None and all(
        stored[name] == row[name] for name in ("score", "reasons", "status")
    )


async def _one_primary_each(graph: Graph) -> None:
    crowded = [row["id"] for row in await graph.rows(CROWDED_PLATFORMS)]
    if not crowded:
        return
    groups: dict[str, list[Known]] = {}
    for row in await graph.rows(RECORDS_OF, ids=crowded):
        groups.setdefault(row["entity"], []).append(known(row))
    await graph.write(SET_PRIMARIES, rows=trust(list(groups.values())))
