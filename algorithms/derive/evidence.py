"""Facts -> evidence: which pair, which day, how much; pure functions, one a kind."""

from dataclasses import dataclass

import numpy as np

from algorithms.derive.config import StrengthConfig
from algorithms.derive.facts import (
    UNDATED,
    Floats,
    Gatherings,
    Ints,
    Remixes,
    SharedSets,
    Spans,
)
from graph.model import ConnectionKind


@dataclass(frozen=True)
class Evidence:
    """Reasons for connections of one kind, M rows in any order.

    Attributes:
        start, end: Codes of the artists; `start < end` unless the kind is directed.
        day: Day it happened or last held, UNDATED if unknown.
        since: Day it began, at most `day`; UNDATED where `day` is.
        share: Weight on that day.
        source: Place of the night, release, track, label or collective in its sorted ids.
    """

    kind: ConnectionKind
    start: Ints
    end: Ints
    day: Ints
    since: Ints
    share: Floats
    source: Ints


def all_pairs(group: Ints, *, limit: int) -> tuple[Ints, Ints, Ints]:
    """Every pair of rows of the same group, for groups of 2 to `limit` rows.

    Args:
        group: Group of each row, sorted.

    Returns:
        Row of one, row of the other (later) one, size of their group.
    """
    _, starts, sizes = np.unique(group, return_index=True, return_counts=True)
    lefts, rights, counts = (
        [np.empty(0, np.int64)],
        [np.empty(0, np.int64)],
        [np.empty(0, np.int64)],
    )
    for size in np.unique(sizes):
        if not 2 <= size <= limit:
            continue
        rows = starts[sizes == size][:, None]
        left, right = np.triu_indices(int(size), k=1)
        lefts.append((rows + left).ravel())
        rights.append((rows + right).ravel())
        counts.append(np.full(lefts[-1].size, size, np.int64))
    return np.concatenate(lefts), np.concatenate(rights), np.concatenate(counts)


def _shares(config: StrengthConfig, kind: ConnectionKind, sizes: Ints) -> Floats:
    distinct, which = np.unique(sizes, return_inverse=True)
    return np.array([config.share(kind, int(size)) for size in distinct], np.float64)[which]


def same_event(nights: Gatherings, config: StrengthConfig) -> Evidence:
    """Two artists in the line-up of a night that counts: one a night."""
    return _together(ConnectionKind.SAME_EVENT, nights, config.event_limit, config)


def collab(releases: Gatherings, config: StrengthConfig) -> Evidence:
    """Two artists who made a release together: one a release."""
    return _together(ConnectionKind.COLLAB, releases, len(releases.artist), config)


def _together(
    kind: ConnectionKind, groups: Gatherings, limit: int, config: StrengthConfig
) -> Evidence:
    left, right, sizes = all_pairs(groups.group, limit=limit)
    source = groups.group[left]
    day = groups.day[source]
    shares = _shares(config, kind, sizes)
    return Evidence(kind, groups.artist[left], groups.artist[right], day, day, shares, source)


def b2b(sets: SharedSets, nights: Gatherings, config: StrengthConfig) -> Evidence:
    """Two artists who played one set: one a night, however many sets they shared in it."""
    left, right, _ = all_pairs(sets.group, limit=len(sets.group))
    entries = np.stack([sets.night[sets.group[left]], sets.artist[left], sets.artist[right]])
    source, start, end = np.unique(entries, axis=1)
    day = nights.day[source]
    shares = np.full(len(source), config.b2b)
    return Evidence(ConnectionKind.B2B, start, end, day, day, shares, source)


def remix(tracks: Remixes, config: StrengthConfig) -> Evidence:
    """A remixer (start) and the artist of the original (end): one a track."""
    day = tracks.day[tracks.group]
    shares = np.full(len(day), config.remix)
    return Evidence(
        ConnectionKind.REMIX, tracks.remixer, tracks.original, day, day, shares, tracks.group
    )


def same_label(spans: Spans, config: StrengthConfig) -> Evidence:
    """Two artists on a roster: one a label, on the day of the earlier of their last releases."""
    limit = min(config.roster_limit, config.label_limit)
    left, right, sizes = all_pairs(spans.group, limit=limit)
    day = np.minimum(spans.last[left], spans.last[right])
    return Evidence(
        ConnectionKind.SAME_LABEL, spans.artist[left], spans.artist[right], day, day,
        _shares(config, ConnectionKind.SAME_LABEL, sizes), spans.group[left],
    )  # fmt: skip


def same_collective(spans: Spans, config: StrengthConfig) -> Evidence:
    """Two members of a collective: one a collective, on the last day both belonged to it.

    It began when the later one joined; where that is not known, `since` is `day`.
    """
    left, right, sizes = all_pairs(spans.group, limit=config.collective_limit)
    day = np.minimum(spans.last[left], spans.last[right])
    joined = np.maximum(spans.first[left], spans.first[right])
    unknown = np.minimum(spans.first[left], spans.first[right]) == UNDATED
    since = np.where(unknown, day, np.minimum(joined, day))
    return Evidence(
        ConnectionKind.SAME_COLLECTIVE, spans.artist[left], spans.artist[right], day, since,
        _shares(config, ConnectionKind.SAME_COLLECTIVE, sizes), spans.group[left],
    )  # fmt: skip
