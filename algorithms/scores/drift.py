"""The Drift Score: six components, weighed by the stage of a career."""

from datetime import date

import numpy as np

from algorithms.scores.configuration import DriftConfig, StageWeights
from algorithms.scores.parts import Floats, Parts, weighted
from algorithms.scores.stage import INACTIVE, Settled

COMPONENTS = tuple(StageWeights.model_fields)
"""The components, in the order of the columns."""

STAGES = tuple(
    name for name, field in DriftConfig.model_fields.items() if field.annotation is StageWeights
)
"""The stages that have weights, the earliest first."""


def stage_weights(settled: Settled, as_of: date, config: DriftConfig) -> Floats:
    """Weights of the components, NaN without a stage; after a change of stage a blend.

    Source:
        Old and new weights blended linearly over 28 days.
    """
    new = _weights(settled.stage, config)
    days = (as_of - settled.since).days
    if settled.before in (None, INACTIVE) or days >= config.blending_days:
        return new
    share = max(0, days) / config.blending_days
    return (1.0 - share) * _weights(settled.before, config) + share * new


def drift_score(components: Floats, weights: Floats, config: DriftConfig) -> Parts:
    """Drift Scores of N artists, 0 to 100; NaN without a stage or where too little is known.

    Args:
        components: N x 6, 0 to 100, in the order of `COMPONENTS`, NaN for unknown.
        weights: N x 6, of `stage_weights`.
    """
    return weighted(components, weights, coverage_min=config.coverage_min)


def _weights(stage: str | None, config: DriftConfig) -> Floats:
    if stage is None or stage == INACTIVE:
        return np.full(len(COMPONENTS), np.nan)
    of: StageWeights = getattr(config, stage)
    return np.array([getattr(of, name) for name in COMPONENTS])
