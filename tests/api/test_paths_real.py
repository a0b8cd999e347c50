"""Degrees on the real London nights, against a search of its own over the raw file."""

import gzip
import json
import random
from collections import deque
from datetime import date
from pathlib import Path

import pytest
from graphql import GraphQLSchema

from algorithms.derive import derive
from api.execute import Executor
from graph.client import Neo4jGraph
from graph.model import node_id
from graph.settings import ApiSettings, LoaderSettings
from loaders import ra_london
from loaders.run import load

PAIRS = 300
FARTHEST = 8
AS_OF = date(2019, 12, 31)

DEGREES = """
query ($from: ID!, $to: ID!) {
  degreesOfSeparation(from: $from, to: $to, options: {maxHops: 8}) {
    degrees path { from { id } to { id } evidence(first: 1) { entity { id } } }
  }
}
"""


def line_ups(events: Path) -> dict[int, set[str]]:
    """Event id -> ids of its artists, of the nights that were not called off."""
    nights: dict[int, set[str]] = {}
    with gzip.open(events, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            event = json.loads(line)
            if "cancel" in "".join(event["event_name"]).lower():
                continue
            nights.setdefault(event["event_id"][0], set()).update(
                artist["artist_id"][0]
                for artist in event["artists"]
                if artist["artist_id"] and not "".join(artist["artist_name"]).startswith("[email")
            )
    return nights


class RawScene:
    """Who shared a night with whom, straight from the file."""

    def __init__(self, nights: dict[int, set[str]]) -> None:
        self.nights = nights
        self.played: dict[str, list[int]] = {}
        for night, artists in sorted(nights.items()):
            for artist in sorted(artists):
                self.played.setdefault(artist, []).append(night)

    def degrees(self, start: str, end: str) -> int | None:
        """Degrees by breadth-first search, None beyond the farthest or without a way."""
        distance = {start: 0}
        waiting = deque([start])
        seen_nights: set[int] = set()
        while waiting:
            artist = waiting.popleft()
            if artist == end:
                return distance[artist]
            if distance[artist] == FARTHEST:
                continue
            for night in self.played[artist]:
                if night in seen_nights:
                    continue
                seen_nights.add(night)
                for other in self.nights[night]:
                    if other not in distance:
                        distance[other] = distance[artist] + 1
                        waiting.append(other)
        return None


@pytest.mark.timeout(900)
async def test_degrees_are_those_of_a_search_over_the_raw_file(
    graph: Neo4jGraph, real_data: Path, schema: GraphQLSchema, api_settings: ApiSettings
) -> None:
    folder = real_data / "ra-london"
    await load(graph, ra_london.SOURCE, folder, LoaderSettings())
    await derive(graph, AS_OF)
    scene = RawScene(line_ups(folder / "events.jsonl.gz"))
    chosen = random.Random(20191231)
    artists = sorted(scene.played)
    pairs = [(chosen.choice(artists), chosen.choice(artists)) for _ in range(PAIRS)]
    executor = Executor(schema, graph, api_settings)
    wrong: list[tuple[str, str, int | None, int | None]] = []
    unconnected = 0
    for start, end in pairs:
        ids = {"from": artist_id(start), "to": artist_id(end)}
        answer = await executor.execute(DEGREES, ids)
        assert answer.errors == []
        assert answer.data is not None
        result = answer.data["degreesOfSeparation"]
        expected = scene.degrees(start, end)
        unconnected += expected is None
        if result["degrees"] != expected:
            wrong.append((start, end, expected, result["degrees"]))
        assert all(step["evidence"] for step in result["path"])
    assert wrong == []
    assert 0 < unconnected < PAIRS


def artist_id(artist: str) -> str:
    """The id of an artist of the file."""
    return node_id("Artist", "ra-london", f"artist/{artist}")
