"""Nights: one by its id."""

import strawberry

from api.compiler.declare import traverse
from api.schema.checks import is_id
from api.schema.event import Event


@strawberry.type
class EventQuery:
    """Questions about nights."""

    @traverse("roots/event", checks={"id": is_id("Event")})
    def event(self, id: strawberry.ID) -> Event | None:
        """One night; null if there is none of this id."""
