"""Publication: only what is right, only what differs, whole or not at all."""

import itertools
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np
import pytest

from algorithms.network.compute import compute_network
from algorithms.network.config import NetworkConfig, PublicationConfig
from algorithms.network.result import NetworkResult
from algorithms.publish import publish
from graph import publication
from graph.client import Graph, Neo4jGraph, Row, Transaction, Written
from graph.errors import DatabaseUnreachable, PublicationTaken, ScoresImplausible, ScoresInvalid
from graph.fingerprint import fingerprint
from graph.queries import Query
from tests.algorithms.network.results import AS_OF, result_of
from tests.algorithms.network.scenes import CONNECT, artist, ask, families, put, write

SIZE = 12

T = TypeVar("T")

ARTISTS = ask(
    "MATCH (artist:Artist) RETURN artist.id AS id, artist.pagerank AS pagerank, "
    "artist.bridgePct AS bridge, artist.componentId AS component, "
    "artist.communityId AS community, toString(artist.scoreAsOf) AS asOf, "
    "artist.scoreVersion AS version, "
    "[(artist)-[member:IN_COMMUNITY]->(one) | [one.id, member.version]] AS member ORDER BY id",
    "id", "pagerank", "bridge", "component", "community", "asOf", "version", "member",
)  # fmt: skip
COMMUNITIES = ask(
    "MATCH (one:Community) RETURN one.id AS id, one.communityId AS number, one.name AS name, "
    "one.size AS size, one.version AS version, toString(one.firstSeen) AS since ORDER BY number",
    "id", "number", "name", "size", "version", "since",
)  # fmt: skip
LAST_RUN = ask(
    "MATCH (run:AlgorithmRun {kind: 'publish'}) "
    "RETURN run.status AS status, run.error AS error ORDER BY run.startedAt DESC LIMIT 1",
    "status", "error",
)  # fmt: skip


@pytest.fixture
async def scene(graph: Neo4jGraph) -> Neo4jGraph:
    """Twelve artists in a chain, nothing published."""
    await put(graph, [(artist(n), artist(n + 1), 0.5) for n in range(SIZE - 1)], lonely=1)
    return graph


async def test_all_scores_and_communities_are_written_with_one_version(scene: Neo4jGraph) -> None:
    result = result_of(SIZE, 0)
    report = await publish(scene, result)
    assert (report.version, report.published, report.artists, report.moved) == (2, True, 12, 12)
    *rows, lonely = await scene.rows(ARTISTS)
    for place, row in enumerate(rows):
        number = place % 3 + 1
        assert row == {
            "id": artist(place), "pagerank": result.pagerank[place], "bridge": 50.0,
            "component": 1, "community": number, "asOf": "2019-12-31",
            "version": "generation-0", "member": [[f"cm_{number}", 2]],
        }  # fmt: skip
    assert [lonely[key] for key in ("pagerank", "community", "asOf", "component")] == [None] * 4
    assert await scene.rows(COMMUNITIES) == [
        {
            "id": f"cm_{number}", "number": number, "name": f"family {number} of generation 0",
            "size": 4, "version": 2, "since": "2019-12-31",
        }
        for number in (1, 2, 3)
    ]  # fmt: skip


async def test_what_is_published_already_is_not_published_again(scene: Neo4jGraph) -> None:
    await publish(scene, result_of(SIZE, 0))
    before = await publication.read(scene)
    report = await publish(scene, result_of(SIZE, 0))
    assert not report.published
    assert report.version == 2
    assert await publication.read(scene) == before


async def test_only_differences_are_written(scene: Neo4jGraph) -> None:
    result = result_of(SIZE, 0)
    await publish(scene, result)
    nudged = result.betweenness.copy()
    nudged[3] = 1.0
    report = await publish(scene, replace(result, betweenness=nudged))
    assert (report.published, report.version) == (True, 4)
    assert (report.artists, report.moved, report.communities) == (1, 0, 0)
    assert {row["member"][0][1] for row in (await scene.rows(ARTISTS))[:-1]} == {4}


