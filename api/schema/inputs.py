"""Inputs that several fields share."""

from datetime import date

import strawberry


@strawberry.input(description="A span of days, half open.")
class DateRange:
    from_: date | None = strawberry.field(
        name="from", default=None, description="First day; open if not given."
    )
    to: date | None = strawberry.field(
        default=None, description="Day after the last; open if not given."
    )


@strawberry.input(description="A range of numbers, both ends included.")
class FloatRange:
    min: float | None = strawberry.field(default=None, description="Least; open if not given.")
    max: float | None = strawberry.field(default=None, description="Most; open if not given.")


@strawberry.input(description="An id on a platform.")
class ExternalIdInput:
    platform: str = strawberry.field(description="Platform code in lower case, `ra` for example.")
    platform_id: str = strawberry.field(description="The id there.")
