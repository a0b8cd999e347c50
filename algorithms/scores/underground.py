"""The Underground Authenticity Index: seven factors, five bands."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from algorithms.scores.configuration import UndergroundConfig
from algorithms.scores.parts import Floats, Parts, weighted

Ints = NDArray[np.int64]

FACTORS = (
    "label_independence",
    "vinyl_ratio",
    "club_ratio",
    "platform_balance",
    "free_content",
    "scene_contribution",
    "longevity",
)
"""The factors, in the order of the columns."""

PROFILES = ("mainstream", "commercial_leaning", "crossover_potential", "scene_core", "purist")
"""The bands, the lowest first."""


@dataclass(frozen=True)
class Underground:
    """Indexes of N artists.

    Attributes:
        factors: Value of each factor, NaN if unknown. N x 7.
        index: The score, with what each factor adds.
        profiles: Place in `PROFILES`, -1 without a score. Length N.
    """

    factors: Floats
    index: Parts
    profiles: Ints


def underground_index(factors: Floats, config: UndergroundConfig) -> Underground:
    """The index and its band.

    Args:
        factors: N x 7, 0 to 100, in the order of `FACTORS`, NaN for unknown.
    """
    weights = np.array([getattr(config, factor) for factor in FACTORS])
    index = weighted(
        factors, weights, coverage_min=config.coverage_min, parts_min=config.factors_min
    )
    edges = [config.commercial_from, config.crossover_from, config.scene_core_from]
    # On the unrounded value, but for what binary fractions add: 0.7 * 100 is 70.
    bands = np.digitize(np.round(index.value, 9), [*edges, config.purist_from])
    profiles = np.where(np.isnan(index.value), -1, bands).astype(np.int64)
    return Underground(factors, index, profiles)


def ratio(part: Floats, rest: Floats) -> Floats:
    """`100 * part / (part + rest)`, NaN where both are 0 or one is unknown."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(part + rest > 0, 100.0 * part / (part + rest), np.nan)


def platform_balance(
    soundcloud_plays: Floats, monthly_listeners: Floats, config: UndergroundConfig
) -> Floats:
    """How much of an artist's hearing is on SoundCloud, plays scaled as in reach."""
    return ratio(soundcloud_plays / config.soundcloud_plays_per_listener, monthly_listeners)


def scene_contribution(
    organised: Floats,
    founded: Floats,
    memberships: Floats,
    labels_founded: Floats,
    mentees: Floats,
    config: UndergroundConfig,
) -> Floats:
    """What an artist does for its scene besides playing, as a share that saturates."""
    effort = (
        config.event_organised * organised
        + config.group_founded * founded
        + config.membership * memberships
        + config.label_founded * labels_founded
        + config.mentee * mentees
    )
    return 100.0 * (1.0 - np.exp(-effort / config.contribution_scale))


def longevity(years: Floats, reach: Floats, config: UndergroundConfig) -> Floats:
    """Years active without having become big."""
    spread = 100.0 - config.big_from
    grown = np.clip((reach - config.big_from) / spread, 0.0, 1.0)
    return 100.0 * np.minimum(1.0, years / config.long_years) * (1.0 - grown)
