"""Prestige of nights."""

from dataclasses import dataclass

import numpy as np

from algorithms.scores.configuration import EventPrestigeConfig
from algorithms.scores.parts import Floats

TERMS = ("venue", "line_up", "capacity", "festival", "brand")
"""The terms, in the order of the columns."""


@dataclass(frozen=True)
class EventPrestige:
    """Prestige of N nights.

    Attributes:
        raw: The stated formula; unknown terms left out and their weights spread. Length N.
        index: The same as a share of what the known terms can reach, 0 to 100. Length N.
        terms: Value of each term before its weight, NaN if unknown. N x 5.
        contributions: What each adds to the index, NaN if unknown. N x 5.
        coverage: Sum of the weights of known terms. Length N.
    """

    raw: Floats
    index: Floats
    terms: Floats
    contributions: Floats
    coverage: Floats


def event_prestige(
    venue: Floats,
    line_up: Floats,
    capacity: Floats,
    festival: Floats,
    brand: Floats,
    config: EventPrestigeConfig,
) -> EventPrestige:
    """Prestige of nights; NaN is unknown throughout, also in the result below the coverage.

    Args:
        venue: Prestige of the venue, 0 to 100.
        line_up: Mean score of the line-up, 0 to 100.
        capacity: People the venue holds; less than 1 is unknown.
        festival: 1 for a festival, 0 for another night.
        brand: Brand score of the series, 0 to 100.

    Source:
        `venue*0.30 + lineUp*0.25 + capacityFactor*0.15 + festivalBonus*0.15 + brand*0.15`, which
        reaches 79.75 at most; the index divides by what the known terms can reach.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = np.where(capacity >= 1, config.capacity_scale * np.log10(capacity), np.nan)
    terms = np.column_stack((venue, line_up, factor, config.festival_bonus * festival, brand))
    weights = np.array([getattr(config, term) for term in TERMS])
    ceilings = weights * np.array(
        [
            100.0,
            100.0,
            config.capacity_scale * np.log10(config.capacity_ceiling),
            config.festival_bonus,
            100.0,
        ]
    )
    known = ~np.isnan(terms)
    coverage = np.where(known, weights, 0.0).sum(axis=1)
    reached = np.where(known, weights * terms, 0.0)
    reachable = np.where(known, ceilings, 0.0).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        raw = reached.sum(axis=1) / coverage
        shares = 100.0 * reached / reachable[:, None]
        index = np.minimum(100.0, shares.sum(axis=1))
        contributions = shares * (index / shares.sum(axis=1))[:, None]
    # A night of nothing at all has the index 0, and so has each of its terms.
    contributions = np.where(known, np.nan_to_num(contributions), np.nan)
    enough = coverage >= config.coverage_min - _ROUNDING
    return EventPrestige(
        raw=np.where(enough, raw, np.nan),
        index=np.where(enough, index, np.nan),
        terms=terms,
        contributions=contributions,
        coverage=coverage,
    )


_ROUNDING = 1e-9
