"""The night does its steps in order, goes on where it stopped, and runs once at a time."""

import asyncio
from datetime import date
from typing import Any

import pytest

from graph.client import Neo4jGraph
from graph.errors import LeaseHeld
from scheduler.nightly import NightReport, Step, run_night

NIGHT = date(2026, 11, 21)


class Log:
    """Steps that note when they ran; one of them may break."""

    def __init__(self) -> None:
        self.ran: list[str] = []
        self.broken: str | None = None

    def steps(self, *names: str) -> list[Step]:
        return [Step(name, lambda name=name: self.work(name)) for name in names]

    async def work(self, name: str) -> dict[str, Any]:
        if name == self.broken:
            raise RuntimeError(name)
        self.ran.append(name)
        return {"rows": len(name)}


async def night(graph: Neo4jGraph, log: Log, on: date = NIGHT) -> NightReport:
    return await run_night(graph, on, {"sources": ["x"]}, log.steps("load", "derive", "compute"))


async def test_steps_run_in_order(graph: Neo4jGraph) -> None:
    log = Log()
    report = await night(graph, log)
    assert log.ran == ["load", "derive", "compute"]
    assert [step.counts for step in report.steps] == [{"rows": 4}, {"rows": 6}, {"rows": 7}]


async def test_stopped_night_goes_on_with_the_step_that_failed(graph: Neo4jGraph) -> None:
    log = Log()
    log.broken = "derive"
    with pytest.raises(RuntimeError):
        await night(graph, log)
    log.broken = None
    report = await night(graph, log)
    assert log.ran == ["load", "derive", "compute"]
    assert [step.skipped for step in report.steps] == [True, False, False]


async def test_finished_night_may_be_run_again_and_does_everything(graph: Neo4jGraph) -> None:
    log = Log()
    await night(graph, log)
    await night(graph, log)
    assert log.ran == 2 * ["load", "derive", "compute"]


async def test_another_date_is_another_night(graph: Neo4jGraph) -> None:
    log = Log()
    log.broken = "compute"
    with pytest.raises(RuntimeError):
        await night(graph, log)
    log.broken = None
    await night(graph, log, date(2026, 11, 22))
    assert log.ran == ["load", "derive", "load", "derive", "compute"]


async def test_two_workers_never_run_the_night_together(graph: Neo4jGraph) -> None:
    begun = asyncio.Event()

    async def slow() -> dict[str, Any]:
        begun.set()
        await asyncio.sleep(1)
        return {}

    first = asyncio.create_task(run_night(graph, NIGHT, {}, [Step("load", slow)]))
    await begun.wait()
    with pytest.raises(LeaseHeld, match="nightly"):
        await run_night(graph, NIGHT, {}, [Step("load", slow)])
    await first
