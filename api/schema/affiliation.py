"""What ties artists to labels and venues."""

import datetime

import strawberry

from api.compiler.declare import Column, column
from api.compiler.scalars import Long
from api.schema.enums import LabelAffiliationKind
from api.schema.refs import LabelRef, VenueRef


@strawberry.type(description="What ties an artist to a label.")
class LabelAffiliation:
    label: LabelRef = column(description="The label.")
    kind: LabelAffiliationKind = column(description="What ties it.")
    active: bool | None = column(description="Whether it still holds, if known.")
    from_: datetime.date | None = strawberry.field(
        name="from",
        description="First day, if known; for releases, the day of the first.",
        metadata={"graph": Column("from")},
    )
    to: datetime.date | None = column(
        description="Day after the last, if known; for releases, the day of the last."
    )
    release_count: Long | None = column(
        description="Releases there; null where it is not releases that tie them."
    )


@strawberry.type(description="A venue where an artist plays or played regularly.")
class Residency:
    venue: VenueRef = column(description="The venue.")
    from_: datetime.date | None = strawberry.field(
        name="from", description="First day, if known.", metadata={"graph": Column("from")}
    )
    to: datetime.date | None = column(description="Day after the last; null while it lasts.")
    detected: bool = column(description="Whether the sets tell it; else a source does.")
    confidence: float | None = column(description="How sure it is, 0 to 1.")
    sets: Long = column(description="Sets there in that time; cancelled ones do not count.")
    last_set: datetime.date | None = column(description="Day of the last of them, if any.")
