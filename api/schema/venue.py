"""Venues."""

import strawberry

from api.compiler.declare import connection, cypher, stored
from api.compiler.orders import KeyType, Order
from api.schema.inputs import DateRange
from api.schema.node import Node
from api.schema.page import Connection
from api.schema.refs import EventRef

NIGHTS = Order("node.date", "node.id", KeyType.DATE, descending=True, nullable=True)

_CITY = """coalesce(this.city, head(COLLECT {
  MATCH (this)-[located:LOCATED_IN]->(city:City) WHERE located.lastSeen IS NULL
  RETURN city.name AS name ORDER BY name
}))"""


@strawberry.type(description="A place where nights are held.")
class Venue(Node):
    name: str = stored(description="Name on the door.")
    city: str | None = cypher(_CITY, description="City, if known.")
    country: str | None = stored(description="Country, ISO 3166 code, if known.")
    capacity: int | None = stored(description="People it holds, if known.")
    tier: int | None = stored(description="Tier, 1 to 5, 5 the top; null until computed.")
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )

    @connection("fields/venue_events", order=NIGHTS)
    def events(self, window: DateRange | None = None) -> Connection[EventRef]:
        """Nights held there, newest first, undated ones last; cancelled ones not."""
