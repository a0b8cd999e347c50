"""Percentile ranks."""

import numpy as np

from algorithms.network.columns import Floats


def midrank_percentiles(values: Floats) -> Floats:
    """Percentile rank of each value among all, 0 to 100; equal values share their middle rank.

    Args:
        values: Known values only, any order.

    Returns:
        `100 * (number below + half the number equal) / number of values`; alone, a value has 50.
    """
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    below = np.cumsum(counts) - counts
    return (100.0 * (below + 0.5 * counts) / max(len(values), 1))[inverse]
