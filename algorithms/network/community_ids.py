"""Numbers of communities that survive from one publication to the next, and their churn."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from algorithms.network.columns import Ints, NetworkColumns
from algorithms.network.config import CommunityConfig

NONE = -1
"""Community of an artist that is in none."""


@dataclass(frozen=True)
class LastCommunities:
    """The communities of the last publication.

    Attributes:
        members: Community id -> ids of its artists.
        churn: Community id -> its churn then, None when it was new.
        next_id: Smallest number never given.
    """

    members: Mapping[int, tuple[str, ...]]
    churn: Mapping[int, float | None]
    next_id: int

    def labels(self, columns: NetworkColumns) -> Ints:
        """Community of each artist of the columns, `NONE` where it had none. Length N."""
        labels = np.full(len(columns.ids), NONE, dtype=np.int64)
        for community, artists in self.members.items():
            numbers = [columns.number_of[a] for a in artists if a in columns.number_of]
            labels[numbers] = community
        return labels

    def seeds(self, columns: NetworkColumns) -> Ints:
        """The same as starts: an artist in no community starts in one of its own."""
        labels = self.labels(columns)
        own = self.next_id + np.arange(len(labels), dtype=np.int64)
        return np.where(labels == NONE, own, labels)


@dataclass(frozen=True)
class Numbered:
    """Communities with their lasting numbers.

    Attributes:
        ids: Community of each artist, `NONE` for members of groups that are too small. Length N.
        churn: Community id -> share of its present and last members that came or went, 0 to 1;
            None for a new community.
        next_id: Smallest number never given.
        overall_churn: Share of the artists that had a community whose community is another or
            none now, 0 to 1; None if none had one.
    """

    ids: Ints
    churn: dict[int, float | None]
    next_id: int
    overall_churn: float | None


def number_communities(
    groups: Ints, columns: NetworkColumns, last: LastCommunities, config: CommunityConfig
) -> Numbered:
    """Give each group of at least `config.min_size` the number of the last community it continues.

    Pairs of group and last community are taken by most shared members first; each number is
    inherited once, and only where the overlap is at least `config.inherit_overlap`. The others get
    new numbers, larger groups first.
    """
    before = last.labels(columns)
    labels, first, sizes = np.unique(groups, return_index=True, return_counts=True)
    large = sizes >= config.min_size
    order = np.lexsort((first[large], -sizes[large]))
    ranked = labels[large][order]
    place = {int(label): at for at, label in enumerate(ranked)}
    size_of = dict(zip(labels.tolist(), sizes.tolist(), strict=True))
    candidates = sorted(
        (-shared, old, place[label], label)
        for label, old, shared in _overlaps(groups, before)
        if label in place
    )
    number: dict[int, int] = {}
    churn: dict[int, float | None] = {}
    for negative_shared, old, _, label in candidates:
        union = size_of[label] + len(last.members[old]) + negative_shared
        overlap = -negative_shared / union
        if label not in number and old not in churn and overlap >= config.inherit_overlap:
            number[label] = old
            churn[old] = 1.0 - overlap
    next_id = last.next_id
    for label in ranked.tolist():
        if label not in number:
            number[label], churn[next_id] = next_id, None
            next_id += 1
    ids = np.array([number.get(label, NONE) for label in labels.tolist()], dtype=np.int64)
    now = ids[np.searchsorted(labels, groups)] if len(labels) else groups
    return Numbered(now, churn, next_id, _moved(before, now))


def _overlaps(groups: Ints, before: Ints) -> list[tuple[int, int, int]]:
    had = before != NONE
    pairs, shared = np.unique(
        np.stack((groups[had], before[had]), axis=1), axis=0, return_counts=True
    )
    return [
        (int(label), int(old), int(count))
        for (label, old), count in zip(pairs.tolist(), shared.tolist(), strict=True)
    ]


def _moved(before: Ints, now: Ints) -> float | None:
    had = before != NONE
    moved = np.count_nonzero(before[had] != now[had])
    return moved / np.count_nonzero(had) if had.any() else None
