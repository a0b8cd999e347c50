"""Releases: one by its id."""

import strawberry

from api.compiler.declare import traverse
from api.schema.checks import is_id
from api.schema.release import Release


@strawberry.type
class ReleaseQuery:
    """Questions about releases."""

    @traverse("roots/release", checks={"id": is_id("Release")})
    def release(self, id: strawberry.ID) -> Release | None:
        """One release; null if there is none of this id."""
