"""Filters and orders of root lists."""

from typing import Optional

import strawberry

from api.compiler.declare import predicate
from api.compiler.orders import KeyType, Order
from api.schema.enums import ArtistOrder, Direction
from api.schema.inputs import FloatRange


@strawberry.input(description="Which artists; all given fields must hold.")
class ArtistFilter:
    and_: list["ArtistFilter"] | None = strawberry.field(
        name="and", default=strawberry.UNSET, description="All of these hold."
    )
    or_: list["ArtistFilter"] | None = strawberry.field(
        name="or", default=strawberry.UNSET, description="One of these holds."
    )
    not_: Optional["ArtistFilter"] = strawberry.field(
        name="not", default=strawberry.UNSET, description="This does not hold."
    )
    name_contains: str | None = predicate(
        "toLower(node.name) CONTAINS toLower($value)",
        description="Part of the name, in upper or lower case.",
    )
    country: str | None = predicate("node.country = $value", description="Country, ISO 3166 code.")
    city: str | None = predicate(
        "toLower(node.homeCity) = toLower($value) OR EXISTS {"
        " MATCH (node)-[based:BASED_IN]->(city:City)"
        " WHERE based.lastSeen IS NULL AND toLower(city.name) = toLower($value) }",
        description="City the artist is based in.",
    )
    community: strawberry.ID | None = predicate(
        "node.communityId = toIntegerOrNull(substring($value, 3))",
        description="Community, `cm_...`.",
    )
    centrality_pct: FloatRange | None = predicate(
        "($value.min IS NULL OR node.centralityPct >= $value.min)"
        " AND ($value.max IS NULL OR node.centralityPct <= $value.max)",
        description="Centrality percentile, 0 to 100.",
    )
    synthetic: bool | None = predicate(
        "node.synthetic = $value", description="Whether made up for a demonstration."
    )


@strawberry.input(description="How artists are ordered.")
class ArtistOrderBy:
    field: ArtistOrder = strawberry.field(description="By what.")
    direction: Direction | None = strawberry.field(
        default=None,
        description="Which way; scores highest first and names from A unless given.",
    )


def _score(property: str) -> Order:
    return Order(
        f"node.{property}",
        "node.id",
        KeyType.NUMBER,
        descending=True,
        nullable=True,
        score=True,
        indexed=True,
    )


ARTIST_ORDERS: dict[str | None, Order] = {
    None: _score("centralityPct"),
    "centrality": _score("centralityPct"),
    "bridge": _score("bridgePct"),
    "name": Order("node.name", "node.id", KeyType.TEXT, indexed=True),
}
COMMUNITIES = Order("node.size", "node.id", KeyType.NUMBER, descending=True, nullable=True)
