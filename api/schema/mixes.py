"""Mixes and their hosts: one by its id."""

import strawberry

from api.compiler.declare import traverse
from api.schema.checks import is_id, is_text
from api.schema.mix import Mix, MixPlatform


@strawberry.type
class MixQuery:
    """Questions about mixes."""

    @traverse("roots/mix", checks={"id": is_id("Mix")})
    def mix(self, id: strawberry.ID) -> Mix | None:
        """One mix; null if there is none of this id."""

    @traverse(
        "roots/mix_platform", checks={"id": is_id("MixPlatform"), "slug": is_text("slug", 200)}
    )
    def mix_platform(
        self, id: strawberry.ID | None = None, slug: str | None = None
    ) -> MixPlatform | None:
        """One host of mixes, by its id or its slug; null if there is none."""
