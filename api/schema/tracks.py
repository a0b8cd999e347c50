"""Tracks: one by its id."""

import strawberry

from api.compiler.declare import traverse
from api.schema.checks import is_id
from api.schema.release import Track


@strawberry.type
class TrackQuery:
    """Questions about recordings."""

    @traverse("roots/track", checks={"id": is_id("Track")})
    def track(self, id: strawberry.ID) -> Track | None:
        """One recording; null if there is none of this id."""
