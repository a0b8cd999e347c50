"""Whose edges are computed: everyone, or everyone a change can have reached.

An edge can only have changed if a night, release, track, label or collective that holds or held
both artists changed, or one of the artists itself. So the scope is: touched artists with their
alias clusters and all groups they stand in, everyone who stands or stood in a touched group, and
again their clusters. Computed are all pairs within the scope.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from algorithms.derive.clusters import whole_clusters
from algorithms.derive.config import StrengthConfig
from graph.client import Graph, Row
from graph.queries import Query, cypher

ALL_ARTISTS = cypher("derive/all_artists")
TOUCHED_GROUPS = cypher("derive/touched_groups")
TOUCHED_ARTISTS = cypher("derive/touched_artists")
GROUPS_OF_ARTISTS = cypher("derive/groups_of_artists")
ARTISTS_OF_GROUPS = cypher("derive/artists_of_groups")

CHUNK = 5000
"""Ids a statement; keeps its answer and its memory small."""

Groups = dict[str, set[str]]
"""Label -> ids of nodes."""


async def rows_of(graph: Graph, query: Query, ids: Iterable[str], **params: object) -> list[Row]:
    """Maps that a query with the parameter `ids` and the column `rows` answers, chunk by chunk.

    A chunk is one record: a record costs far more than a map in it.
    """
    ordered = sorted(ids)
    rows: list[Row] = []
    for at in range(0, len(ordered), CHUNK):
        answer = await graph.rows(query, ids=ordered[at : at + CHUNK], **params)
        rows += answer[0]["rows"]
    return rows


async def every_artist(graph: Graph) -> set[str]:
    """Ids of all artists."""
    return set((await graph.rows(ALL_ARTISTS))[0]["ids"])


async def reached_artists(
    graph: Graph,
    after: date,
    as_of: date,
    config: StrengthConfig,
    ever_representative: Mapping[str, str],
) -> set[str]:
    """Ids of the artists that a change since the last derivation can have reached.

    Args:
        after: Oldest date that stored edges may stand for.
        as_of: Date to derive for.
        ever_representative: Artist -> representative, over current and former aliases.
    """
    active = timedelta(days=config.label_active_days)
    touched = await graph.rows(
        TOUCHED_GROUPS,
        after=after,
        asOf=as_of,
        activeAfter=after - active,
        activeAsOf=as_of - active,
    )
    groups = _by_kind(touched)
    changed = (await graph.rows(TOUCHED_ARTISTS))[0]["ids"]
    artists = whole_clusters(changed, ever_representative)
    for kind, ids in (await groups_of(graph, artists)).items():
        groups[kind] |= ids
    artists |= await _artists_of(graph, groups)
    return whole_clusters(artists, ever_representative)


async def groups_of(graph: Graph, artists: Iterable[str]) -> Groups:
    """Nights, releases, tracks, labels and collectives in which the artists stand or stood."""
    ordered = sorted(artists)
    rows: list[Row] = []
    for at in range(0, len(ordered), CHUNK):
        rows += await graph.rows(GROUPS_OF_ARTISTS, artists=ordered[at : at + CHUNK])
    return _by_kind(rows)


async def _artists_of(graph: Graph, groups: Groups) -> set[str]:
    rows = await graph.rows(
        ARTISTS_OF_GROUPS,
        events=sorted(groups["Event"]),
        releases=sorted(groups["Release"]),
        tracks=sorted(groups["Track"]),
        labels=sorted(groups["Label"]),
        collectives=sorted(groups["Collective"]),
    )
    return set(rows[0]["ids"])


def _by_kind(rows: Iterable[Row]) -> Groups:
    groups: Groups = defaultdict(set)
    for row in rows:
        groups[row["kind"]].update(row["ids"])
    return groups
