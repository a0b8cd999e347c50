"""Every published score of a demo world is the sum of what its parts are said to add to it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from algorithms.derive import derive
from algorithms.network.compute import compute_network
from algorithms.publish import publish
from algorithms.scores.compute import compute_scores
from api.execute import Executor
from api.schema.build import build_schema
from graph.client import Neo4jGraph
from graph.settings import ApiSettings, Settings
from loaders.identity.run import run_identity
from loaders.world import WorldConfig, generate
from scheduler.steps import load_source

WORLD = WorldConfig(artists=300, edges=4_000, seed=11)
PAGE = 100
PARTS = "{ key value weight contribution }"
SCORE = f"value coverage missing components {PARTS}"
LISTS = {
    "artists": f"""reach {{ {SCORE} }} booking {{ {SCORE} }} prestige {{ {SCORE} }}
        career {{ momentum {{ {SCORE} }} }}
        uai {{ value: score coverage missing components: factors {PARTS} }}
        drift {{ value: total coverage missing components {PARTS} }}""",
    "labels": f"prestige {{ {SCORE} }}",
    "venues": f"prestige {{ {SCORE} }}",
    "events": f"prestige {{ {SCORE} }}",
    "scenes": f"health {{ {SCORE} }}",
}

Found = dict[str, list[dict[str, Any]]]


@pytest.fixture
async def scores(graph: Neo4jGraph, settings: Settings, tmp_path: Path) -> Found:
    """Name of a score -> that of everything that has one, after a night and another a year later.

    The second knows who was how central, as momentum and so the Drift Score need.
    """
    generate(WORLD, tmp_path / "feed", lambda _what, _done, _total: None)
    await load_source(graph, settings, tmp_path, "feed", lambda _what, _done, _total: None)
    await run_identity(graph, settings)
    for days in (180, 0):
        as_of = WORLD.as_of - timedelta(days=days)
        await derive(graph, as_of)
        network = await compute_network(graph, as_of)
        await publish(graph, network, scores=await compute_scores(graph, network))
    executor = Executor(build_schema(), graph, ApiSettings())
    found: Found = {}
    for field, selection in LISTS.items():
        async for node in _pages(executor, field, selection):
            for name, score in _scores_in(node):
                found.setdefault(f"{field}.{name}", []).append(score)
    return found


async def _pages(executor: Executor, field: str, selection: str) -> Any:
    after: str | None = None
    while True:
        answer = await executor.execute(
            f"query ($after: String) {{ {field}(first: {PAGE}, after: $after) {{ "
            f"pageInfo {{ hasNextPage endCursor }} nodes {{ {selection} }} }} }}",
            {"after": after},
        )
        assert answer.data is not None, answer.errors
        page = answer.data[field]
        for node in page["nodes"]:
            yield node
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


def _scores_in(node: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, held in node.items():
        if isinstance(held, dict) and "components" in held:
            yield name, held
        elif isinstance(held, dict):
            yield from _scores_in(held)


async def test_parts_add_up_and_what_is_unknown_is_said(scores: Found) -> None:
    assert len(scores) == 10
    for name, each in scores.items():
        known = [score for score in each if score["value"] is not None]
        assert known, f"{name} is known of nothing in {len(each)}"
        for score in each:
            _check(name, score)


def _check(name: str, score: dict[str, Any]) -> None:
    parts = score["components"]
    added = [part["contribution"] for part in parts if part["contribution"] is not None]
    unknown = {part["key"] for part in parts if part["value"] is None}
    said = f"{name}: {score}"
    assert 0 <= score["coverage"] <= 1 + 1e-9, said
    if score["value"] is None:
        assert not added, said
        assert score["missing"], said
        return
    assert 0 <= score["value"] <= 100, said
    assert score["value"] == pytest.approx(min(100.0, sum(added)), abs=1e-9), said
    assert {part["key"] for part in parts if part["contribution"] is None} == unknown, said
    assert unknown <= set(score["missing"]), said
    assert all(0 <= part["value"] <= 100 for part in parts if part["value"] is not None), said
    assert sum(part["weight"] for part in parts) == pytest.approx(1), said
