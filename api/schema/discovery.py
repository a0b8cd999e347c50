"""Discovery: artists near another one, and what is new about them."""

import datetime
from typing import Any

import strawberry

from api.compiler.conditions import predicate, read, same
from api.compiler.declare import connection
from api.errors import BadArgument
from api.schema.artist import Artist
from api.schema.artists import ARTIST_ORDERS, ArtistFilter, ArtistOrderBy
from api.schema.checks import is_id
from api.schema.page import Connection

HOPS_MOST = 3
"""Steps at most: beyond three, most artists of a city are near each other."""

HOPS_USUAL = 2
"""Steps unless given: friends of friends."""

_CHANGED = """EXISTS {
  MATCH (node)-[played:PERFORMED_AT]->(night:Event)
  WHERE played.lastSeen IS NULL AND NOT played.cancelled AND NOT night.cancelled
    AND night.date >= $value
} OR EXISTS {
  MATCH (node)-[link:CONNECTED]-(:Artist) WHERE link.first >= $value
}"""


@strawberry.input(description="What to look for; all given fields must hold.")
class DiscoverFilter:
    base: ArtistFilter | None = same(description="What the artists are like.")
    within_hops_of: strawberry.ID | None = read(
        description="Artist, `ar_...`, they are near; itself is left out."
    )
    max_hops: int | None = read(
        description="Steps from artist to artist at most, 1 to 3; 2 unless given."
    )
    changed_since: datetime.date | None = predicate(
        _CHANGED, description="Artists with a new connection or a set on this day or later."
    )


def check_discovery(where: Any) -> None:
    """Refuse steps without a start, and too many of them.

    Raises:
        BadArgument: They are.
    """
    origin, hops = where.get("withinHopsOf"), where.get("maxHops")
    if origin is not None:
        is_id("Artist")(origin)
    if hops is not None and origin is None:
        raise BadArgument("where.maxHops: goes with withinHopsOf")
    if hops is not None and not 1 <= hops <= HOPS_MOST:
        raise BadArgument(f"where.maxHops: {hops} is not between 1 and {HOPS_MOST}")


def _origin(where: Any) -> str:
    return where["withinHopsOf"]


def _hops(where: Any) -> int:
    return where.get("maxHops") or HOPS_USUAL


@strawberry.type
class DiscoverQuery:
    """Questions for artists one does not know yet."""

    @connection(
        "roots/artists",
        order=ARTIST_ORDERS,
        checks={"where": check_discovery},
        narrow={"withinHopsOf": "roots/artists_near"},
        computed={"origin": ("where", _origin), "hops": ("where", _hops)},
    )
    def discover(
        self, where: DiscoverFilter, order_by: ArtistOrderBy | None = None
    ) -> Connection[Artist]:
        """Artists to discover, by centrality unless another order is asked."""
