"""Where the audiences of artists live: at home, where they played, and where they did not yet."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from random import Random

from loaders.feed_format import AudienceLine, AudienceShare
from loaders.feed_format.base import PlatformCode
from loaders.world.artist_lines import Presence
from loaders.world.config import AudienceShape
from loaders.world.dice import stream
from loaders.world.ground import Ground
from loaders.world.nights import Night
from loaders.world.people import Artist

TELLING: frozenset[PlatformCode] = frozenset({"spotify", "instagram"})
"""Platforms that tell artists where their audience is."""

DECIMALS = 4


def audience_lines(
    ground: Ground, nights: Sequence[Night], presence: Presence
) -> Iterator[AudienceLine]:
    """One line an artist of whom a platform tells, for the last whole month."""
    dice = stream(ground.config.seed, "audiences")
    shape = ground.config.audiences
    last_month = ground.config.as_of.replace(day=1) - timedelta(days=1)
    period = f"{last_month.year}-{last_month.month:02d}"
    sets = _sets(ground, nights)
    for artist in ground.artists:
        shares = _shares(dice, ground, artist, sets, shape)
        known = dice.random() < shape.known_share
        if known and shares and artist.alias_of is None and TELLING & {*presence[artist.index]}:
            yield AudienceLine(
                id=f"audience-{artist.index + 1:05d}",
                artist=artist.id,
                period=period,
                shares=shares,
            )


def _sets(ground: Ground, nights: Sequence[Night]) -> Counter[tuple[int, str]]:
    """Nights of each artist in each city, up to the as-of date."""
    return Counter(
        (artist, night.venue.scene.city.id)
        for night in nights
        if not night.cancelled and night.day <= ground.config.as_of
        for artist in night.lineup
        if artist != night.pulled_out
    )


def _shares(
    dice: Random,
    ground: Ground,
    artist: Artist,
    sets: Counter[tuple[int, str]],
    shape: AudienceShape,
) -> tuple[AudienceShare, ...]:
    """Shares of cities, the largest first."""
    total = sum(city.weight for city in ground.cities)
    weights: dict[str, float] = {}
    for city in ground.cities:
        weight = shape.world * city.weight / total
        weight += shape.played * math.log1p(sets[artist.index, city.id])
        if city == artist.scene.city:
            weight += shape.home
        weights[city.id] = weight * dice.lognormvariate(0, shape.sigma)
    scale = dice.uniform(*shape.in_cities) / sum(weights.values())
    shares = {city: round(scale * weight, DECIMALS) for city, weight in weights.items()}
    told = sorted(shares, key=lambda city: (-shares[city], city))[: shape.cities_most]
    return tuple(
        AudienceShare(city=city, share=shares[city])
        for city in told
        if shares[city] >= shape.share_least
    )
