"""Releases: singles, EPs, albums, compilations, with collaborations and remixes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loaders.feed_format.base import ReleaseType
from loaders.world.dice import Pool, stream
from loaders.world.ground import Ground
from loaders.world.labels import Label, RosterPlace
from loaders.world.people import Artist

RELEASE_TYPES: Pool[tuple[ReleaseType, int, int]] = Pool(
    (("single", 1, 2), ("ep", 3, 5), ("album", 7, 12), ("live", 1, 3), ("remix", 2, 4)),
    (30, 50, 12, 3, 5),
)
"""Type with fewest and most tracks."""

RELEASES_MOST = 9
COMPILATION_SHARE = 0.2
COMPILATION_ROSTER_LEAST = 5
COMPILATION_TRACKS = (6, 14)


@dataclass(frozen=True, slots=True)
class Track:
    """A track in the making: indices of its artists and of its remixer."""

    artists: tuple[int, ...]
    remixer: int | None


@dataclass(frozen=True, slots=True)
class Release:
    """A release in the making; `artists` is empty on a compilation."""

    label: Label | None
    type: ReleaseType
    day: date
    artists: tuple[int, ...]
    tracks: tuple[Track, ...]


class ReleaseMaker:
    """Draws releases; collaborations and remixes are counted as pairs.

    Args:
        ground: The world so far.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._shape = ground.config.catalogue
        self._dice = stream(ground.config.seed, "releases")

    def on_label(self, label: Label) -> Iterator[Release]:
        """At least one release of everybody on the roster, perhaps a compilation."""
        peers = [place.artist for place in label.roster]
        for place in label.roster:
            for _ in range(self._count(self._ground.artists[place.artist])):
                yield self._release(label, place, peers)
        enough = len(peers) >= COMPILATION_ROSTER_LEAST
        if enough and self._dice.random() < COMPILATION_SHARE:
            yield self._compilation(label, peers)

    def by_themselves(self, artist: Artist) -> Iterator[Release]:
        """Perhaps a self-release, now and then with somebody of the same scene."""
        if self._dice.random() >= self._shape.self_release_share:
            return
        year = max(artist.first_year, self._ground.config.first_year)
        pool = self._ground.pools.locals(artist.scene, year)
        peers = [] if artist.alone else pool.draw_distinct(self._dice, 3)
        yield self._release(None, RosterPlace(artist.index, year, signed=False), peers)

    def _count(self, artist: Artist) -> int:
        usual = artist.fame**0.5 * self._dice.lognormvariate(0, 0.5)
        return min(RELEASES_MOST, max(1, round(usual)))

    def _day(self, first_year: int, last_year: int) -> date:
        as_of = self._ground.config.as_of
        first = date(min(first_year, as_of.year), 1, 1)
        last = min(as_of, date(min(max(first_year, last_year), as_of.year), 12, 31))
        return first + timedelta(days=self._dice.randint(0, (last - first).days))

    def _release(self, label: Label | None, place: RosterPlace, peers: Sequence[int]) -> Release:
        dice, artist = self._dice, self._ground.artists[place.artist]
        others = [peer for peer in peers if peer != place.artist]
        artists: tuple[int, ...] = (place.artist,)
        if others and dice.random() < self._shape.collab_share:
            artists = (place.artist, dice.choice(others))
            self._ground.pairs.add_other(artists)
        kind, fewest, most = RELEASE_TYPES.draw(dice)
        tracks = [self._track(artists, others) for _ in range(dice.randint(fewest, most))]
        day = self._day(place.since, artist.last_year)
        return Release(label, kind, day, artists, tuple(tracks))

    def _track(self, artists: tuple[int, ...], others: Sequence[int]) -> Track:
        dice = self._dice
        remixer = None
        free = [other for other in others if other not in artists]
        if free and dice.random() < self._shape.remix_share:
            remixer = dice.choice(free)
            for artist in artists:
                self._ground.pairs.add_other((artist, remixer))
        return Track(artists, remixer)

    def _compilation(self, label: Label, peers: Sequence[int]) -> Release:
        dice = self._dice
        count = min(len(peers), dice.randint(*COMPILATION_TRACKS))
        tracks = [Track((artist,), None) for artist in dice.sample(peers, count)]
        since = max(place.since for place in label.roster)
        return Release(label, "compilation", self._day(since, since + 2), (), tuple(tracks))


def choose_releases(ground: Ground, labels: Sequence[Label]) -> list[Release]:
    """All releases, oldest first."""
    maker = ReleaseMaker(ground)
    releases = [release for label in labels for release in maker.on_label(label)]
    releases += [release for artist in ground.artists for release in maker.by_themselves(artist)]
    releases.sort(key=lambda release: release.day)
    return releases
