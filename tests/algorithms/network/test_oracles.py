"""Against igraph and networkx on the London nights, and exactly on a published example."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import igraph
import networkx
import numpy as np
import pytest
from graphdatascience import GraphDataScience
from graphdatascience.graph.graph_api import Graph as Projection

from algorithms.network.columns import NetworkColumns, columns_of
from algorithms.network.communities import find_communities, first_members
from algorithms.network.components import components
from algorithms.network.config import CommunityConfig, PageRankConfig
from algorithms.network.gds import projected
from algorithms.network.pagerank import pagerank
from graph.client import Neo4jGraph
from tests.algorithms.network.scenes import artist, london

MODULARITY_TOLERANCE = 0.02


@dataclass(frozen=True)
class London:
    """The London nights in the server's memory and in igraph."""

    columns: NetworkColumns
    projection: Projection
    oracle: igraph.Graph

    @property
    def size(self) -> int:
        return len(self.columns.ids)

    @property
    def pairs(self) -> list[tuple[int, int]]:
        return list(zip(self.columns.sources.tolist(), self.columns.targets.tolist(), strict=True))


@pytest.fixture(scope="module")
async def nights(
    server: Neo4jGraph, gds: GraphDataScience, real_data: Path
) -> AsyncIterator[London]:
    columns = columns_of(london(real_data))
    size = len(columns.ids)
    pairs = zip(columns.sources.tolist(), columns.targets.tolist(), strict=True)
    oracle = igraph.Graph(n=size, edges=list(pairs))
    oracle.es["strength"] = columns.strengths
    async with projected(server, gds, columns, np.zeros(size, dtype=np.int64)) as projection:
        yield London(columns, projection, oracle)


def test_pagerank_of_london_is_the_exact_one(nights: London, gds: GraphDataScience) -> None:
    ranked = pagerank(gds, nights.projection, nights.size, PageRankConfig(), 1)
    exact = np.array(nights.oracle.pagerank(weights="strength", damping=0.85))
    assert ranked.converged
    assert ranked.iterations < PageRankConfig().max_iterations
    assert exact.sum() == pytest.approx(1.0, abs=1e-12)
    assert np.abs(ranked.ranks - exact).sum() <= 1e-6
    assert set(np.argsort(-ranked.ranks)[:100]) == set(np.argsort(-exact)[:100])


def test_the_default_iterations_of_gds_would_not_have_been_enough(
    nights: London, gds: GraphDataScience
) -> None:
    ranked = pagerank(gds, nights.projection, nights.size, PageRankConfig(max_iterations=20), 1)
    exact = np.array(nights.oracle.pagerank(weights="strength", damping=0.85))
    assert not ranked.converged
    assert np.abs(ranked.ranks - exact).sum() > 1e-6


def test_components_of_london_are_those_of_igraph(nights: London, gds: GraphDataScience) -> None:
    found = components(gds, nights.projection, nights.size, 1)
    exact = nights.oracle.connected_components()
    assert found.sizes.tolist() == sorted(exact.sizes(), reverse=True)
    membership = np.array(exact.membership, dtype=np.int64)
    assert np.array_equal(first_members(found.ids), first_members(membership))


def test_communities_of_london_are_as_modular_as_those_of_igraph(
    nights: London, gds: GraphDataScience
) -> None:
    found = find_communities(
        gds,
        nights.projection,
        nights.size,
        from_last=False,
        config=CommunityConfig(),
        concurrency=1,
    )
    membership = np.unique(found.labels, return_inverse=True)[1].tolist()
    exact = nights.oracle.modularity(membership, weights="strength")
    peer = nights.oracle.community_multilevel(weights="strength").modularity
    assert found.modularity == pytest.approx(exact, abs=1e-6)
    assert abs(found.modularity - peer) <= MODULARITY_TOLERANCE


def test_bridges_and_articulation_points_of_london_are_those_of_networkx(
    nights: London, gds: GraphDataScience
) -> None:
    oracle = networkx.Graph(nights.pairs)
    bridges = gds.bridges.stream(nights.projection, concurrency=1)
    found = {
        (min(pair), max(pair))
        for pair in zip(bridges["from"].tolist(), bridges["to"].tolist(), strict=True)
    }
    assert found == {(min(pair), max(pair)) for pair in networkx.bridges(oracle)}
    points = gds.articulation_points.stream(nights.projection, concurrency=1)
    assert set(points["nodeId"].tolist()) == set(networkx.articulation_points(oracle))
    assert len(found) > 100


async def test_pagerank_is_exactly_the_published_answer_of_the_benchmark_example(
    server: Neo4jGraph, gds: GraphDataScience, real_data: Path
) -> None:
    """The benchmark stops after two steps from even ranks; two runs of ours give the same."""
    folder = real_data / "ldbc-graphalytics-example"
    lines = (folder / "example-undirected.e").read_text().splitlines()
    ends = [line.split()[:2] for line in lines]
    columns = columns_of([(artist(int(one)), artist(int(other)), 1.0) for one, other in ends])
    size = len(columns.ids)
    answers = dict(
        line.split() for line in (folder / "example-undirected-PR").read_text().splitlines()
    )
    expected = [float(answers[str(int(key.removeprefix("ar_")))]) for key in columns.ids]

    def unnormalised(steps: int) -> np.ndarray:
        # GDS counts the start at 1 - d as an iteration; after k steps the ranks sum to
        # n * (1 - d^(k + 1)), as no artist is without a connection.
        config = PageRankConfig(max_iterations=steps + 1, tolerance=1e-300)
        ranks = pagerank(gds, projection, size, config, 1).ranks
        return ranks * size * (1 - 0.85 ** (steps + 1))

    async with projected(server, gds, columns, np.zeros(size, dtype=np.int64)) as projection:
        one, two = unnormalised(1), unnormalised(2)
    converted = (one + (two - one) / (1 - 0.85)) / size
    assert np.abs(converted - np.array(expected)).max() < 1e-15
