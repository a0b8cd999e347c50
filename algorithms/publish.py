"""Publication of scores: readers see the old ones or the new ones, never a mixture.

Scores are checked, compared with what is stored, and only differences are written: in one
transaction while it fits, between two increments of the version that readers watch. A run that
died in between is taken over by the next one, which repeats it from the same history.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from algorithms.network.config import NetworkConfig, PublicationConfig
from algorithms.network.differences import Differences, differences
from algorithms.network.invariants import doubts, violations
from algorithms.network.result import NetworkResult
from algorithms.network.stored import read_published, read_scores
from algorithms.scores import history, tables
from algorithms.scores.table import NO_SCORES, Scores
from algorithms.scores.tables import Change
from graph import path_projection, publication
from graph.client import Graph, Transaction
from graph.errors import ScoresImplausible, ScoresInvalid
from graph.publication import Publication
from graph.queries import Query, cypher
from graph.runs import algorithm_run

WRITE_COMMUNITIES = cypher("publish/write_communities")
REMOVE_COMMUNITIES = cypher("publish/remove_communities")
ASSIGN_COMMUNITIES = cypher("publish/assign_communities")
REMEMBER_COMMUNITIES = cypher("publish/remember_communities")
WRITE_SCORES = cypher("publish/write_scores")
STAMP_VERSION = cypher("publish/stamp_version")

Statement = tuple[Query, dict[str, Any]]


@dataclass(frozen=True)
class PublishReport:
    """What a publication did.

    Attributes:
        version: The published (even) version; as before if nothing differed.
        published: Whether the version was raised.
        artists: Artists whose scores were written.
        moved: Artists whose community was written.
        communities: Communities that were written.
        removed: Communities that are no more.
        others: Venues, series and nights whose scores were written.
        doubts: Limits of plausibility that were exceeded, a sentence each.
    """

    version: int
    published: bool
    artists: int
    moved: int
    communities: int
    removed: int
    others: int
    doubts: tuple[str, ...]


async def publish(
    graph: Graph,
    result: NetworkResult,
    config: NetworkConfig | None = None,
    scores: Scores = NO_SCORES,
) -> PublishReport:
    """Make computed scores the ones that readers see.

    Args:
        scores: What is published beside the network, at once with it.

    Raises:
        ScoresInvalid: An invariant is broken; nothing was written.
        ScoresImplausible: They differ too much from the last ones and the configuration holds
            such scores back; nothing was written.
        PublicationTaken: Another run began to publish meanwhile; its scores are written whole.
    """
    limits = (config or NetworkConfig()).publication
    async with algorithm_run(graph, "publish", limits.model_dump(), result.version) as run:
        if broken := [*violations(result, limits), *tables.violations(scores)]:
            raise ScoresInvalid(broken)
        published, stored = await read_published(graph), await read_scores(graph)
        doubtful = doubts(result, published, stored, limits)
        if doubtful and limits.hold_implausible:
            raise ScoresImplausible(doubtful)
        found = differences(result, published, stored)
        changes = await tables.changes(graph, scores)
        changes += await history.changes(graph, result, scores)
        changed = bool(found or changes) or published.state.publishing
        version = published.state.published_version
        if changed:
            # Projected beforehand: it is there the moment the version is, and no reader waits.
            await path_projection.project_paths(graph, version + 2)
            version = await write_between_versions(graph, run.id, result, found, limits, changes)
        await path_projection.ensure_path_projection(graph)
        report = PublishReport(
            version=version,
            published=changed,
            artists=len(found.scores),
            moved=len(found.assignments),
            communities=len(found.communities),
            removed=len(found.removed),
            others=sum(change.rows for change in changes),
            doubts=tuple(doubtful),
        )
        run.counts |= vars(report)
    return report


async def write_between_versions(
    graph: Graph,
    publisher: str,
    result: NetworkResult,
    found: Differences,
    limits: PublicationConfig,
    changes: Sequence[Change] = (),
) -> int:
    """Write differences while the version is odd; answers the even version they are seen with.

    Communities, memberships and what they were found in are always written together, as the next
    run's communities grow out of them; scores too, unless there are too many of them.

    Raises:
        PublicationTaken: Another run began to publish meanwhile.
    """
    current = await publication.begin(graph, publisher)
    communities = list(_community_statements(result, found, limits))
    scores = [
        *_score_statements(found, limits),
        *(statement for change in changes for statement in change.statements(limits.batch_rows)),
    ]
    stamp: Statement = (
        STAMP_VERSION,
        {
            "version": current.final_version,
            "scoreAsOf": result.as_of,
            "scoreVersion": result.version,
        },
    )
    if len(found.scores) + sum(change.rows for change in changes) <= limits.one_transaction_max:
        await _commit(graph, current, [*communities, *scores, stamp], limits)
    else:
        await _commit(graph, current, communities, limits)
        for statement in (*scores, stamp):
            await _commit(graph, current, [statement], limits)
    return await publication.end(graph, current)


async def _commit(
    graph: Graph,
    current: Publication,
    statements: Sequence[Statement],
    limits: PublicationConfig,
) -> None:
    async def work(transaction: Transaction) -> None:
        await publication.hold(transaction, current)
        for query, params in statements:
            await transaction.run(query, **params)

    await graph.transact(work, timeout_s=limits.transaction_timeout_s)


def _community_statements(
    result: NetworkResult, found: Differences, limits: PublicationConfig
) -> Iterator[Statement]:
    """Communities, who belongs to them, and what they were found in: one transaction."""
    if found.communities:
        rows = [
            {
                "id": f"cm_{community.id}",
                "communityId": community.id,
                "name": community.name,
                "size": community.size,
                "topGenre": community.top_genre,
                "topCity": community.top_city,
                "topVenues": list(community.top_venues),
                "churn": community.churn,
                "synthetic": community.synthetic,
            }
            for community in found.communities
        ]
        yield WRITE_COMMUNITIES, {"communities": rows, "asOf": result.as_of}
    for batch in _batches(found.assignments, limits.batch_rows):
        ids, communities = zip(*batch, strict=True)
        yield ASSIGN_COMMUNITIES, {"ids": list(ids), "communityIds": list(communities)}
    if found.removed:
        yield REMOVE_COMMUNITIES, {"communityIds": list(found.removed)}
    yield (
        REMEMBER_COMMUNITIES,
        {
            "communityInput": result.community_input,
            "nextCommunityId": result.next_community_id,
            "modularity": result.modularity,
            "communityChurn": result.community_churn,
        },
    )


def _score_statements(found: Differences, limits: PublicationConfig) -> Iterator[Statement]:
    names = (
        "ids", "pagerank", "centralityPct", "betweenness", "participation", "bridgeRaw",
        "bridgePct", "componentId", "scoreAsOf", "scoreVersion",
    )  # fmt: skip
    for batch in _batches(found.scores, limits.batch_rows):
        columns = zip(*((artist, *row) for artist, row in batch), strict=True)
        yield WRITE_SCORES, dict(zip(names, map(list, columns), strict=True))


def _batches(rows: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
