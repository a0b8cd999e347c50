"""Reach: how many hear and follow an artist on platforms."""

from collections.abc import Mapping

import numpy as np

from algorithms.scores.configuration import ReachConfig
from algorithms.scores.parts import Floats, Parts, weighted

STREAMING = ("spotify.monthly_listeners", "soundcloud.plays", "youtube.views")
SOCIAL = (
    "spotify.followers",
    "soundcloud.followers",
    "youtube.subscribers",
    "instagram.followers",
)
"""Metrics of the totals, `platform.type`."""


def streaming_total(
    listeners: Floats, soundcloud_plays: Floats, youtube_views: Floats, config: ReachConfig
) -> Floats:
    """Streaming reach, NaN where nothing is known.

    Source:
        `listeners + soundcloud_plays div 100 + youtube_views div 1000`, unknown ones left out.
    """
    terms = np.column_stack(
        (
            listeners,
            np.floor(soundcloud_plays / config.soundcloud_plays_per_listener),
            np.floor(youtube_views / config.youtube_views_per_listener),
        )
    )
    return total(terms)


def total(terms: Floats) -> Floats:
    """Sum of the known terms of each row, NaN where none is known."""
    return np.where(np.isnan(terms).all(axis=1), np.nan, np.nansum(terms, axis=1))


def reach(metrics: Mapping[str, Floats], size: int, config: ReachConfig) -> tuple[Floats, Parts]:
    """Reach of artists, 0 to 100; NaN where neither streams nor followers are known.

    Args:
        metrics: `platform.type` -> last value of each artist, NaN for unknown; one that is not
            there is unknown for all.
        size: Number N of artists.

    Returns:
        The two parts, N x 2, streams and followers; and the score with what each adds.
    """
    nothing = np.full(size, np.nan)
    streams, plays, views = (metrics.get(name, nothing) for name in STREAMING)
    followers = np.column_stack([metrics.get(name, nothing) for name in SOCIAL])
    parts = 100.0 * np.column_stack(
        (
            scaled(streaming_total(streams, plays, views, config), config.top_percentile),
            scaled(total(followers), config.top_percentile),
        )
    )
    weights = np.array([config.streaming, config.social])
    return parts, weighted(parts, weights, coverage_min=0.0)


def scaled(values: Floats, top_percentile: float) -> Floats:
    """`min(1, log(1 + x) / log(1 + top))`, the top being a percentile of the known values."""
    known = values[~np.isnan(values)]
    top = np.log1p(np.percentile(known, top_percentile)) if known.size else 0.0
    if top == 0.0:
        return np.where(np.isnan(values), np.nan, 0.0)
    return np.minimum(1.0, np.log1p(values) / top)
