"""Nights: one by its id, and how they are filtered."""

import strawberry

from api.compiler.conditions import Related, compared, filter_input, predicate, related
from api.compiler.declare import traverse
from api.schema.checks import is_id
from api.schema.event import Event
from api.schema.inputs import DateRange, TextFilter
from api.schema.refs import ArtistFilterRef


@filter_input(description="Which nights; all given fields must hold.")
class EventFilter:
    name: TextFilter | None = compared("node.name", description="Its title.")
    window: DateRange | None = compared(
        "node.date", description="Its day; nights without a day are in no window."
    )
    is_festival: bool | None = predicate(
        "node.isFestival = $value", description="Whether it is a festival."
    )
    artists: Related[ArtistFilterRef] | None = related(
        "MATCH (node)<-[performed:PERFORMED_AT]-(artist:Artist)",
        where="performed.lastSeen IS NULL AND NOT performed.cancelled",
        column="artist",
        description="Artists that play there; cancelled sets do not count.",
    )


@strawberry.type
class EventQuery:
    """Questions about nights."""

    @traverse("roots/event", checks={"id": is_id("Event")})
    def event(self, id: strawberry.ID) -> Event | None:
        """One night; null if there is none of this id."""
