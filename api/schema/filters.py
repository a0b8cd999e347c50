"""Filters and orders of root lists."""

import strawberry

from api.compiler.conditions import Related, compared, filter_input, predicate, related
from api.compiler.orders import KeyType, Order
from api.schema.enums import ArtistOrder, Direction
from api.schema.events import EventFilter
from api.schema.inputs import FloatRange, TextFilter
from api.schema.labels import LabelFilter


@filter_input(description="Which artists; all given fields must hold.")
class ArtistFilter:
    name: TextFilter | None = compared("node.name", description="Its name.")
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
    centrality_pct: FloatRange | None = compared(
        "node.centralityPct", description="Centrality percentile, 0 to 100."
    )
    performances: Related[EventFilter] | None = related(
        "MATCH (node)-[performed:PERFORMED_AT]->(event:Event)",
        where="performed.lastSeen IS NULL AND NOT performed.cancelled AND NOT event.cancelled",
        column="event",
        description="Nights it played or will play; what is cancelled does not count.",
    )
    labels: Related[LabelFilter] | None = related(
        "MATCH (node)-[affiliated:RELEASED_ON|SIGNED_TO]->(label:Label)",
        where="affiliated.lastSeen IS NULL",
        column="label",
        description="Labels it released on or is signed to.",
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
