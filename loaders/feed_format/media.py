"""Lines about mixes, about numbers on platforms and about audiences."""

import math
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Literal, Self

from pydantic import Field, model_validator

from loaders.feed_format.base import (
    CountryCode,
    FeedLineBase,
    FeedPart,
    MetricType,
    MixPlatformType,
    Name,
    PartialDate,
    PartnerId,
    PlatformCode,
    Url,
    Year,
)


class MixPlatformLine(FeedLineBase):
    """A podcast, radio show, stream or channel that hosts mixes."""

    kind: Literal["mix_platform"] = "mix_platform"
    name: Name = Field(description="Name.")
    platform_type: MixPlatformType = Field(description="What sort of platform it is.")
    prestige_score: float | None = Field(
        default=None, ge=0, le=100, description="Partner's own estimate; absent if none."
    )
    url: Url | None = Field(default=None, description="Address.")
    active: bool = Field(default=True, description="Whether it still publishes.")


class MixLine(FeedLineBase):
    """A recorded set."""

    kind: Literal["mix"] = "mix"
    title: Name = Field(description="Title.")
    platform: PartnerId | None = Field(default=None, description="Id of a mix platform line.")
    artists: tuple[PartnerId, ...] = Field(min_length=1, description="Ids of artist lines.")
    date: PartialDate | None = Field(default=None, description="Day of publication.")
    length_minutes: int | None = Field(
        default=None, ge=1, le=6000, description="Length in minutes."
    )
    is_b2b: bool = Field(default=False, description="Whether the artists play one set together.")
    has_video: bool = Field(default=False, description="Whether there are pictures.")
    view_count: int | None = Field(default=None, ge=0, description="Plays or views so far.")
    url: Url | None = Field(default=None, description="Address.")


class MetricLine(FeedLineBase):
    """One number of one artist on one platform over (a part of) one year."""

    kind: Literal["metric"] = "metric"
    artist: PartnerId = Field(description="Id of an artist line.")
    platform: PlatformCode = Field(description="Platform the number was read from.")
    metric_type: MetricType = Field(description="What was counted.")
    year: Year = Field(description="Year of all dates of this line.")
    dates: tuple[date, ...] = Field(min_length=1, description="Days of reading, ascending.")
    values: tuple[float, ...] = Field(
        min_length=1, description="Values read, as many as dates; a gap has no date."
    )
    territory_code: CountryCode | None = Field(
        default=None, description="Country; absent for the world."
    )
    is_estimated: bool = Field(default=False, description="Whether the values are estimates.")

    @model_validator(mode="after")
    def dates_and_values_agree(self) -> Self:
        """One value a date, dates ascending and inside the year."""
        if len(self.dates) != len(self.values):
            raise ValueError("dates and values differ in length")
        if any(earlier >= later for earlier, later in pairwise(self.dates)):
            raise ValueError("dates do not ascend")
        if self.dates[0].year != self.year or self.dates[-1].year != self.year:
            raise ValueError("a date lies outside the year")
        return self


class AudienceShare(FeedPart):
    """The part of an audience that lives in one place, a city or a country."""

    city: PartnerId | None = Field(default=None, description="Id of a city line.")
    country: CountryCode | None = Field(
        default=None, description="ISO 3166 country; one of city and country is given."
    )
    share: float = Field(ge=0, le=1, description="Share of the whole audience, 0 to 1.")

    @model_validator(mode="after")
    def one_place(self) -> Self:
        """A city or a country, not both."""
        if (self.city is None) == (self.country is None):
            raise ValueError("one of city and country is needed")
        return self


class AudienceLine(FeedLineBase):
    """Where the audience of one artist lives, read for one month or year."""

    kind: Literal["audience"] = "audience"
    artist: PartnerId = Field(description="Id of an artist line.")
    period: PartialDate = Field(description="Month or year, or the day, that is told of.")
    shares: tuple[AudienceShare, ...] = Field(
        min_length=1, description="Places, each once; a place that is left out is unknown."
    )
    is_estimated: bool = Field(default=False, description="Whether the shares are estimates.")

    @model_validator(mode="after")
    def shares_are_of_one_whole(self) -> Self:
        """Each place once; cities together are no more than everybody, and countries neither."""
        places = [(part.city, part.country) for part in self.shares]
        if len(set(places)) < len(places):
            raise ValueError("a place stands twice")
        for shares in (self._of_cities(), self._of_countries()):
            if math.fsum(shares) > 1 + _ROUNDING:
                raise ValueError("shares sum to more than 1")
        return self

    def _of_cities(self) -> Iterator[float]:
        return (part.share for part in self.shares if part.city is not None)

    def _of_countries(self) -> Iterator[float]:
        return (part.share for part in self.shares if part.country is not None)


_ROUNDING = 1e-6
