"""The peer of the loader: the same rows by plain UNWIND, without provenance, resume or report."""

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.client import Neo4jGraph
from graph.queries import Query, parse

BATCH_ROWS = 10_000


@dataclass
class BareRows:
    """Rows of the London file, parsed beforehand.

    Attributes:
        events: (id, name, day, venue id).
        performed: (artist id, event id), once each.
        organised: (promoter id, event id), once each.
    """

    events: dict[int, tuple[int, str, str | None, int | None]] = field(
        default_factory=dict[int, tuple[int, str, str | None, int | None]]
    )
    artists: dict[str, str] = field(default_factory=dict[str, str])
    venues: dict[int, str] = field(default_factory=dict[int, str])
    promoters: dict[int, str] = field(default_factory=dict[int, str])
    performed: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])
    organised: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])


def read(folder: Path) -> BareRows:
    """Parse the London file as it stands; the first of two equal event ids counts."""
    rows = BareRows()
    with gzip.open(folder / "events.jsonl.gz", "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            _add(rows, json.loads(line))
    return rows


def _add(rows: BareRows, raw: dict[str, Any]) -> None:
    event, venue = raw["event_id"][0], _only(raw["venue_id"])
    if event in rows.events:
        return
    rows.events[event] = (event, _only(raw["event_name"]) or "", _only(raw["event_date"]), venue)
    if venue is not None:
        rows.venues[venue] = _only(raw["venue_name"]) or ""
    for artist in raw["artists"]:
        name = _only(artist["artist_id"])
        if name:
            rows.artists[name] = _only(artist["artist_name"]) or name
            rows.performed.add((name, event))
    for promoter in raw["promoters"]:
        number = _only(promoter["promoter_id"])
        if isinstance(number, int):
            rows.promoters[number] = _only(promoter["promoter_name"]) or ""
            rows.organised.add((number, event))


def _only(values: list[Any]) -> Any:
    return values[0] if values else None


async def write(graph: Neo4jGraph, rows: BareRows) -> int:
    """Write all rows; returns how many nodes and relationships there are to write."""
    statements: list[tuple[str, list[Any]]] = [
        ("CREATE (n:Artist {id: row[0], name: row[1]})", list(rows.artists.items())),
        ("CREATE (n:Venue {id: toString(row[0]), name: row[1]})", list(rows.venues.items())),
        (
            "CREATE (n:Collective {id: toString(row[0]), name: row[1]})",
            list(rows.promoters.items()),
        ),
        (
            "CREATE (n:Event {id: toString(row[0]), name: row[1], date: date(row[2])})",
            list(rows.events.values()),
        ),
        (
            "MATCH (e:Event {id: toString(row[0])}), (v:Venue {id: toString(row[3])}) "
            "CREATE (e)-[:HELD_AT]->(v)",
            [event for event in rows.events.values() if event[3] is not None],
        ),
        (
            "MATCH (a:Artist {id: row[0]}), (e:Event {id: toString(row[1])}) "
            "CREATE (a)-[:PERFORMED_AT]->(e)",
            sorted(rows.performed),
        ),
        (
            "MATCH (p:Collective {id: toString(row[0])}), (e:Event {id: toString(row[1])}) "
            "CREATE (p)-[:ORGANISED]->(e)",
            sorted(rows.organised),
        ),
    ]
    for text, values in statements:
        query = _query(text)
        for start in range(0, len(values), BATCH_ROWS):
            batch = values[start : start + BATCH_ROWS]
            await graph.write(query, rows=[list(value) for value in batch])
    return sum(len(values) for _, values in statements)


def _query(text: str) -> Query:
    header = (
        "// A bare write.\n//\n// mode: write\n// timeout: 60 s\n"
        "// params:\n//   $rows  LIST<ANY>  rows\n"
    )
    return parse("bench/bare", f"{header}\nUNWIND $rows AS row\n{text}")
