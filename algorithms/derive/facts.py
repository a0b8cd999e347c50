"""Facts as columns of numbers, ready for numpy.

Artists are codes: their place in the sorted list of ids, so that a smaller code is a smaller id.
Days are days since 1970-01-01, `UNDATED` where unknown. `group` columns are places in `ids`, the
sorted ids of the nights, releases, tracks, labels or collectives.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from algorithms.derive.config import epoch_day
from graph.client import Row

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

UNDATED = -(2**31)
"""Stands for an unknown day; before all days."""

Coder = Callable[[str], int | None]
"""Artist id -> code of its representative; None for a name that stands for nobody."""


def ints(values: Iterable[int]) -> Ints:
    """A column of whole numbers."""
    return np.fromiter(values, dtype=np.int64)


@cache
def read_day(text: str | None) -> int:
    """The day an ISO date or '' or None stands for."""
    return epoch_day(date.fromisoformat(text)) if text else UNDATED


@dataclass(frozen=True)
class Gatherings:
    """Who stood together in nights or releases.

    Attributes:
        ids: Sorted ids of the N nights or releases.
        day: N days.
        group, artist: M entries, not repeated.
    """

    ids: Sequence[str]
    day: Ints
    group: Ints
    artist: Ints


@dataclass(frozen=True)
class SharedSets:
    """Sets that are known to be shared, M entries.

    Attributes:
        group: Which shared set, 0 to S - 1.
        artist: Who played it.
        night: S places in the ids of the nights.
    """

    group: Ints
    artist: Ints
    night: Ints


@dataclass(frozen=True)
class Remixes:
    """Remixed tracks, one entry a remixer and original artist."""

    ids: Sequence[str]
    day: Ints
    group: Ints
    remixer: Ints
    original: Ints


@dataclass(frozen=True)
class Spans:
    """Time of artists on labels or in collectives, M entries, one an artist and group.

    Attributes:
        first: First day; UNDATED if unknown.
        last: Last day; UNDATED if unknown.
    """

    ids: Sequence[str]
    group: Ints
    artist: Ints
    first: Ints
    last: Ints


def gatherings(rows: Sequence[Row], code: Coder, *, drop_with_nobody: bool) -> Gatherings:
    """Read rows `{id, date, artists}`, sorted by id.

    Args:
        drop_with_nobody: Leave out groups in which a name stands for nobody in particular.
    """
    entries: set[tuple[int, int]] = set()
    for group, row in enumerate(rows):
        artists = [code(artist) for artist in row["artists"]]
        if not (drop_with_nobody and None in artists):
            entries.update((group, artist) for artist in artists if artist is not None)
    group, artist = columns(sorted(entries), 2)
    return Gatherings(
        ids=[row["id"] for row in rows],
        day=ints(read_day(row["date"]) for row in rows),
        group=group,
        artist=artist,
    )


def shared_sets(rows: Sequence[Row], code: Coder) -> SharedSets:
    """Read rows `{sets: [[artist, set], ...]}`, in the order of the nights."""
    number: dict[tuple[int, str], int] = {}
    entries: set[tuple[int, int]] = set()
    for night, row in enumerate(rows):
        for artist_id, name in row["sets"]:
            artist = code(artist_id)
            if artist is not None:
                entries.add((number.setdefault((night, name), len(number)), artist))
    group, artist = columns(sorted(entries), 2)
    return SharedSets(group, artist, night=ints(night for night, _ in number))


def remixes(rows: Sequence[Row], code: Coder) -> Remixes:
    """Read rows `{id, date, remixers, originals}`, sorted by id."""
    entries = {
        (group, remixer, original)
        for group, row in enumerate(rows)
        for remixer in map(code, row["remixers"])
        for original in map(code, row["originals"])
        if remixer is not None and original is not None and remixer != original
    }
    group, remixer, original = columns(sorted(entries), 3)
    return Remixes(
        ids=[row["id"] for row in rows],
        day=ints(read_day(row["date"]) for row in rows),
        group=group,
        remixer=remixer,
        original=original,
    )


def memberships(rows: Sequence[Row], code: Coder, as_of: int) -> Spans:
    """Read rows `{id, members: [[artist, from, to], ...]}`, sorted by id.

    Several stints are one span. A span that lasts ends on `as_of`.
    """
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for group, row in enumerate(rows):
        for artist_id, begin, end in row["members"]:
            artist = code(artist_id)
            if artist is not None:
                first, last = read_day(begin), min(read_day(end) if end else as_of, as_of)
                known = spans.get((group, artist), (first, last))
                spans[group, artist] = (min(first, known[0]), max(last, known[1]))
    group, artist, first, last = columns(sorted((*key, *span) for key, span in spans.items()), 4)
    return Spans([row["id"] for row in rows], group, artist, first, last)


def columns(entries: Sequence[tuple[int, ...]], width: int) -> list[Ints]:
    """Rows of numbers as `width` columns."""
    table = np.array(entries, dtype=np.int64).reshape(-1, width)
    return [np.ascontiguousarray(table[:, column]) for column in range(width)]
