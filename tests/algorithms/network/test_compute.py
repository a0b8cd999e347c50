"""All metrics together: the same from the same, whatever the store looks like inside."""

from dataclasses import fields
from datetime import date
from typing import Any

import numpy as np
import pytest

from algorithms.network.compute import compute_network
from algorithms.network.config import CommunityConfig, NetworkConfig
from algorithms.network.gds import PREFIX, PROJECT, PROJECTIONS
from algorithms.network.result import NetworkResult
from algorithms.publish import publish
from graph.client import Neo4jGraph
from graph.errors import StatementFailed
from tests.algorithms.network.scenes import CONNECT, ask, families, put, write

AS_OF = date(2019, 12, 31)
RUNS = ask(
    "MATCH (run:AlgorithmRun) RETURN run.kind AS kind, run.status AS status, "
    "run.paramsJson AS params, run.countsJson AS counts, run.version AS version "
    "ORDER BY run.startedAt",
    "kind", "status", "params", "counts", "version",
)  # fmt: skip
CLEAR_RUNS = write("MATCH (node:AlgorithmRun|Artist) DETACH DELETE node")


def values(result: NetworkResult) -> dict[str, Any]:
    """Everything a result holds, comparable bit by bit."""
    found = {entry.name: getattr(result, entry.name) for entry in fields(result)}
    return {
        name: value.tobytes() if isinstance(value, np.ndarray) else value
        for name, value in found.items()
        if name != "counts"
    }


async def test_twice_the_same_gives_the_same_bits(graph: Neo4jGraph) -> None:
    await put(graph, families([60, 40, 30, 4], seed=1))
    one = await compute_network(graph, AS_OF)
    assert values(await compute_network(graph, AS_OF)) == values(one)


async def test_the_order_in_which_the_store_was_filled_does_not_matter(graph: Neo4jGraph) -> None:
    pairs = families([60, 40, 30, 4], seed=2, between=8)
    await put(graph, pairs)
    one = await compute_network(graph, AS_OF)
    await graph.write(CLEAR_RUNS)
    await put(graph, pairs, reverse=True)
    assert values(await compute_network(graph, AS_OF)) == values(one)


async def test_planted_families_are_found_and_isolated_artists_have_no_scores(
    graph: Neo4jGraph,
) -> None:
    await put(graph, families([60, 40, 30], seed=3), lonely=5)
    result = await compute_network(graph, AS_OF)
    assert len(result.ids) == 130
    assert result.community_ids.tolist() == [1] * 60 + [2] * 40 + [3] * 30
    assert [community.size for community in result.communities] == [60, 40, 30]
    assert set(result.component_ids.tolist()) == {1}
    assert result.pagerank.sum() == pytest.approx(1.0, abs=1e-12)
    assert result.modularity is not None
    assert result.modularity > 0.5


async def test_bridges_are_those_between_families(graph: Neo4jGraph) -> None:
    pairs = families([40, 40], seed=4, between=0)
    ties = [("ar_00003", "ar_00050", 0.6), ("ar_00003", "ar_00060", 0.6)]
    await put(graph, [*pairs, *ties])
    result = await compute_network(graph, AS_OF)
    assert result.ids[int(np.argmax(result.bridge_pct))] == "ar_00003"


async def test_members_of_families_that_are_too_small_have_no_community(graph: Neo4jGraph) -> None:
    pairs = families([20, 4], seed=5, inside=1.0, between=0)
    await put(graph, [(one, other, 0.5) for one, other, _ in pairs])
    result = await compute_network(graph, AS_OF)
    assert result.community_ids.tolist() == [1] * 20 + [-1] * 4
    assert set(result.component_ids[20:].tolist()) == {2}
    assert not result.participation[20:].any()


async def test_communities_keep_their_numbers_when_the_scene_grows(graph: Neo4jGraph) -> None:
    pairs = families([60, 40, 30], seed=6)
    await put(graph, pairs)
    await publish(graph, await compute_network(graph, AS_OF))
    newcomers = [(f"ar_9000{n}", f"ar_{n + 60:05d}", 0.5) for n in range(9)]
    await graph.write(write("UNWIND range(0, 8) AS n CREATE (:Artist {id: 'ar_9000' + n})"))
    await graph.write(CONNECT, pairs=[[b, a, s] for a, b, s in newcomers])
    result = await compute_network(graph, AS_OF)
    by_id = dict(zip(result.ids, result.community_ids.tolist(), strict=True))
    assert [by_id[f"ar_{n:05d}"] for n in (0, 60, 100)] == [1, 2, 3]
    assert {by_id[one] for one, *_ in newcomers} == {2}
    churn = {community.id: community.churn for community in result.communities}
    assert churn == {1: 0.0, 2: pytest.approx(9 / 49), 3: 0.0}
    assert result.community_churn == 0.0
    assert result.counts["louvain"]["fromLast"] is True


