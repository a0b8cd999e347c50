"""The root of all questions."""

import strawberry

from api.compiler.declare import connection, traverse
from api.compiler.orders import KeyType, Order
from api.schema.artist import Artist
from api.schema.checks import is_id
from api.schema.enums import ArtistOrder, Direction
from api.schema.page import Connection


@strawberry.input(description="An id on a platform.")
class ExternalIdInput:
    platform: str = strawberry.field(description="Platform code in lower case, `ra` for example.")
    platform_id: str = strawberry.field(description="The id there.")


@strawberry.input(description="How artists are ordered.")
class ArtistOrderBy:
    field: ArtistOrder = strawberry.field(description="By what.")
    direction: Direction | None = strawberry.field(
        description="Which way; scores highest first and names from A unless given.", default=None
    )


_SCORE = {"tie": "node.id", "type": KeyType.NUMBER, "descending": True}
ARTIST_ORDERS = {
    ArtistOrder.CENTRALITY.value: Order(
        "node.centralityPct", nullable=True, score=True, indexed=True, **_SCORE
    ),
    ArtistOrder.BRIDGE.value: Order(
        "node.bridgePct", nullable=True, score=True, indexed=True, **_SCORE
    ),
    ArtistOrder.NAME.value: Order("node.name", "node.id", KeyType.TEXT, indexed=True),
}


@strawberry.type(description="The questions that can be asked.")
class Query:
    @traverse("roots/artist", checks={"id": is_id("Artist")})
    def artist(
        self, id: strawberry.ID | None = None, external_id: ExternalIdInput | None = None
    ) -> Artist | None:
        """One artist, by its id or its id on a platform; null if there is none."""

    @connection(
        "roots/artists", order={None: ARTIST_ORDERS[ArtistOrder.CENTRALITY.value], **ARTIST_ORDERS}
    )
    def artists(self, order_by: ArtistOrderBy | None = None) -> Connection[Artist]:
        """All artists, by centrality unless another order is asked."""
