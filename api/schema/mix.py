"""Recorded sets, and the platforms that host them."""

import datetime

import strawberry

from api.compiler.declare import column, connection, cypher, stored, traverse
from api.compiler.orders import KeyType, Order
from api.compiler.scalars import Long
from api.schema.enums import DatePrecision, MixPlatformType
from api.schema.node import Node
from api.schema.page import Connection
from api.schema.refs import ArtistRef, MixPlatformRef, MixRef, TrackRef

MIXES = Order("node.date", "node.id", KeyType.DATE, descending=True, nullable=True)


@strawberry.type(description="A recorded set.")
class Mix(Node):
    title: str = stored(description="Title.")
    date: datetime.date | None = stored(description="Day of publication, if known.")
    date_precision: DatePrecision | None = stored(description="How precisely the day is known.")
    set_length_minutes: int | None = stored(description="Length in minutes, if known.")
    url: str | None = stored(description="Where it can be heard, if known.")
    view_count: Long | None = stored(description="Plays or views so far, if known.")
    is_b2b: bool | None = stored(description="Whether its artists play one set together, if known.")
    has_video: bool | None = stored(description="Whether there are pictures, if known.")
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )
    artists: list[ArtistRef] = traverse("fields/mix_artists", description="Who plays, by name.")
    platform: MixPlatformRef | None = traverse(
        "fields/mix_platform", description="Who hosts it, if known."
    )

    @traverse("fields/mix_tracks")
    def tracks(self, first: int | None = None) -> list["MixTrack"]:
        """The recordings played in it, in order."""


@strawberry.type(description="A recording, and its place in a mix.")
class MixTrack:
    track: TrackRef = column(description="The recording.")
    position: int | None = column(description="Place in the mix, 1 first, if known.")


@strawberry.type(description="A podcast, radio show, stream or channel that hosts mixes.")
class MixPlatform(Node):
    name: str = stored(description="Name.")
    slug: str | None = stored(description="Name for addresses, if it has one.")
    platform_type: MixPlatformType | None = stored(description="What sort of host it is, if known.")
    url: str | None = stored(description="Its address, if known.")
    active: bool | None = stored(description="Whether it still publishes, if known.")
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )

    @connection("fields/mix_platform_mixes", order=MIXES)
    def mixes(self) -> Connection[MixRef]:
        """Mixes it hosts, newest first, undated ones last."""
