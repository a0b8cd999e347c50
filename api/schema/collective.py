"""Collectives, promoters and crews."""

import strawberry

from api.compiler.declare import connection, cypher, stored
from api.compiler.orders import KeyType, Order
from api.schema.enums import CollectiveKind
from api.schema.node import Node
from api.schema.page import Connection
from api.schema.refs import ArtistRef

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

    @connection("fields/collective_members", order=MEMBERS)
    def members(self) -> Connection[ArtistRef]:
        """Artists that belong to it or did, by name."""
