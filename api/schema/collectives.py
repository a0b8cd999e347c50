"""Collectives: one by its id."""

import strawberry

from api.compiler.declare import traverse
from api.schema.checks import is_id
from api.schema.collective import Collective


@strawberry.type
class CollectiveQuery:
    """Questions about collectives."""

    @traverse("roots/collective", checks={"id": is_id("Collective")})
    def collective(self, id: strawberry.ID) -> Collective | None:
        """One collective; null if there is none of this id."""
