"""Nights as columns: where, in which series, with whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from algorithms.derive.clusters import representatives
from algorithms.derive.config import epoch_day
from algorithms.scores.parts import Floats
from graph.client import Graph
from graph.queries import cypher

NIGHTS = cypher("facts/nights")
ALIASES = cypher("derive/aliases")

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NOWHERE = -1
"""Stands for an unknown venue or no series."""


@dataclass(frozen=True)
class Nights:
    """Nights that count: not cancelled, and held by the date or undated.

    Attributes:
        ids: Event ids, sorted. Length N.
        day: Days since 1970-01-01, NaN for an undated one. Length N.
        festival: 1, 0 or NaN for unknown. Length N.
        venues, series: Sorted ids of those that a night names.
        venue, one_of: Place in `venues` and `series`, or `NOWHERE`. Length N.
        night, artist: Bookings, one a night and artist; places in `ids` and `artists`. Length M.
        artists: Sorted ids of those booked; an alias is booked as whom it stands for.
        stands_for: Alias -> the artist it stands for.
    """

    ids: tuple[str, ...]
    day: Floats
    festival: Floats
    venues: tuple[str, ...]
    series: tuple[str, ...]
    venue: Ints
    one_of: Ints
    night: Ints
    artist: Ints
    artists: tuple[str, ...]
    stands_for: Mapping[str, str]

    def after(self, since: date) -> Bools:
        """Which nights were held after a date; undated ones were not."""
        return self.day > epoch_day(since)

    def places_among(self, ids: Sequence[str]) -> Ints:
        """Place in `ids` of the artist of each booking; all of them are there. Length M."""
        place = {artist: at for at, artist in enumerate(ids)}
        return np.array([place[each] for each in self.artists], dtype=np.int64)[self.artist]

    def mean_by(self, group: Ints, size: int, score: Floats, where: Bools | None = None) -> Floats:
        """Mean score of the bookings of each group of nights, unknown scores left out.

        Args:
            group: Group of each night, or `NOWHERE`. Length N.
            size: Number of groups.
            score: Score of each artist, NaN for unknown.
            where: Nights that count; all if not given.

        Returns:
            One a group, NaN where no score is known. Length `size`.
        """
        of, each = group[self.night], score[self.artist]
        counts = (of != NOWHERE) & ~np.isnan(each)
        if where is not None:
            counts &= where[self.night]
        sums = np.bincount(of[counts], weights=each[counts], minlength=size)
        numbers = np.bincount(of[counts], minlength=size)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(numbers > 0, sums / numbers, np.nan)


async def read_nights(graph: Graph, as_of: date) -> Nights:
    """The nights held by a date."""
    aliases = await graph.rows(ALIASES)
    stands_for = representatives((a["alias"], a["other"]) for a in aliases if a["current"])
    rows: list[list[Any]] = (await graph.rows(NIGHTS, asOf=as_of))[0]["nights"]
    return nights_of(rows, stands_for)


def nights_of(rows: Sequence[Sequence[Any]], stands_for: Mapping[str, str]) -> Nights:
    """Columns of rows `[id, day, festival, venue, series, artists]`, sorted by id."""
    ids, day, festival, venue, series = ([row[at] for row in rows] for at in range(5))
    venues, series_ids = _sorted(venue), _sorted(series)
    bookings = sorted(
        {
            (night, stands_for.get(artist, artist))
            for night, row in enumerate(rows)
            for artist in row[5]
        }
    )
    artists = _sorted(artist for _, artist in bookings)
    place = {artist: at for at, artist in enumerate(artists)}
    return Nights(
        ids=tuple(ids),
        day=numbers(day),
        festival=numbers(festival),
        venues=venues,
        series=series_ids,
        venue=_places(venue, venues),
        one_of=_places(series, series_ids),
        night=np.array([night for night, _ in bookings], dtype=np.int64),
        artist=np.array([place[artist] for _, artist in bookings], dtype=np.int64),
        artists=artists,
        stands_for=stands_for,
    )


def numbers(values: Iterable[float | None]) -> Floats:
    """A column of numbers, None as NaN."""
    return np.array([np.nan if each is None else each for each in values], dtype=np.float64)


def _sorted(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value is not None}))


def _places(values: Iterable[str | None], names: tuple[str, ...]) -> Ints:
    place = {name: at for at, name in enumerate(names)}
    return np.array(
        [NOWHERE if value is None else place[value] for value in values], dtype=np.int64
    )
