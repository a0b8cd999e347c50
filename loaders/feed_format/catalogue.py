"""Lines about recorded music: labels, releases with tracks and credits, signings."""

from typing import Literal

from pydantic import Field

from loaders.feed_format.base import (
    CountryCode,
    CreditRole,
    FeedLineBase,
    FeedPart,
    IndependenceStatus,
    Name,
    PartialDate,
    PartnerId,
    ReleaseFormat,
    ReleaseType,
    Year,
)


class LabelLine(FeedLineBase):
    """A record label."""

    kind: Literal["label"] = "label"
    name: Name = Field(description="Name.")
    parent: PartnerId | None = Field(
        default=None, description="Id of the label line it belongs to."
    )
    independence_status: IndependenceStatus | None = Field(
        default=None, description="Independent, subsidiary or major; absent if unknown."
    )
    hq_city: PartnerId | None = Field(default=None, description="Id of a city line.")
    hq_country: CountryCode | None = Field(default=None, description="ISO 3166 country.")
    genre_tags: tuple[Name, ...] = Field(default=(), description="Genres, the most typical first.")
    active_since: Year | None = Field(default=None, description="Year of foundation.")
    distribution_partner: Name | None = Field(default=None, description="Distributor.")
    founders: tuple[PartnerId, ...] = Field(default=(), description="Ids of artist lines.")


class Credit(FeedPart):
    """Who did what on a release or track."""

    artist: PartnerId = Field(description="Id of an artist line.")
    role: CreditRole = Field(description="What the artist did.")


class TrackEntry(FeedPart):
    """A track of a release."""

    id: PartnerId = Field(description="Partner's own id of the track.")
    title: Name = Field(description="Title, with the version in brackets.")
    track_number: int | None = Field(default=None, ge=1, description="Place on its disc.")
    disc_number: int = Field(default=1, ge=1, description="Disc or side pair.")
    isrc: str | None = Field(
        default=None, max_length=32, description="Recording code as the source has it."
    )
    duration_sec: int | None = Field(default=None, ge=1, le=86400, description="Length in seconds.")
    bpm: float | None = Field(default=None, gt=0, le=400, description="Beats a minute.")
    credits: tuple[Credit, ...] = Field(
        default=(),
        description="Who did what; the original artist is `primary`, a remixer `remixer`.",
    )


class ReleaseLine(FeedLineBase):
    """A single, EP, album or compilation."""

    kind: Literal["release"] = "release"
    title: Name = Field(description="Title.")
    type: ReleaseType | None = Field(default=None, description="Sort of release.")
    date: PartialDate | None = Field(default=None, description="First day of sale.")
    formats: tuple[ReleaseFormat, ...] = Field(default=(), description="What it is sold on.")
    label: PartnerId | None = Field(
        default=None, description="Id of a label line; none if self-released."
    )
    catalog_number: str | None = Field(
        default=None, max_length=60, description="The label's number."
    )
    upc: str | None = Field(
        default=None, max_length=32, description="Product code as the source has it."
    )
    beatport_chart_peak: int | None = Field(
        default=None, ge=1, le=100, description="Best chart place."
    )
    credits: tuple[Credit, ...] = Field(
        default=(), description="Who did what on the whole release."
    )
    tracks: tuple[TrackEntry, ...] = Field(default=(), description="The tracks in order.")


class SigningLine(FeedLineBase):
    """An artist under contract with a label."""

    kind: Literal["signing"] = "signing"
    artist: PartnerId = Field(description="Id of an artist line.")
    label: PartnerId = Field(description="Id of a label line.")
    from_: PartialDate | None = Field(default=None, description="First day.")
    to: PartialDate | None = Field(default=None, description="Last day; absent while it lasts.")
    active: bool = Field(description="Whether it lasts on the day of the feed.")
