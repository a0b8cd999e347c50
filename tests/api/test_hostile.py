"""Requests that were made to hurt: the right answer, little time, little memory, no statement."""

import time
import tracemalloc
from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette

from tests.api.asking import NoGraph, ask, question, serving
from tests.api.hostile import HOSTILE, Hostile

CPU_S = 0.05
MEMORY = 50 * 2**20


@pytest.fixture(scope="module")
async def app() -> AsyncIterator[Starlette]:
    """The application; it keeps one document, so that each is read anew after another."""
    async with serving(NoGraph(), plan_cache_size=1) as app:
        yield app


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda each: each.name)
async def test_a_hostile_request_costs_little_and_reaches_no_database(
    app: Starlette, hostile: Hostile
) -> None:
    took: list[float] = []
    for _ in range(3):
        await ask(app, question("{ __typename }"))
        began = time.process_time()
        reply = await ask(app, hostile.request)
        took.append(time.process_time() - began)
        assert (reply.status, reply.code) == (hostile.status, hostile.code), reply.body[:500]
        assert len(reply.body) < 3000
    assert min(took) < CPU_S
    assert app.state.graph.sent == []


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda each: each.name)
async def test_a_hostile_request_takes_little_memory(app: Starlette, hostile: Hostile) -> None:
    await ask(app, question("{ __typename }"))
    tracemalloc.start()
    try:
        await ask(app, hostile.request)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MEMORY
