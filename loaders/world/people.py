"""Artists: where they belong, how famous they are, and when they are active."""

from collections.abc import Sequence
from dataclasses import dataclass

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
GROUP_SIZES = (3, 5)
GROUP_PEERS_LEAST = 5


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
    maker = _ArtistMaker(config)
    homes = Pool(scenes, [scene.weight for scene in scenes])
    for _ in range(config.artists):
        maker.add(homes)
    return tuple(maker.artists)


class _ArtistMaker:
    """Draws one artist after the other; groups and aliases refer to earlier ones.

    Args:
        config: The world.
    """

    def __init__(self, config: WorldConfig) -> None:
        self._config = config
        self._dice = stream(config.seed, "artists")
        self._names = Names(stream(config.seed, "artist names"))
        self._peers: dict[int, list[int]] = {}
        self.artists: list[Artist] = []

    def add(self, homes: Pool[Scene]) -> None:
        """One more artist, at home in one of the scenes."""
        dice, shape = self._dice, self._config.people
        scene = homes.draw(dice)
        peers = self._peers.setdefault(scene.index, [])
        kind, members, alias_of = self._role(peers)
        first_year, last_year = self._career()
        alone = not members and alias_of is None and dice.random() < shape.unconnected_share
        fame = min(shape.fame_max, dice.lognormvariate(0, shape.fame_sigma))
        index = len(self.artists)
        joined = [self.artists[member].first_year for member in members]
        artist = Artist(
            index=index,
            name=self._name(kind),
            type=kind,
            scene=scene,
            genres=self._genres(scene),
            fame=min(fame, 1.0) if alone else fame,
            first_year=max([first_year, *joined]),
            last_year=last_year + len(members),
            alone=alone,
            alias_of=alias_of,
            members=members,
        )
        self.artists.append(artist)
        if kind == "person" and not alone and alias_of is None:
            peers.append(index)

    def _role(self, peers: Sequence[int]) -> tuple[ArtistType, tuple[int, ...], int | None]:
        """Type, members of a group, and whose alias it is."""
        dice, shape = self._dice, self._config.people
        chance = dice.random()
        if chance < shape.group_share and len(peers) >= GROUP_PEERS_LEAST:
            if dice.random() < DUO_SHARE:
                return "duo", tuple(dice.sample(peers, 2)), None
            return "group", tuple(dice.sample(peers, dice.randint(*GROUP_SIZES))), None
        if 0 <= chance - shape.group_share < shape.alias_share and peers:
            return "person", (), dice.choice(peers)
        return "person", (), None

    def _career(self) -> tuple[int, int]:
        """First and last active year; every career touches the years of nights."""
        dice, config = self._dice, self._config
        if dice.random() < LEGACY_SHARE:
            first = config.first_year - dice.randint(1, LEGACY_YEARS)
        else:
            first = dice.randint(config.first_year, config.as_of.year)
        years = config.people.career_years * dice.lognormvariate(0, CAREER_SIGMA)
        return first, max(config.first_year, first + round(years))

    def _name(self, kind: ArtistType) -> str:
        dice, names = self._dice, self._names
        if self.artists and dice.random() < self._config.people.homonym_share:
            return dice.choice(self.artists).name
        if kind == "person":
            return names.person()
        return names.duo() if kind == "duo" else names.group()

    def _genres(self, scene: Scene) -> tuple[str, ...]:
        others = genres_heard_with(scene.genre)
        if others and self._dice.random() < SECOND_GENRE_SHARE:
            return (scene.genre.name, self._dice.choice(others).name)
        return (scene.genre.name,)
