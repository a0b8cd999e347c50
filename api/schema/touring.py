"""How an artist travels."""

import datetime

import strawberry

from api.compiler.declare import column
from api.compiler.scalars import Long


@strawberry.type(description="How an artist travels from night to night.")
class TouringEfficiency:
    km_per_event: float | None = column(
        description="Kilometres along great circles from each night to the next, by the number of "
        "nights; null where the places of too few are known."
    )
    countries_per_trip: float | None = column(
        description="Countries of a trip on average; null if none is known. A trip goes on while "
        "the next night is 14 days away at most."
    )
    trips: Long | None = column(description="Trips; null before the first computation.")
    events: Long | None = column(description="Nights that have a day; null likewise.")
    coverage: float = column(description="Share of these nights whose place is known, 0 to 1.")
    missing: list[str] = column(description="What is unknown, or `NOT_COMPUTED`.")
    version: str | None = column(description="Scoring configuration; null before the first time.")
    as_of: datetime.date | None = column(
        description="Day computed for, later nights do not count; null likewise."
    )
