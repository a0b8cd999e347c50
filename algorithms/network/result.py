"""What a computation of the network gives: columns by artist, and the communities."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from algorithms.network.columns import Floats, Ints


@dataclass(frozen=True)
class Community:
    """A scene family.

    Attributes:
        id: Its number, kept from publication to publication and never given again.
        size: Artists in it.
        churn: Share of present and last members that came or went, 0 to 1; None when it is new.
        synthetic: Whether any member is made up.
    """

    id: int
    name: str
    size: int
    top_genre: str | None
    top_city: str | None
    top_venues: tuple[str, ...]
    churn: float | None
    synthetic: bool


class Centrality(Protocol):
    """What the scores above the network need of it: who is how central, on which day."""

    @property
    def as_of(self) -> date:
        """Date computed for."""
        ...

    @property
    def ids(self) -> tuple[str, ...]:
        """Artist ids, sorted."""
        ...

    @property
    def centrality_pct(self) -> Floats:
        """Percentile of the rank of each, 0 to 100."""
        ...


@dataclass(frozen=True)
class NetworkResult:
    """Scores of all artists that have a connection; the others have none.

    Every column has one value per artist of `ids`, in its order.

    Attributes:
        as_of: Date computed for.
        version: Scoring configuration.
        ids: Artist ids, sorted.
        pagerank: Rank; all together 1.
        centrality_pct: Percentile of the rank, 0 to 100.
        betweenness: Shortest paths through the artist.
        participation: Spread over communities, 0 to 1.
        bridge_raw: Betweenness times participation.
        bridge_pct: Percentile of it, 0 to 100.
        component_ids: Connected component, from 1, the largest first.
        community_ids: Community, -1 for none.
        communities: The communities, by number.
        community_input: Digest of what the communities were found in.
        next_community_id: Smallest number never given.
        modularity: Modularity of the communities, None without connections that have strength.
        community_churn: Share of artists whose community changed, None if none had one.
        counts: What each algorithm counted, by its kind.
    """

    as_of: date
    version: str
    ids: tuple[str, ...]
    pagerank: Floats
    centrality_pct: Floats
    betweenness: Floats
    participation: Floats
    bridge_raw: Floats
    bridge_pct: Floats
    component_ids: Ints
    community_ids: Ints
    communities: tuple[Community, ...]
    community_input: str
    next_community_id: int
    modularity: float | None
    community_churn: float | None
    counts: dict[str, dict[str, Any]] = field(compare=False)
