"""Places in the night: which slot a set has, and how often an artist is the headliner."""

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from algorithms.scores.configuration import SlotConfig
from algorithms.scores.parts import Floats

HEADLINER = "headliner"
SLOTS = (HEADLINER, "closing", "daytime", "warm_up", "prime_time")
"""The slots from midnight on."""


def slot_edges(config: SlotConfig) -> list[float]:
    """Local hours at which the second to the last slot begin."""
    return [
        config.closing_from,
        config.daytime_from,
        config.warm_up_from,
        config.prime_time_from,
    ]


def slot_at(start: float, config: SlotConfig) -> str:
    """The slot of a set by its local start in hours, 0 to 24; intervals are half-open."""
    return SLOTS[bisect_right(slot_edges(config), start)]


def headliner_ratios(
    artist: Sequence[int],
    slots: Sequence[str | None],
    billings: Sequence[str | None],
    starts: Sequence[float | None],
    size: int,
    config: SlotConfig,
) -> Floats:
    """Share of sets as headliner, of those of which a source or the hour tells; NaN without one.

    Args:
        artist: Whose set each is, 0 to `size` - 1.
        slots, billings: As a source names them, None for unknown.
        starts: Local start in hours, 0 to 24, None for unknown.
    """
    known, headlined = np.zeros(size), np.zeros(size)
    for who, slot, billing, start in zip(artist, slots, billings, starts, strict=True):
        if slot is None and billing is None and start is None:
            continue
        known[who] += 1
        named = slot_at(start, config) if slot is None and start is not None else slot
        headlined[who] += HEADLINER in (named, billing)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(known > 0, headlined / known, np.nan)
