"""Nights, their series, and the sets played there."""

import datetime

import strawberry

from api.compiler.declare import column, connection, cypher, stored, traverse
from api.compiler.orders import KeyType, Order
from api.compiler.scalars import Long
from api.schema.enums import DatePrecision, EventMode, TimeSlot
from api.schema.inputs import DateRange
from api.schema.node import Node
from api.schema.page import Connection
from api.schema.provenance import SourceRecord
from api.schema.refs import ArtistRef, EventRef, EventSeriesRef, PerformanceRef, VenueRef
from api.schema.score import Score

NIGHTS = Order("node.date", "node.id", KeyType.DATE, descending=True, nullable=True)

_LINE_UP = """COUNT {
  MATCH (this)<-[performed:PERFORMED_AT]-(artist:Artist)
  WHERE performed.lastSeen IS NULL AND NOT performed.cancelled
  RETURN DISTINCT artist
}"""


@strawberry.type(description="A night: a club night, concert or festival.")
class Event(Node):
    name: str | None = stored(description="Title as announced, if it has one.")
    date: datetime.date | None = stored(description="Its day, if known.")
    date_precision: DatePrecision | None = stored(description="How precisely the day is known.")
    starts_at: datetime.datetime | None = stored(description="Start in local time, if known.")
    ends_at: datetime.datetime | None = stored(description="End in local time, if known.")
    timezone: str | None = stored(description="IANA time zone of the local times.")
    is_festival: bool | None = stored(description="Whether it is a festival, if known.")
    cancelled: bool = stored(description="Whether it did not take place.")
    mode: EventMode | None = stored(description="How people take part, if known.")
    url: str | None = stored(description="Its page, if known.")
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )
    line_up_size: Long = cypher(_LINE_UP, description="Artists that played, each counted once.")
    venue: VenueRef | None = traverse("fields/event_venue", description="Where it was, if known.")
    series: EventSeriesRef | None = traverse(
        "fields/event_series", description="The series it belongs to, if any."
    )
    prestige: Score = traverse(
        "fields/event_prestige",
        description="How prestigious it is: venue, line-up, capacity, festival, brand.",
    )
    organisers: list[Node] = traverse(
        "fields/event_organisers", description="Collectives and artists that put it on, by name."
    )

    @traverse("fields/event_performances")
    def performances(self, first: int | None = None) -> list[PerformanceRef]:
        """Its sets in poster order."""


@strawberry.type(description="A series of nights under one name.")
class EventSeries(Node):
    name: str = stored(description="Name of the series.")
    city: str | None = stored(description="City it belongs to, if known.")
    founded_year: int | None = stored(description="Year of the first edition, if known.")
    brand_score: float | None = stored(
        description="How long it has gone on and with whom, 0 to 100; null until computed."
    )
    editions: Long = cypher(
        "COUNT { (this)<-[:IN_SERIES]-(:Event) }", description="Nights that sources put into it."
    )
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )
    founders: list[ArtistRef] = traverse(
        "fields/founders", description="Artists that founded it, by name."
    )
    sources: list[SourceRecord] = traverse(
        "fields/source_records", description="The records of sources that describe it."
    )

    @connection("fields/events", order=NIGHTS)
    def events(self, window: DateRange | None = None) -> Connection[EventRef]:
        """Its nights, newest first, undated ones last; cancelled ones not."""


@strawberry.type(description="One set of one artist on one night.")
class Performance:
    artist: ArtistRef = column(description="Who played.")
    event: EventRef = column(description="The night.")
    set_start: datetime.datetime | None = column(description="Local start of the set, if known.")
    set_end: datetime.datetime | None = column(description="Local end of the set, if known.")
    floor: str | None = column(description="Floor or stage, if known.")
    slot: TimeSlot | None = column(description="Place of the set in the night, if known.")
    billing: str | None = column(description="How the artist was announced, if known.")
    position: int | None = column(description="Place on the poster, 1 first, if known.")
    is_b2b: bool | None = column(description="Whether it was billed together with others.")
    is_live: bool | None = column(description="Whether it was a live act, not a DJ set.")
