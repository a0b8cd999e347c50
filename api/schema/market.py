"""Where an artist is heard, and where it plays."""

import datetime

import strawberry

from api.compiler.declare import column, traverse
from api.compiler.scalars import Long
from api.schema.refs import VenueRef

FITTED = 20
"""Weight of looking at the nights of all venues of a city."""


@strawberry.type(description="What is known of where the audience of an artist lives.")
class Audience:
    period: str | None = column(
        description="Month, year or day that the newest reading tells of; null where none is known."
    )
    is_estimated: bool | None = column(description="Whether it is estimated; null likewise.")
    source: str | None = column(description="Source that tells of it; null likewise.")
    cities: Long = column(description="Cities it tells of.")
    coverage: float = column(description="Share of the audience that lives in these, 0 to 1.")
    missing: list[str] = column(
        description="`NO_AUDIENCE` where no source tells, or `NOT_COMPUTED` yet."
    )
    version: str | None = column(description="Scoring configuration; null before the first time.")
    as_of: datetime.date | None = column(
        description="Day computed for, later readings do not count; null likewise."
    )


@strawberry.type(description="A venue that suits an artist.")
class FittingVenue:
    venue: VenueRef = column(description="The venue.")
    fit: float = column(description="How well, 0 to 100, as `Venue.fit` says.")
    coverage: float = column(description="Sum of the weights of what is known, 0 to 1.")


@strawberry.type(description="A city as a market of an artist: its fans beside its sets there.")
class Market:
    city: str = column(description="Name of the city.")
    country: str | None = column(description="Country, ISO 3166 code, if known.")
    strength: float | None = column(
        description="Its fans beside those in its best city, and its sets beside those where it "
        "plays most, 0 to 100; null where the fans are unknown."
    )
    fan_share: float | None = column(
        description="Share of its audience that lives there, 0 to 1; null if unknown."
    )
    fan_share_percentile: float | None = column(
        description="Percentile of that share among the cities of its audience; null likewise."
    )
    per_capita: float | None = column(
        description="That share per million people of the city; null where either is unknown."
    )
    plays: Long = column(description="Sets there; cancelled ones and those to come do not count.")
    last_set: datetime.date | None = column(
        description="Day of the last of them; null without a dated one."
    )
    missing: list[str] = column(
        description="What is unknown: `NO_AUDIENCE` where no source tells of its audience, "
        "`FAN_SHARE` where it tells of other cities alone, `POPULATION`."
    )

    @traverse("fields/market_venues", weight=FITTED)
    def fitting_venues(self, first: int = 3) -> list[FittingVenue]:
        """Venues of the city that suit it, the best first."""
