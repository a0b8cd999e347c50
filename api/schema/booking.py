"""What an artist is booked for."""

import datetime

import strawberry

from api.compiler.declare import Column, column
from api.compiler.scalars import Long
from api.schema.enums import TimeSlot

GAPS_MAX = 100
"""Gaps told at most."""

SLOTS = len(TimeSlot)


@strawberry.type(description="How many sets have one place in the night.")
class SlotShare:
    slot: TimeSlot = column(description="The place, as a source names it or by the local hour.")
    share: float = column(description="Share of the sets of known place, 0 to 1.")
    sets: Long = column(description="Sets there.")


@strawberry.type(description="A span of days, half open.")
class DateSpan:
    start: datetime.date = column(description="First day.")
    end: datetime.date = column(description="Day after the last.")


@strawberry.type(description="What an artist is booked for in a window of time.")
class BookingProfile:
    events: Long = column(description="Distinct nights; cancelled ones do not count.")
    distinct_venues: Long = column(description="Distinct venues.")
    countries: Long | None = column(description="Distinct countries; null if none is known.")
    club_share: float | None = column(
        description="Share of nights that are no festival, 0 to 1; null where it is not known."
    )
    festival_share: float | None = column(
        description="Share of nights that are one, 0 to 1; null where it is not known."
    )
    headliner_ratio: float | None = column(
        description="Share of sets as headliner, 0 to 1, of those of which a source or the hour "
        "tells; null without one."
    )
    tier_slope: float | None = column(
        description="Venue tiers gained a night over the last twenty; null for fewer than three "
        "at venues of known tier.",
    )
    slot_share: list[SlotShare] = column(
        items=SLOTS, description="Places in the night, the most frequent first."
    )
    calendar_gaps: list[DateSpan] = column(
        items=GAPS_MAX,
        description="Spans of four weeks and more without a night, the oldest first.",
    )
    from_: datetime.date = strawberry.field(
        name="from", description="First day of the window.", metadata={"graph": Column("from")}
    )
    to: datetime.date = column(description="Day after the last.")
