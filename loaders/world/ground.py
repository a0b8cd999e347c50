"""The ground a world stands on: where it happens, who lives there, who can be booked."""

from typing import NamedTuple

from loaders.world.booking import BookingPools
from loaders.world.cities import City, choose_cities
from loaders.world.config import WorldConfig
from loaders.world.dice import Pool
from loaders.world.pairs import PairCounter
from loaders.world.people import Artist, choose_artists
from loaders.world.places import Venue, choose_venues, venues_by_scene
from loaders.world.scenes import Scene, choose_scenes


class Ground(NamedTuple):
    """What every later part of the world builds on; only `pairs` grows."""

    config: WorldConfig
    cities: tuple[City, ...]
    scenes: tuple[Scene, ...]
    artists: tuple[Artist, ...]
    venues: tuple[Venue, ...]
    rooms: dict[int, Pool[Venue]]
    pools: BookingPools
    pairs: PairCounter


def lay_ground(config: WorldConfig) -> Ground:
    """Cities, scenes, artists and venues of a world."""
    cities = choose_cities(config)
    scenes = choose_scenes(config, cities)
    artists = choose_artists(config, scenes)
    venues = choose_venues(config, scenes)
    behind = [a.index if a.alias_of is None else a.alias_of for a in artists]
    return Ground(
        config=config,
        cities=cities,
        scenes=scenes,
        artists=artists,
        venues=venues,
        rooms=venues_by_scene(venues),
        pools=BookingPools(config, artists),
        pairs=PairCounter(behind),
    )
