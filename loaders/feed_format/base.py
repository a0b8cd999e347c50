"""What all line kinds of a Drift feed share: strictness, names, dates and closed word lists."""

from datetime import date
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

ArtistType = Literal["person", "group", "duo", "orchestra", "other"]
Billing = Literal["headliner", "support", "resident", "opener"]
CollectiveKind = Literal["collective", "promoter", "crew"]
CreditRole = Literal[
    "primary", "featured", "remixer", "producer", "composer", "lyricist", "engineer", "mastering"
]
EventMode = Literal["in_person", "stream", "hybrid", "ar", "vr"]
IndependenceStatus = Literal["independent", "subsidiary", "major"]
MixPlatformType = Literal["podcast", "live_stream", "radio", "youtube_series"]
PlatformCode = Literal[
    "spotify", "youtube", "soundcloud", "instagram", "beatport", "bandcamp", "discogs", "ra",
    "musicbrainz", "lastfm", "mixcloud", "apple", "isni",
]  # fmt: skip
MetricType = Literal[
    "followers", "monthly_listeners", "plays", "views", "subscribers", "chart_position",
    "popularity", "avg_views", "engagement_rate", "supporters", "have", "want", "ranking",
    "streams", "streams_7d", "streams_28d", "streams_12m", "downloads", "listeners", "saves",
    "playlists", "shares", "comments", "likes",
]  # fmt: skip
ReleaseType = Literal["single", "ep", "album", "compilation", "remix", "live"]
ReleaseFormat = Literal["vinyl", "digital", "cd"]
DatePrecision = Literal["day", "month", "year"]


class DatedTo(NamedTuple):
    """A partial date read as one day and how exactly that day is known."""

    day: date
    precision: DatePrecision


def read_partial_date(text: str) -> DatedTo:
    """The day a partial date stands for: the 15th of its month, or 1 July if only a year is given.

    Args:
        text: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

    Raises:
        ValueError: There is no such day, month or year.
    """
    parts = [int(part) for part in text.split("-")]
    match parts:
        case [year]:
            return DatedTo(date(year, 7, 1), "year")
        case [year, month]:
            return DatedTo(date(year, month, 15), "month")
        case _:
            return DatedTo(date.fromisoformat(text), "day")


def _exists(text: str) -> str:
    read_partial_date(text)
    return text


def file_name_of_field(field: str) -> str:
    """`is_b2b` is `isB2b` in a file; `from_` is `from`, which Python keeps for itself."""
    first, *others = field.rstrip("_").split("_")
    return first + "".join(word.capitalize() for word in others)


def _require_kind(schema: dict[str, Any]) -> None:
    if "kind" in schema["properties"]:
        schema["required"] = ["kind", *schema.get("required", [])]


class FeedPart(BaseModel):
    """An object inside a line: nothing unknown in it, nothing converted, nothing changed later."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        alias_generator=file_name_of_field,
        validate_by_alias=True,
        validate_by_name=True,
        serialize_by_alias=True,
        json_schema_extra=_require_kind,
    )


PartnerId = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^\S(.*\S)?$")]
Name = Annotated[str, Field(min_length=1, max_length=500)]
Url = Annotated[str, Field(max_length=2000, pattern=r"^https?://\S+$")]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Year = Annotated[int, Field(ge=1900, le=2100)]
PartialDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), AfterValidator(_exists)]


class FeedLineBase(FeedPart):
    """A whole line."""

    id: PartnerId = Field(description="The partner's own id of this thing, unique in its kind.")
