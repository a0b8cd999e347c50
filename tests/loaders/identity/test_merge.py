"""Merging and splitting by hand."""

from dataclasses import replace
from itertools import permutations

import pytest

from graph.client import Neo4jGraph
from graph.errors import EntityUnknown, MergeRefused, SplitRefused
from graph.fingerprint import fingerprint
from loaders.identity import merge, run_identity, split
from tests.loaders.identity.scene import Told, tell
from tests.probe import statement

LONDON = Told("ra-london", "klock", "Ben Klock", nights=[("a", 2018)], external=[("ra", "klock")])
BERLIN = Told(
    "berghain",
    "ben klock",
    "BEN KLOCK",
    known={"country": "DE"},
    nights=[("a", 2018), ("b", 2019)],
    external=[("ra", "a-klock"), ("discogs", "7")],
)
FEED = Told("a-feed", "7", "Klock", known={"formedYear": 1999}, external=[("discogs", "8")])
OTHER = Told("berghain", "marcel dettmann", "Marcel Dettmann", nights=[("a", 2018)])
VENUE = Told("ra-london", "7", "Berghain", kind="Venue")

ARTISTS = statement("MATCH (node:Artist) RETURN properties(node) AS value ORDER BY node.id")
FACTS = statement(
    "MATCH (artist:Artist)-[fact:PERFORMED_AT|HAS_EXTERNAL_ID]->(other) "
    "RETURN [artist.id, fact.fromRecord, other.id] AS value ORDER BY value"
)
REDIRECTS = statement(
    "MATCH (from:Redirect)-[:TO]->(to) RETURN [from.id, to.id] AS value ORDER BY value"
)
PRIMARY = statement(
    "MATCH (x:ExternalId) WHERE x.isPrimary RETURN x.platform + ' ' + x.platformId AS value "
    "ORDER BY value"
)
TOUCHED = statement("MATCH (node:Touched) RETURN node.id AS value ORDER BY value")
AUDIT = statement(
    "MATCH (node:AuditEvent) RETURN [node.action, node.actor, node.reason, node.subject] AS value"
)
CANDIDATES = statement("MATCH (node:IdentityCandidate) RETURN node.status AS value ORDER BY value")
DATA_VERSION = statement("MATCH (node:Published) RETURN node.dataVersion AS value")
DERIVED = statement(
    "MATCH (a:Artist), (b:Artist) WHERE a.id < b.id CREATE (a)-[:CONNECTED {strength: 0.5}]->(b)",
    mode="write",
)
CONNECTED = statement("MATCH (:Artist)-[:CONNECTED]->(:Artist) RETURN count(*) AS value")


async def values(graph: Neo4jGraph, query) -> list:
    return [row["value"] for row in await graph.rows(query)]


async def merged(graph: Neo4jGraph, *told: Told):
    return await merge(graph, [each.id for each in told], reason="the same", actor="a person")


async def test_all_records_facts_and_ids_go_to_the_most_trusted_record(graph: Neo4jGraph) -> None:
    await tell(graph, LONDON, BERLIN, FEED)
    result = await merged(graph, FEED, BERLIN, LONDON)
    assert result.survivor == LONDON.id
    assert result.absorbed == sorted([BERLIN.id, FEED.id])
    [artist] = await values(graph, ARTISTS)
    assert {**artist, "updatedAt": None} == {
        "id": LONDON.id,
        "name": "Ben Klock",
        "country": "DE",
        "formedYear": 1999,
        "source": "ra-london",
        "synthetic": False,
        "updatedAt": None,
    }
    assert await values(graph, FACTS) == sorted(
        [LONDON.id, each.record, fact["other"]]
        for each in (LONDON, BERLIN, FEED)
        for fact in each.facts()
    )
    assert await values(graph, REDIRECTS) == sorted([[BERLIN.id, LONDON.id], [FEED.id, LONDON.id]])


async def test_one_external_id_per_platform_is_primary_after_a_merge(graph: Neo4jGraph) -> None:
    await tell(graph, LONDON, BERLIN, FEED)
    await merged(graph, LONDON, BERLIN, FEED)
    assert await values(graph, PRIMARY) == ["discogs 7", "ra klock"]


async def test_the_order_of_merges_and_of_their_arguments_does_not_matter(
    graph: Neo4jGraph,
) -> None:
    seen = set()
    for order in permutations([LONDON, BERLIN, FEED]):
        await graph.write(
            statement(
                "MATCH (n) WHERE NOT n:Migration AND NOT n:Published DETACH DELETE n", mode="write"
            )
        )
        await tell(graph, *order)
        first, second, third = order
        await merged(graph, second, first)
        await merged(graph, third, second)
        seen.add((await fingerprint(graph)).digest)
    assert len(seen) == 1


async def test_redirects_to_the_absorbed_lead_to_the_survivor_at_once(graph: Neo4jGraph) -> None:
    await tell(graph, LONDON, BERLIN, FEED)
    await merged(graph, BERLIN, FEED)
    await merged(graph, FEED, LONDON)
    assert await values(graph, REDIRECTS) == sorted([[BERLIN.id, LONDON.id], [FEED.id, LONDON.id]])


