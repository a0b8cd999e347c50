"""Lines about where and when: cities, venues, series and nights."""

from datetime import date
from typing import Literal

from pydantic import Field, NaiveDatetime

from loaders.feed_format.base import (
    Billing,
    CountryCode,
    EventMode,
    FeedLineBase,
    FeedPart,
    Name,
    PartialDate,
    PartnerId,
    Url,
    Year,
)


class HeaderLine(FeedLineBase):
    """The first line of `feed.jsonl`: who says all this, and under which terms."""

    kind: Literal["feed"] = "feed"
    version: Literal["1"] = Field(description="Version of this format.")
    source: str = Field(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=60,
        description="Short name of the source, kept on every fact, e.g. `club-archive`.",
    )
    name: Name = Field(description="The source as people call it.")
    generated_at: date = Field(description="Day the feed was made.")
    synthetic: bool = Field(description="Whether everything in the feed is invented.")
    licence: Name = Field(description="SPDX identifier or address of the terms of use.")


class CityLine(FeedLineBase):
    """A city."""

    kind: Literal["city"] = "city"
    name: Name = Field(description="Name in English.")
    country: CountryCode = Field(description="ISO 3166 country, two capital letters.")
    lat: float | None = Field(default=None, ge=-90, le=90, description="Latitude in degrees.")
    lon: float | None = Field(default=None, ge=-180, le=180, description="Longitude in degrees.")
    timezone: str | None = Field(default=None, description="IANA time zone, e.g. `Europe/Berlin`.")
    population: int | None = Field(default=None, ge=1, description="People who live there.")


class VenueLine(FeedLineBase):
    """A place where nights happen."""

    kind: Literal["venue"] = "venue"
    name: Name = Field(description="Name on the door.")
    city: PartnerId = Field(description="Id of a city line.")
    capacity: int | None = Field(
        default=None, ge=1, description="People at most; absent if unknown."
    )
    tier: int | None = Field(
        default=None, ge=1, le=5, description="Partner's own tier, 5 is the top."
    )
    lat: float | None = Field(default=None, ge=-90, le=90, description="Latitude in degrees.")
    lon: float | None = Field(default=None, ge=-180, le=180, description="Longitude in degrees.")


class SeriesLine(FeedLineBase):
    """A night or festival that comes back under one name."""

    kind: Literal["series"] = "series"
    name: Name = Field(description="Name of the series.")
    city: PartnerId | None = Field(default=None, description="Id of the city line it belongs to.")
    founded_year: Year | None = Field(default=None, description="Year of the first edition.")
    founders: tuple[PartnerId, ...] = Field(default=(), description="Ids of artist lines.")


class LineupEntry(FeedPart):
    """One set of one artist; an artist who plays twice has two entries."""

    artist: PartnerId = Field(description="Id of an artist line.")
    position: int | None = Field(default=None, ge=1, description="Place on the poster, 1 is first.")
    billing: Billing | None = Field(default=None, description="How the artist is announced.")
    floor: Name | None = Field(default=None, description="Floor or stage.")
    set_start: NaiveDatetime | None = Field(default=None, description="Local start of the set.")
    set_end: NaiveDatetime | None = Field(default=None, description="Local end of the set.")
    set_key: str | None = Field(
        default=None,
        min_length=1,
        max_length=200,
        description="Entries with the same key are one b2b set.",
    )
    is_live: bool = Field(default=False, description="Whether it is a live act, not a DJ set.")
    cancelled: bool = Field(
        default=False, description="Whether this artist did not play in the end."
    )


class Organiser(FeedPart):
    """Who put the night on."""

    kind: Literal["collective", "artist"] = Field(description="Which kind of line `id` names.")
    id: PartnerId = Field(description="Id of a collective or artist line.")


class EventLine(FeedLineBase):
    """One night, day or festival edition."""

    kind: Literal["event"] = "event"
    name: Name = Field(description="Title as announced.")
    date: PartialDate | None = Field(
        default=None, description="Local date of the start; `YYYY-MM` if only the month is known."
    )
    starts_at: NaiveDatetime | None = Field(default=None, description="Local start.")
    ends_at: NaiveDatetime | None = Field(default=None, description="Local end.")
    timezone: str | None = Field(
        default=None, description="IANA zone of all local times of this line."
    )
    is_festival: bool = Field(default=False, description="Whether it is a festival.")
    cancelled: bool = Field(default=False, description="Whether it did not take place.")
    mode: EventMode | None = Field(default=None, description="How people take part.")
    venue: PartnerId | None = Field(default=None, description="Id of a venue line.")
    series: PartnerId | None = Field(default=None, description="Id of a series line.")
    edition: int | None = Field(default=None, ge=1, description="Number within the series.")
    organisers: tuple[Organiser, ...] = Field(default=(), description="Who put it on.")
    lineup: tuple[LineupEntry, ...] = Field(default=(), description="The sets, poster order.")
    url: Url | None = Field(default=None, description="Page of the night.")
