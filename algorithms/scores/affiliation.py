"""To which scenes artists belong: the share of their nights there, recent ones weighing more."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from algorithms.scores.configuration import AffiliationConfig
from algorithms.scores.nights import Bools, Ints, Nights
from algorithms.scores.parts import Floats
from algorithms.scores.scenes import Scenes
from graph.model import SceneKind


@dataclass(frozen=True)
class Affiliations:
    """Artists and their scenes, by artist and scene. Length A each.

    Attributes:
        artist: Place in the artists of the nights.
        scene: Place in the scenes.
        strength: Share of the artist's nights of this kind of scene, 0 to 1; NaN if
            none of those there has a day.
        home: Whether it is the artist's strongest scene of the kind.
        nights: Its nights there, undated ones too.
        first, last: Days of the first and last since 1970-01-01, NaN if none has a day.
    """

    artist: Ints
    scene: Ints
    strength: Floats
    home: Bools
    nights: Ints
    first: Floats
    last: Floats


def affiliations(
    nights: Nights,
    scenes: Scenes,
    based_in: Mapping[str, frozenset[str]],
    config: AffiliationConfig,
) -> Affiliations:
    """Affiliations of all artists with the scenes of their nights.

    A night weighs `2^(day/H)`. What all nights lose as time goes by cancels out in a share, so an
    affiliation changes with the nights only, and not with the date.

    Args:
        based_in: Artist id -> ids of the cities it is based in; they decide between equals.

    Source:
        Specification of the scene graph, engine 4, scenes of artists.
    """
    day = nights.day[nights.night]
    weight = np.where(np.isnan(day), 0.0, 2.0 ** ((day - _REFERENCE) / config.half_life_days))
    size = len(scenes.ids)
    keys = nights.artist[scenes.booking] * size + scenes.booked_in
    groups, group = np.unique(keys, return_inverse=True)
    artist, scene = groups // max(size, 1), groups % max(size, 1)
    sums = np.bincount(group, weights=weight[scenes.booking], minlength=len(groups))
    first, last = np.full(len(groups), np.nan), np.full(len(groups), np.nan)
    np.fmin.at(first, group, day[scenes.booking])
    np.fmax.at(last, group, day[scenes.booking])
    with np.errstate(divide="ignore", invalid="ignore"):
        strength = sums / _of_kind(nights, scenes, weight)[artist, scenes.kind[scene]]
    strength = np.where(np.isnan(first), np.nan, strength)
    return Affiliations(
        artist=artist,
        scene=scene,
        strength=strength,
        home=_home(nights, scenes, artist, scene, strength, based_in),
        nights=np.bincount(group, minlength=len(groups)),
        first=first,
        last=last,
    )


def home_scenes(found: Affiliations, nights: Nights, scenes: Scenes) -> dict[str, str]:
    """Artist id -> id of the scene of the city that is its home; artists without one left out."""
    homes: list[list[int]] = np.column_stack((found.artist, found.scene))[found.home].tolist()
    return {
        nights.artists[artist]: scenes.ids[scene]
        for artist, scene in homes
        if scenes.kinds[scenes.kind[scene]] == SceneKind.CITY
    }


def city_shares(found: Affiliations, nights: Nights, scenes: Scenes) -> dict[str, dict[str, float]]:
    """Artist id -> scenes of cities, with its strength in each; unknown strengths left out."""
    shares: dict[str, dict[str, float]] = {}
    rows: list[list[int]] = np.column_stack((found.artist, found.scene)).tolist()
    for (artist, scene), strength in zip(rows, found.strength.tolist(), strict=True):
        if scenes.kinds[scenes.kind[scene]] == SceneKind.CITY and not np.isnan(strength):
            shares.setdefault(nights.artists[artist], {})[scenes.ids[scene]] = strength
    return shares


def _of_kind(nights: Nights, scenes: Scenes, weight: Floats) -> Floats:
    """Weight of each artist's nights in scenes of each kind, a night in two of them once."""
    size = len(nights.artists)
    sums = np.zeros((size, len(scenes.kinds)))
    for kind in range(len(scenes.kinds)):
        booking = np.unique(scenes.booking[scenes.kind[scenes.booked_in] == kind])
        sums[:, kind] = np.bincount(nights.artist[booking], weights=weight[booking], minlength=size)
    return sums


def _home(
    nights: Nights,
    scenes: Scenes,
    artist: Ints,
    scene: Ints,
    strength: Floats,
    based_in: Mapping[str, frozenset[str]],
) -> Bools:
    """The strongest of each artist's scenes of a kind; of equals that where it is based."""
    pairs: list[list[int]] = np.column_stack((artist, scene)).tolist()
    lives = np.array(
        [scenes.cities[where] in based_in.get(nights.artists[who], ()) for who, where in pairs],
        dtype=bool,
    )
    kind = scenes.kind[scene]
    # Sums of the same weights in another order differ in their last digits.
    order = np.lexsort((scene, ~lives, -np.round(strength, 9), kind, artist))
    before = np.column_stack((artist, kind))[order]
    leads = np.append(True, np.any(before[1:] != before[:-1], axis=1))[: len(order)]
    home = np.zeros(len(artist), dtype=bool)
    home[order[leads]] = True
    return home & ~np.isnan(strength)


_REFERENCE = 10957
"""Day 2000-01-01, so that weights are of a size that numbers hold well."""