async def test_a_merge_touches_what_must_be_derived_anew_and_drops_what_was_derived(
    graph: Neo4jGraph,
) -> None:
    await tell(graph, LONDON, BERLIN, OTHER)
    await graph.write(DERIVED)
    version = await values(graph, DATA_VERSION)
    await merged(graph, LONDON, BERLIN)
    assert await values(graph, TOUCHED) == sorted([LONDON.id, "berghain a", "berghain b"])
    assert await values(graph, CONNECTED) == [1]
    assert await values(graph, DATA_VERSION) == [version[0] + 1]
    assert await values(graph, AUDIT) == [["merge", "a person", "the same", LONDON.id]]


async def test_an_alias_between_the_merged_stays_and_comes_back(graph: Neo4jGraph) -> None:
    london = replace(LONDON, name="Klockwork")
    await tell(graph, london, BERLIN, aliases=[(BERLIN, london)])
    before = await fingerprint(graph)
    await merged(graph, london, BERLIN)
    aliases = statement("MATCH (a)-[:ALIAS_OF]->(b) RETURN [a.id, b.id] AS value")
    assert await values(graph, aliases) == [[LONDON.id, LONDON.id]]
    await split(graph, LONDON.id, [BERLIN.record], reason="no", actor="a person")
    assert await fingerprint(graph) == before


@pytest.mark.parametrize("gone", [[BERLIN], [LONDON], [BERLIN, FEED], [LONDON, BERLIN, FEED]])
async def test_merge_then_split_gives_the_same_graph(graph: Neo4jGraph, gone: list[Told]) -> None:
    feed, london = replace(FEED, name="K."), replace(LONDON, name="Klockwork")
    gone = [{"a-feed": feed, "ra-london": london}.get(each.source, each) for each in gone]
    rest = [each for each in (london, BERLIN, feed) if each not in gone]
    await tell(graph, london, BERLIN, feed, OTHER)
    if len(rest) > 1:
        await merged(graph, *rest)
    before = await fingerprint(graph)
    result = await merged(graph, london, BERLIN, feed)
    assert await fingerprint(graph) != before
    left = await split(
        graph, result.survivor, [each.record for each in gone], reason="no", actor="a person"
    )
    assert left.restored == sorted(each.id for each in gone)
    assert (left.remaining is None) == (not rest)
    assert await fingerprint(graph) == before


async def test_a_split_of_equal_names_differs_by_its_rejected_candidate_alone(
    graph: Neo4jGraph, settings
) -> None:
    await tell(graph, LONDON, BERLIN)
    before = await fingerprint(graph)
    await merged(graph, LONDON, BERLIN)
    await split(graph, BERLIN.id, [BERLIN.record], reason="two people", actor="a person")
    assert await values(graph, CANDIDATES) == ["rejected"]
    await run_identity(graph, settings)
    assert await values(graph, REDIRECTS) == []
    await graph.write(statement("MATCH (node:IdentityCandidate) DELETE node", mode="write"))
    assert await fingerprint(graph) == before


async def test_a_split_leaves_facts_that_belong_to_no_record_with_the_own_record_of_the_id(
    graph: Neo4jGraph,
) -> None:
    await tell(graph, LONDON, BERLIN)
    await graph.write(
        statement(
            "MATCH (a:Artist) CREATE (:MetricPoint {id: 'me_' + a.id})-[:OF]->(a)", mode="write"
        )
    )
    await merged(graph, LONDON, BERLIN)
    points = statement(
        "MATCH (m:MetricPoint)-[:OF]->(a) RETURN [m.id, a.id] AS value ORDER BY value"
    )
    assert {to for _, to in await values(graph, points)} == {LONDON.id}
    await split(graph, LONDON.id, [LONDON.record], reason="no", actor="a person")
    assert {to for _, to in await values(graph, points)} == {LONDON.id}


async def test_unknown_ids_are_named(graph: Neo4jGraph) -> None:
    await tell(graph, LONDON)
    with pytest.raises(EntityUnknown, match="ar_nobody"):
        await merge(graph, [LONDON.id, "ar_nobody"], reason="", actor="")
    with pytest.raises(EntityUnknown, match="ar_nobody"):
        await split(graph, "ar_nobody", [LONDON.record], reason="", actor="")


async def test_a_thing_is_not_merged_with_itself_nor_with_what_it_absorbed(
    graph: Neo4jGraph,
) -> None:
    await tell(graph, LONDON, BERLIN)
    with pytest.raises(MergeRefused, match="one already"):
        await merged(graph, LONDON, LONDON)
    await merged(graph, LONDON, BERLIN)
    with pytest.raises(MergeRefused, match=f"one already: {LONDON.id}"):
        await merged(graph, LONDON, BERLIN)


async def test_different_kinds_are_not_merged(graph: Neo4jGraph) -> None:
    await tell(graph, LONDON, VENUE)
    before = await fingerprint(graph)
    with pytest.raises(MergeRefused, match="Artist, Venue"):
        await merged(graph, LONDON, VENUE)
    assert await fingerprint(graph) == before


async def test_only_a_record_of_several_is_split_off(graph: Neo4jGraph) -> None:
    await tell(graph, LONDON, BERLIN, OTHER)
    with pytest.raises(SplitRefused, match="has 1 records"):
        await split(graph, LONDON.id, [LONDON.record], reason="", actor="")
    await merged(graph, LONDON, BERLIN)
    with pytest.raises(SplitRefused, match=OTHER.record):
        await split(graph, LONDON.id, [OTHER.record], reason="", actor="")
    with pytest.raises(SplitRefused, match="0 of them"):
        await split(graph, LONDON.id, [], reason="", actor="")