async def test_an_artist_that_lost_its_connections_loses_its_scores(scene: Neo4jGraph) -> None:
    await publish(scene, result_of(SIZE, 0))
    await publish(scene, result_of(SIZE - 3, 0))
    rows = await scene.rows(ARTISTS)
    assert [row["id"] for row in rows if row["pagerank"] is None] == [
        artist(9), artist(10), artist(11), "ar_lonely0",
    ]  # fmt: skip
    assert [row["member"] for row in rows if row["asOf"] is None] == [[]] * 4


async def test_a_community_that_is_no_more_is_removed_and_the_others_stay(
    scene: Neo4jGraph,
) -> None:
    await publish(scene, result_of(SIZE, 0))
    report = await publish(scene, result_of(SIZE, 1))
    assert report.removed == 1
    assert [row["id"] for row in await scene.rows(COMMUNITIES)] == ["cm_2", "cm_3", "cm_4"]


async def test_a_stray_membership_is_mended(scene: Neo4jGraph) -> None:
    await publish(scene, result_of(SIZE, 0))
    await scene.write(
        write("MATCH (artist:Artist {id: 'ar_00000'}), (other:Community {id: 'cm_3'}) "
              "CREATE (artist)-[:IN_COMMUNITY {version: 2}]->(other)")
    )  # fmt: skip
    report = await publish(scene, result_of(SIZE, 0))
    assert (report.moved, report.artists) == (1, 0)
    assert (await scene.rows(ARTISTS))[0]["member"] == [["cm_1", 4]]


BROKEN: dict[str, Callable[[NetworkResult], dict[str, Any]]] = {
    "ranks sum to": lambda result: {"pagerank": result.pagerank * 1.001},
    "centralityPct runs from": lambda result: {"centrality_pct": result.centrality_pct + 101},
    "bridgePct holds 1 values that are no number": lambda result: {
        "bridge_pct": np.append(result.bridge_pct[1:], np.nan)
    },
    "betweenness has 11 values for 12 artists": lambda result: {
        "betweenness": result.betweenness[1:]
    },
    "name different communities": lambda result: {"communities": result.communities[1:]},
    "sizes of communities": lambda result: {
        "communities": tuple(replace(one, size=9) for one in result.communities)
    },
    "is not below the next number": lambda result: {"next_community_id": 3},
}


@pytest.mark.parametrize("complaint", BROKEN)
async def test_scores_that_break_an_invariant_are_not_published(
    scene: Neo4jGraph, complaint: str
) -> None:
    good = result_of(SIZE, 0)
    await publish(scene, good)
    before = await fingerprint(scene)
    bad = replace(result_of(SIZE, 2), **BROKEN[complaint](result_of(SIZE, 2)))
    with pytest.raises(ScoresInvalid, match=complaint):
        await publish(scene, bad)
    assert await fingerprint(scene) == before
    assert (await publication.read(scene)).version == 2
    run = (await scene.rows(LAST_RUN))[0]
    assert run["status"] == "failed"
    assert complaint in run["error"]


async def test_implausible_scores_are_reported_and_held_back_when_asked(scene: Neo4jGraph) -> None:
    await publish(scene, result_of(SIZE, 0))
    odd = result_of(SIZE, 2, communities=6)
    hold = NetworkConfig(publication=PublicationConfig(hold_implausible=True))
    with pytest.raises(ScoresImplausible, match="6 communities after 3"):
        await publish(scene, odd, hold)
    assert (await publication.read(scene)).version == 2
    report = await publish(scene, odd)
    assert report.published
    assert report.doubts == ("6 communities after 3",)


async def test_other_top_artists_than_before_are_doubted(scene: Neo4jGraph) -> None:
    limits = NetworkConfig(publication=PublicationConfig(top_ranked=5))
    result = result_of(SIZE, 0)
    await publish(scene, result, limits)
    report = await publish(scene, replace(result, pagerank=result.pagerank[::-1].copy()), limits)
    assert report.doubts == ("only 0 of the 5 highest ranked artists were so before",)


