"""Collectives: one by its id, and how they are filtered."""

import strawberry

from api.compiler.conditions import compared, filter_input, predicate
from api.compiler.declare import traverse
from api.schema.checks import is_id
from api.schema.collective import Collective
from api.schema.enums import CollectiveKind
from api.schema.inputs import TextFilter


@filter_input(description="Which collectives; all given fields must hold.")
class CollectiveFilter:
    name: TextFilter | None = compared("node.name", description="Its name.")
    kind: list[CollectiveKind] | None = predicate(
        "node.kind IN $value", description="What it is, one of these."
    )


@strawberry.type
class CollectiveQuery:
    """Questions about collectives."""

    @traverse("roots/collective", checks={"id": is_id("Collective")})
    def collective(self, id: strawberry.ID) -> Collective | None:
        """One collective; null if there is none of this id."""
