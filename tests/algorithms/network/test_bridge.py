"""Bridges: participation by hand, betweenness against networkx."""

import networkx
import numpy as np
import pytest
from graphdatascience import GraphDataScience

from algorithms.network.bridge import betweenness, participation
from algorithms.network.columns import columns_of
from algorithms.network.config import BridgeConfig
from algorithms.network.gds import projected
from graph.client import Neo4jGraph
from tests.algorithms.network.scenes import families


def test_participation_is_one_minus_the_squared_shares() -> None:
    columns = columns_of([("ar_a", "ar_b", 0.3), ("ar_a", "ar_c", 0.3), ("ar_a", "ar_d", 0.6)])
    spread = participation(columns, np.array([1, 1, 2, 3], dtype=np.int64))
    assert spread[0] == pytest.approx(1 - (0.25**2 + 0.25**2 + 0.5**2), abs=1e-15)
    assert spread[1:].tolist() == [0.0, 0.0, 0.0]


def test_artists_without_a_community_count_as_one_community() -> None:
    columns = columns_of([("ar_a", "ar_b", 0.5), ("ar_a", "ar_c", 0.2)])
    assert participation(columns, np.array([-1, -1, -1], dtype=np.int64)).tolist() == [0, 0, 0]


def test_connections_without_strength_do_not_spread_anything() -> None:
    columns = columns_of([("ar_a", "ar_b", 0.0), ("ar_b", "ar_c", 0.4), ("ar_b", "ar_d", 0.0)])
    communities = np.array([1, 2, 3, 4], dtype=np.int64)
    assert participation(columns, communities).tolist() == [0.0, 0.0, 0.0, 0.0]


def test_all_strength_in_one_community_is_exactly_zero() -> None:
    pairs = families([60], seed=4)
    columns = columns_of(pairs)
    assert not participation(columns, np.full(len(columns.ids), 7, dtype=np.int64)).any()


@pytest.mark.parametrize("seed", [1, 2])
async def test_betweenness_is_that_of_networkx_on_a_small_network(
    graph: Neo4jGraph, gds: GraphDataScience, seed: int
) -> None:
    columns = columns_of(families([30, 20, 10], seed=seed, inside=0.2))
    size = len(columns.ids)
    oracle = networkx.Graph(zip(columns.sources.tolist(), columns.targets.tolist(), strict=True))
    exact = networkx.betweenness_centrality(oracle, normalized=False)
    async with projected(graph, gds, columns, np.zeros(size, dtype=np.int64)) as projection:
        values = betweenness(gds, projection, size, BridgeConfig(), 1)
        sampled = betweenness(
            gds, projection, size, BridgeConfig(sample_above=10, sample_size=20), 1
        )
        again = betweenness(gds, projection, size, BridgeConfig(sample_above=10, sample_size=20), 1)
    assert values.tolist() == pytest.approx([exact[number] for number in range(size)], abs=1e-9)
    assert sampled.tolist() == again.tolist() != values.tolist()
