"""Scenes: a city and a genre, with how much happens there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders.world.cities import City
from loaders.world.config import WorldConfig
from loaders.world.dice import stream, zipf_weights


class Genre(NamedTuple):
    """A genre, the family it is heard with, and its tempo in beats a minute."""

    name: str
    family: str
    bpm_low: int
    bpm_high: int


GENRES = (
    Genre("Techno", "techno", 126, 142),
    Genre("House", "house", 120, 128),
    Genre("Drum and Bass", "bass", 168, 178),
    Genre("Minimal", "house", 122, 128),
    Genre("Disco", "house", 112, 124),
    Genre("UK Garage", "bass", 128, 136),
    Genre("Electro", "techno", 120, 138),
    Genre("Deep House", "house", 116, 124),
    Genre("Industrial", "techno", 130, 150),
    Genre("Trance", "techno", 132, 146),
    Genre("Dubstep", "bass", 136, 144),
    Genre("Ambient", "listening", 60, 110),
    Genre("Breakbeat", "bass", 128, 140),
    Genre("Afro House", "house", 116, 126),
    Genre("Experimental", "listening", 70, 140),
    Genre("Hardcore", "techno", 150, 190),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A city and a genre.

    Attributes:
        index: Place in the list of scenes.
        weight: Share of the world's artists, before scaling to 1.
    """

    index: int
    city: City
    genre: Genre
    weight: float

    @property
    def key(self) -> str:
        """A name like `Berlin Techno`."""
        return f"{self.city.name} {self.genre.name}"


def choose_scenes(config: WorldConfig, cities: Sequence[City]) -> tuple[Scene, ...]:
    """The scenes of a world, at least one a city, so many that a mean one has its size.

    A city leans to the genres it drew first: the k-th weighs 1/k^0.7 of the first.
    """
    dice = stream(config.seed, "scenes")
    wanted = max(len(cities) + 2, round(config.artists / config.people.scene_size))
    total = sum(city.weight for city in cities)
    popularity = zipf_weights(len(GENRES), 0.6)
    scenes: list[Scene] = []
    for city in cities:
        count = min(len(GENRES), max(1, round(wanted * city.weight / total)))
        ranked = sorted(
            range(len(GENRES)), key=lambda index: dice.random() ** (1 / popularity[index])
        )[::-1]
        shares = zipf_weights(count, 0.7)
        for share, genre in zip(shares, ranked[:count], strict=True):
            weight = city.weight * share / sum(shares)
            scenes.append(Scene(len(scenes), city, GENRES[genre], weight))
    return tuple(scenes)


def genres_heard_with(genre: Genre) -> tuple[Genre, ...]:
    """Other genres of the same family."""
    return tuple(other for other in GENRES if other.family == genre.family and other != genre)
