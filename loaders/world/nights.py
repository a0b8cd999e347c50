"""Nights and festivals: line-ups are drawn until the wanted number of pairs is reached."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.errors import WorldImpossible
from loaders.world.brands import Brand
from loaders.world.calendar import Calendar
from loaders.world.dice import Pool, stream
from loaders.world.ground import Ground
from loaders.world.people import Artist
from loaders.world.places import Venue

NIGHTS_PER_EDGE_MAX = 4
DRAWS_PER_SET = 6
OVERSHOOT = 0.01
SOLO_NIGHTS_MOST = 5
FESTIVAL_LEAST = 12
FESTIVAL_ARTISTS_SHARE = 0.08
FESTIVAL_CITY_SHARE = 0.5
PROGRESS_EVERY = 500


@dataclass(frozen=True, slots=True)
class Night:
    """A night in the making.

    Attributes:
        lineup: Indices of artists, poster order, each once; empty if it was never announced.
        in_series: Whether it belongs to the brand's series.
        month_only: Whether the day is unknown outside.
        pulled_out: Index of the artist of the line-up who did not play in the end.
    """

    day: date
    brand: Brand
    venue: Venue
    lineup: tuple[int, ...]
    in_series: bool
    cancelled: bool
    month_only: bool
    pulled_out: int | None


class NightMaker:
    """Draws nights one by one and counts the pairs they make.

    Args:
        ground: The world so far.
        brands: All series and festivals.
    """

    def __init__(self, ground: Ground, brands: Sequence[Brand]) -> None:
        self._ground = ground
        self._shape = ground.config.nights
        self._artists = ground.artists
        self._dice = stream(ground.config.seed, "nights")
        self._calendar = Calendar(ground.config)
        self._growth = ground.config.density**self._shape.dense_lineups
        self._booked: dict[tuple[int, int], list[int]] = {}
        series = [brand for brand in brands if not brand.festival]
        self._festivals = [brand for brand in brands if brand.festival]
        self._brands = Pool(series, [brand.weight for brand in series])
        self._brands_by_scene: dict[int, list[Brand]] = {}
        for brand in series:
            self._brands_by_scene.setdefault(brand.scene.index, []).append(brand)

    def alone_nights(self) -> Iterator[Night]:
        """A few nights for each artist who only plays alone."""
        for artist in self._artists:
            if artist.alone:
                for _ in range(self._dice.randint(1, SOLO_NIGHTS_MOST)):
                    yield self._night(
                        self._brand_of(artist), self._year_of(artist), [artist.index], 1
                    )

    def debut_nights(self) -> Iterator[Night]:
        """A first shared night for everybody else, at home."""
        for artist in self._artists:
            if not artist.alone:
                brand = replace(self._brand_of(artist), pull=self._shape.debut_pull, residents=())
                year = self._year_of(artist)
                yield self._night(brand, year, [artist.index], self._shared_size(brand))

    def nights(self) -> Iterator[Night]:
        """Endlessly many nights."""
        while True:
            brand = self._brands.draw(self._dice)
            year = self._calendar.year(self._dice, brand.first_year, brand.last_year)
            yield self._night(brand, year, [], self._size(brand))

    def festival_nights(self) -> Iterator[Night]:
        """Yearly editions, in random order."""
        config = self._ground.config
        years = range(config.first_year, config.as_of.year + 1)
        editions = [(brand, year) for brand in self._festivals for year in years]
        self._dice.shuffle(editions)
        most = min(self._shape.festival_max, round(config.artists * FESTIVAL_ARTISTS_SHARE))
        for brand, year in editions:
            usual = self._shape.festival_median * brand.size
            size = round(usual * self._dice.lognormvariate(0, self._shape.lineup_sigma))
            yield self._night(brand, year, [], max(FESTIVAL_LEAST, min(most, size)))

    def _brand_of(self, artist: Artist) -> Brand:
        return self._dice.choice(self._brands_by_scene[artist.scene.index])

    def _year_of(self, artist: Artist) -> int:
        return self._calendar.year(self._dice, artist.first_year, artist.first_year + 1)

    def _size(self, brand: Brand) -> int:
        chance = self._dice.random() - self._shape.unnamed_share
        if chance < 0:
            return 0
        return 1 if chance < self._shape.alone_share else self._shared_size(brand)

    def _shared_size(self, brand: Brand) -> int:
        shape = self._shape
        usual = shape.lineup_median * self._growth * brand.size
        drawn = usual * self._dice.lognormvariate(0, shape.lineup_sigma)
        return min(shape.lineup_max, max(2, round(drawn)))

    def _fitting(self, size: int) -> int:
        """The size, or less where even the last night would make far too many pairs."""
        config = self._ground.config
        room = config.edges * (1 + OVERSHOOT) - len(self._ground.pairs)
        return min(size, max(2, int((1 + math.sqrt(1 + 8 * max(0.0, room))) / 2)))

    def _night(self, brand: Brand, year: int, lineup: list[int], size: int) -> Night:
        """One night; it counts unless it is cancelled or still to come."""
        dice, shape = self._dice, self._shape
        self._fill(brand, year, lineup, self._fitting(size))
        lineup.sort(key=lambda index: -self._artists[index].fame)
        announced = dice.random() < shape.announced_share
        cancelled = not announced and dice.random() < shape.cancelled_share
        day = self._calendar.announced_day(dice) if announced else self._calendar.day(dice, year)
        pulls_out = len(lineup) > 2 and dice.random() < shape.pulled_out_share
        pulled_out = dice.choice(lineup) if pulls_out else None
        if not announced and not cancelled:
            self._ground.pairs.add_night(artist for artist in lineup if artist != pulled_out)
        as_of = self._ground.config.as_of
        past_month = (day.year, day.month) < (as_of.year, as_of.month)
        return Night(
            day=day,
            brand=brand,
            venue=brand.venue,
            lineup=tuple(lineup),
            in_series=dice.random() >= shape.one_off_share,
            cancelled=cancelled,
            month_only=past_month and dice.random() < shape.month_only_share,
            pulled_out=pulled_out,
        )

    def _fill(self, brand: Brand, year: int, lineup: list[int], size: int) -> None:
        booked = self._booked.setdefault((brand.index, year), [])
        for _ in range(size * DRAWS_PER_SET):
            if len(lineup) >= size:
                break
            artist = self._one(brand, year, booked)
            if artist is not None and artist not in lineup:
                lineup.append(artist)
        if size > 1:
            booked.extend(lineup)

    def _one(self, brand: Brand, year: int, booked: Sequence[int]) -> int | None:
        """A resident, someone booked earlier this year, a guest or a local; None if inactive."""
        dice, shape = self._dice, self._shape
        if brand.festival:
            return self._festival_act(brand, year)
        chance = dice.random() - shape.resident_share
        if chance < 0 and brand.residents:
            resident = dice.choice(brand.residents)
            return resident if self._active(resident, year) else None
        chance -= shape.rebook_share
        if chance < 0 and booked:
            return dice.choice(booked)
        if chance - shape.touring_share < 0:
            guests = self._ground.pools.guests(
                dice, brand.scene, year, brand.pull * shape.guest_pull
            )
            return guests.draw(dice) if guests else None
        at_home = self._ground.pools.locals(brand.scene, year, brand.pull)
        return at_home.draw(dice) if at_home else None

    def _festival_act(self, brand: Brand, year: int) -> int | None:
        pools, dice = self._ground.pools, self._dice
        if dice.random() < FESTIVAL_CITY_SHARE:
            pool = pools.in_city(brand.scene, year, brand.pull)
        else:
            pool = pools.guests(dice, brand.scene, year, brand.pull)
        return pool.draw(dice) if pool else None

    def _active(self, index: int, year: int) -> bool:
        return self._artists[index].activity(year, self._ground.config.people) > 0


def choose_nights(
    ground: Ground, brands: Sequence[Brand], progress: Callable[[int], None]
) -> list[Night]:
    """All nights, oldest first: solo ones, debuts, festivals, then more until the pairs are there.

    Args:
        progress: Called now and then with the number of pairs so far.

    Raises:
        WorldImpossible: So many nights do not give the wanted pairs.
    """
    config, pairs = ground.config, ground.pairs
    maker = NightMaker(ground, brands)
    nights = list(maker.alone_nights())
    limit = NIGHTS_PER_EDGE_MAX * config.edges + config.artists
    festival_pairs = round(config.nights.festival_pairs_share * config.edges)
    sources = (
        (maker.debut_nights(), config.edges),
        (maker.festival_nights(), festival_pairs),
        (maker.nights(), config.edges),
    )
    for source, share in sources:
        enough = min(config.edges, len(pairs) + share)
        for night in source:
            nights.append(night)
            if len(nights) % PROGRESS_EVERY == 0:
                progress(len(pairs))
            if len(pairs) >= enough:
                break
            if len(nights) > limit:
                raise WorldImpossible(
                    f"{limit} nights give {len(pairs)} of {config.edges} edges",
                    hint="Ask for fewer edges or more artists.",
                )
    progress(len(pairs))
    nights.sort(key=lambda night: (night.day, night.brand.index))
    return nights
