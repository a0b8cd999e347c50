"""A small feed with every kind of line and every field, and its folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from loaders.feed_format import FEED_FILES

Lines = dict[str, list[dict[str, Any]]]
"""Lines by kind."""

HEADER = {
    "id": "feed",
    "version": "1",
    "source": "club-archive",
    "name": "Club Archive",
    "generatedAt": "2024-06-01",
    "synthetic": True,
    "licence": "CC0-1.0",
}


def small_feed() -> Lines:
    """One night, one release and everything around them; lines name others that come later."""
    return {
        "feed": [HEADER],
        "city": [
            {"id": "b", "name": "Berlin", "country": "DE", "lat": 52.5, "timezone": "Europe/Berlin",
             "population": 3700000}
        ],
        "venue": [{"id": "v", "name": "Quarry", "city": "b", "capacity": 350, "tier": 3}],
        "artist": [
            {"id": "alias", "name": "Salt", "aliasOf": "ann"},
            {
                "id": "ann",
                "name": "Ann",
                "sortName": "Ann, A.",
                "type": "person",
                "country": "DE",
                "homeCity": "b",
                "genres": ["Techno", "Dub"],
                "formedYear": 2010,
                "isVerified": True,
                "memberOf": [{"artist": "duo", "from": "2015", "to": "2020-05", "role": "voice"}],
                "residencies": [{"venue": "v", "from": "2019-01-01"}],
                "externalIds": [{"platform": "discogs", "platformId": "7", "url": "https://d.co/7"}],
            },
            {"id": "bob", "name": "Bob"},
            {"id": "duo", "name": "Duo", "type": "duo"},
        ],
        "collective": [
            {
                "id": "c",
                "name": "Crew",
                "collectiveKind": "crew",
                "city": "b",
                "foundedYear": 2012,
                "founders": ["ann"],
                "members": [{"artist": "bob", "from": "2013-03-01", "to": "2014-03-31"}],
            }
        ],
        "series": [{"id": "s", "name": "Lowlight", "city": "b", "founders": ["bob"]}],
        "label": [
            {"id": "l", "name": "Quarry Tapes", "parent": "p", "hqCity": "b", "hqCountry": "DE",
             "genreTags": ["techno"], "founders": ["ann"], "independenceStatus": "subsidiary"},
            {"id": "p", "name": "Änderung & Co"},
        ],
        "event": [
            {
                "id": "e/1",
                "name": "Lowlight #12",
                "date": "2024-05-03",
                "startsAt": "2024-05-03T23:00:00",
                "timezone": "Europe/Berlin",
                "venue": "v",
                "series": "s",
                "edition": 12,
                "mode": "in_person",
                "organisers": [{"kind": "collective", "id": "c"}, {"kind": "artist", "id": "bob"}],
                "lineup": [
                    {"artist": "ann", "position": 1, "billing": "headliner", "floor": "Cellar",
                     "setKey": "x", "setStart": "2024-05-04T02:00:00",
                     "setEnd": "2024-05-04T04:00:00"},
                    {"artist": "bob", "position": 2, "setKey": "x"},
                    {"artist": "ann", "position": 3, "isLive": True, "cancelled": True},
                ],
            },
            {"id": "e2", "name": "Some night", "date": "2023"},
        ],
        "release": [
            {
                "id": "r",
                "title": "Salt Echo",
                "type": "ep",
                "date": "2023-11",
                "formats": ["vinyl"],
                "label": "l",
                "catalogNumber": "QT1",
                "upc": "2000 0000 0011",
                "credits": [{"artist": "ann", "role": "primary"}],
                "tracks": [
                    {"id": "t", "title": "Salt", "trackNumber": 1, "isrc": "de-abc-23-00001",
                     "durationSec": 300, "credits": [{"artist": "ann", "role": "primary"},
                                                     {"artist": "bob", "role": "remixer"}]},
                    {"id": "t2", "title": "Echo", "isrc": "unknown"},
                ],
            },
            {"id": "hits", "title": "Hits", "upc": "123", "tracks": [
                {"id": "t", "title": "Salt (as sold)", "trackNumber": 9},
            ]},
        ],
        "signing": [
            {"id": "g", "artist": "ann", "label": "l", "from": "2022", "to": "2024-01-31",
             "active": False}
        ],
        "mix_platform": [{"id": "m", "name": "Radio", "platformType": "radio"}],
        "mix": [
            {"id": "x", "title": "Ann and Bob", "platform": "m", "artists": ["ann", "bob"],
             "date": "2024-02-01", "isB2b": True, "lengthMinutes": 60}
        ],
        "metric": [
            {"id": "1", "artist": "ann", "platform": "soundcloud", "metricType": "followers",
             "year": 2024, "dates": ["2024-01-01", "2024-02-01"], "values": [900, 940.5]}
        ],
        "audience": [
            {"id": "u", "artist": "ann", "period": "2024-05", "isEstimated": True, "shares": [
                {"city": "b", "share": 0.25}, {"country": "DE", "share": 0.5},
            ]}
        ],
    }  # fmt: skip


def write_feed(folder: Path, feed: Mapping[str, list[Any]]) -> Path:
    """Write lines as files; a line that is bytes stands as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, lines in feed.items():
        texts = [
            line if isinstance(line, bytes) else orjson.dumps({"kind": kind, **line})
            for line in lines
        ]
        (folder / FEED_FILES[kind]).write_bytes(b"".join(text + b"\n" for text in texts))
    return folder
