"""Venues: how many people they take, where they stand, and which scene they belong to."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.feed_format import VenueLine
from loaders.world.config import WorldConfig
from loaders.world.dice import Pool, stream
from loaders.world.names import Names
from loaders.world.scenes import Scene

CAPACITY_MEDIAN = 280
CAPACITY_SIGMA = 0.9
CAPACITY_LEAST = 40
CAPACITY_UNKNOWN_SHARE = 0.15
TIER_CAPACITIES = (150, 350, 800, 2000)
TIER_SHIFT_SHARE = 0.25
SPREAD_DEGREES = 0.05


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue with the scene whose nights it mostly holds; tier 1 to 5, 5 is the top."""

    index: int
    name: str
    scene: Scene
    capacity: int
    capacity_known: bool
    tier: int
    lat: float
    lon: float

    @property
    def id(self) -> str:
        """Partner id of its line."""
        return f"venue-{self.index + 1:05d}"


def choose_venues(config: WorldConfig, scenes: Sequence[Scene]) -> tuple[Venue, ...]:
    """At least one venue a scene, the others where most artists are."""
    dice = stream(config.seed, "venues")
    names = Names(stream(config.seed, "venue names"))
    homes = Pool(scenes, [scene.weight for scene in scenes])
    count = max(len(scenes), round(config.artists / config.nights.artists_per_venue))
    venues: list[Venue] = []
    for index in range(count):
        scene = scenes[index] if index < len(scenes) else homes.draw(dice)
        size = round(CAPACITY_MEDIAN * dice.lognormvariate(0, CAPACITY_SIGMA))
        capacity = max(CAPACITY_LEAST, 10 * (size // 10))
        tier = 1 + sum(capacity >= limit for limit in TIER_CAPACITIES)
        if dice.random() < TIER_SHIFT_SHARE:
            tier = min(5, max(1, tier + dice.choice((-1, 1))))
        venues.append(
            Venue(
                index=index,
                name=names.venue(),
                scene=scene,
                capacity=capacity,
                capacity_known=dice.random() >= CAPACITY_UNKNOWN_SHARE,
                tier=tier,
                lat=round(scene.city.lat + dice.gauss(0, SPREAD_DEGREES), 5),
                lon=round(scene.city.lon + dice.gauss(0, SPREAD_DEGREES), 5),
            )
        )
    return tuple(venues)


def venues_by_scene(venues: Sequence[Venue]) -> dict[int, Pool[Venue]]:
    """Venues of each scene, large ones weighing more, but less than by their size."""
    by_scene: dict[int, list[Venue]] = {}
    for venue in venues:
        by_scene.setdefault(venue.scene.index, []).append(venue)
    return {
        scene: Pool(found, [math.sqrt(venue.capacity) for venue in found])
        for scene, found in by_scene.items()
    }


def venue_lines(venues: Sequence[Venue]) -> Iterator[VenueLine]:
    """One line a venue; some capacities stay unknown, as they do."""
    for venue in venues:
        yield VenueLine(
            id=venue.id,
            name=venue.name,
            city=venue.scene.city.id,
            capacity=venue.capacity if venue.capacity_known else None,
            tier=venue.tier,
            lat=venue.lat,
            lon=venue.lon,
        )
