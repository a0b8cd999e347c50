"""Lines about who: artists and collectives."""

from typing import Literal

from pydantic import Field

from loaders.feed_format.base import (
    ArtistType,
    CollectiveKind,
    CountryCode,
    FeedLineBase,
    FeedPart,
    Name,
    PartialDate,
    PartnerId,
    PlatformCode,
    Url,
    Year,
)


class ExternalIdEntry(FeedPart):
    """The same artist elsewhere."""

    platform: PlatformCode = Field(description="The platform.")
    platform_id: str = Field(min_length=1, max_length=200, description="Id there.")
    url: Url | None = Field(default=None, description="Page there.")


class Membership(FeedPart):
    """Time in a group."""

    artist: PartnerId = Field(description="Id of the artist line of the group.")
    from_: PartialDate | None = Field(default=None, description="First day.")
    to: PartialDate | None = Field(default=None, description="Last day; absent while it lasts.")
    role: Name | None = Field(default=None, description="What the member does.")


class ResidencyEntry(FeedPart):
    """An announced residency."""

    venue: PartnerId = Field(description="Id of a venue line.")
    from_: PartialDate | None = Field(default=None, description="First day.")
    to: PartialDate | None = Field(default=None, description="Last day; absent while it lasts.")


class ArtistLine(FeedLineBase):
    """A person or group that performs or releases music, under one name."""

    kind: Literal["artist"] = "artist"
    name: Name = Field(description="Name as billed.")
    sort_name: Name | None = Field(default=None, description="Name to sort by.")
    type: ArtistType | None = Field(
        default=None, description="Person, group, duo, orchestra or other."
    )
    country: CountryCode | None = Field(
        default=None, description="ISO 3166 country, two capital letters."
    )
    home_city: PartnerId | None = Field(default=None, description="Id of a city line.")
    genres: tuple[Name, ...] = Field(default=(), description="Genres, the most typical first.")
    formed_year: Year | None = Field(default=None, description="First active year.")
    dissolved_year: Year | None = Field(default=None, description="Last active year.")
    is_verified: bool = Field(
        default=False, description="Whether the partner checked the identity."
    )
    alias_of: PartnerId | None = Field(
        default=None, description="Id of the artist line of the same person under the main name."
    )
    member_of: tuple[Membership, ...] = Field(default=(), description="Groups the artist plays in.")
    residencies: tuple[ResidencyEntry, ...] = Field(
        default=(), description="Announced residencies."
    )
    external_ids: tuple[ExternalIdEntry, ...] = Field(
        default=(), description="Ids on other platforms."
    )


class CollectiveMember(FeedPart):
    """Time in a collective."""

    artist: PartnerId = Field(description="Id of an artist line.")
    from_: PartialDate | None = Field(default=None, description="First day.")
    to: PartialDate | None = Field(default=None, description="Last day; absent while it lasts.")
    role: Name | None = Field(default=None, description="What the member does.")


class CollectiveLine(FeedLineBase):
    """People who act together: a collective, a promoter, a crew."""

    kind: Literal["collective"] = "collective"
    name: Name = Field(description="Name.")
    collective_kind: CollectiveKind = Field(description="What sort of collective it is.")
    city: PartnerId | None = Field(default=None, description="Id of a city line.")
    founded_year: Year | None = Field(default=None, description="Year of foundation.")
    founders: tuple[PartnerId, ...] = Field(default=(), description="Ids of artist lines.")
    members: tuple[CollectiveMember, ...] = Field(default=(), description="Members.")
