"""Scenes: nights of a city, of a genre in a city, of a genre in a country."""

import strawberry

from api.compiler.declare import connection, cypher, stored
from api.compiler.orders import KeyType, Order
from api.compiler.scalars import Long
from api.schema.enums import Region, SceneKind
from api.schema.event import NIGHTS
from api.schema.inputs import DateRange
from api.schema.node import Node
from api.schema.page import Connection
from api.schema.refs import ArtistRef, EventRef, VenueRef

ARTISTS = Order(
    "node.centralityPct", "node.id", KeyType.NUMBER, descending=True, nullable=True, score=True
)
VENUES = Order("node.name", "node.id", KeyType.TEXT)

COUNTED = 5
"""Weight of a count over all nights of a scene."""

_ARTISTS = """COUNT {
  MATCH (this)<-[:IN_SCENE]-(:Event)<-[performed:PERFORMED_AT]-(artist:Artist)
  WHERE performed.lastSeen IS NULL AND NOT performed.cancelled
  RETURN DISTINCT artist
}"""
_VENUES = """COUNT {
  MATCH (this)<-[:IN_SCENE]-(:Event)-[held:HELD_AT]->(venue:Venue)
  WHERE held.lastSeen IS NULL
  RETURN DISTINCT venue
}"""


@strawberry.type(description="Nights that belong together: of a city, or of a genre in one place.")
class Scene(Node):
    slug: str = stored(description="Name for addresses, `berlin_techno` for example.")
    name: str = stored(description="Name, `Berlin Techno` for example.")
    kind: SceneKind = stored(description="What it is the scene of.")
    city: str | None = stored(description="City; null for the scene of a country.")
    country: str | None = stored(description="Country, ISO 3166 code, if known.")
    region: Region | None = stored(description="Continent, if the country is known.")
    genre: str | None = stored(description="Genre; null for the scene of a city as a whole.")
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)",
        description="Whether any of its nights was made up for a demonstration.",
    )
    event_count: Long = cypher(
        "COUNT { (this)<-[:IN_SCENE]-() }",
        description="Nights that were not cancelled, those to come included.",
    )
    artist_count: Long = cypher(
        _ARTISTS, description="Artists that played one of its nights or will.", weight=COUNTED
    )
    venue_count: Long = cypher(
        _VENUES, description="Venues that held one of its nights or will.", weight=COUNTED
    )

    @connection("fields/scene_artists", order=ARTISTS)
    def artists(self) -> Connection[ArtistRef]:
        """Artists that played one of its nights or will, the most central first."""

    @connection("fields/events", order=NIGHTS)
    def events(self, window: DateRange | None = None) -> Connection[EventRef]:
        """Its nights, newest first, undated ones last; cancelled ones not."""

    @connection("fields/scene_venues", order=VENUES)
    def venues(self) -> Connection[VenueRef]:
        """Venues that held one of its nights or will, by name."""
