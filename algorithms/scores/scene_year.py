"""What happened in scenes: a year, the year before, and quarter by quarter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from algorithms.derive.config import epoch_day
from algorithms.scores.nights import NOWHERE, Bools, Ints, Nights
from algorithms.scores.parts import Floats
from algorithms.scores.scenes import Scenes, joined

YEAR_DAYS = 365
QUARTER_DAYS = YEAR_DAYS / 4
QUARTERS_A_YEAR = 4


@dataclass(frozen=True)
class SceneYear:
    """S scenes up to a date; days in between nights of unknown day do not count.

    Attributes:
        nights, earlier: Nights of the last 365 days, and of the 365 days before. Length S.
        artists: Distinct artists of these nights. Length S.
        venues: Evenness of the nights over venues, 0 to 1, NaN if no venue is known. Length S.
        genres: Evenness of the bookings over the genres that artists bear, NaN if none is known.
        labels: Labels based there, NaN if none is known to be based in any scene of the kind.
        growth: Nights beside those of the 365 days before, in %, NaN if there were none then.
        quarters: Growth of each of the last quarters, the last one first, beside the same quarter
            a year before: 0.5 is half as many again; NaN if there was no night then. S x Q.
    """

    nights: Floats
    earlier: Floats
    artists: Floats
    venues: Floats
    genres: Floats
    labels: Floats
    growth: Floats
    quarters: Floats


def scene_year(
    nights: Nights,
    scenes: Scenes,
    genres: Mapping[str, frozenset[str]],
    as_of: date,
    quarters: int,
) -> SceneYear:
    """Counts of scenes.

    Args:
        genres: Artist id -> ids of the genres it bears.
        quarters: How many quarters to look back.
    """
    size, age = len(scenes.ids), epoch_day(as_of) - nights.day
    year = _in(age, 0, YEAR_DAYS)
    now, earlier = _nights(scenes, year, size), _nights(scenes, _in(age, 1, YEAR_DAYS), size)
    back = quarters + QUARTERS_A_YEAR
    by_quarter = np.column_stack(
        [_nights(scenes, _in(age, number, QUARTER_DAYS), size) for number in range(back)]
    )
    playing = year[nights.night][scenes.booking]
    scene, booking = scenes.booked_in[playing], scenes.booking[playing]
    everybody = max(len(nights.artists), 1)
    artists = np.unique(scene * everybody + nights.artist[booking]) // everybody
    held = year[scenes.night] & (nights.venue[scenes.night] != NOWHERE)
    return SceneYear(
        nights=now,
        earlier=earlier,
        artists=np.bincount(artists, minlength=size).astype(np.float64),
        venues=evenness(scenes.scene[held], nights.venue[scenes.night[held]], size),
        genres=_genres(nights, scene, booking, genres, size),
        labels=_said(scenes),
        growth=100.0 * _growth(now, earlier),
        quarters=_growth(by_quarter[:, :quarters], by_quarter[:, QUARTERS_A_YEAR:]),
    )


def evenness(group: Ints, thing: Ints, size: int) -> Floats:
    """Shannon entropy of the things of each group, divided by that of equally many of each.

    Args:
        group, thing: One a mention. Length N each.
        size: Number of groups.

    Returns:
        0 to 1 a group: 1 if all its things are mentioned equally often, 0 if there is one thing
        only; NaN without any.
    """
    width = int(thing.max(initial=0)) + 1
    pairs, counts = np.unique(group * width + thing, return_counts=True)
    of = pairs // width
    total, kinds = np.bincount(of, weights=counts, minlength=size), np.bincount(of, minlength=size)
    share = counts / total[of]
    entropy = np.bincount(of, weights=-share * np.log(share), minlength=size)
    with np.errstate(divide="ignore", invalid="ignore"):
        even = np.where(kinds > 1, entropy / np.log(kinds), 0.0)
    return np.where(kinds > 0, np.clip(even, 0.0, 1.0), np.nan)


def _genres(
    nights: Nights, scene: Ints, booking: Ints, genres: Mapping[str, frozenset[str]], size: int
) -> Floats:
    names = sorted({genre for bears in genres.values() for genre in bears})
    place = {genre: at for at, genre in enumerate(names)}
    borne = [
        (at, place[genre])
        for at, artist in enumerate(nights.artists)
        for genre in genres.get(artist, ())
    ]
    bearer = np.array([artist for artist, _ in borne], dtype=np.int64)
    genre = np.array([genre for _, genre in borne], dtype=np.int64)
    mention, pair = joined(nights.artist[booking], bearer, len(nights.artists))
    return evenness(scene[mention], genre[pair], size)


def _said(scenes: Scenes) -> Floats:
    """Labels of each scene, unknown where no source says of any label that it is in one."""
    known = np.bincount(scenes.kind, weights=scenes.labels, minlength=len(scenes.kinds)) > 0
    return np.where(known[scenes.kind], scenes.labels, np.nan)


def _in(age: Floats, number: int, days: float) -> Bools:
    """Which nights are in one of the windows of so many days; window 0 ends at the date."""
    return (age >= number * days) & (age < (number + 1) * days)


def _nights(scenes: Scenes, where: Bools, size: int) -> Floats:
    return np.bincount(scenes.scene[where[scenes.night]], minlength=size).astype(np.float64)


def _growth(now: Floats, before: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(before > 0, now / before - 1.0, np.nan)
