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
    prestige_score: float | None = stored(
        description="Its prestige, 0 to 100: what a source says, else what is preset for its name; "
        "null where neither is, or until computed."
    )
    url: str | None = stored(description="Its address, if known.")
    active: bool | None = stored(description="Whether it still publishes, if known.")
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )

    @connection("fields/mix_platform_mixes", order=MIXES)
    def mixes(self) -> Connection[MixRef]:
        """Mixes it hosts, newest first, undated ones last."""


@strawberry.type(
    description="How often, where, how long and how an artist records mixes. Those after the day "
    "of the scores do not count; those without a day count, but for how often."
)
class MixProfile:
    mixes: Long = column(description="Mixes that count.")
    per_year: float | None = column(
        description="Mixes a year since the first one, at least a year; null where none is dated."
    )
    prestige_sum: float | None = column(
        description="Sum of the prestige of the platforms, 0 to 100 each; null where none has one."
    )
    median_length: float | None = column(
        description="Median length in minutes; null where none is known."
    )
    length_trend: float | None = column(
        description="Minutes by which a mix is longer a year later, by least squares; null unless "
        "the lengths of two days are known."
    )
    video_share: float | None = column(
        description="Share with pictures among those of which it is known, 0 to 1; null where "
        "there is none."
    )
    countries: list[str] | None = column(
        description="Countries they were recorded in, ISO 3166 codes; null where no source says."
    )
    coverage: float = column(
        description="Share of what it rests on that is known: day, prestige of the platform, "
        "length, pictures and country of each mix, 0 to 1."
    )
    missing: list[str] = column(description="What is null; `NO_MIXES` where there is none.")
    as_of: datetime.date | None = column(
        description="Day of the scores; null before the first computation."
    )
