"""Scenes: one by its id or its slug, all of them filtered and ordered."""

from enum import Enum

import strawberry
from strawberry import enum_value as value

from api.compiler.conditions import compared, filter_input, predicate
from api.compiler.declare import connection, traverse
from api.compiler.orders import KeyType, Order, by, by_score
from api.schema.checks import is_id, is_text
from api.schema.enums import Direction, EmergenceStatus, Region, SceneKind
from api.schema.inputs import FloatRange, TextFilter
from api.schema.meant import is_synthetic
from api.schema.page import Connection
from api.schema.scene import Scene

SLUG_LONGEST = 200
"""Characters a slug may have."""


@filter_input(description="Which scenes; all given fields must hold.")
class SceneFilter:
    name: TextFilter | None = compared("node.name", description="Its name.")
    kind: list[SceneKind] | None = predicate(
        "node.kind IN $value", description="What it is the scene of, one of these."
    )
    city: str | None = predicate(
        "toLower(node.city) = toLower($value)", description="City, in upper or lower case."
    )
    country: str | None = predicate("node.country = $value", description="Country, ISO 3166 code.")
    region: list[Region] | None = predicate(
        "node.region IN $value", description="Continent, one of these."
    )
    genre: str | None = predicate(
        "toLower(node.genre) = toLower($value)", description="Genre, in upper or lower case."
    )
    status: list[EmergenceStatus] | None = predicate(
        "node.emergenceStatus IN $value", description="Where it stands, one of these."
    )
    emergence_detected: bool | None = predicate(
        "node.emergenceDetected = $value",
        description="Whether it grew far more than its region three quarters in a row.",
    )
    health: FloatRange | None = compared("node.healthScore", description="Health, 0 to 100.")
    synthetic: bool | None = is_synthetic()


@strawberry.enum(description="What scenes can be ordered by.")
class SceneOrder(Enum):
    HEALTH = value("health", description="Health, highest first.")
    NAME = value("name", description="Name, as a computer sorts letters.")


@strawberry.input(description="How scenes are ordered.")
class SceneOrderBy:
    field: SceneOrder = strawberry.field(description="By what.")
    direction: Direction | None = strawberry.field(
        default=None, description="Which way; health highest first and names from A unless given."
    )


SCENE_ORDERS: dict[str | None, Order] = {
    None: by("name", KeyType.TEXT),
    "health": by_score("healthScore"),
    "name": by("name", KeyType.TEXT),
}


@strawberry.type
class SceneQuery:
    """Questions about scenes."""

    @traverse("roots/scene", checks={"id": is_id("Scene"), "slug": is_text("slug", SLUG_LONGEST)})
    def scene(self, id: strawberry.ID | None = None, slug: str | None = None) -> Scene | None:
        """One scene, by its id or its slug; null if there is none."""

    @connection("roots/scenes", order=SCENE_ORDERS)
    def scenes(
        self, where: SceneFilter | None = None, order_by: SceneOrderBy | None = None
    ) -> Connection[Scene]:
        """All scenes, by name unless another order is asked."""
