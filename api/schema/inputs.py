"""Inputs that several fields share."""

from datetime import date

import strawberry

from api.compiler.conditions import predicate
from api.compiler.scalars import Long
from api.schema.enums import PlatformCode


@strawberry.input(description="A span of days, half open.")
class DateRange:
    from_: date | None = predicate(
        "it >= $value", name="from", description="First day; open if not given."
    )
    to: date | None = predicate("it < $value", description="Day after the last; open if not given.")


@strawberry.input(description="A range of numbers, both ends included.")
class FloatRange:
    min: float | None = predicate("it >= $value", description="Least; open if not given.")
    max: float | None = predicate("it <= $value", description="Most; open if not given.")


@strawberry.input(description="A range of whole numbers, both ends included.")
class IntRange:
    min: Long | None = predicate("it >= $value", description="Least; open if not given.")
    max: Long | None = predicate("it <= $value", description="Most; open if not given.")


@strawberry.input(description="What a text is like; all given fields must hold.")
class TextFilter:
    eq: str | None = predicate("it = $value", description="Exactly this.")
    in_: list[str] | None = predicate(
        "it IN $value", name="in", description="Exactly one of these."
    )
    contains: str | None = predicate(
        "toLower(it) CONTAINS toLower($value)",
        description="Has this part, in upper or lower case.",
    )
    starts_with: str | None = predicate(
        "toLower(it) STARTS WITH toLower($value)",
        description="Begins like this, in upper or lower case.",
    )


@strawberry.input(description="An id on a platform.")
class ExternalIdInput:
    platform: PlatformCode = strawberry.field(description="The platform.")
    platform_id: str = strawberry.field(description="The id there.")
