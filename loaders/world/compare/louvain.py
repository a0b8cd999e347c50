"""Louvain communities of a weighted graph, small and seeded.

For the comparison of the demo world with a real scene only; the graph's own communities come
from GDS.

Source:
    Blondel, Guillaume, Lambiotte, Lefebvre 2008, "Fast unfolding of communities in large networks".
"""

from random import Random

import numpy as np
from numpy.typing import NDArray

GAIN_MIN = 1e-12
SWEEPS_MAX = 30
MOVES_MIN_SHARE = 0.002


def louvain(
    pairs: NDArray[np.int64], weights: NDArray[np.float64], nodes: int, seed: int
) -> NDArray[np.int64]:
    """A community number for each node.

    Args:
        pairs: Edges of shape (n, 2).
        weights: One weight an edge, > 0.
        nodes: Number of nodes.
        seed: Order in which nodes are visited.
    """
    dice = Random(seed)
    groups = np.arange(nodes)
    count = nodes
    loops = np.zeros(nodes)
    while True:
        moved = _one_level(pairs, weights, loops, count, dice)
        labels, dense = np.unique(moved, return_inverse=True)
        groups = dense[groups]
        if len(labels) == count:
            return groups
        pairs, weights, loops = _contract(pairs, weights, loops, dense, len(labels))
        count = len(labels)


def modularity(
    pairs: NDArray[np.int64], weights: NDArray[np.float64], groups: NDArray[np.int64]
) -> float:
    """Weight inside communities minus what chance would put there, -0.5 to 1."""
    left, right = groups[pairs[:, 0]], groups[pairs[:, 1]]
    total = weights.sum()
    size = int(groups.max()) + 1
    strength = np.bincount(left, weights, size) + np.bincount(right, weights, size)
    inside = weights[left == right].sum()
    return float(inside / total - ((strength / (2 * total)) ** 2).sum())


def _neighbours(
    pairs: NDArray[np.int64], weights: NDArray[np.float64], count: int
) -> list[list[tuple[int, float]]]:
    beside: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for left, right, weight in zip(
        pairs[:, 0].tolist(), pairs[:, 1].tolist(), weights.tolist(), strict=True
    ):
        beside[left].append((right, weight))
        beside[right].append((left, weight))
    return beside


def _one_level(
    pairs: NDArray[np.int64],
    weights: NDArray[np.float64],
    loops: NDArray[np.float64],
    count: int,
    dice: Random,
) -> NDArray[np.int64]:
    """Moves single nodes to the best neighbouring community until hardly any moves."""
    beside = _neighbours(pairs, weights, count)
    strength = [
        2 * loop + sum(weight for _, weight in row)
        for loop, row in zip(loops.tolist(), beside, strict=True)
    ]
    total = sum(strength)
    group, held = list(range(count)), list(strength)
    order = list(range(count))
    dice.shuffle(order)
    enough = count * MOVES_MIN_SHARE
    for _ in range(SWEEPS_MAX):
        moves = 0
        for node in order:
            links: dict[int, float] = {}
            for other, weight in beside[node]:
                near = group[other]
                links[near] = links.get(near, 0.0) + weight
            home, own = group[node], strength[node]
            held[home] -= own
            pull = own / total
            best, best_gain = home, links.get(home, 0.0) - held[home] * pull + GAIN_MIN
            for candidate, weight in links.items():
                gain = weight - held[candidate] * pull
                if gain > best_gain:
                    best, best_gain = candidate, gain
            held[best] += own
            group[node] = best
            moves += best != home
        if moves <= enough:
            break
    return np.asarray(group)


def _contract(
    pairs: NDArray[np.int64],
    weights: NDArray[np.float64],
    loops: NDArray[np.float64],
    groups: NDArray[np.int64],
    count: int,
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """The graph of communities: parallel edges summed, inner weight kept as loops."""
    merged_loops = np.bincount(groups, loops, count).astype(np.float64)
    left, right = groups[pairs[:, 0]], groups[pairs[:, 1]]
    inner = left == right
    merged_loops += np.bincount(left[inner], weights[inner], count)
    low, high = np.minimum(left, right)[~inner], np.maximum(left, right)[~inner]
    keys, place = np.unique(low * count + high, return_inverse=True)
    summed = np.bincount(place, weights[~inner], len(keys)).astype(np.float64)
    return np.stack((keys // count, keys % count), axis=1), summed, merged_loops
