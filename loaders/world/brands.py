"""Promoters, crews and the series of nights they run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders.feed_format import CollectiveLine, CollectiveMember, SeriesLine
from loaders.feed_format.base import CollectiveKind
from loaders.world.dice import Pool, stream, zipf_weights
from loaders.world.ground import Ground
from loaders.world.names import Names
from loaders.world.people import Artist
from loaders.world.places import Venue
from loaders.world.scenes import Scene

BRAND_ZIPF = 0.75
BRAND_YEARS = 7
RESIDENTS_MOST = 5
CREW_SHARE = 0.35
CREW_MEMBERS_MOST = 9
FOUNDER_SHARE = 0.3
BRAND_SIZE_SIGMA = 0.35


class Membership(NamedTuple):
    """An artist in a collective since a year."""

    artist: int
    since: int


@dataclass(frozen=True, slots=True)
class Brand:
    """A series with the people behind it.

    Attributes:
        size: Factor on the usual line-up.
        pull: Exponent of fame in its bookings; a small room books the unknown too.
        residents: Indices of artists that play there again and again.
        members: Who belongs to the collective behind it.
        weight: Share of the nights, before scaling to 1.
    """

    index: int
    name: str
    collective_name: str
    collective_kind: CollectiveKind
    scene: Scene
    venue: Venue
    first_year: int
    last_year: int
    size: float
    pull: float
    residents: tuple[int, ...]
    members: tuple[Membership, ...]
    founded_by_artist: bool
    festival: bool
    weight: float

    @property
    def id(self) -> str:
        """Partner id of the series line."""
        return f"series-{self.index + 1:05d}"

    @property
    def collective_id(self) -> str:
        """Partner id of the collective line."""
        return f"collective-{self.index + 1:05d}"


def choose_brands(ground: Ground) -> tuple[Brand, ...]:
    """All series of nights, few of them running most nights, then the festivals.

    The members of each collective are counted as pairs.
    """
    config = ground.config
    homes = Pool(ground.scenes, [scene.weight for scene in ground.scenes])
    count = max(len(ground.scenes), round(config.artists / config.nights.artists_per_series))
    festivals = max(2, round(config.artists / config.nights.artists_per_festival))
    maker = _BrandMaker(ground)
    weights = zipf_weights(count, BRAND_ZIPF)
    maker.dice.shuffle(weights)
    brands: list[Brand] = []
    for index in range(count + festivals):
        at_home = index < len(ground.scenes)
        scene = ground.scenes[index] if at_home else homes.draw(maker.dice)
        festival = index >= count
        brand = maker.brand(index, scene, 0.0 if festival else weights[index], festival)
        ground.pairs.add_other(member.artist for member in brand.members)
        brands.append(brand)
    return tuple(brands)


class _BrandMaker:
    """Draws one brand after the other."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self.dice = stream(ground.config.seed, "brands")
        self._names = Names(stream(ground.config.seed, "brand names"))
        self._crew_pairs = ground.config.nights.crew_pairs_share * ground.config.edges

    def brand(self, index: int, scene: Scene, weight: float, festival: bool) -> Brand:
        """One brand of a scene."""
        dice, config = self.dice, self._ground.config
        first = dice.randint(config.first_year - 4, config.as_of.year)
        last = max(config.first_year, first + round(BRAND_YEARS * dice.lognormvariate(0, 0.6)))
        venue = self._ground.rooms[scene.index].draw(dice)
        is_crew = not festival and dice.random() < CREW_SHARE
        crew = dice.randint(2, CREW_MEMBERS_MOST) if is_crew else dice.randint(0, 1)
        if len(self._ground.pairs) >= self._crew_pairs:
            crew = min(crew, 1)
        start = max(first, config.first_year)
        known = self._ground.pools.locals(scene, start)
        return Brand(
            index=index,
            name=self._names.festival() if festival else self._names.series(),
            collective_name=self._names.collective(),
            collective_kind=dice.choice(("crew", "collective")) if is_crew else "promoter",
            scene=scene,
            venue=venue,
            first_year=first,
            last_year=last,
            size=dice.lognormvariate(0, BRAND_SIZE_SIGMA),
            pull=config.nights.pull_by_tier[venue.tier - 1],
            residents=tuple(known.draw_distinct(dice, dice.randint(1, RESIDENTS_MOST))),
            members=tuple(Membership(artist, start) for artist in known.draw_distinct(dice, crew)),
            founded_by_artist=dice.random() < FOUNDER_SHARE,
            festival=festival,
            weight=weight,
        )


def series_lines(brands: Sequence[Brand], artists: Sequence[Artist]) -> Iterator[SeriesLine]:
    """One line a series."""
    for brand in brands:
        yield SeriesLine(
            id=brand.id,
            name=brand.name,
            city=brand.scene.city.id,
            founded_year=brand.first_year,
            founders=_founders(brand, artists),
        )


def collective_lines(
    brands: Sequence[Brand], artists: Sequence[Artist]
) -> Iterator[CollectiveLine]:
    """One line a collective."""
    for brand in brands:
        yield CollectiveLine(
            id=brand.collective_id,
            name=brand.collective_name,
            collective_kind=brand.collective_kind,
            city=brand.scene.city.id,
            founded_year=brand.first_year,
            founders=_founders(brand, artists),
            members=tuple(
                CollectiveMember(artist=artists[member.artist].id, from_=f"{member.since}-01-01")
                for member in brand.members
            ),
        )


def _founders(brand: Brand, artists: Sequence[Artist]) -> tuple[str, ...]:
    if not brand.founded_by_artist:
        return ()
    return tuple(artists[member.artist].id for member in brand.members[:1])
