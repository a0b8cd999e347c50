"""Scenes as columns: where they are, and which nights and bookings lie in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from algorithms.scores.nights import Ints, Nights, numbers
from algorithms.scores.parts import Floats
from graph.client import Graph
from graph.queries import cypher

SCENES = cypher("facts/scenes")
ARTIST_PLACES = cypher("facts/artist_places")


@dataclass(frozen=True)
class Scenes:
    """S scenes, the P pairs of night and scene, the B of booking and scene.

    Attributes:
        ids: Scene ids, sorted. Length S.
        kinds: Sorted names of their kinds.
        kind: Place of each scene's kind in `kinds`. Length S.
        regions: Continent of each, '' for unknown. Length S.
        cities: Id of the city of each, None for the scene of a country. Length S.
        labels: Labels based in each. Length S.
        night, scene: Nights and the scenes they lie in, by night. Length P.
        booking, booked_in: Bookings and the scenes their nights lie in, by booking. Length B.
    """

    ids: tuple[str, ...]
    kinds: tuple[str, ...]
    kind: Ints
    regions: tuple[str, ...]
    cities: tuple[str | None, ...]
    labels: Floats
    night: Ints
    scene: Ints
    booking: Ints
    booked_in: Ints


@dataclass(frozen=True)
class ArtistPlaces:
    """What is known of artists by their ids; an alias's counts for whom it stands for.

    Attributes:
        cities: Ids of the cities an artist is based in.
        genres: Ids of the genres it bears.
    """

    cities: Mapping[str, frozenset[str]]
    genres: Mapping[str, frozenset[str]]


async def read_scenes(graph: Graph, nights: Nights) -> Scenes:
    """All scenes, with those of the nights that count."""
    return scenes_of((await graph.rows(SCENES))[0]["scenes"], nights)


async def read_artist_places(graph: Graph, stands_for: Mapping[str, str]) -> ArtistPlaces:
    """Where artists are based, and what they play."""
    return artist_places_of((await graph.rows(ARTIST_PLACES))[0]["artists"], stands_for)


def scenes_of(rows: Sequence[Sequence[Any]], nights: Nights) -> Scenes:
    """Columns of rows `[id, kind, region, city, labels, nights]`, sorted by id."""
    place = {night: at for at, night in enumerate(nights.ids)}
    kinds = tuple(sorted({row[1] for row in rows}))
    pairs = sorted(
        (place[night], at) for at, row in enumerate(rows) for night in row[5] if night in place
    )
    night = np.array([pair[0] for pair in pairs], dtype=np.int64)
    scene = np.array([pair[1] for pair in pairs], dtype=np.int64)
    booking, pair = joined(nights.night, night, len(nights.ids))
    return Scenes(
        ids=tuple(row[0] for row in rows),
        kinds=kinds,
        kind=np.array([kinds.index(row[1]) for row in rows], dtype=np.int64),
        regions=tuple(row[2] or "" for row in rows),
        cities=tuple(row[3] for row in rows),
        labels=numbers(row[4] for row in rows),
        night=night,
        scene=scene,
        booking=booking,
        booked_in=scene[pair],
    )


def artist_places_of(rows: Sequence[Sequence[Any]], stands_for: Mapping[str, str]) -> ArtistPlaces:
    """Of rows `[id, cities, genres]`."""
    cities: dict[str, frozenset[str]] = {}
    genres: dict[str, frozenset[str]] = {}
    for artist, based_in, bears in rows:
        whom = stands_for.get(artist, artist)
        cities[whom] = cities.get(whom, frozenset()) | frozenset(based_in)
        genres[whom] = genres.get(whom, frozenset()) | frozenset(bears)
    return ArtistPlaces(cities, genres)


def joined(left: Ints, right: Ints, size: int) -> tuple[Ints, Ints]:
    """Every pair of a place in `left` and a place in `right` that hold the same number.

    Args:
        left: Numbers below `size`, in any order.
        right: Numbers below `size`, sorted.

    Returns:
        The places in `left`, in their order, and those in `right`. Length of both: the pairs.
    """
    counts = np.bincount(right, minlength=size)
    starts = np.cumsum(counts) - counts
    times = counts[left]
    place = np.repeat(np.arange(len(left), dtype=np.int64), times)
    within: Ints = np.arange(len(place), dtype=np.int64) - np.repeat(
        np.cumsum(times) - times, times
    )
    return place, starts[left[place]] + within
