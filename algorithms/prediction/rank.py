"""How central artists were on a day: PageRank over who played the same nights before."""

import numpy as np

from algorithms.prediction.configuration import PredictionConfig
from algorithms.prediction.facts import Facts, counts
from algorithms.scores.parts import Floats, percentiles


def rank_percentiles(facts: Facts, day: int, config: PredictionConfig) -> Floats:
    """Percentile of the rank of each artist, 0 to 100, NaN for those without company.

    A night of age a and s acts joins each two of them by `2^(-a/H) / (s - 1)`, as connections do.
    The rank passes through the nights, so that no pair is formed: a month of the London nights
    takes a hundredth of a second and not the seconds of a projection.
    """
    number = len(facts.artists)
    size = facts.size[facts.night]
    counted = (facts.day <= day) & (size > 1) & (size <= config.line_up_max)
    artist, night = facts.artist[counted], facts.night[counted]
    worth = 2.0 ** ((facts.day[counted] - day) / config.half_life_days)
    weight = worth / (size[counted] - 1)
    degree = counts(artist, number, worth)
    itself = counts(artist, number, weight)
    connected = degree > 0
    alive = int(np.count_nonzero(connected))
    rank = np.where(connected, 1.0 / max(alive, 1), 0.0)
    base = np.where(connected, (1.0 - config.damping) / max(alive, 1), 0.0)
    for _ in range(config.rank_iterations):
        share = np.divide(rank, degree, out=np.zeros(number), where=connected)
        by_night = np.bincount(night, weights=share[artist], minlength=len(facts.size))
        passed = counts(artist, number, weight * by_night[night]) - itself * share
        following = base + config.damping * passed
        change = float(np.abs(following - rank).sum())
        rank = following
        if change < config.rank_tolerance:
            break
    return percentiles(np.where(connected, rank, np.nan))
