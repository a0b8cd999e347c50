"""Trajectories: where a career is going, from momentum and reach."""

import numpy as np

from algorithms.scores.configuration import TrajectoryConfig

EARLY = ("emerging", "breaking")
"""Stages that can break out."""


def trajectory(
    momentum: float, reach: float, stage: str | None, config: TrajectoryConfig
) -> str | None:
    """The first that holds of `breakout`, `rising`, `declining`, `stable`; None without momentum.

    A test on an unknown reach fails.
    """
    if np.isnan(momentum):
        return None
    if momentum >= config.breakout_momentum and reach < config.breakout_reach and stage in EARLY:
        return "breakout"
    if momentum >= config.rising_momentum:
        return "rising"
    return "declining" if momentum < config.declining_momentum else "stable"
