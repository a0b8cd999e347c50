"""Recordings: one by its id or its code, all of them filtered and ordered."""

from enum import Enum

import strawberry
from strawberry import enum_value as value

from api.compiler.conditions import Related, compared, filter_input, predicate, related
from api.compiler.declare import connection, traverse
from api.compiler.orders import KeyType, Order, by
from api.schema.checks import is_id
from api.schema.enums import Direction
from api.schema.inputs import FloatRange, IntRange, TextFilter
from api.schema.meant import first_given, is_synthetic, leads_to
from api.schema.page import Connection
from api.schema.refs import ArtistFilterRef, ReleaseFilterRef
from api.schema.release import Track

_SEVERAL = "isrc: several recordings have this code; `tracks(where: {isrc: ...})` lists them"


@filter_input(description="Which recordings; all given fields must hold.")
class TrackFilter:
    title: TextFilter | None = compared("node.title", description="Its title.")
    isrc: str | None = predicate(
        "node.isrc = toUpper(replace($value, '-', ''))",
        description="Recording code, with or without hyphens; several recordings may share it.",
    )
    duration_sec: IntRange | None = compared("node.durationSec", description="Length in seconds.")
    bpm: FloatRange | None = compared("node.bpm", description="Beats a minute.")
    artist: strawberry.ID | None = leads_to(
        "Artist",
        "(node)<-[credited:CREDITED_ON]-(meant:Artist)",
        "credited.lastSeen IS NULL",
        description="Artist, `ar_...`, credited on it.",
    )
    release: strawberry.ID | None = leads_to(
        "Release",
        "(node)-[place:ON_RELEASE]->(meant:Release)",
        "place.lastSeen IS NULL",
        description="Release, `re_...`, it is on.",
    )
    synthetic: bool | None = is_synthetic()
    artists: Related[ArtistFilterRef] | None = related(
        "MATCH (node)<-[credited:CREDITED_ON]-(artist:Artist)",
        where="credited.lastSeen IS NULL",
        column="artist",
        description="Artists credited on it.",
    )
    releases: Related[ReleaseFilterRef] | None = related(
        "MATCH (node)-[place:ON_RELEASE]->(release:Release)",
        where="place.lastSeen IS NULL",
        column="release",
        description="Releases it is on.",
    )


@strawberry.enum(description="What recordings can be ordered by.")
class TrackOrder(Enum):
    TITLE = value("title", description="Title, as a computer sorts letters.")
    DURATION = value("duration", description="Length, the longest first.")
    BPM = value("bpm", description="Beats a minute, the fastest first.")


@strawberry.input(description="How recordings are ordered.")
class TrackOrderBy:
    field: TrackOrder = strawberry.field(description="By what.")
    direction: Direction | None = strawberry.field(
        default=None,
        description="Which way; titles from A, the longest or the fastest first unless given.",
    )


TRACK_ORDERS: dict[str | None, Order] = {
    None: by("title", KeyType.TEXT, nullable=True),
    "title": by("title", KeyType.TEXT, nullable=True),
    "duration": by("durationSec", KeyType.NUMBER, descending=True, nullable=True),
    "bpm": by("bpm", KeyType.NUMBER, descending=True, nullable=True),
}


_NEAR = ("artist", "release")
"""Fields that lead from one thing to few recordings, the fewest first."""


@strawberry.type
class TrackQuery:
    """Questions about recordings."""

    @traverse("roots/track", checks={"id": is_id("Track")}, sole=_SEVERAL)
    def track(self, id: strawberry.ID | None = None, isrc: str | None = None) -> Track | None:
        """One recording, by its id or its code; null if there is none, an error if several."""

    @connection(
        "roots/tracks",
        order=TRACK_ORDERS,
        narrow=dict.fromkeys(_NEAR, "roots/tracks_around"),
        computed={"start": ("where", first_given(*_NEAR))},
    )
    def tracks(
        self, where: TrackFilter | None = None, order_by: TrackOrderBy | None = None
    ) -> Connection[Track]:
        """All recordings, by title unless another order is asked."""
