"""Which entities become one."""

from itertools import permutations

from graph.model import node_id
from loaders.identity.decide import Claim, Decision, candidate_id, decide
from loaders.identity.records import Record
from loaders.identity.regroup import Known

THRESHOLD = 0.9


def record(source: str, own_id: str, entity: str | None = None) -> Known:
    natural = node_id("Artist", source, own_id)
    return Known(f"{source}/{own_id}", "Artist", entity or natural, Record(source, own_id, {}))


def claim(a: Known, b: Known, score: float, *, by_name: bool = True, ambiguous: bool = False):
    first, second = sorted((a.id, b.id))
    return Claim(first, second, "Artist", score, ("same name",), by_name, ambiguous)


A, B, C = record("a", "1"), record("b", "1"), record("c", "1")
A2 = record("a", "2")


def groups(decision: Decision) -> list[set[str]]:
    return [{each.id for each in group} for group in decision.groups]


def test_sure_names_merge_and_others_wait() -> None:
    decision = decide([A, B, C], [claim(A, B, 0.9), claim(B, C, 0.89)], [], THRESHOLD)
    assert groups(decision) == [{A.id, B.id}]
    assert decision.status == {
        candidate_id(A.id, B.id): "approved",
        candidate_id(C.id, B.id): "pending",
    }


def test_an_external_id_is_enough_at_any_threshold() -> None:
    assert groups(decide([A, A2], [claim(A, A2, 1.0, by_name=False)], [], 1.01)) == [{A.id, A2.id}]


def test_two_records_of_one_source_are_never_joined_by_a_name_not_even_through_a_third() -> None:
    decision = decide([A, A2, B], [claim(A, B, 0.95), claim(A2, B, 0.99)], [], THRESHOLD)
    assert groups(decision) == [{A2.id, B.id}]
    assert decision.status[candidate_id(A.id, B.id)] == "pending"


def test_an_ambiguous_name_is_never_enough() -> None:
    assert groups(decide([A, B], [claim(A, B, 0.99, ambiguous=True)], [], 0.0)) == []


def test_the_rejected_stay_apart_even_through_a_third() -> None:
    claims = [claim(A, B, 0.95), claim(A, C, 0.97), claim(B, C, 0.96)]
    decision = decide([A, B, C], claims, [(B.id, A.id)], THRESHOLD)
    assert groups(decision) == [{A.id, C.id}]
    assert decision.status == {
        candidate_id(A.id, B.id): "rejected",
        candidate_id(A.id, C.id): "approved",
        candidate_id(B.id, C.id): "pending",
    }


def test_what_is_one_already_stays_one_and_makes_no_group() -> None:
    merged = record("b", "1", A.entity)
    decision = decide([A, merged], [claim(A, merged, 0.5)], [], THRESHOLD)
    assert groups(decision) == []
    assert decision.status == {candidate_id(A.id, B.id): "approved"}


def test_the_order_of_records_and_claims_does_not_matter() -> None:
    claims = [claim(A, B, 0.95), claim(A2, B, 0.95), claim(B, C, 0.91)]
    seen = {
        tuple(tuple(sorted(group)) for group in groups(decide(records, order, [], THRESHOLD)))
        for records in permutations([A, A2, B, C])
        for order in permutations(claims)
    }
    assert len(seen) == 1
