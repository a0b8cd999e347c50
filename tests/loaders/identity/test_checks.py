"""The checks of identity: silent on what identity leaves, loud on every damage."""

import pytest

from graph.checks import run_checks
from graph.client import Neo4jGraph
from graph.settings import Settings
from loaders.identity import merge, run_identity, split
from tests.loaders.identity.scene import Told, tell
from tests.probe import statement

LONDON = Told("ra-london", "klock", "Ben Klock", external=[("discogs", "1")])
BERLIN = Told("berghain", "ben klock", "Ben Klock", external=[("discogs", "2")])
FEED = Told("a-feed", "7", "Ben Klock", external=[("discogs", "3")])
OTHER = Told("a-feed", "8", "Somebody Else", external=[("discogs", "4")])

ENTITY = f"(artist:Artist {{id: '{LONDON.id}'}})"
SECOND = f"(second:SourceRecord {{id: '{BERLIN.record}'}})"

DAMAGE = {
    "a record without an entity": (
        f"MATCH {SECOND}-[describes:DESCRIBES]->() DELETE describes",
        {"records_describe_one_entity", "candidates_agree_with_entities"},
    ),
    "a record of two entities": (
        f"MATCH {SECOND}, (other:Artist {{id: '{OTHER.id}'}}) "
        "CREATE (second)-[:DESCRIBES]->(other)",
        {
            "records_describe_one_entity",
            "absorbed_ids_still_answer",
            "candidates_agree_with_entities",
        },
    ),
    "a record of another kind": (
        f"MATCH {SECOND} SET second.kind = 'Venue'",
        {"records_describe_one_entity"},
    ),
    "an entity without records": (
        "CREATE (:Venue {id: 've_alone', source: 'a-feed'})",
        {"entities_have_records", "entities_bear_an_id_of_their_records"},
    ),
    "an entity with another id": (
        f"MATCH {ENTITY} SET artist.source = 'berghain'",
        {"entities_bear_an_id_of_their_records"},
    ),
    "a redirect to nothing": (
        "CREATE (:Redirect {id: 'ar_gone'})",
        {"redirects_lead_to_survivors"},
    ),
    "a chain of redirects": (
        f"MATCH (redirect:Redirect {{id: '{BERLIN.id}'}}) "
        "CREATE (:Redirect {id: 'ar_older'})-[:TO]->(redirect)",
        {"redirects_lead_to_survivors"},
    ),
    "a redirect that is an entity": (
        f"MATCH {ENTITY} CREATE (:Redirect {{id: artist.id}})-[:TO]->(artist)",
        {"redirects_lead_to_survivors"},
    ),
    "an absorbed id that answers no more": (
        f"MATCH (redirect:Redirect {{id: '{BERLIN.id}'}}) DETACH DELETE redirect",
        {"absorbed_ids_still_answer"},
    ),
    "an external id of two artists": (
        f"MATCH {ENTITY}, (external:ExternalId {{platformId: '4'}}) "
        f"CREATE (artist)-[:HAS_EXTERNAL_ID {{fromRecord: '{LONDON.record}'}}]->(external)",
        {"external_ids_belong_to_one_entity", "one_primary_external_id_per_platform"},
    ),
    "two primary ids": (
        "MATCH (external:ExternalId) SET external.isPrimary = true",
        {"one_primary_external_id_per_platform"},
    ),
    "a candidate that says otherwise": (
        "MATCH (candidate:IdentityCandidate {status: 'approved'}) SET candidate.status = 'pending'",
        {"candidates_agree_with_entities"},
    ),
}


async def found(graph: Neo4jGraph) -> set[str]:
    return {result.name for result in await run_checks(graph) if result.rows}


@pytest.fixture
async def identified(graph: Neo4jGraph, settings: Settings) -> Neo4jGraph:
    """Merged, split and merged again, as people do."""
    await tell(graph, LONDON, BERLIN, FEED, OTHER)
    await run_identity(graph, settings)
    await merge(graph, [LONDON.id, BERLIN.id, FEED.id], reason="the same", actor="a person")
    await split(graph, LONDON.id, [FEED.record], reason="not he", actor="a person")
    return graph


async def test_what_identity_leaves_is_well(identified: Neo4jGraph) -> None:
    assert await found(identified) == set()


@pytest.mark.parametrize("damage", DAMAGE)
async def test_a_damage_is_found_by_its_check(identified: Neo4jGraph, damage: str) -> None:
    body, expected = DAMAGE[damage]
    assert (await identified.write(statement(body, mode="write"))).changes > 0
    assert await found(identified) == expected
