"""The words of the graph: labels, prefixes of ids, relationship types, and their translation.

Names are snake_case in Python and camelCase in the graph; this module is the one place that
translates. Labels and types that enter a statement come from the tables here, never from input.
"""

import hashlib
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

ID_PREFIX: Final[Mapping[str, str]] = {
    "Artist": "ar",
    "Label": "lb",
    "Release": "re",
    "Track": "tr",
    "Venue": "ve",
    "Event": "ev",
    "EventSeries": "es",
    "Collective": "co",
    "City": "ci",
    "Country": "cy",
    "Genre": "ge",
    "Scene": "sc",
    "Community": "cm",
    "MixPlatform": "mp",
    "Mix": "mx",
    "ExternalId": "xi",
    "MetricPoint": "me",
    "SourceRecord": "sr",
    "Redirect": "rd",
    "IdentityCandidate": "ic",
    "LoadRun": "lr",
    "AlgorithmRun": "al",
    "Job": "jb",
    "JobRun": "jr",
    "Reject": "rj",
    "Checkpoint": "cp",
    "Lease": "le",
    "Published": "pb",
    "ScoreSheet": "ss",
    "ScoreHistory": "sh",
    "PredictionModel": "pm",
    "AuditEvent": "au",
    "Migration": "mi",
}
"""Label -> prefix of its ids."""

MERGEABLE: Final = (
    "Artist", "Label", "Venue", "Collective", "EventSeries", "Release", "Track",
)  # fmt: skip
"""Labels whose nodes identity may merge; each of their source records is kept."""

FACT_TYPES: Final = (
    "PERFORMED_AT", "HELD_AT", "LOCATED_IN", "IN_COUNTRY", "IN_SERIES", "BASED_IN", "ORGANISED",
    "ALIAS_OF", "MEMBER_OF", "SIGNED_TO", "FOUNDED", "CREDITED_ON", "MENTORED", "INFLUENCED_BY",
    "ISSUED_BY", "ON_RELEASE", "SUBLABEL_OF", "RESIDENT_AT", "APPEARED_ON", "HOSTED_BY",
    "HAS_TRACK", "TAGGED", "HAS_EXTERNAL_ID", "AUDIENCE_IN",
)  # fmt: skip
"""Relationship types that sources state. They carry provenance."""

DERIVED_TYPES: Final = (
    "B2B_WITH", "COLLABORATED_WITH", "REMIXED", "SHARES_EVENT", "SHARES_LABEL",
    "SHARES_COLLECTIVE", "CONNECTED", "PLAYED_AT", "RELEASED_ON",
)  # fmt: skip
"""Relationship types that follow from facts; deletable and rebuildable."""

SCENE_TYPES: Final = ("IN_SCENE", "IN_CITY", "OF_GENRE")
"""Relationship types of scenes, which follow from facts too: of their nights, cities and genres."""


class ConnectionKind(StrEnum):
    """Why two artists are connected; the value is what the graph stores."""

    B2B = "b2b"
    COLLAB = "collab"
    REMIX = "remix"
    SAME_LABEL = "same_label"
    SAME_EVENT = "same_event"
    SAME_COLLECTIVE = "same_collective"


DERIVED_TYPE_OF: Final[Mapping[ConnectionKind, str]] = {
    ConnectionKind.B2B: "B2B_WITH",
    ConnectionKind.COLLAB: "COLLABORATED_WITH",
    ConnectionKind.REMIX: "REMIXED",
    ConnectionKind.SAME_LABEL: "SHARES_LABEL",
    ConnectionKind.SAME_EVENT: "SHARES_EVENT",
    ConnectionKind.SAME_COLLECTIVE: "SHARES_COLLECTIVE",
}
"""Connection kind -> derived relationship type."""


class SceneKind(StrEnum):
    """What a scene is the scene of; the value is what the graph stores."""

    CITY = "city"
    CITY_GENRE = "city_genre"
    COUNTRY_GENRE = "country_genre"


SOURCE_ORDER: Final = ("ra-london", "berghain", "boiler-room")
"""Sources by trust, first the most trusted; any other source comes after, by name."""


def node_id(label: str, source: str, source_id: str) -> str:
    """The id of the node that (source, source id) describes: `ar_` and 16 hexadecimal digits.

    Raises:
        KeyError: The label has no prefix.
    """
    digest = hashlib.blake2b(f"{source}\x1f{source_id}".encode(), digest_size=8).hexdigest()
    return f"{ID_PREFIX[label]}_{digest}"


def source_rank(source: str) -> tuple[int, str]:
    """Sort key of a source in the fixed order of trust."""
    known = SOURCE_ORDER.index(source) if source in SOURCE_ORDER else len(SOURCE_ORDER)
    return known, source


def to_camel(name: str) -> str:
    """`set_start` -> `setStart`."""
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)


def to_snake(name: str) -> str:
    """`setStart` -> `set_start`."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", lambda match: f"_{match[1].lower()}", name)


def properties(row: Mapping[str, Any]) -> dict[str, Any]:
    """A Python row as the graph writes it; None is left out, since the graph stores no null."""
    return {to_camel(key): value for key, value in row.items() if value is not None}
