"""Clients that poll over HTTP while a night is published see the night before or the new one whole.

`DRIFT_TEST_PUBLICATIONS` sets how many nights are published; a few by default.
"""

import asyncio
import os
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from algorithms.derive import derive
from algorithms.network.compute import compute_network
from algorithms.network.result import NetworkResult
from algorithms.publish import publish
from algorithms.scores.compute import compute_scores
from algorithms.scores.table import Scores
from api.app import create_app
from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.settings import ApiSettings, Settings
from loaders.identity.run import run_identity
from loaders.world import WorldConfig, generate
from scheduler.steps import load_source

PUBLICATIONS = int(os.environ.get("DRIFT_TEST_PUBLICATIONS", "12"))
WORLD = WorldConfig(artists=120, edges=900, seed=7)
READERS = 3

QUESTION = """
{
  artists(first: 100, orderBy: {field: DRIFT}) { nodes {
    id
    network { pagerank centralityPercentile bridge { percentile } community { id name size } asOf }
    drift { total coverage percentileOverall version asOf
      components { key value weight contribution } }
    scenes { affiliationStrength scene { id health { value asOf } } }
  } }
  venues(first: 50) { nodes { id tier prestige { value asOf } } }
}
"""

Computed = tuple[NetworkResult, Scores]


@dataclass
class Seen:
    """What a reader was told.

    Attributes:
        told: Answer -> how often.
        publishing: Answers that said scores were being written; they promise nothing.
    """

    told: Counter[str] = field(default_factory=Counter[str])
    publishing: int = 0


@pytest.fixture
async def nights(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> tuple[Computed, Computed]:
    """Scores of two nights, half a year apart; the earlier one was published, then the later."""
    generate(WORLD, tmp_path / "feed", lambda _what, _done, _total: None)
    await load_source(graph, settings, tmp_path, "feed", lambda _what, _done, _total: None)
    await run_identity(graph, settings)
    before = await computed(graph, WORLD.as_of - timedelta(days=180))
    await publish(graph, before[0], scores=before[1])
    after = await computed(graph, WORLD.as_of)
    await publish(graph, after[0], scores=after[1])
    return before, after


async def computed(graph: Neo4jGraph, as_of: date) -> Computed:
    """Network and scores of a day."""
    await derive(graph, as_of)
    network = await compute_network(graph, as_of)
    return network, await compute_scores(graph, network)


@pytest.fixture
async def client(
    graph: Neo4jGraph, connection: Connection, settings: Settings
) -> AsyncIterator[tuple[httpx.AsyncClient, Starlette]]:
    """A client of a server over the graph."""

    @asynccontextmanager
    async def opening() -> AsyncGenerator[Neo4jGraph]:
        async with Neo4jGraph.open(connection, settings.neo4j) as opened:
            yield opened

    patient = ApiSettings(warm_up=False, read_timeout_s=30, request_timeout_s=60)
    app = create_app(settings.model_copy(update={"api": patient}), opening)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://drift") as asking,
    ):
        yield asking, app


async def ask(client: httpx.AsyncClient) -> tuple[str, dict[str, Any]]:
    """The data of an answer, as text; and the answer."""
    answer = (await client.post("/graphql", json={"query": QUESTION}, timeout=120)).json()
    assert "errors" not in answer, answer["errors"]
    return str(answer["data"]), answer


async def read_until(client: httpx.AsyncClient, done: asyncio.Event, seen: Seen) -> None:
    """Poll all the time."""
    while not done.is_set():
        data, answer = await ask(client)
        if answer["extensions"].get("publishing"):
            seen.publishing += 1
        else:
            seen.told[data] += 1


@pytest.mark.timeout(900)
async def test_clients_never_see_a_mixture_of_two_nights(
    graph: Neo4jGraph,
    nights: tuple[Computed, Computed],
    client: tuple[httpx.AsyncClient, Starlette],
    tell: Callable[[str], object],
) -> None:
    asking, app = client
    alone: list[str] = []
    for network, scores in nights:
        await publish(graph, network, scores=scores)
        data, answer = await ask(asking)
        days = {node["network"]["asOf"] for node in answer["data"]["artists"]["nodes"]}
        assert days - {None} == {network.as_of.isoformat()}
        alone.append(data)
    assert len(set(alone)) == 2

    done, seen = asyncio.Event(), Seen()
    readers = [asyncio.create_task(read_until(asking, done, seen)) for _ in range(READERS)]
    for turn in range(PUBLICATIONS):
        network, scores = nights[turn % 2]
        assert (await publish(graph, network, scores=scores)).published
    done.set()
    await asyncio.gather(*readers)

    repeats = app.state.executor.metrics.registry.get_sample_value(
        "drift_graphql_publication_repeats_total"
    )
    tell(
        f"{PUBLICATIONS} nights published: {seen.told.total()} whole answers, {repeats:g} "
        f"statements repeated, {seen.publishing} answers marked as publishing"
    )
    assert set(seen.told) <= set(alone), "an answer is neither of one night nor of the other"
    assert set(seen.told) == set(alone)
    assert repeats, "nobody read while scores were written: this test would not notice a mixture"
