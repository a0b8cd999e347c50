"""Where artists played and on which labels they released: counts, first and last days."""

from collections.abc import Mapping, Sequence

import numpy as np

from algorithms.derive.edges import Edges
from algorithms.derive.facts import UNDATED, Bools, Gatherings, Ints, columns
from algorithms.derive.rosters import Rosters
from graph.client import Row


def played_at(
    nights: Gatherings, rows: Sequence[Row], venues: Mapping[str, int], within: Bools
) -> Edges:
    """Nights of artists at venues.

    Args:
        nights: The nights.
        rows: Their rows `{venues: [id, ...]}`, in the same order.
        venues: Venue id -> code.
        within: For each artist code, whether its edges are asked for.
    """
    held = [(night, venues[one]) for night, row in enumerate(rows) for one in row["venues"]]
    night, venue = columns(held, 2)
    begins = np.searchsorted(night, nights.group)
    times = np.searchsorted(night, nights.group, side="right") - begins
    entry = np.repeat(np.arange(len(times)), times)
    nth = np.arange(len(entry)) - np.repeat(np.cumsum(times) - times, times)
    at = venue[begins[entry] + nth]
    artist, day = nights.artist[entry], nights.day[nights.group[entry]]
    asked = within[artist]
    return _tally(artist[asked], at[asked], day[asked])


def released_on(rosters: Rosters, labels: Ints, within: Bools) -> Edges:
    """Releases of artists on labels; who is only signed has no edge.

    Args:
        labels: Code of each label of the rosters.
        within: For each artist code, whether its edges are asked for.
    """
    spans = rosters.spans
    asked = np.flatnonzero(within[spans.artist] & (rosters.releases > 0))
    start, end = spans.artist[asked], labels[spans.group[asked]]
    order = np.lexsort((end, start))
    rows = asked[order]
    return Edges(
        start=start[order],
        end=end[order],
        weight=np.zeros(len(rows)),
        count=rosters.releases[rows],
        first=spans.first[rows],
        last=spans.last[rows],
        kinds=np.zeros(len(rows), np.int64),
        active=rosters.active[rows],
    )


def _tally(start: Ints, end: Ints, day: Ints) -> Edges:
    order = np.lexsort((day, end, start))
    start, end, day = start[order], end[order], day[order]
    if not len(start):
        heads = np.empty(0, np.int64)
    else:
        new = np.concatenate(([True], (start[1:] != start[:-1]) | (end[1:] != end[:-1])))
        heads = np.flatnonzero(new)
    far = np.iinfo(np.int64).max
    known = np.where(day == UNDATED, far, day)
    first = np.minimum.reduceat(known, heads) if len(heads) else known
    return Edges(
        start=start[heads],
        end=end[heads],
        weight=np.zeros(len(heads)),
        count=np.diff(np.append(heads, len(start))),
        first=np.where(first == far, UNDATED, first),
        last=np.maximum.reduceat(day, heads) if len(heads) else day,
        kinds=np.zeros(len(heads), np.int64),
        active=np.zeros(len(heads), np.bool_),
    )
