"""Similar artists: whom they know, and the labels, nights, genres and cities they share."""

from dataclasses import dataclass

import numpy as np

from algorithms.scores.configuration import SimilarityConfig
from algorithms.scores.nights import Ints
from algorithms.scores.parts import Floats
from algorithms.scores.traits import Trait

DIMENSIONS = ("connection", "label", "event", "genre", "scene")
"""The dimensions, in the order of the columns."""


@dataclass(frozen=True)
class Traits:
    """What N artists are compared by.

    Attributes:
        connection: Artists they are connected with, by strength; artists stand for things.
        label: Labels they released on or are signed to.
        event: Nights they played.
        genre: Genres they bear.
        scene: Cities they play, by their share of the nights.
    """

    connection: Trait
    label: Trait
    event: Trait
    genre: Trait
    scene: Trait


@dataclass(frozen=True)
class Similar:
    """The most similar artists of each artist, by artist, the most similar first. Length L each.

    Attributes:
        artist, other: Their places.
        score: Weighted mean of the known dimensions, above 0 and up to 1.
        dims: Each dimension, 0 to 1, NaN for unknown. L x 5.
    """

    artist: Ints
    other: Ints
    score: Floats
    dims: Floats


def similar_artists(traits: Traits, config: SimilarityConfig) -> Similar:
    """The most similar artists of each.

    A dimension is what two artists have in common by what they have together, the sum of the
    smaller weights by that of the larger ones; unknown if one of them has nothing of it. In
    connections either is left out of those of the other. Artists are compared if they have a
    connection, a label or a night in common; of equals the first come first.

    Source:
        Specification of the scores, similarity.
    """
    found = [_of_one(traits, at, config) for at in range(len(traits.connection.totals))]
    others = [other for other, *_ in found]
    return Similar(
        artist=np.repeat(np.arange(len(found)), [len(other) for other in others]),
        other=np.concatenate([np.zeros(0, dtype=np.int64), *others]),
        score=np.concatenate([np.zeros(0), *(score for _, score, _ in found)]),
        dims=np.concatenate([np.zeros((0, len(DIMENSIONS))), *(dims for *_, dims in found)]),
    )


def _of_one(traits: Traits, at: int, config: SimilarityConfig) -> tuple[Ints, Floats, Floats]:
    """Others, their scores and dimensions, the best first."""
    shared = {name: getattr(traits, name).shared(at) for name in DIMENSIONS}
    met = (shared["connection"] > 0.0) | (shared["label"] > 0.0) | (shared["event"] > 0.0)
    met[at] = False
    others = np.flatnonzero(met)
    common = np.array([shared[name][others] for name in DIMENSIONS])
    score = _scores(_likeness(traits, at, others, common), config)
    if len(others) > config.most:
        # Rounded, scores move by half a step at most: who may be among the best is rounded.
        least = np.partition(score, -config.most)[-config.most] - 10.0**-config.decimals
        near = np.flatnonzero(score >= least)
        others, common = others[near], common[:, near]
    values = np.round(_likeness(traits, at, others, common), config.decimals)
    score = _scores(values, config)
    best = np.flatnonzero(score > 0.0)
    best = best[np.lexsort((best, -score[best]))][: config.most]
    return others[best], score[best], values[:, best].T


def _likeness(traits: Traits, at: int, others: Ints, common: Floats) -> Floats:
    """How alike one artist and the others are in each dimension, NaN for unknown. 5 x N."""
    values = np.full(common.shape, np.nan)
    for row, name, both in zip(values, DIMENSIONS, common, strict=True):
        trait: Trait = getattr(traits, name)
        own, their = trait.totals[at], trait.totals[others]
        if not trait.numbers[at]:
            continue
        known = their > 0.0
        if name == "connection":
            direct = trait.weights(at)[others]
            linked = direct > 0.0
            own, their = own - direct, their - direct
            known &= (trait.numbers[at] > linked) & (trait.numbers[others] > linked)
        whole = own + their - both
        np.divide(both, whole, out=row, where=known & (whole > 0.0))
    return values


def _scores(values: Floats, config: SimilarityConfig) -> Floats:
    """Weighted mean of the known dimensions, 0 where too few are known."""
    total, coverage = np.zeros(values.shape[1]), np.zeros(values.shape[1])
    for name, row in zip(DIMENSIONS, values, strict=True):
        weight, known = getattr(config, name), ~np.isnan(row)
        np.add(total, weight * row, out=total, where=known)
        np.add(coverage, weight, out=coverage, where=known)
    # A sum of weights like 0.3 + 0.2 + 0.1 may miss 0.6 by rounding.
    enough = (coverage >= config.coverage_min - _ROUNDING) & (coverage > 0.0)
    return np.divide(total, coverage, out=np.zeros(len(total)), where=enough)


_ROUNDING = 1e-9
