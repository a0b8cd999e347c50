"""Venues: one by its id."""

import strawberry

from api.compiler.declare import traverse
from api.schema.checks import is_id
from api.schema.venue import Venue


@strawberry.type
class VenueQuery:
    """Questions about venues."""

    @traverse("roots/venue", checks={"id": is_id("Venue")})
    def venue(self, id: strawberry.ID) -> Venue | None:
        """One venue; null if there is none of this id."""
