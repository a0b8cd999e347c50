"""The shape of a graph of artists: degrees, clustering, mixing, communities."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from loaders.world.compare.louvain import louvain, modularity

ROWS_AT_ONCE = 20_000


class GraphShape(NamedTuple):
    """Measures of one undirected graph; isolated nodes count as nodes.

    Attributes:
        degree_quantiles: Degrees at 10, 50, 90 and 99 %.
        degree_gini: Inequality of degrees, 0 (all equal) to 1.
        tail_exponent: Hill estimate over the upper 5 % of degrees; smaller is heavier,
            infinite if they are all equal.
        transitivity: 3 x triangles / connected triples.
        local_clustering: Mean over nodes of degree >= 2.
        assortativity: Correlation of the degrees at both ends of an edge; NaN if all are equal.
        modularity: Of the Louvain communities, weighted.
    """

    nodes: int
    edges: int
    mean_degree: float
    degree_quantiles: tuple[float, float, float, float]
    degree_max: int
    degree_gini: float
    tail_exponent: float
    isolated_share: float
    transitivity: float
    local_clustering: float
    assortativity: float
    modularity: float
    communities: int


def measure(
    pairs: NDArray[np.int64], weights: NDArray[np.float64], nodes: int, seed: int = 1
) -> GraphShape:
    """All measures of a graph.

    Args:
        pairs: Edges of shape (n, 2), node numbers below `nodes`, each pair once, no loops.
        weights: One weight an edge, > 0; only modularity uses them.
        nodes: Number of nodes, isolated ones included.
        seed: Order in which Louvain visits the nodes.
    """
    degrees = np.bincount(pairs.ravel(), minlength=nodes)
    triangles = _triangles(pairs, nodes)
    triples = degrees * (degrees - 1) / 2
    many = triples > 0
    groups = louvain(pairs, weights, nodes, seed)
    return GraphShape(
        nodes=nodes,
        edges=len(pairs),
        mean_degree=float(degrees.mean()),
        degree_quantiles=_quantiles(degrees),
        degree_max=int(degrees.max()),
        degree_gini=_gini(degrees),
        tail_exponent=_hill(degrees),
        isolated_share=float((degrees == 0).mean()),
        transitivity=float(triangles.sum() / triples.sum()),
        local_clustering=float((triangles[many] / triples[many]).mean()),
        assortativity=_assortativity(pairs, degrees),
        modularity=modularity(pairs, weights, groups),
        communities=len(np.unique(groups[degrees > 0])),
    )


def _quantiles(degrees: NDArray[np.int64]) -> tuple[float, float, float, float]:
    low, median, high, highest = np.quantile(degrees, (0.1, 0.5, 0.9, 0.99))
    return float(low), float(median), float(high), float(highest)


def _triangles(pairs: NDArray[np.int64], nodes: int) -> NDArray[np.float64]:
    """Triangles through each node, by intersecting neighbourhoods kept as rows of bits."""
    words = (nodes + 63) // 64
    bits = np.zeros((nodes, words), dtype=np.uint64)
    for source, target in ((0, 1), (1, 0)):
        to = pairs[:, target]
        mask = np.left_shift(np.uint64(1), (to % 64).astype(np.uint64))
        np.bitwise_or.at(bits, (pairs[:, source], to // 64), mask)
    twice = np.zeros(nodes)
    for start in range(0, len(pairs), ROWS_AT_ONCE):
        left, right = pairs[start : start + ROWS_AT_ONCE].T
        common = np.bitwise_count(bits[left] & bits[right]).sum(axis=1, dtype=np.int64)
        np.add.at(twice, left, common)
        np.add.at(twice, right, common)
    return twice / 2


def _gini(degrees: NDArray[np.int64]) -> float:
    ordered = np.sort(degrees)
    ranks = np.arange(1, len(ordered) + 1)
    return float((2 * ranks - len(ordered) - 1) @ ordered / (len(ordered) * ordered.sum()))


def _hill(degrees: NDArray[np.int64], share: float = 0.05) -> float:
    """Hill estimate of the exponent of the density: 1 + 1 / mean log excess over the threshold."""
    ordered = np.sort(degrees[degrees > 0])[::-1].astype(float)
    upper = ordered[: max(2, int(len(ordered) * share))]
    excess = float(np.log(upper / upper[-1]).mean())
    return 1 + 1 / excess if excess > 0 else math.inf


def _assortativity(pairs: NDArray[np.int64], degrees: NDArray[np.int64]) -> float:
    left = degrees[np.concatenate((pairs[:, 0], pairs[:, 1]))]
    right = degrees[np.concatenate((pairs[:, 1], pairs[:, 0]))]
    return float(np.corrcoef(left, right)[0, 1]) if left.std() > 0 else math.nan
