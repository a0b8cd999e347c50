"""Labels: one by its id, and how they are filtered."""

import strawberry

from api.compiler.conditions import compared, filter_input, predicate
from api.compiler.declare import traverse
from api.schema.checks import is_id
from api.schema.enums import IndependenceStatus
from api.schema.inputs import TextFilter
from api.schema.label import Label


@filter_input(description="Which labels; all given fields must hold.")
class LabelFilter:
    name: TextFilter | None = compared("node.name", description="Its name.")
    independence_status: list[IndependenceStatus] | None = predicate(
        "node.independenceStatus IN $value", description="Who owns it, one of these."
    )


@strawberry.type
class LabelQuery:
    """Questions about labels."""

    @traverse("roots/label", checks={"id": is_id("Label")})
    def label(self, id: strawberry.ID) -> Label | None:
        """One label; null if there is none of this id."""
