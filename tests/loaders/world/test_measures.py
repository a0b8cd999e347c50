"""The measures of the comparison against networkx."""

import networkx as nx
import numpy as np
import pytest

from loaders.world.compare.louvain import louvain, modularity
from loaders.world.compare.measures import measure

GRAPHS = {
    "clubs": nx.karate_club_graph(),
    "random": nx.gnm_random_graph(300, 1500, seed=4),
    "communities": nx.planted_partition_graph(6, 40, 0.3, 0.01, seed=4),
    "with isolated nodes": nx.disjoint_union(
        nx.gnm_random_graph(90, 300, seed=5), nx.empty_graph(9)
    ),
}


def arrays(graph: nx.Graph) -> tuple[np.ndarray, np.ndarray]:
    """Edges and their weights, 1 where none is given."""
    edges = np.array(list(graph.edges()), dtype=np.int64)
    weights = np.array([data.get("weight", 1.0) for *_, data in graph.edges(data=True)], float)
    return edges, weights


@pytest.mark.parametrize("name", GRAPHS)
def test_clustering_and_assortativity_are_those_of_networkx(name: str) -> None:
    graph = GRAPHS[name]
    shape = measure(*arrays(graph), graph.number_of_nodes())
    local = nx.clustering(graph)
    many = [local[node] for node, degree in graph.degree() if degree >= 2]
    assert shape.transitivity == pytest.approx(nx.transitivity(graph))
    assert shape.local_clustering == pytest.approx(sum(many) / len(many))
    assert shape.assortativity == pytest.approx(nx.degree_assortativity_coefficient(graph))
    assert shape.isolated_share == nx.number_of_isolates(graph) / graph.number_of_nodes()
    assert shape.degree_max == max(degree for _, degree in graph.degree())


@pytest.mark.parametrize("name", GRAPHS)
def test_louvain_is_as_good_as_the_one_of_networkx(name: str) -> None:
    graph = GRAPHS[name]
    edges, weights = arrays(graph)
    groups = louvain(edges, weights, graph.number_of_nodes(), seed=1)
    found = [set(np.flatnonzero(groups == group)) for group in np.unique(groups)]
    other = nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=1))
    ours = modularity(edges, weights, groups)
    assert ours == pytest.approx(nx.community.modularity(graph, found))
    assert ours >= other - 0.02


def test_equal_degrees_have_no_inequality_and_a_star_has_much() -> None:
    ring = measure(*arrays(nx.cycle_graph(50)), 50)
    star = measure(*arrays(nx.star_graph(49)), 50)
    assert ring.degree_gini == pytest.approx(0)
    assert star.degree_gini == pytest.approx(0.48)


def test_the_tail_exponent_of_a_heavy_tail_is_smaller() -> None:
    heavy, light = nx.barabasi_albert_graph(2000, 5, seed=1), GRAPHS["random"]
    heavy_shape, light_shape = (
        measure(*arrays(graph), graph.number_of_nodes()) for graph in (heavy, light)
    )
    assert 2 < heavy_shape.tail_exponent < 4 < light_shape.tail_exponent
