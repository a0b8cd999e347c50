"""Collectives, promoters and crews."""

import strawberry

from api.compiler.declare import connection, cypher, stored, traverse
from api.compiler.orders import KeyType, Order
from api.schema.enums import CollectiveKind
from api.schema.event import NIGHTS
from api.schema.inputs import DateRange
from api.schema.node import Node
from api.schema.page import Connection
from api.schema.provenance import SourceRecord
from api.schema.refs import ArtistRef, EventRef

MEMBERS = Order("node.name", "node.id", KeyType.TEXT)


@strawberry.type(description="People who work together: a collective, a promoter or a crew.")
class Collective(Node):
    name: str = stored(description="Name.")
    kind: CollectiveKind | None = stored(description="What it is, if known.")
    city: str | None = stored(description="City, if known.")
    founded_year: int | None = stored(description="Year of foundation, if known.")
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )
    founders: list[ArtistRef] = traverse(
        "fields/founders", description="Artists that founded it, by name."
    )
    sources: list[SourceRecord] = traverse(
        "fields/source_records", description="The records of sources that describe it."
    )

    @connection("fields/collective_members", order=MEMBERS)
    def members(self) -> Connection[ArtistRef]:
        """Artists that belong to it or did, by name."""

    @connection("fields/events", order=NIGHTS)
    def events(self, window: DateRange | None = None) -> Connection[EventRef]:
        """Nights it put on, newest first, undated ones last; cancelled ones not."""
