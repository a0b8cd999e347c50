"""A score as a weighted mean of parts of which some may be unknown.

Weights of unknown parts are spread over the known ones; the coverage says how much was known.
Unknown is NaN in columns of numbers.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from algorithms.network.percentiles import midrank_percentiles

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Parts:
    """Scores of N subjects out of K parts.

    Attributes:
        value: Score of each, NaN where too little is known. Length N.
        contributions: What each part adds to the score; NaN where it is unknown. N x K.
        coverage: Sum of the weights of known parts, weights together 1. Length N.
    """

    value: Floats
    contributions: Floats
    coverage: Floats


def weighted(values: Floats, weights: Floats, *, coverage_min: float, parts_min: int = 1) -> Parts:
    """The weighted mean of what is known.

    Args:
        values: N x K, NaN for unknown.
        weights: K, or N x K where subjects are weighed differently; each row sums to 1.
        coverage_min: Least coverage of a score.
        parts_min: Least number of known parts of a score.

    Returns:
        `contribution = weight * value / coverage`, and their sum as the score.
    """
    known = ~np.isnan(values)
    each = np.broadcast_to(weights, values.shape)
    coverage = np.where(known, each, 0.0).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        contributions = each * values / coverage[:, None]
    value = np.where(known, contributions, 0.0).sum(axis=1)
    # A sum of weights like 0.3 + 0.15 + 0.15 may miss 0.6 by rounding.
    enough = (coverage >= coverage_min - _ROUNDING) & (known.sum(axis=1) >= parts_min)
    return Parts(np.where(enough, value, np.nan), contributions, coverage)


def percentiles(values: Floats) -> Floats:
    """Percentile rank of each value among the known ones, 0 to 100, NaN where it is unknown."""
    known = ~np.isnan(values)
    ranked = np.full(len(values), np.nan)
    ranked[known] = midrank_percentiles(values[known])
    return ranked


_ROUNDING = 1e-9
