"""Which entities become one: a pure function of claims, earlier decisions and a threshold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.model import node_id
from loaders.identity.regroup import Known

Status = Literal["pending", "approved", "rejected"]


@dataclass(frozen=True)
class Claim:
    """That two records may describe one entity.

    Attributes:
        a: Id of one record, the smaller one.
        b: Id of the other.
        kind: Label of the entities.
        score: Confidence, 0 to 1.
        reasons: What speaks for it and against it.
        by_name: Whether a name is the ground, not an external id.
        ambiguous: Whether the name has several bearers in one source; then nobody merges unasked.
    """

    a: str
    b: str
    kind: str
    score: float
    reasons: tuple[str, ...]
    by_name: bool
    ambiguous: bool = False

    @property
    def id(self) -> str:
        """Id of the candidate."""
        return candidate_id(self.a, self.b)


@dataclass(frozen=True)
class Decision:
    """What follows from all claims.

    Attributes:
        groups: All records of two or more entities that become one, a list per entity to be.
        status: Candidate id -> what becomes of the claim.
    """

    groups: list[list[Known]]
    status: dict[str, Status]


def candidate_id(a: str, b: str) -> str:
    """Id of the candidate of two records, in any order."""
    return node_id("IdentityCandidate", "drift", "|".join(sorted((a, b))))


def decide(
    records: Sequence[Known],
    claims: Iterable[Claim],
    rejected: Iterable[tuple[str, str]],
    threshold: float,
) -> Decision:
    """Group records by their claims, the surest first.

    Records of one entity stay together. A claim is not followed if that would join two records
    whose claim was rejected, or, by a name, two records of one source.

    Args:
        records: All records of the kinds that the claims speak of.
        rejected: Pairs of record ids that are not the same.
        threshold: Confidence from which a name is enough.
    """
    clusters = _Clusters(records, rejected)
    ordered = sorted(claims, key=lambda claim: (claim.by_name, -claim.score, claim.id))
    for claim in ordered:
        sure = not claim.by_name or (claim.score >= threshold and not claim.ambiguous)
        if sure and clusters.may_join(claim):
            clusters.join(claim.a, claim.b)
    return Decision(
        groups=clusters.grown(),
        status={claim.id: clusters.status(claim) for claim in ordered},
    )


class _Clusters:
    """Records that describe one entity, or will."""

    def __init__(self, records: Sequence[Known], rejected: Iterable[tuple[str, str]]) -> None:
        self._of: dict[str, list[Known]] = {}
        by_entity: dict[str, list[Known]] = {}
        for each in records:
            cluster = by_entity.setdefault(each.entity, [])
            cluster.append(each)
            self._of[each.id] = cluster
        self._foes: dict[str, set[str]] = {}
        for a, b in rejected:
            self._foes.setdefault(a, set()).add(b)
            self._foes.setdefault(b, set()).add(a)

    def may_join(self, claim: Claim) -> bool:
        """Whether nothing forbids to follow the claim."""
        a, b = self._of[claim.a], self._of[claim.b]
        if a is b:
            return False
        there = {each.id for each in b}
        if any(self._foes.get(each.id, _NOBODY) & there for each in a):
            return False
        sources = {each.record.source for each in a} & {each.record.source for each in b}
        return not (claim.by_name and sources)

    def join(self, a: str, b: str) -> None:
        """Make two clusters one."""
        kept, gone = self._of[a], self._of[b]
        kept.extend(gone)
        for each in gone:
            self._of[each.id] = kept

    def status(self, claim: Claim) -> Status:
        """What became of a claim."""
        if claim.b in self._foes.get(claim.a, _NOBODY):
            return "rejected"
        return "approved" if self._of[claim.a] is self._of[claim.b] else "pending"

    def grown(self) -> list[list[Known]]:
        """Clusters of more than one entity, in order of their records."""
        clusters = {id(cluster): cluster for cluster in self._of.values()}
        grown = [
            sorted(cluster, key=lambda each: each.id)
            for cluster in clusters.values()
            if len({each.entity for each in cluster}) > 1
        ]
        return sorted(grown, key=lambda cluster: cluster[0].id)


_NOBODY: frozenset[str] = frozenset()
