"""Mixes and their hosts: one by its id, all mixes filtered and ordered."""

from enum import Enum

import strawberry
from strawberry import enum_value as value

from api.compiler.conditions import Related, compared, filter_input, predicate, related
from api.compiler.declare import connection, traverse
from api.compiler.orders import KeyType, Order, by
from api.schema.checks import is_id, is_text
from api.schema.enums import Direction
from api.schema.inputs import DateRange, IntRange, TextFilter
from api.schema.meant import first_given, is_synthetic, leads_to
from api.schema.mix import Mix, MixPlatform
from api.schema.page import Connection
from api.schema.refs import ArtistFilterRef, TrackFilterRef

SLUG_LONGEST = 200
"""Characters a slug may have."""


@filter_input(description="Which mixes; all given fields must hold.")
class MixFilter:
    title: TextFilter | None = compared("node.title", description="Its title.")
    window: DateRange | None = compared(
        "node.date", description="Day of publication; mixes without a day are in no window."
    )
    set_length_minutes: IntRange | None = compared(
        "node.setLengthMinutes", description="Length in minutes."
    )
    view_count: IntRange | None = compared("node.viewCount", description="Plays or views so far.")
    is_b2b: bool | None = predicate(
        "node.isB2b = $value", description="Whether its artists play one set together."
    )
    has_video: bool | None = predicate(
        "node.hasVideo = $value", description="Whether there are pictures."
    )
    platform: strawberry.ID | None = predicate(
        "EXISTS { MATCH (node)-[hosted:HOSTED_BY]->(:MixPlatform {id: $value})"
        " WHERE hosted.lastSeen IS NULL }",
        check=is_id("MixPlatform"),
        description="Host, `mp_...`.",
    )
    artist: strawberry.ID | None = leads_to(
        "Artist",
        "(node)<-[appeared:APPEARED_ON]-(meant:Artist)",
        "appeared.lastSeen IS NULL",
        description="Artist, `ar_...`, who plays.",
    )
    synthetic: bool | None = is_synthetic()
    artists: Related[ArtistFilterRef] | None = related(
        "MATCH (node)<-[appeared:APPEARED_ON]-(artist:Artist)",
        where="appeared.lastSeen IS NULL",
        column="artist",
        description="Artists that play.",
    )
    tracks: Related[TrackFilterRef] | None = related(
        "MATCH (node)-[played:HAS_TRACK]->(track:Track)",
        where="played.lastSeen IS NULL",
        column="track",
        description="Recordings played in it.",
    )


@strawberry.enum(description="What mixes can be ordered by.")
class MixOrder(Enum):
    DATE = value("date", description="Day of publication, the newest first.")
    TITLE = value("title", description="Title, as a computer sorts letters.")
    LENGTH = value("length", description="Length, the longest first.")
    VIEW_COUNT = value("view_count", description="Plays or views, the most first.")


@strawberry.input(description="How mixes are ordered.")
class MixOrderBy:
    field: MixOrder = strawberry.field(description="By what.")
    direction: Direction | None = strawberry.field(
        default=None, description="Which way; titles from A, all else from the top unless given."
    )


NEWEST = by("date", KeyType.DATE, descending=True, nullable=True)
MIX_ORDERS: dict[str | None, Order] = {
    None: NEWEST,
    "date": NEWEST,
    "title": by("title", KeyType.TEXT, nullable=True),
    "length": by("setLengthMinutes", KeyType.NUMBER, descending=True, nullable=True),
    "view_count": by("viewCount", KeyType.NUMBER, descending=True, nullable=True),
}


_NEAR = ("artist", "platform")
"""Fields that lead from one thing to few mixes, the fewest first."""


@strawberry.type
class MixQuery:
    """Questions about mixes."""

    @traverse("roots/mix", checks={"id": is_id("Mix")})
    def mix(self, id: strawberry.ID) -> Mix | None:
        """One mix; null if there is none of this id."""

    @connection(
        "roots/mixes",
        order=MIX_ORDERS,
        narrow=dict.fromkeys(_NEAR, "roots/mixes_around"),
        computed={"start": ("where", first_given(*_NEAR))},
    )
    def mixes(
        self, where: MixFilter | None = None, order_by: MixOrderBy | None = None
    ) -> Connection[Mix]:
        """All mixes, the newest first unless another order is asked."""

    @traverse(
        "roots/mix_platform",
        checks={"id": is_id("MixPlatform"), "slug": is_text("slug", SLUG_LONGEST)},
    )
    def mix_platform(
        self, id: strawberry.ID | None = None, slug: str | None = None
    ) -> MixPlatform | None:
        """One host of mixes, by its id or its slug; null if there is none."""
