"""What of the graph may leave it: the shared scene, by allow-list.

A label, relationship type or property that is not named here stays inside: what belongs to an
organisation, records of sources and runs, and what only loaders and algorithms need. Names and
types are those of the graph model.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from graph.model import DERIVED_TYPE_OF, ConnectionKind


class Value(Enum):
    """What a property holds; days and moments are text in ISO 8601."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    TEXTS = "texts"


SHARED_LABELS: Final = (
    "Artist", "Label", "Venue", "Event", "EventSeries", "Collective", "Scene", "Community",
    "Release", "Track", "Mix",
)  # fmt: skip
"""Labels of the shared scene whose nodes are things in their own right.

Genres, cities and countries are not among them: they join everything with everything.
"""

SHARED_FACTS: Final = (
    "PERFORMED_AT", "HELD_AT", "IN_SERIES", "ORGANISED", "ALIAS_OF", "MEMBER_OF", "SIGNED_TO",
    "FOUNDED", "CREDITED_ON", "MENTORED", "INFLUENCED_BY", "ISSUED_BY", "ON_RELEASE",
    "SUBLABEL_OF", "RESIDENT_AT", "APPEARED_ON", "HAS_TRACK", "PLAYED_AT", "RELEASED_ON",
    "IN_COMMUNITY", "IN_SCENE", "AFFILIATED_WITH",
)  # fmt: skip
"""Types that join nodes of these labels, connections between artists aside."""

CONNECTED: Final = "CONNECTED"
"""The connection of two artists, all kinds together."""

SYMMETRIC: Final = frozenset({CONNECTED, *DERIVED_TYPE_OF.values()}) - {
    DERIVED_TYPE_OF[ConnectionKind.REMIX]
}
"""Types whose direction means nothing: they are stored from the smaller id to the larger."""

NODE_PROPERTIES: Final[Mapping[str, Value]] = {
    "name": Value.TEXT,
    "title": Value.TEXT,
    "sortName": Value.TEXT,
    "slug": Value.TEXT,
    "type": Value.TEXT,
    "kind": Value.TEXT,
    "country": Value.TEXT,
    "region": Value.TEXT,
    "city": Value.TEXT,
    "homeCity": Value.TEXT,
    "hqCity": Value.TEXT,
    "hqCountry": Value.TEXT,
    "lat": Value.NUMBER,
    "lon": Value.NUMBER,
    "formedYear": Value.INTEGER,
    "dissolvedYear": Value.INTEGER,
    "foundedYear": Value.INTEGER,
    "activeSince": Value.INTEGER,
    "genres": Value.TEXTS,
    "genreTags": Value.TEXTS,
    "sceneTags": Value.TEXTS,
    "tags": Value.TEXTS,
    "moods": Value.TEXTS,
    "isVerified": Value.FLAG,
    "isni": Value.TEXT,
    "date": Value.TEXT,
    "datePrecision": Value.TEXT,
    "startsAt": Value.TEXT,
    "endsAt": Value.TEXT,
    "timezone": Value.TEXT,
    "isFestival": Value.FLAG,
    "cancelled": Value.FLAG,
    "seriesName": Value.TEXT,
    "mode": Value.TEXT,
    "url": Value.TEXT,
    "capacity": Value.INTEGER,
    "tier": Value.TEXT,
    "tierOverride": Value.TEXT,
    "independenceStatus": Value.TEXT,
    "distributionPartner": Value.TEXT,
    "rosterCount": Value.INTEGER,
    "vinylPercentage": Value.NUMBER,
    "discogsId": Value.TEXT,
    "beatportId": Value.TEXT,
    "bandcampUrl": Value.TEXT,
    "releaseDate": Value.TEXT,
    "originalReleaseDate": Value.TEXT,
    "formats": Value.TEXTS,
    "catalogNumber": Value.TEXT,
    "upc": Value.TEXT,
    "isrc": Value.TEXT,
    "beatportChartPeak": Value.INTEGER,
    "durationSec": Value.INTEGER,
    "bpm": Value.NUMBER,
    "key": Value.TEXT,
    "explicit": Value.FLAG,
    "setLengthMinutes": Value.INTEGER,
    "viewCount": Value.INTEGER,
    "isB2b": Value.FLAG,
    "hasVideo": Value.FLAG,
    "size": Value.INTEGER,
    "topGenre": Value.TEXT,
    "topCity": Value.TEXT,
    "topVenues": Value.TEXTS,
    "churn": Value.NUMBER,
    "artistCount": Value.INTEGER,
    "venueCount": Value.INTEGER,
    "eventFrequency": Value.NUMBER,
    "emergenceStatus": Value.TEXT,
    "healthScore": Value.NUMBER,
    "growthRate": Value.NUMBER,
    "prestigeScore": Value.NUMBER,
    "prestigeRaw": Value.NUMBER,
    "prestigeIndex": Value.NUMBER,
    "brandScore": Value.NUMBER,
    "pagerank": Value.NUMBER,
    "centralityPct": Value.NUMBER,
    "betweenness": Value.NUMBER,
    "participation": Value.NUMBER,
    "bridgeRaw": Value.NUMBER,
    "bridgePct": Value.NUMBER,
    "emergingRaw": Value.NUMBER,
    "emergingPct": Value.NUMBER,
    "communityId": Value.INTEGER,
    "componentId": Value.INTEGER,
    "uai": Value.NUMBER,
    "uaiProfile": Value.TEXT,
    "reach": Value.NUMBER,
    "momentum": Value.NUMBER,
    "booking": Value.NUMBER,
    "prestige": Value.NUMBER,
    "drift": Value.NUMBER,
    "percentileOverall": Value.NUMBER,
    "careerStage": Value.TEXT,
    "trajectory": Value.TEXT,
    "scoreVersion": Value.TEXT,
    "scoreAsOf": Value.TEXT,
    "source": Value.TEXT,
    "synthetic": Value.FLAG,
}
"""Property of a node -> what it holds, where it has it. A venue's tier is a number, a label's a
word: together they are text."""

EDGE_PROPERTIES: Final[Mapping[str, Value]] = {
    "strength": Value.NUMBER,
    "kinds": Value.TEXTS,
    "count": Value.INTEGER,
    "first": Value.TEXT,
    "last": Value.TEXT,
    "releaseCount": Value.INTEGER,
    "firstRelease": Value.TEXT,
    "lastRelease": Value.TEXT,
    "affiliationStrength": Value.NUMBER,
    "isHomeScene": Value.FLAG,
    "eventsInScene": Value.INTEGER,
    "firstAppearance": Value.TEXT,
    "lastAppearance": Value.TEXT,
    "active": Value.FLAG,
    "from": Value.TEXT,
    "to": Value.TEXT,
    "role": Value.TEXT,
    "setStart": Value.TEXT,
    "setEnd": Value.TEXT,
    "floor": Value.TEXT,
    "slot": Value.TEXT,
    "billing": Value.TEXT,
    "position": Value.INTEGER,
    "isB2b": Value.FLAG,
    "isLive": Value.FLAG,
    "detected": Value.FLAG,
    "claimed": Value.FLAG,
    "edition": Value.INTEGER,
    "catalogNumber": Value.TEXT,
    "trackNumber": Value.INTEGER,
    "discNumber": Value.INTEGER,
    "source": Value.TEXT,
    "confidence": Value.NUMBER,
}
"""Property of a relationship -> what it holds, where it has it."""
