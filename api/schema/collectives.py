"""Collectives: one by its id, all of them filtered and ordered."""

from enum import Enum

import strawberry
from strawberry import enum_value as value

from api.compiler.conditions import Related, compared, filter_input, predicate, related
from api.compiler.declare import connection, traverse
from api.compiler.orders import KeyType, Order, by
from api.schema.checks import is_id
from api.schema.collective import Collective
from api.schema.enums import CollectiveKind, Direction
from api.schema.inputs import IntRange, TextFilter
from api.schema.meant import is_synthetic
from api.schema.page import Connection
from api.schema.refs import ArtistFilterRef, EventFilterRef

_CITY = """toLower(node.city) = toLower($value) OR EXISTS {
  MATCH (node)-[based:BASED_IN]->(city:City)
  WHERE based.lastSeen IS NULL AND toLower(city.name) = toLower($value)
}"""


@filter_input(description="Which collectives; all given fields must hold.")
class CollectiveFilter:
    name: TextFilter | None = compared("node.name", description="Its name.")
    kind: list[CollectiveKind] | None = predicate(
        "node.kind IN $value", description="What it is, one of these."
    )
    city: str | None = predicate(_CITY, description="City, in upper or lower case.")
    founded_year: IntRange | None = compared("node.foundedYear", description="Year of foundation.")
    synthetic: bool | None = is_synthetic()
    members: Related[ArtistFilterRef] | None = related(
        "MATCH (node)<-[member:MEMBER_OF]-(artist:Artist)",
        where="member.lastSeen IS NULL",
        column="artist",
        description="Artists that belong to it or did.",
    )
    events: Related[EventFilterRef] | None = related(
        "MATCH (node)-[organised:ORGANISED]->(event:Event)",
        where="organised.lastSeen IS NULL AND NOT event.cancelled",
        column="event",
        description="Nights it put on; cancelled ones do not count.",
    )


@strawberry.enum(description="What collectives can be ordered by.")
class CollectiveOrder(Enum):
    NAME = value("name", description="Name, as a computer sorts letters.")
    FOUNDED_YEAR = value("founded_year", description="Year of foundation, the oldest first.")


@strawberry.input(description="How collectives are ordered.")
class CollectiveOrderBy:
    field: CollectiveOrder = strawberry.field(description="By what.")
    direction: Direction | None = strawberry.field(
        default=None, description="Which way; names from A and the oldest first unless given."
    )


COLLECTIVE_ORDERS: dict[str | None, Order] = {
    None: by("name", KeyType.TEXT),
    "name": by("name", KeyType.TEXT),
    "founded_year": by("foundedYear", KeyType.NUMBER, nullable=True),
}


@strawberry.type
class CollectiveQuery:
    """Questions about collectives."""

    @traverse("roots/collective", checks={"id": is_id("Collective")})
    def collective(self, id: strawberry.ID) -> Collective | None:
        """One collective; null if there is none of this id."""

    @connection("roots/collectives", order=COLLECTIVE_ORDERS)
    def collectives(
        self, where: CollectiveFilter | None = None, order_by: CollectiveOrderBy | None = None
    ) -> Connection[Collective]:
        """All collectives, promoters and crews, by name unless another order is asked."""