FORGET_SCORES = write("""
MATCH (published:Published)
SET published = {id: 'pb_scores', version: 0, dataVersion: 0}
WITH published
MATCH (artist:Artist)
SET artist = {id: artist.id, name: artist.name, synthetic: false}
WITH DISTINCT published
MATCH (community:Community)
DETACH DELETE community
""")
DISCONNECT = write("MATCH (:Artist)-[connected:CONNECTED]->(:Artist) DELETE connected")


class Dying(Graph):
    """A graph whose connection breaks at the nth write; with `lost`, after it was committed."""

    def __init__(self, graph: Neo4jGraph, writes: int, *, lost: bool) -> None:
        self.graph, self.writes, self.lost = graph, writes, lost

    async def rows(self, query: Query, /, **params: Any) -> list[Row]:
        return await self.graph.rows(query, **params)

    async def write(self, query: Query, /, **params: Any) -> Written:
        return await self._count(lambda: self.graph.write(query, **params))

    async def transact(
        self, work: Callable[[Transaction], Awaitable[T]], *, timeout_s: float = 120.0
    ) -> T:
        return await self._count(lambda: self.graph.transact(work, timeout_s=timeout_s))

    async def _count(self, work: Callable[[], Awaitable[T]]) -> T:
        self.writes -= 1
        if self.writes > 0 or (self.lost and self.writes == 0):
            done = await work()
            if self.writes > 0:
                return done
        raise DatabaseUnreachable("the connection broke")


@pytest.mark.parametrize("lost", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("one_transaction_max", [1000, 0], ids=["at once", "in batches"])
async def test_a_publisher_that_died_at_any_write_is_repeated_to_the_same_graph(
    graph: Neo4jGraph, one_transaction_max: int, lost: bool
) -> None:
    """Tonight's communities differ from last night's; those who died have them written or not."""
    limits = PublicationConfig(one_transaction_max=one_transaction_max, batch_rows=40)
    config = NetworkConfig(publication=limits)
    await put(graph, families([30, 20, 15], seed=1))
    last = await compute_network(graph, AS_OF, config)

    async def last_night() -> None:
        await graph.write(FORGET_SCORES)
        await publish(graph, last, config)
        await graph.write(DISCONNECT)
        await graph.write(CONNECT, pairs=[list(pair) for pair in families([22, 28, 15], seed=2)])

    await last_night()
    tonight = await compute_network(graph, AS_OF, config)
    assert tonight.community_churn
    await publish(graph, tonight, config)
    expected, version = await fingerprint(graph), (await publication.read(graph)).version
    for writes in itertools.count(1):
        await last_night()
        try:
            await publish(Dying(graph, writes, lost=lost), tonight, config)
        except DatabaseUnreachable:
            await publish(graph, await compute_network(graph, AS_OF, config), config)
            assert await fingerprint(graph) == expected, f"died at write {writes}"
            assert (await publication.read(graph)).version == version
        else:
            break
    assert writes > (8 if one_transaction_max else 10)


async def test_a_run_whose_publication_was_taken_over_writes_nothing(scene: Neo4jGraph) -> None:
    await publish(scene, result_of(SIZE, 0))

    class Overtaken(Dying):
        """Before its first transaction another run begins to publish."""

        async def transact(
            self, work: Callable[[Transaction], Awaitable[T]], *, timeout_s: float = 120.0
        ) -> T:
            await publication.begin(self.graph, "al_other")
            return await self.graph.transact(work, timeout_s=timeout_s)

    with pytest.raises(PublicationTaken):
        await publish(Overtaken(scene, 1000, lost=False), result_of(SIZE, 1))
    assert {row["version"] for row in (await scene.rows(ARTISTS))[:-1]} == {"generation-0"}
    assert (await publication.read(scene)).publisher == "al_other"


async def test_a_publication_left_open_is_ended_by_the_next_run(scene: Neo4jGraph) -> None:
    await publish(scene, result_of(SIZE, 0))
    await publication.begin(scene, "al_dead")
    report = await publish(scene, result_of(SIZE, 0))
    assert (report.published, report.artists, report.version) == (True, 0, 4)
    state = await publication.read(scene)
    assert (state.publishing, state.publisher, state.publishing_since) == (False, None, None)
