"""Drift feed: the format in which partners hand over a scene.

A feed is a folder of JSONL files (UTF-8, LF only), one per line kind, one JSON object a line.
`docs/feed.md` explains it to partners, `docs/feed.schema.json` is the same for machines.
"""

from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from loaders.feed_format.base import (
    DatedTo,
    DatePrecision,
    FeedLineBase,
    FeedPart,
    read_partial_date,
)
from loaders.feed_format.catalogue import Credit, LabelLine, ReleaseLine, SigningLine, TrackEntry
from loaders.feed_format.media import (
    AudienceLine,
    AudienceShare,
    MetricLine,
    MixLine,
    MixPlatformLine,
)
from loaders.feed_format.people import (
    ArtistLine,
    CollectiveLine,
    CollectiveMember,
    ExternalIdEntry,
    Membership,
    ResidencyEntry,
)
from loaders.feed_format.places import (
    CityLine,
    EventLine,
    HeaderLine,
    LineupEntry,
    Organiser,
    SeriesLine,
    VenueLine,
)

FeedLine = Annotated[
    HeaderLine
    | CityLine
    | VenueLine
    | ArtistLine
    | CollectiveLine
    | SeriesLine
    | LabelLine
    | EventLine
    | ReleaseLine
    | SigningLine
    | MixPlatformLine
    | MixLine
    | MetricLine
    | AudienceLine,
    Field(discriminator="kind"),
]

FEED_FILES = {
    "feed": "feed.jsonl",
    "city": "cities.jsonl",
    "venue": "venues.jsonl",
    "artist": "artists.jsonl",
    "collective": "collectives.jsonl",
    "series": "series.jsonl",
    "label": "labels.jsonl",
    "event": "events.jsonl",
    "release": "releases.jsonl",
    "signing": "signings.jsonl",
    "mix_platform": "mix_platforms.jsonl",
    "mix": "mixes.jsonl",
    "metric": "metrics.jsonl",
    "audience": "audiences.jsonl",
}
"""File of each line kind. In this order a line refers only to earlier files or to its own."""

LINE_MODELS: dict[str, type[FeedLineBase]] = {
    "feed": HeaderLine,
    "city": CityLine,
    "venue": VenueLine,
    "artist": ArtistLine,
    "collective": CollectiveLine,
    "series": SeriesLine,
    "label": LabelLine,
    "event": EventLine,
    "release": ReleaseLine,
    "signing": SigningLine,
    "mix_platform": MixPlatformLine,
    "mix": MixLine,
    "metric": MetricLine,
    "audience": AudienceLine,
}
"""Model of each line kind, in the order of `FEED_FILES`."""

_LINE: TypeAdapter[FeedLine] = TypeAdapter(FeedLine)


def parse_line(line: bytes) -> FeedLine:
    """The line as its model.

    Raises:
        pydantic.ValidationError: It is no JSON, has no known `kind`, or breaks its kind's rules.
    """
    return _LINE.validate_json(line, by_alias=True, by_name=False)


def json_schema() -> dict[str, Any]:
    """JSON Schema of one line, as exported to `docs/feed.schema.json`."""
    schema = _LINE.json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Drift feed, version 1: one line",
        **schema,
    }


__all__ = [
    "FEED_FILES",
    "LINE_MODELS",
    "ArtistLine",
    "AudienceLine",
    "AudienceShare",
    "CityLine",
    "CollectiveLine",
    "CollectiveMember",
    "Credit",
    "DatePrecision",
    "DatedTo",
    "EventLine",
    "ExternalIdEntry",
    "FeedLine",
    "FeedPart",
    "HeaderLine",
    "LabelLine",
    "LineupEntry",
    "Membership",
    "MetricLine",
    "MixLine",
    "MixPlatformLine",
    "Organiser",
    "ReleaseLine",
    "ResidencyEntry",
    "SeriesLine",
    "SigningLine",
    "TrackEntry",
    "VenueLine",
    "json_schema",
    "parse_line",
    "read_partial_date",
]