async def test_families_that_merged_last_time_are_found_again_from_nothing(
    graph: Neo4jGraph,
) -> None:
    """Starting from last time never splits; a start from nothing that gains enough does."""
    await put(graph, families([30, 30, 30], seed=7, between=2))
    first = await compute_network(graph, AS_OF)
    await publish(graph, first)
    await graph.write(
        write("MATCH (artist:Artist)-[member:IN_COMMUNITY]->(old:Community) DELETE member "
              "WITH DISTINCT artist MATCH (one:Community {id: 'cm_1'}) "
              "CREATE (artist)-[:IN_COMMUNITY]->(one) SET artist.communityId = 1")
    )  # fmt: skip
    await graph.write(write("MATCH (node:Published) REMOVE node.communityInput"))
    result = await compute_network(graph, AS_OF)
    assert result.counts["louvain"]["fromLast"] is False
    assert len(result.communities) == 3
    stuck = NetworkConfig(communities=CommunityConfig(restart_gain=1.0))
    assert len((await compute_network(graph, AS_OF, stuck)).communities) == 1


@pytest.mark.parametrize("dated", [0, 20])
async def test_connections_without_a_dated_evidence_connect_but_weigh_nothing(
    graph: Neo4jGraph, dated: int
) -> None:
    pairs = families([20], seed=10, inside=1.0)[: 10 * dated]
    await put(graph, [*pairs, ("ar_x", "ar_y", 0.0), ("ar_y", "ar_z", 0.0)])
    result = await compute_network(graph, AS_OF)
    report = await publish(graph, result)
    assert report.published
    assert result.component_ids[-3:].tolist() == [2 if dated else 1] * 3
    assert result.community_ids[-3:].tolist() == [-1] * 3
    assert (result.modularity is None) == (not dated)


async def test_an_empty_graph_gives_an_empty_result(graph: Neo4jGraph) -> None:
    result = await compute_network(graph, AS_OF)
    assert result.ids == ()
    assert result.communities == ()
    report = await publish(graph, result)
    assert report.version == 2


async def test_every_algorithm_leaves_a_run_with_parameters_versions_and_counts(
    graph: Neo4jGraph,
) -> None:
    await put(graph, families([30, 20], seed=8))
    result = await compute_network(graph, AS_OF)
    rows = await graph.rows(RUNS)
    assert [row["kind"] for row in rows] == [
        "components", "pagerank", "louvain", "betweenness", "bridge",
    ]  # fmt: skip
    assert {row["status"] for row in rows} == {"succeeded"}
    assert {row["version"] for row in rows} == {result.version}
    for row in rows:
        assert '"gds":"2.' in row["params"]
        assert '"asOf":"2019-12-31"' in row["params"]
        assert '"artists":50' in row["counts"]
    assert '"ranIterations":' in rows[1]["counts"]
    assert '"didConverge":true' in rows[1]["counts"]


async def test_no_projection_is_left_behind_even_by_a_run_that_failed_or_died(
    graph: Neo4jGraph,
) -> None:
    await put(graph, families([30, 20], seed=9))
    dead = {"name": f"{PREFIX}dead", "seeds": [0, 1], "sources": [0], "targets": [1]}
    await graph.write(PROJECT, **dead, strengths=[0.5])

    def fail_in_the_middle(step: str) -> None:
        if step == "betweenness":
            raise StatementFailed("stopped")

    with pytest.raises(StatementFailed):
        await compute_network(graph, AS_OF, progress=fail_in_the_middle)
    assert await graph.rows(PROJECTIONS, prefix=PREFIX) == []


def test_the_version_of_the_configuration_changes_with_its_constants() -> None:
    plain = NetworkConfig()
    assert NetworkConfig().version == plain.version
    assert NetworkConfig(communities=CommunityConfig(min_size=6)).version != plain.version
