"""How far two columns agree, with an interval."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from algorithms.network.percentiles import midrank_percentiles

CONFIDENCE = 0.95
_REACH = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
"""Standard errors from an estimate to either end of its interval."""


@dataclass(frozen=True)
class Agreement:
    """An estimate and its 95 % interval.

    Attributes:
        count: Pairs it rests on.
    """

    value: float
    low: float
    high: float
    count: int

    def __str__(self) -> str:
        return f"{self.value:+.3f} ({self.low:+.3f} to {self.high:+.3f}), n = {self.count:,}"


def rank_correlation(one: Sequence[float], other: Sequence[float]) -> Agreement:
    """Spearman's rho, -1 to 1; its interval after Bonett and Wright (2000).

    Raises:
        ValueError: Fewer than five pairs, or a column whose values are all the same.
    """
    if len(one) < 5 or len(set(one)) < 2 or len(set(other)) < 2:
        raise ValueError(f"{len(one)} pairs tell no correlation")
    ranks = [midrank_percentiles(np.asarray(column, dtype=float)) for column in (one, other)]
    rho = float(np.corrcoef(np.stack(ranks))[0, 1])
    error = math.sqrt((1 + rho**2 / 2) / (len(one) - 3))
    middle = math.atanh(rho)
    low, high = (math.tanh(middle + side * _REACH * error) for side in (-1, 1))
    return Agreement(rho, low, high, len(one))


def advantage(of: Sequence[float], over: Sequence[float]) -> Agreement:
    """Probability that one of the first group has more than one of the second, ties half: the AUC.

    The interval is that of Hanley and McNeil (1982).

    Raises:
        ValueError: A group is empty.
    """
    m, n = len(of), len(over)
    if not m or not n:
        raise ValueError("both groups need a member")
    shares = midrank_percentiles(np.asarray([*of, *over], dtype=float)) / 100
    ranks = shares[:m] * (m + n) + 0.5
    auc = (float(ranks.sum()) - m * (m + 1) / 2) / (m * n)
    q1, q2 = auc / (2 - auc), 2 * auc**2 / (1 + auc)
    variance = auc * (1 - auc) + (m - 1) * (q1 - auc**2) + (n - 1) * (q2 - auc**2)
    error = _REACH * math.sqrt(max(0.0, variance) / (m * n))
    return Agreement(auc, max(0.0, auc - error), min(1.0, auc + error), m + n)
