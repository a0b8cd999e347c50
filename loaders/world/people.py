"""Artists: where they belong, how famous they are, and when they are active."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from loaders.feed_format.base import ArtistType
from loaders.world.config import PeopleShape, WorldConfig
from loaders.world.dice import Pool, stream
from loaders.world.names import Names
from loaders.world.scenes import Scene, genres_heard_with

LEGACY_SHARE = 0.3
LEGACY_YEARS = 18
SECOND_GENRE_SHARE = 0.45
CAREER_SIGMA = 0.6
CAREER_FAME_EXPONENT = 0.15
FADING_ACTIVITY = 0.4
DUO_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Artist:
    """One artist line in the making.

    Attributes:
        index: Place in the list of artists.
        fame: Weight in being booked, log-normal with median 1.
        first_year: First active year.
        last_year: Last active year, possibly after the as-of date.
        alone: Only ever plays alone.
        alias_of: Index of the artist under the main name.
        members: Indices of the members of a duo or group.
    """

    index: int
    name: str
    type: ArtistType
    scene: Scene
    genres: tuple[str, ...]
    fame: float
    first_year: int
    last_year: int
    alone: bool = False
    alias_of: int | None = None
    members: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """Partner id of its line."""
        return f"artist-{self.index + 1:05d}"

    def activity(self, year: int, shape: PeopleShape) -> float:
        """How active the artist is in a year, 0 to 1: rising, steady, fading in the last year."""
        if not self.first_year <= year <= self.last_year:
            return 0.0
        rise = min(1.0, (year - self.first_year + 1) / shape.rise_years)
        return rise * (FADING_ACTIVITY if year == self.last_year else 1.0)


def choose_artists(config: WorldConfig, scenes: Sequence[Scene]) -> tuple[Artist, ...]:
    """All artists of a world, in no particular order of fame."""
    dice = stream(config.seed, "artists")
    names = Names(stream(config.seed, "artist names"))
    homes = Pool(scenes, [scene.weight for scene in scenes])
    by_scene: dict[int, list[int]] = {scene.index: [] for scene in scenes}
    artists: list[Artist] = []
    for index in range(config.artists):
        artist = _artist(config, dice, names, index, homes.draw(dice), artists, by_scene)
        artists.append(artist)
        if artist.type == "person" and not artist.alone and artist.alias_of is None:
            by_scene[artist.scene.index].append(index)
    return tuple(artists)


def _artist(
    config: WorldConfig,
    dice: Random,
    names: Names,
    index: int,
    scene: Scene,
    earlier: Sequence[Artist],
    by_scene: dict[int, list[int]],
) -> Artist:
    shape = config.people
    alias_of, members = None, tuple[int, ...]()
    kind: ArtistType = "person"
    peers = by_scene[scene.index]
    role = dice.random()
    if role < shape.group_share and len(peers) >= 5:
        kind = "duo" if dice.random() < DUO_SHARE else "group"
        members = tuple(dice.sample(peers, 2 if kind == "duo" else dice.randint(3, 5)))
    elif role < shape.group_share + shape.alias_share and peers:
        alias_of = dice.choice(peers)
    first_year, last_year = _career(config, dice)
    alone = not members and alias_of is None and dice.random() < shape.unconnected_share
    fame = dice.lognormvariate(0, shape.fame_sigma)
    return Artist(
        index=index,
        name=_name(dice, names, kind, shape, earlier),
        type=kind,
        scene=scene,
        genres=_genres(dice, scene),
        fame=min(fame, 1.0) if alone else fame,
        first_year=max([first_year, *(earlier[member].first_year for member in members)]),
        last_year=last_year + len(members),
        alone=alone,
        alias_of=alias_of,
        members=members,
    )


def _career(config: WorldConfig, dice: Random) -> tuple[int, int]:
    """First and last active year; every career touches the years of nights."""
    if dice.random() < LEGACY_SHARE:
        first = config.first_year - dice.randint(1, LEGACY_YEARS)
    else:
        first = dice.randint(config.first_year, config.as_of.year)
    years = config.people.career_years * dice.lognormvariate(0, CAREER_SIGMA)
    return first, max(config.first_year, first + round(years))


def _name(
    dice: Random, names: Names, kind: ArtistType, shape: PeopleShape, earlier: Sequence[Artist]
) -> str:
    if earlier and dice.random() < shape.homonym_share:
        return dice.choice(earlier).name
    if kind == "person":
        return names.person()
    return names.duo() if kind == "duo" else names.group()


def _genres(dice: Random, scene: Scene) -> tuple[str, ...]:
    others = genres_heard_with(scene.genre)
    if others and dice.random() < SECOND_GENRE_SHARE:
        return (scene.genre.name, dice.choice(others).name)
    return (scene.genre.name,)
