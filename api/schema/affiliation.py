"""What ties artists to labels, venues and scenes."""

import datetime

import strawberry

from api.compiler.declare import Column, column
from api.compiler.scalars import Long
from api.schema.enums import LabelAffiliationKind
from api.schema.refs import LabelRef, SceneRef, VenueRef


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
        name="from",
        description="First day, if known; of a detected one, that of its first night in the year "
        "before the day computed for.",
        metadata={"graph": Column("from")},
    )
    to: datetime.date | None = column(description="Day after the last; null while it lasts.")
    detected: bool = column(
        description="Whether the sets tell it: four nights in a year, in the median 120 days apart "
        "at most; else a source does."
    )
    confidence: float | None = column(
        description="How sure the source is, 0 to 1; null if the sets tell it."
    )
    sets: Long = column(description="Sets there in that time; cancelled ones do not count.")
    last_set: datetime.date | None = column(description="Day of the last of them, if any.")


@strawberry.type(description="A scene that an artist belongs to.")
class SceneAffiliation:
    scene: SceneRef = column(description="The scene.")
    affiliation_strength: float | None = column(
        description="Share of its nights in scenes of this kind, 0 to 1, a night two years ago "
        "weighing half; null if none of those there has a day."
    )
    is_home_scene: bool = column(
        description="Whether it is the strongest of its kind; of equals, that of the city where "
        "the artist is based."
    )
    events_in_scene: Long = column(description="Nights it played there, undated ones too.")
    first_appearance: datetime.date | None = column(description="Day of the first, if known.")
    last_appearance: datetime.date | None = column(description="Day of the last, if known.")
