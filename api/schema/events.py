"""Nights: one by its id, all of them filtered and ordered."""

from enum import Enum

import strawberry
from strawberry import enum_value as value

from api.compiler.conditions import Related, compared, filter_input, predicate, related
from api.compiler.declare import connection, traverse
from api.compiler.orders import KeyType, Order, by, by_score
from api.schema.checks import is_id
from api.schema.enums import Direction, EventMode
from api.schema.event import Event
from api.schema.inputs import DateRange, TextFilter
from api.schema.meant import first_given, is_synthetic, leads_to
from api.schema.page import Connection
from api.schema.refs import ArtistFilterRef, CollectiveFilterRef, VenueFilterRef

_CITY = """EXISTS {
  MATCH (node)-[held:HELD_AT]->(:Venue)-[located:LOCATED_IN]->(city:City)
  WHERE held.lastSeen IS NULL AND located.lastSeen IS NULL
    AND toLower(city.name) = toLower($value)
} OR EXISTS {
  MATCH (node)-[located:LOCATED_IN]->(city:City)
  WHERE located.lastSeen IS NULL AND toLower(city.name) = toLower($value)
}"""


@filter_input(description="Which nights; all given fields must hold.")
class EventFilter:
    name: TextFilter | None = compared("node.name", description="Its title.")
    window: DateRange | None = compared(
        "node.date", description="Its day; nights without a day are in no window."
    )
    city: str | None = predicate(
        _CITY, description="City where it was held, in upper or lower case."
    )
    venue: strawberry.ID | None = leads_to(
        "Venue",
        "(node)-[held:HELD_AT]->(meant:Venue)",
        "held.lastSeen IS NULL",
        description="Venue, `ve_...`.",
    )
    series: strawberry.ID | None = leads_to(
        "EventSeries",
        "(node)-[edition:IN_SERIES]->(meant:EventSeries)",
        "edition.lastSeen IS NULL",
        description="Series, `es_...`, it belongs to.",
    )
    artist: strawberry.ID | None = leads_to(
        "Artist",
        "(node)<-[performed:PERFORMED_AT]-(meant:Artist)",
        "performed.lastSeen IS NULL AND NOT performed.cancelled",
        description="Artist, `ar_...`, who plays there; cancelled sets do not count.",
    )
    scene: strawberry.ID | None = predicate(
        "EXISTS { MATCH (node)-[:IN_SCENE]->(scene:Scene {id: $value}) }",
        check=is_id("Scene"),
        description="Scene, `sc_...`, in which it lies.",
    )
    is_festival: bool | None = predicate(
        "node.isFestival = $value", description="Whether it is a festival."
    )
    cancelled: bool | None = predicate(
        "node.cancelled = $value", description="Whether it did not take place."
    )
    mode: list[EventMode] | None = predicate(
        "node.mode IN $value", description="How people take part, one of these."
    )
    synthetic: bool | None = is_synthetic()
    artists: Related[ArtistFilterRef] | None = related(
        "MATCH (node)<-[performed:PERFORMED_AT]-(artist:Artist)",
        where="performed.lastSeen IS NULL AND NOT performed.cancelled",
        column="artist",
        description="Artists that play there; cancelled sets do not count.",
    )
    venues: Related[VenueFilterRef] | None = related(
        "MATCH (node)-[held:HELD_AT]->(venue:Venue)",
        where="held.lastSeen IS NULL",
        column="venue",
        description="Venues where it was held.",
    )
    organisers: Related[CollectiveFilterRef] | None = related(
        "MATCH (node)<-[organised:ORGANISED]-(collective:Collective)",
        where="organised.lastSeen IS NULL",
        column="collective",
        description="Collectives that put it on.",
    )


@strawberry.enum(description="What nights can be ordered by.")
class EventOrder(Enum):
    PRESTIGE = value("prestige", description="Prestige, highest first.")
    DATE = value("date", description="Day, the newest first.")
    NAME = value("name", description="Title, as a computer sorts letters.")


@strawberry.input(description="How nights are ordered.")
class EventOrderBy:
    field: EventOrder = strawberry.field(description="By what.")
    direction: Direction | None = strawberry.field(
        default=None, description="Which way; the newest day first and titles from A unless given."
    )


NEWEST = by("date", KeyType.DATE, descending=True, nullable=True)
EVENT_ORDERS: dict[str | None, Order] = {
    None: NEWEST,
    "date": NEWEST,
    "name": by("name", KeyType.TEXT, nullable=True),
    "prestige": by_score("prestigeIndex"),
}


_NEAR = ("artist", "venue", "series", "scene")
"""Fields that lead from one thing to few nights, the fewest first."""


@strawberry.type
class EventQuery:
    """Questions about nights."""

    @traverse("roots/event", checks={"id": is_id("Event")})
    def event(self, id: strawberry.ID) -> Event | None:
        """One night; null if there is none of this id."""

    @connection(
        "roots/events",
        order=EVENT_ORDERS,
        narrow=dict.fromkeys(_NEAR, "roots/events_around"),
        computed={"start": ("where", first_given(*_NEAR))},
    )
    def events(
        self, where: EventFilter | None = None, order_by: EventOrderBy | None = None
    ) -> Connection[Event]:
        """All nights, cancelled ones too, the newest first unless another order is asked."""
