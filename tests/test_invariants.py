"""What must not change any score: that an artist was told of twice and is known to be one."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from algorithms.derive import derive
from algorithms.network.compute import compute_network
from algorithms.scores.compute import compute_scores
from algorithms.scores.table import Scores
from bench.place import empty
from graph.client import Neo4jGraph
from graph.settings import Settings
from loaders.identity import merge
from loaders.identity.run import run_identity
from loaders.world import WorldConfig, generate
from scheduler.steps import load_source
from tests.probe import statement

WORLD = WorldConfig(artists=120, edges=900, seed=7)
AGAIN = "-again"
BUSIEST = statement(
    "MATCH (artist:Artist)-[:PERFORMED_AT]->(night) "
    "MATCH (artist)<-[:DESCRIBES]-(record:SourceRecord) "
    "WITH record.sourceId AS told, count(*) AS nights ORDER BY nights DESC, told LIMIT 1 "
    "RETURN told AS value"
)
TOLD = statement(
    "MATCH (record:SourceRecord)-[:DESCRIBES]->(artist:Artist) "
    "RETURN [record.sourceId, artist.id] AS value ORDER BY value"
)


async def test_an_artist_told_of_twice_and_merged_has_the_scores_it_had(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    feed = tmp_path / "feed"
    generate(WORLD, feed, lambda _what, _done, _total: None)
    once = await _scores(graph, settings, tmp_path)
    (told,) = [row["value"] for row in await graph.rows(BUSIEST)]
    (single,) = await _artists(graph, told)

    await empty(graph)
    moved = _tell_twice(feed, told.rpartition("/")[2])
    assert moved > 3
    twice = await _scores(graph, settings, tmp_path, told)
    (merged,) = set(await _artists(graph, told, told + AGAIN))
    _assert_same(once, twice, {single: merged})


async def _scores(
    graph: Neo4jGraph, settings: Settings, folder: Path, told: str | None = None
) -> Scores:
    """Scores of the feed; whoever was told of twice is merged before."""
    await load_source(graph, settings, folder, "feed", lambda _what, _done, _total: None)
    await run_identity(graph, settings)
    if told is not None:
        ids = await _artists(graph, told, told + AGAIN)
        assert len(set(ids)) == 2
        await merge(graph, ids, reason="the same", actor="a test")
    await derive(graph, WORLD.as_of)
    return await compute_scores(graph, await compute_network(graph, WORLD.as_of))


async def _artists(graph: Neo4jGraph, *told: str) -> list[str]:
    """Ids of the artists that records describe."""
    return [row["value"][1] for row in await graph.rows(TOLD) if row["value"][0] in told]


def _tell_twice(feed: Path, artist: str) -> int:
    """Tell of an artist once more, by another id that has every second of its nights.

    Returns:
        How many nights these are.
    """
    artists = feed / "artists.jsonl"
    (line,) = [one for one in artists.read_text().splitlines() if json.loads(one)["id"] == artist]
    again = json.loads(line) | {"id": artist + AGAIN, "externalIds": []}
    artists.write_text(artists.read_text() + json.dumps(again) + "\n")
    events, played, moved = [], 0, 0
    for one in (feed / "events.jsonl").read_text().splitlines():
        if f'"{artist}"' in one:
            played += 1
            if played % 2:
                one = one.replace(f'"{artist}"', f'"{artist}{AGAIN}"')
                moved += 1
        events.append(one)
    (feed / "events.jsonl").write_text("\n".join(events) + "\n")
    return moved


def _assert_same(one: Scores, other: Scores, renamed: Mapping[str, str]) -> None:
    assert [table.label for table in one.tables] == [table.label for table in other.tables]
    for before, after in zip(one.tables, other.tables, strict=True):
        rows = {renamed.get(id_, id_): row for id_, row in before.rows().items()}
        others = after.rows()
        assert rows.keys() == others.keys(), before.label
        for id_, row in rows.items():
            for name, value, now in zip(before.columns, row, others[id_], strict=True):
                assert _alike(value, now), f"{before.label} {id_} {name}: {value} became {now}"


def _alike(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return one == pytest.approx(other, rel=1e-6, abs=1e-6, nan_ok=True)
    return one == other
