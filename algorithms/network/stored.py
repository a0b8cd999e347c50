"""What is published now: the scores, the communities, and what they were found in."""

from dataclasses import dataclass
from typing import Any

from algorithms.network.community_ids import LastCommunities
from algorithms.network.result import Community
from graph import publication
from graph.client import Graph
from graph.publication import PublicationState
from graph.queries import cypher

COMMUNITIES = cypher("publish/stored_communities")
SCORES = cypher("publish/stored_scores")

ScoreRow = tuple[Any, ...]
"""Scores of one artist: pagerank, centralityPct, betweenness, participation, bridgeRaw, bridgePct,
componentId, scoreAsOf (ISO text), scoreVersion; None where it has none."""


@dataclass(frozen=True)
class Published:
    """The communities of the last publication.

    Attributes:
        state: Where publication stands.
        communities: Community id -> the community.
        members: Community id -> artists with an edge to it, sorted.
    """

    state: PublicationState
    communities: dict[int, Community]
    members: dict[int, tuple[str, ...]]

    @property
    def last(self) -> LastCommunities:
        """What the next communities grow out of."""
        churn = {number: community.churn for number, community in self.communities.items()}
        return LastCommunities(self.members, churn, self.state.next_community_id)


@dataclass(frozen=True)
class StoredScores:
    """The scores that artists have now.

    Attributes:
        scores: Artist id -> its scores.
        community_ids: Artist id -> its community, for artists that have one.
    """

    scores: dict[str, ScoreRow]
    community_ids: dict[str, int]


async def read_published(graph: Graph) -> Published:
    """The communities as they are stored, and where publication stands."""
    rows = await graph.rows(COMMUNITIES)
    communities = {
        row["communityId"]: Community(
            id=row["communityId"],
            name=row["name"],
            size=row["size"],
            top_genre=row["topGenre"],
            top_city=row["topCity"],
            top_venues=tuple(row["topVenues"]),
            churn=row["churn"],
            synthetic=row["synthetic"],
        )
        for row in rows
    }
    members = {row["communityId"]: tuple(row["ids"]) for row in rows}
    return Published(await publication.read(graph), communities, members)


async def read_scores(graph: Graph) -> StoredScores:
    """The scores as they are stored."""
    rows: list[list[Any]] = (await graph.rows(SCORES))[0]["scores"]
    return StoredScores(
        scores={row[0]: (*row[1:8], row[9], row[10]) for row in rows},
        community_ids={row[0]: row[8] for row in rows if row[8] is not None},
    )
