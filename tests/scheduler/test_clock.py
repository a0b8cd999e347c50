"""The clock runs what is due, says what comes next, and stops when it is told to."""

import asyncio
import os
import signal
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import date

import pytest

from graph import jobs as memory
from graph.client import Neo4jGraph
from graph.errors import DatabaseUnreachable
from scheduler import clock as clock_module
from scheduler.clock import OpenGraph, begin, keep_time, look
from scheduler.jobs import Table
from scheduler.run import make_known
from tests.scheduler.faking import FakeClock, Work, table_of, utc


class Gate:
    """Work that says when it began and goes on when it may."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.may_go_on = asyncio.Event()

    async def __call__(self) -> None:
        self.begun.set()
        await self.may_go_on.wait()


def opened(graph: Neo4jGraph) -> OpenGraph:
    """Opens a graph that is open."""

    @asynccontextmanager
    async def open_graph() -> AsyncGenerator[Neo4jGraph]:
        yield graph

    return open_graph


async def due(graph: Neo4jGraph, table: Table) -> FakeClock:
    """A clock that shows three, of a night that is known since the noon before."""
    await make_known(graph, table, utc("2026-11-19T12:00"))
    return FakeClock("2026-11-20T03:00")


async def outcomes(graph: Neo4jGraph) -> list[str]:
    return [run["status"] for run in await memory.history(graph, None, 10)]


async def test_a_running_job_is_finished_when_the_process_is_told_to_stop(
    graph: Neo4jGraph,
) -> None:
    work, gate = Work(), Gate()
    work.meanwhile = gate
    table = table_of(work)
    keeping = asyncio.create_task(keep_time(table, opened(graph), await due(graph, table)))
    await asyncio.wait_for(gate.begun.wait(), 10)
    os.kill(os.getpid(), signal.SIGTERM)
    gate.may_go_on.set()
    await asyncio.wait_for(keeping, 10)
    assert work.days == [date(2026, 11, 20)]
    assert await outcomes(graph) == ["succeeded"]


async def test_told_twice_it_stops_at_once_and_the_next_start_goes_on(graph: Neo4jGraph) -> None:
    work, gate = Work(), Gate()
    work.meanwhile = gate
    table = table_of(work)
    clock = await due(graph, table)
    keeping = asyncio.create_task(keep_time(table, opened(graph), clock))
    await asyncio.wait_for(gate.begun.wait(), 10)
    os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGINT)
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(keeping, 10)
    assert work.days == []
    assert await outcomes(graph) == ["stopped"]
    gate.may_go_on.set()
    assert await look(graph, table, clock, asyncio.Event()) == ["nightly"]
    assert await outcomes(graph) == ["succeeded", "stopped"]


async def test_a_database_that_does_not_answer_is_waited_for(
    graph: Neo4jGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock_module, "LOOK_EVERY_S", 0)
    work, gate = Work(), Gate()
    work.meanwhile = gate
    tries: list[int] = []

    @asynccontextmanager
    async def open_graph() -> AsyncGenerator[Neo4jGraph]:
        tries.append(len(tries))
        if len(tries) < 3:
            raise DatabaseUnreachable("nobody answers")
        yield graph

    table = table_of(work)
    keeping = asyncio.create_task(keep_time(table, open_graph, await due(graph, table)))
    await asyncio.wait_for(gate.begun.wait(), 10)
    os.kill(os.getpid(), signal.SIGTERM)
    gate.may_go_on.set()
    await asyncio.wait_for(keeping, 10)
    assert len(tries) == 3
    assert await outcomes(graph) == ["succeeded"]


async def test_no_further_job_is_begun_once_it_is_told_to_stop(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work)
    clock, stopping = await due(graph, table), asyncio.Event()
    stopping.set()
    assert await look(graph, table, clock, stopping) == []
    assert work.days == []


async def test_readers_are_told_how_jobs_go_and_when_they_are_due(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work)
    clock = await due(graph, table)
    await begin(graph, table, clock)
    (before,) = await memory.standings(graph)
    assert before.as_dict(utc("2026-11-20T04:30")) == {
        "lastSuccess": None,
        "ageHours": None,
        "status": "none yet",
        "error": None,
        "nextAt": "2026-11-20T03:00:00+00:00",
        "lateHours": 1.5,
    }
    await look(graph, table, clock, asyncio.Event())
    (after,) = await memory.standings(graph)
    assert after.as_dict(utc("2026-11-20T04:30")) == {
        "lastSuccess": "2026-11-20T03:00:00+00:00",
        "ageHours": 1.5,
        "status": "succeeded",
        "error": None,
        "nextAt": "2026-11-21T03:00:00+00:00",
        "lateHours": None,
    }


async def test_a_job_that_left_the_table_is_no_longer_told_of(graph: Neo4jGraph) -> None:
    await begin(graph, table_of(Work(), name="old"), FakeClock("2026-11-20T03:00"))
    await begin(graph, table_of(Work()), FakeClock("2026-11-20T03:00"))
    assert [standing.name for standing in await memory.standings(graph)] == ["nightly"]
