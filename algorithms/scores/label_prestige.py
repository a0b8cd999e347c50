"""Prestige of labels: five parts."""

from dataclasses import dataclass

import numpy as np

from algorithms.scores.configuration import LabelPrestigeConfig
from algorithms.scores.labels import LabelFacts
from algorithms.scores.parts import Floats, Parts, percentiles, weighted

PARTS = ("influence", "roster", "release_quality", "distribution", "recognition")
"""The parts, in the order of the columns."""


@dataclass(frozen=True)
class LabelPrestige:
    """Prestige of N labels.

    Attributes:
        parts: Value of each part, 0 to 100, NaN if unknown. N x 5.
        prestige: The score, with what each part adds.
    """

    parts: Floats
    prestige: Parts


def label_prestige(facts: LabelFacts, config: LabelPrestigeConfig) -> LabelPrestige:
    """Prestige out of influence, roster, release quality, distribution and recognition.

    Influence is `50 * min(1, years/25) + 50 * pct(notable)/100`; the roster is the percentile of
    its summed centrality, release quality that of the inverse of the best chart place, recognition
    that of the mixes that play the label's recordings. Reviews and press are in no source.
    """
    age = np.minimum(1.0, facts.years / config.long_years)
    parts = np.column_stack(
        (
            50.0 * age + 50.0 * percentiles(facts.notable) / 100.0,
            percentiles(facts.roster_sum),
            percentiles(1.0 / facts.best_peak),
            facts.independence,
            percentiles(facts.mentions),
        )
    )
    weights = np.array([getattr(config, part) for part in PARTS])
    return LabelPrestige(parts, weighted(parts, weights, coverage_min=config.coverage_min))
