"""Prestige of artists: the labels they release on and the nights they play."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from algorithms.scores.configuration import ArtistPrestigeConfig
from algorithms.scores.parts import Floats, Parts, weighted

PARTS = ("labels", "events")
"""The parts, in the order of the columns."""


@dataclass(frozen=True)
class Affiliation:
    """What ties an artist to a label.

    Attributes:
        prestige: Prestige of the label, 0 to 100, NaN for unknown.
        age: Days since its last release there, 0 while it is signed.
    """

    prestige: float
    age: float


def label_part(affiliations: Sequence[Affiliation], config: ArtistPrestigeConfig) -> float:
    """What the labels of one artist are worth, 0 to 100; NaN where the prestige of none is known.

    Source:
        `0.7 * best + 0.3 * mean of the top 3`, each decayed by `0.5 ** (age / 730)`.
    """
    decayed = sorted(
        (
            one.prestige * 0.5 ** (one.age / config.half_life_days)
            for one in affiliations
            if not np.isnan(one.prestige)
        ),
        reverse=True,
    )
    if not decayed:
        return np.nan
    top = decayed[: config.top_labels]
    return config.best_label * top[0] + (1.0 - config.best_label) * sum(top) / len(top)


def artist_prestige(
    labels: Floats, events: Floats, config: ArtistPrestigeConfig
) -> tuple[Floats, Parts]:
    """Prestige of N artists, 0 to 100; NaN is unknown throughout.

    Args:
        labels: What their labels are worth.
        events: Mean prestige of their nights.

    Returns:
        The parts, N x 2, and the score with what each adds.
    """
    parts = np.column_stack((labels, events))
    weights = np.array([getattr(config, part) for part in PARTS])
    return parts, weighted(parts, weights, coverage_min=config.coverage_min)
