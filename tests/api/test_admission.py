"""How many operations run and wait, and what becomes of those that may not."""

import asyncio
import time

import pytest
from starlette.applications import Starlette

from api.admission import Admission
from api.errors import Overloaded
from graph.settings import ApiSettings
from tests.api.asking import Reply, Request, SlowGraph, ask, question, serving

ARTIST = question('{ artist(id: "ar_0000000000000001") { id } }')


def later(seconds: float = 60) -> float:
    return asyncio.get_running_loop().time() + seconds


async def until_running(graph: SlowGraph, count: int) -> None:
    async with asyncio.timeout(20):
        while graph.running < count:  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.01)


def asked(app: Starlette, count: int) -> list[asyncio.Task[Reply]]:
    return [asyncio.create_task(ask(app, ARTIST)) for _ in range(count)]


async def test_places_are_given_in_turn_and_given_back() -> None:
    admission = Admission(ApiSettings(running_max=1, queued_max=1))
    order: list[str] = []

    async def work(name: str) -> None:
        async with admission.place(later()):
            order.append(name)
            await asyncio.sleep(0.01)

    await asyncio.gather(work("a"), work("b"))
    assert order == ["a", "b"]
    with pytest.raises(Overloaded):
        await asyncio.gather(work("c"), work("d"), work("e"))
    await asyncio.sleep(0.1)
    await work("f")
    assert admission.queued == 0


async def test_a_place_that_is_not_free_in_time_is_not_given() -> None:
    admission = Admission(ApiSettings(running_max=1))
    async with admission.place(later()):
        with pytest.raises(Overloaded):
            async with admission.place(later(0.02)):
                pass
    async with admission.place(later()):
        pass


async def test_what_is_beyond_the_queue_is_refused_at_once_and_the_rest_is_answered() -> None:
    graph = SlowGraph()
    async with serving(graph, running_max=2, queued_max=2, planning_timeout_s=60) as app:
        running = asked(app, 2)
        await until_running(graph, 2)
        waiting = asked(app, 2)
        await asyncio.sleep(0.05)
        began = time.perf_counter()
        refused = await ask(app, ARTIST)
        assert time.perf_counter() - began < 0.05
        assert (refused.status, refused.code) == (503, "OVERLOADED")
        assert refused.headers["retry-after"] == "1"
        assert refused.json["errors"][0]["extensions"]["retryAfterMs"] == 1000
        assert "data" not in refused.json
        graph.go.set()
        answers = await asyncio.gather(*running, *waiting)
    assert [answer.status for answer in answers] == [200] * 4
    assert graph.most == 2


async def test_health_and_metrics_are_answered_when_no_place_is_left() -> None:
    graph = SlowGraph()
    async with serving(graph, running_max=1, queued_max=0, planning_timeout_s=60) as app:
        running = asked(app, 1)
        await until_running(graph, 1)
        assert (await ask(app, ARTIST)).status == 503
        for path in ("/health", "/metrics"):
            assert (await ask(app, Request("GET", path))).status == 200
        assert (await ask(app, Request("GET", "/ready"))).json["status"] == "unavailable"
        graph.go.set()
        await asyncio.gather(*running)


async def test_a_request_past_its_time_is_a_timeout_and_its_statement_is_ended() -> None:
    graph = SlowGraph()
    async with serving(graph, request_timeout_s=0.1, planning_timeout_s=0) as app:
        reply = await ask(app, ARTIST)
    assert (reply.status, reply.code) == (200, "TIMEOUT")
    assert reply.json["data"] == {"artist": None}
    assert graph.ended == 1


async def test_a_statement_whose_client_went_away_is_ended() -> None:
    graph, gone = SlowGraph(), asyncio.Event()
    async with serving(graph) as app:
        task = asyncio.create_task(ask(app, ARTIST, gone))
        await until_running(graph, 1)
        gone.set()
        assert (await task).status == 499
    assert (graph.running, graph.ended) == (0, 1)


async def test_few_new_statements_are_planned_at_a_time() -> None:
    graph = SlowGraph()
    async with serving(graph, planning_timeout_s=60) as app:
        running = [
            asyncio.create_task(
                ask(app, question(f'{{ artist(id: "ar_0000000000000001") {{ a{n}: id }} }}'))
            )
            for n in range(6)
        ]
        await until_running(graph, 2)
        await asyncio.sleep(0.1)
        assert graph.most == 2
        graph.go.set()
        answers = await asyncio.gather(*running)
        assert [answer.status for answer in answers] == [200] * 6
        await ask(app, ARTIST)
        graph.go.clear()
        planned = asked(app, 6)
        await until_running(graph, 6)
        graph.go.set()
        await asyncio.gather(*planned)
