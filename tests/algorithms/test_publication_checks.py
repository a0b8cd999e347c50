"""The checks of what is published: silent on what was published, loud on every damage."""

import pytest

from algorithms.publish import publish
from graph.checks import run_checks
from graph.client import Neo4jGraph
from tests.algorithms.network.results import result_of
from tests.algorithms.network.scenes import artist, put, write

PUBLICATION_CHECKS = {
    "communities_are_of_the_published_version",
    "community_members_agree",
    "community_sizes",
    "network_ranks_sum_to_one",
    "network_scores_in_range",
    "publication_has_a_publisher",
}

DAMAGE = {
    "a rank that is too large": (
        "MATCH (artist:Artist {id: 'ar_00003'}) SET artist.pagerank = artist.pagerank + 1e-6",
        {"network_ranks_sum_to_one"},
    ),
    "a rank that is no number": (
        "MATCH (artist:Artist {id: 'ar_00003'}) SET artist.pagerank = 0.0 / 0.0",
        {"network_ranks_sum_to_one", "network_scores_in_range"},
    ),
    "a percentile above 100": (
        "MATCH (artist:Artist {id: 'ar_00003'}) SET artist.centralityPct = 100.5",
        {"network_scores_in_range"},
    ),
    "a score that is missing": (
        "MATCH (artist:Artist {id: 'ar_00003'}) SET artist.bridgeRaw = null",
        {"network_scores_in_range"},
    ),
    "scores without a date": (
        "MATCH (artist:Artist {id: 'ar_00003'}) SET artist.scoreAsOf = null",
        {"network_scores_in_range"},
    ),
    "a membership too many": (
        "MATCH (artist:Artist {id: 'ar_00000'}), (other:Community {id: 'cm_3'}) "
        "CREATE (artist)-[:IN_COMMUNITY {version: 2}]->(other)",
        {"community_members_agree", "community_sizes"},
    ),
    "a membership of another version": (
        "MATCH (:Artist {id: 'ar_00000'})-[member:IN_COMMUNITY]->() SET member.version = 4",
        {"communities_are_of_the_published_version"},
    ),
    "a community of another version": (
        "MATCH (community:Community {id: 'cm_1'}) SET community.version = 0",
        {"communities_are_of_the_published_version"},
    ),
    "a community under another number": (
        "MATCH (community:Community {id: 'cm_1'}) SET community.communityId = 9",
        {"community_members_agree", "community_sizes"},
    ),
    "a publisher that died": (
        "MATCH (published:Published) SET published.version = 3, "
        "published.publishingSince = datetime() - duration({seconds: 61})",
        {"publication_has_a_publisher"},
    ),
}


@pytest.fixture
async def published(graph: Neo4jGraph) -> Neo4jGraph:
    """Twelve artists with published scores."""
    await put(graph, [(artist(n), artist(n + 1), 0.5) for n in range(11)], lonely=1)
    await publish(graph, result_of(12, 0))
    return graph


async def complaints(graph: Neo4jGraph) -> set[str]:
    return {check.name for check in await run_checks(graph) if check.rows} & PUBLICATION_CHECKS


async def test_what_was_published_is_as_it_should_be(published: Neo4jGraph) -> None:
    assert await complaints(published) == set()


async def test_a_publication_in_progress_is_no_damage(published: Neo4jGraph) -> None:
    await published.write(
        write("MATCH (published:Published) SET published.version = 3, "
              "published.publishingSince = datetime()")
    )  # fmt: skip
    assert await complaints(published) == set()


@pytest.mark.parametrize("damage", DAMAGE)
async def test_damage_is_found(published: Neo4jGraph, damage: str) -> None:
    statement, expected = DAMAGE[damage]
    await published.write(write(statement))
    assert await complaints(published) == expected
