"""Communities of artists."""

from datetime import date

import strawberry

from api.compiler.declare import connection, cypher, stored
from api.compiler.orders import KeyType, Order
from api.compiler.scalars import Long
from api.schema.node import Node
from api.schema.page import Connection
from api.schema.refs import ArtistRef

MEMBERS = Order(
    "node.centralityPct", "node.id", KeyType.NUMBER, descending=True, nullable=True, score=True
)
COMMUNITIES = Order("node.size", "node.id", KeyType.NUMBER, descending=True, nullable=True)


@strawberry.type(description="Artists more connected with each other than with the rest.")
class Community(Node):
    name: str | None = stored(description="Named by what is most typical of it.")
    size: Long | None = stored(description="Artists in it.")
    top_genre: str | None = stored(description="Most typical genre, if genres are known.")
    top_city: str | None = stored(description="Most typical city, if cities are known.")
    first_seen: date | None = stored(description="Day of the run that found it first.")
    churn: float | None = stored(
        description="Share of members that came or went in the last run; null when it was new."
    )
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)",
        description="Whether any member was made up for a demonstration.",
    )

    @connection("fields/community_members", order=MEMBERS)
    def members(self) -> Connection[ArtistRef]:
        """Its artists, the most central first."""
