"""Venues."""

import strawberry

from api.compiler.declare import connection, cypher, stored, traverse
from api.schema.checks import is_id
from api.schema.enums import VenueStatus
from api.schema.event import NIGHTS
from api.schema.inputs import DateRange
from api.schema.node import Node
from api.schema.page import Connection
from api.schema.provenance import ExternalId, SourceRecord
from api.schema.refs import EventRef
from api.schema.score import Score

FIT = 20
"""Weight of looking at all nights of two years of a venue and of an artist."""

_CITY = """coalesce(this.city, head(COLLECT {
  MATCH (this)-[located:LOCATED_IN]->(city:City) WHERE located.lastSeen IS NULL
  RETURN city.name AS name ORDER BY name
}))"""


@strawberry.type(description="A place where nights are held.")
class Venue(Node):
    name: str = stored(description="Name on the door.")
    city: str | None = cypher(_CITY, description="City, if known.")
    country: str | None = stored(description="Country, ISO 3166 code, if known.")
    address: str | None = stored(description="Address, if known.")
    lat: float | None = stored(description="Latitude in degrees, if known.")
    lon: float | None = stored(description="Longitude in degrees, if known.")
    status: VenueStatus | None = stored(description="Whether it is open, if known.")
    capacity: int | None = stored(description="People it holds, if known.")
    tier: int | None = stored(description="Tier, 1 to 5, 5 the top; null until computed.")
    prestige: Score = traverse(
        "fields/venue_prestige",
        description="How prestigious it is: its rank among artists and venues, its line-ups.",
    )
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )
    external_ids: list[ExternalId] = traverse(
        "fields/external_ids", description="Its ids on platforms."
    )
    sources: list[SourceRecord] = traverse(
        "fields/source_records", description="The records of sources that describe it."
    )

    @traverse("fields/venue_fit", checks={"artistId": is_id("Artist")}, weight=FIT)
    def fit(self, artist_id: strawberry.ID) -> Score | None:
        """How well an artist suits it: genres, size, and whom the artist is connected with of those
        that play there; null if there is no such artist."""

    @connection("fields/events", order=NIGHTS)
    def events(self, window: DateRange | None = None) -> Connection[EventRef]:
        """Nights held there, newest first, undated ones last; cancelled ones not."""
