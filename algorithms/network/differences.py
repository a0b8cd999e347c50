"""What a publication has to write: where computed scores and stored ones differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from algorithms.network.community_ids import NONE
from algorithms.network.result import Community, NetworkResult
from algorithms.network.stored import Published, ScoreRow, StoredScores

_NO_SCORES: ScoreRow = (None,) * 9


@dataclass(frozen=True)
class Differences:
    """Everything that is not stored as it was computed, sorted by id.

    Attributes:
        scores: `(artist id, scores)`; all None for an artist that has none any more.
        assignments: `(artist id, community id or None)`.
        communities: Communities that are new or different.
        removed: Numbers of communities that are no more.
        summary: Whether what is noted about the publication as a whole differs.
    """

    scores: tuple[tuple[str, ScoreRow], ...]
    assignments: tuple[tuple[str, int | None], ...]
    communities: tuple[Community, ...]
    removed: tuple[int, ...]
    summary: bool

    def __bool__(self) -> bool:
        return bool(
            self.scores or self.assignments or self.communities or self.removed or self.summary
        )


def differences(result: NetworkResult, published: Published, stored: StoredScores) -> Differences:
    """Compare computed scores with the stored ones, value by value."""
    communities = {community.id: community for community in result.communities}
    return Differences(
        scores=_changed(score_rows(result), stored.scores, _NO_SCORES),
        assignments=_assignments(result, published, stored),
        communities=tuple(
            community
            for number, community in sorted(communities.items())
            if published.communities.get(number) != community
        ),
        removed=tuple(sorted(published.communities.keys() - communities.keys())),
        summary=_summary_differs(result, published),
    )


def score_rows(result: NetworkResult) -> dict[str, ScoreRow]:
    """Artist id -> its scores as they are stored."""
    as_of = result.as_of.isoformat()
    columns = (
        result.pagerank, result.centrality_pct, result.betweenness, result.participation,
        result.bridge_raw, result.bridge_pct, result.component_ids,
    )  # fmt: skip
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return {
        artist: (*row, as_of, result.version) for artist, row in zip(result.ids, rows, strict=True)
    }


def _changed(
    computed: Mapping[str, ScoreRow], stored: Mapping[str, ScoreRow], nothing: ScoreRow
) -> tuple[tuple[str, ScoreRow], ...]:
    both = sorted(computed.keys() | stored.keys())
    return tuple(
        (artist, computed.get(artist, nothing))
        for artist in both
        if computed.get(artist, nothing) != stored.get(artist, nothing)
    )


def _assignments(
    result: NetworkResult, published: Published, stored: StoredScores
) -> tuple[tuple[str, int | None], ...]:
    computed = {
        artist: number
        for artist, number in zip(result.ids, result.community_ids.tolist(), strict=True)
        if number != NONE
    }
    edges: dict[str, list[int]] = {}
    for number, artists in published.members.items():
        for artist in artists:
            edges.setdefault(artist, []).append(number)

    def differs(artist: str) -> bool:
        number = computed.get(artist)
        expected: list[Any] = [] if number is None else [number]
        return stored.community_ids.get(artist) != number or edges.get(artist, []) != expected

    both = sorted(computed.keys() | stored.community_ids.keys() | edges.keys())
    return tuple((artist, computed.get(artist)) for artist in both if differs(artist))


def _summary_differs(result: NetworkResult, published: Published) -> bool:
    state = published.state
    return (
        state.score_as_of,
        state.score_version,
        state.community_input,
        state.next_community_id,
        state.modularity,
        state.community_churn,
    ) != (
        result.as_of,
        result.version,
        result.community_input,
        result.next_community_id,
        result.modularity,
        result.community_churn,
    )
