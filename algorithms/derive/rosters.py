"""Rosters of labels: who released there, when first and last, who is still active there."""

from collections.abc import Sequence
from dataclasses import dataclass

from algorithms.derive.facts import UNDATED, Bools, Coder, Ints, Spans, columns, read_day
from graph.client import Row


@dataclass(frozen=True)
class Rosters:
    """Artists on labels, M entries, one an artist and label.

    Attributes:
        spans: First and last dated release of each; UNDATED without one.
        releases: How many releases, 0 for someone who is only signed.
        active: Whether signed, or with a release not longer ago than the configured days.
    """

    spans: Spans
    releases: Ints
    active: Bools


def rosters(rows: Sequence[Row], code: Coder, active_after: int) -> Rosters:
    """Read rows `{id, releases: [[artist, release, date], ...], signings: [[artist, lasts], ...]}`.

    Args:
        rows: Labels, sorted by id.
        active_after: A release after this day makes its artist active.
    """
    days: dict[tuple[int, int], dict[str, int]] = {}
    signed: set[tuple[int, int]] = set()
    for group, row in enumerate(rows):
        for artist_id, release, day in row["releases"]:
            if (artist := code(artist_id)) is not None:
                days.setdefault((group, artist), {})[release] = read_day(day)
        for artist_id, lasts in row["signings"]:
            if (artist := code(artist_id)) is not None:
                days.setdefault((group, artist), {})
                if lasts:
                    signed.add((group, artist))
    group, artist, first, last, releases, lasting = columns(
        sorted(
            (*key, *_first_and_last(list(found.values())), len(found), key in signed)
            for key, found in days.items()
        ),
        6,
    )
    spans = Spans([row["id"] for row in rows], group, artist, first, last)
    return Rosters(spans, releases, (lasting > 0) | (last > active_after))


def _first_and_last(days: list[int]) -> tuple[int, int]:
    dated = [day for day in days if day != UNDATED]
    return (min(dated), max(dated)) if dated else (UNDATED, UNDATED)
