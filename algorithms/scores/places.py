"""Prestige and tiers of venues, brands of series."""

from dataclasses import dataclass

import numpy as np

from algorithms.scores.configuration import BrandConfig, VenuePrestigeConfig
from algorithms.scores.parts import Floats, Parts, weighted


@dataclass(frozen=True)
class VenuePrestige:
    """Prestige of N venues.

    Attributes:
        parts: Percentile of the rank and mean of the line-ups, NaN if unknown. N x 2.
        prestige: The score, with what each part adds.
        tiers: 1 to the highest, 0 where there is no prestige. Length N.
    """

    parts: Floats
    prestige: Parts
    tiers: Floats


def venue_prestige(
    rank_pct: Floats, line_ups: Floats, config: VenuePrestigeConfig
) -> VenuePrestige:
    """Prestige and tiers.

    Args:
        rank_pct: Percentile of each venue's rank, 0 to 100, NaN if nobody played there.
        line_ups: Mean centrality percentile of its recent line-ups, NaN if unknown.
    """
    parts = np.column_stack((rank_pct, line_ups))
    weights = np.array([config.rank, config.line_ups])
    prestige = weighted(parts, weights, coverage_min=config.coverage_min)
    tiers = np.minimum(config.tiers, 1 + np.floor(prestige.value / config.tier_width))
    return VenuePrestige(parts, prestige, np.nan_to_num(tiers))


def brand_scores(editions: Floats, line_ups: Floats, config: BrandConfig) -> Floats:
    """Brand of each series, 0 to 100; NaN where its line-ups are unknown.

    Args:
        editions: Nights held so far.
        line_ups: Mean centrality percentile of their line-ups.

    Source:
        `100 * (1 - exp(-editions/10)) * lineUps/100`.
    """
    return (1.0 - np.exp(-editions / config.editions)) * line_ups
