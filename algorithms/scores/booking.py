"""Booking: what nights an artist plays, as whom, on which venues it climbs, how far it gets."""

import numpy as np

from algorithms.scores.configuration import BookingConfig
from algorithms.scores.nights import Ints
from algorithms.scores.parts import Floats, Parts, percentiles, weighted

PARTS = ("prestige", "headliner_ratio", "tier_progression", "spread")
"""The parts, in the order of the columns."""


def booking_score(
    prestige: Floats,
    headliner_ratio: Floats,
    tier_slope: Floats,
    spread: Floats,
    config: BookingConfig,
) -> tuple[Floats, Parts]:
    """Booking scores of N artists, 0 to 100; NaN is unknown throughout.

    Args:
        prestige: Prestige of the nights of a year together.
        headliner_ratio: Share of sets as headliner, 0 to 1.
        tier_slope: Venue tiers gained a night, over the last nights.
        spread: Distinct venues times distinct countries of a year.

    Returns:
        The parts, N x 4, 0 to 100; and the score with what each adds.
    """
    parts = np.column_stack(
        (
            percentiles(prestige),
            100.0 * headliner_ratio,
            percentiles(tier_slope),
            percentiles(spread),
        )
    )
    weights = np.array([getattr(config, part) for part in PARTS])
    return parts, weighted(parts, weights, coverage_min=config.coverage_min)


def tier_slopes(
    artist: Ints, day: Floats, tier: Floats, size: int, config: BookingConfig
) -> Floats:
    """Slope of the venue tier over each artist's last nights, in tiers a night.

    Args:
        artist: Whose night each is, 0 to `size` - 1.
        day: When it was, NaN for unknown; such nights do not count.
        tier: Tier of its venue, NaN for unknown; likewise.

    Returns:
        Least squares slope over the place of a night among them; NaN for too few.
    """
    counts = ~(np.isnan(day) | np.isnan(tier))
    who, when, tiers = artist[counts], day[counts], tier[counts]
    # The last nights of each artist come first, and are numbered from 0 on.
    order = np.lexsort((tiers, -when, who))
    who, tiers = who[order], tiers[order]
    place = np.arange(len(who)) - np.searchsorted(who, who, side="left")
    last = place < config.progression_sets
    who, tiers, back = who[last], tiers[last], place[last]
    n = np.bincount(who, minlength=size).astype(np.float64)

    def mean(values: Floats) -> Floats:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.bincount(who, weights=values, minlength=size) / n

    moved = mean(back.astype(np.float64))[who] - back
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = mean(moved * (tiers - mean(tiers)[who])) / mean(moved * moved)
    return np.where(n >= config.progression_sets_min, slope, np.nan)
