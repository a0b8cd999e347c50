"""Scenes: nights of a city, of a genre in a city, of a genre in a country."""

import datetime

import strawberry

from api.compiler.declare import column, connection, cypher, stored, traverse
from api.compiler.orders import KeyType, Order
from api.compiler.scalars import Long
from api.schema.enums import EmergenceStatus, Region, SceneKind
from api.schema.event import NIGHTS
from api.schema.inputs import DateRange
from api.schema.node import Node
from api.schema.page import Connection
from api.schema.refs import ArtistRef, EventRef, VenueRef
from api.schema.score import Score

ARTISTS = Order(
    "node.centralityPct", "node.id", KeyType.NUMBER, descending=True, nullable=True, score=True
)
VENUES = Order("node.name", "node.id", KeyType.TEXT)

COUNTED = 5
"""Weight of a count over all nights of a scene."""

_VENUES = """COUNT {
  MATCH (this)<-[:IN_SCENE]-(:Event)-[held:HELD_AT]->(venue:Venue)
  WHERE held.lastSeen IS NULL
  RETURN DISTINCT venue
}"""


@strawberry.type(description="How a scene fared on one day.")
class ScenePoint:
    date: datetime.date = column(description="The day.")
    health_score: float | None = column(description="Health, 0 to 100; null if unknown.")
    growth_rate: float | None = column(
        description="Nights of the 365 days before it beside those of the 365 before them, in "
        "percent; null if unknown."
    )
    event_frequency: float | None = column(description="Nights a week; null if unknown.")
    version: str = column(description="Scoring configuration.")


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
        "COUNT { (this)<-[:AFFILIATED_WITH]-() }",
        description="Artists affiliated with it; computed each night, as health is.",
    )
    venue_count: Long = cypher(
        _VENUES, description="Venues that held one of its nights or will.", weight=COUNTED
    )

    health: Score = traverse(
        "fields/scene_health",
        description="How well it is among scenes of its kind with ten nights a year: artists, "
        "nights and venues, labels, genres, growth.",
    )
    event_frequency: float | None = stored(
        description="Nights a week in the 365 days before the day computed for; null until then."
    )
    growth_rate: float | None = stored(
        description="Nights of these 365 days beside those of the 365 before, in %; null if "
        "there were none then."
    )
    emergence_status: EmergenceStatus | None = stored(
        description="Where it stands; null with less than ten nights in both years."
    )
    emergence_detected: bool | None = stored(
        description="Whether it grew far more than scenes of its kind in its region three quarters "
        "in a row: a standard deviation above their mean; null if that is not known."
    )
    emergence_quarters: int | None = stored(
        description="Quarters in a row, the last included, of such growth, 0 to 3; null likewise."
    )
    active_artists: Long | None = stored(
        description="Artists that played there in the 365 days; null until computed."
    )
    venue_diversity: float | None = stored(
        description="How evenly the nights of the 365 days are spread over venues, 0 to 1."
    )
    genre_diversity: float | None = stored(
        description="How evenly its artists of the 365 days are spread over the genres they bear, "
        "0 to 1; null if no genre is known."
    )
    label_count: Long | None = stored(
        description="Labels based there; null if no source says where labels are based."
    )

    @traverse("fields/scene_history")
    def history(self, range: DateRange | None = None) -> list[ScenePoint]:
        """How it fared over time, oldest first; the newest 1000 days at most."""

    @connection("fields/scene_artists", order=ARTISTS)
    def artists(self) -> Connection[ArtistRef]:
        """Artists affiliated with it, the most central first."""

    @connection("fields/events", order=NIGHTS)
    def events(self, window: DateRange | None = None) -> Connection[EventRef]:
        """Its nights, newest first, undated ones last; cancelled ones not."""

    @connection("fields/scene_venues", order=VENUES)
    def venues(self) -> Connection[VenueRef]:
        """Venues that held one of its nights or will, by name."""
