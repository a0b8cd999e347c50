"""Labels: one by its id."""

import strawberry

from api.compiler.declare import traverse
from api.schema.checks import is_id
from api.schema.label import Label


@strawberry.type
class LabelQuery:
    """Questions about labels."""

    @traverse("roots/label", checks={"id": is_id("Label")})
    def label(self, id: strawberry.ID) -> Label | None:
        """One label; null if there is none of this id."""
