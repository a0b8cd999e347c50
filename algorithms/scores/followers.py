"""Growth of followers between two dates, of the accounts that were read at both."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from algorithms.scores.configuration import GrowthConfig
from algorithms.scores.parts import Floats


@dataclass(frozen=True)
class Window:
    """Days around one that stand for it.

    Attributes:
        days: Days before the date computed for.
        tolerance: Days a reading may lie beside it.
    """

    days: int
    tolerance: int

    def dates(self, as_of: date) -> tuple[date, date]:
        """First and last day; nothing after the date computed for counts."""
        middle = as_of - timedelta(days=self.days)
        width = timedelta(days=self.tolerance)
        return middle - width, min(as_of, middle + width)


Accounts = Sequence[tuple[int, Mapping[date, float]]]
"""Whose it is, a place among artists, and its readings."""


def accounts_of(
    rows: Iterable[Sequence[Any]], ids: Sequence[str], stands_for: Mapping[str, str]
) -> Accounts:
    """Accounts from rows `[artist, metric, [[ISO date, value], ...]]`, one an artist and metric."""
    place = {artist: at for at, artist in enumerate(ids)}
    found: dict[tuple[str, str], dict[date, float]] = {}
    for artist, metric, readings in rows:
        read = found.setdefault((artist, metric), {})
        for day, value in readings:
            read.setdefault(date.fromisoformat(day), value)
    return [(place[stands_for.get(artist, artist)], read) for (artist, _), read in found.items()]


def growth(
    accounts: Accounts, size: int, as_of: date, days: int, tolerance: int, config: GrowthConfig
) -> Floats:
    """Growth of the followers of artists in so many days, in percent; NaN where not read at both.

    Source:
        `(now - before) / max(before, 100)`.
    """
    last, first = Window(0, tolerance), Window(days, tolerance)
    now, before, read = np.zeros(size), np.zeros(size), np.zeros(size, dtype=np.bool_)
    for artist, readings in accounts:
        late, early = _nearest(readings, last, as_of), _nearest(readings, first, as_of)
        if late is not None and early is not None:
            now[artist] += late
            before[artist] += early
            read[artist] = True
    return np.where(read, 100.0 * (now - before) / np.maximum(before, config.base_min), np.nan)


def _nearest(readings: Mapping[date, float], window: Window, as_of: date) -> float | None:
    """The reading nearest to the middle of a window, the later one of two."""
    start, end = window.dates(as_of)
    middle = as_of - timedelta(days=window.days)
    inside = [day for day in readings if start <= day <= end]
    if not inside:
        return None
    return readings[min(inside, key=lambda day: (abs((day - middle).days), middle - day))]
