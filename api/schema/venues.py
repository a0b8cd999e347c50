"""Venues: one by its id, all of them filtered and ordered."""

from enum import Enum

import strawberry
from strawberry import enum_value as value

from api.compiler.conditions import Related, compared, filter_input, predicate, related
from api.compiler.declare import connection, traverse
from api.compiler.orders import KeyType, Order, by, by_score
from api.schema.checks import is_id
from api.schema.enums import Direction, VenueStatus
from api.schema.inputs import IntRange, TextFilter
from api.schema.meant import is_synthetic
from api.schema.page import Connection
from api.schema.refs import EventFilterRef
from api.schema.venue import Venue

_CITY = """toLower(node.city) = toLower($value) OR EXISTS {
  MATCH (node)-[located:LOCATED_IN]->(city:City)
  WHERE located.lastSeen IS NULL AND toLower(city.name) = toLower($value)
}"""
_SCENE = """EXISTS {
  MATCH (node)<-[held:HELD_AT]-(:Event)-[:IN_SCENE]->(:Scene {id: $value})
  WHERE held.lastSeen IS NULL
}"""


@filter_input(description="Which venues; all given fields must hold.")
class VenueFilter:
    name: TextFilter | None = compared("node.name", description="Its name.")
    city: str | None = predicate(_CITY, description="City, in upper or lower case.")
    country: str | None = predicate("node.country = $value", description="Country, ISO 3166 code.")
    capacity: IntRange | None = compared("node.capacity", description="People it holds.")
    tier: IntRange | None = compared("node.tier", description="Tier, 1 to 5, 5 the top.")
    status: list[VenueStatus] | None = predicate(
        "node.status IN $value", description="Whether it is open, one of these."
    )
    scene: strawberry.ID | None = predicate(
        _SCENE,
        check=is_id("Scene"),
        description="Scene, `sc_...`, of which it held a night or will.",
    )
    synthetic: bool | None = is_synthetic()
    events: Related[EventFilterRef] | None = related(
        "MATCH (node)<-[held:HELD_AT]-(event:Event)",
        where="held.lastSeen IS NULL AND NOT event.cancelled",
        column="event",
        description="Nights held there; cancelled ones do not count.",
    )


@strawberry.enum(description="What venues can be ordered by.")
class VenueOrder(Enum):
    PRESTIGE = value("prestige", description="Prestige, highest first.")
    NAME = value("name", description="Name, as a computer sorts letters.")
    CAPACITY = value("capacity", description="People it holds, the largest first.")


@strawberry.input(description="How venues are ordered.")
class VenueOrderBy:
    field: VenueOrder = strawberry.field(description="By what.")
    direction: Direction | None = strawberry.field(
        default=None, description="Which way; names from A and the largest first unless given."
    )


VENUE_ORDERS: dict[str | None, Order] = {
    None: by("name", KeyType.TEXT),
    "name": by("name", KeyType.TEXT),
    "capacity": by("capacity", KeyType.NUMBER, descending=True, nullable=True),
    "prestige": by_score("prestigeScore"),
}


@strawberry.type
class VenueQuery:
    """Questions about venues."""

    @traverse("roots/venue", checks={"id": is_id("Venue")})
    def venue(self, id: strawberry.ID) -> Venue | None:
        """One venue; null if there is none of this id."""

    @connection("roots/venues", order=VENUE_ORDERS)
    def venues(
        self, where: VenueFilter | None = None, order_by: VenueOrderBy | None = None
    ) -> Connection[Venue]:
        """All venues, by name unless another order is asked."""
