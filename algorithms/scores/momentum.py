"""Momentum: what grows in the last months beside the ones before, among peers of the same stage."""

from collections.abc import Sequence

import numpy as np

from algorithms.scores.configuration import MomentumConfig
from algorithms.scores.nights import Ints
from algorithms.scores.parts import Floats, Parts, weighted

INPUTS = (
    "follower_growth",
    "booking_increase",
    "label_progression",
    "centrality_change",
    "mix_rate",
)
"""The inputs, in the order of the columns."""


def momentum(
    inputs: Floats, stages: Sequence[str | None], config: MomentumConfig
) -> tuple[Floats, Parts]:
    """Momentum of N artists, 0 to 100, 50 being what their peers have.

    Args:
        inputs: N x 5, each the last window beside the one before, NaN for unknown.
        stages: Stage of each artist, None for none; such artists are peers of each other.

    Returns:
        The inputs among peers, N x 5, 0 to 100; and the score with what each adds.

    Source:
        `50 + 50 * clamp(z / 3, -1, 1)`, z against peers of the same stage, against all where there
        are fewer than 20 or they do not differ.
    """
    names = sorted({stage or "" for stage in stages})
    of = np.array([names.index(stage or "") for stage in stages], dtype=np.int64)
    parts = np.column_stack([_among_peers(column, of, len(names), config) for column in inputs.T])
    weights = np.array([getattr(config, name) for name in INPUTS])
    return parts, weighted(parts, weights, coverage_min=config.coverage_min)


def increase(now: Floats, before: Floats) -> Floats:
    """How many times more, as a logarithm: `log((1 + now) / (1 + before))`; 0 for as many."""
    return np.log1p(now) - np.log1p(before)


def _among_peers(values: Floats, of: Ints, groups: int, config: MomentumConfig) -> Floats:
    known = ~np.isnan(values)
    middle, spread = _moments(values[known])
    scaled = np.full(len(values), np.nan)
    for group in range(groups):
        mine = known & (of == group)
        peers = values[mine]
        mean, deviation = _moments(peers) if len(peers) >= config.peers_min else (middle, spread)
        if deviation == 0.0:
            mean, deviation = middle, spread
        # Where nobody differs from anybody, all are in the middle.
        z = (peers - mean) / deviation if deviation > 0.0 else np.zeros(len(peers))
        scaled[mine] = 50.0 + 50.0 * np.clip(z / config.deviations, -1.0, 1.0)
    return scaled


def _moments(values: Floats) -> tuple[float, float]:
    """Mean and standard deviation; the deviation of equal values is exactly 0."""
    if not len(values) or np.ptp(values) == 0.0:
        return (float(values[0]) if len(values) else np.nan), 0.0
    return float(values.mean()), float(values.std())
