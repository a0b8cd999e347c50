"""The night: load, identity, derive, compute, in order, once at a time, resumable.

A night is known by its date and by what it works on. Stopped at any point and started again it
goes on with the first step that is not done; every step by itself is idempotent and resumable.
A night that succeeded may be run again and then does all its steps.
"""

import json
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.client import Graph
from graph.errors import DriftError
from graph.lease import lease
from graph.model import node_id
from graph.queries import cypher
from graph.runs import FINISH

OPEN = cypher("nightly/open")
FINISH_STEP = cypher("nightly/finish_step")

LEASE_SECONDS = 60
"""Life of the night's lease without renewal: a dead worker keeps others waiting this long."""

VERSION = "1"


@dataclass(frozen=True)
class Step:
    """A step of the night.

    Attributes:
        work: Does it; returns what it counted, as JSON values.
    """

    name: str
    work: Callable[[], Awaitable[dict[str, Any]]]


@dataclass(frozen=True)
class StepReport:
    """How a step went: what it counted, or that it was done before the night was stopped."""

    name: str
    seconds: float
    skipped: bool
    counts: dict[str, Any]


@dataclass(frozen=True)
class NightReport:
    """How a night went."""

    id: str
    seconds: float
    steps: tuple[StepReport, ...]


async def run_night(
    graph: Graph,
    as_of: date,
    works_on: dict[str, Any],
    steps: Sequence[Step],
    announce: Callable[[str], None] = lambda _: None,
) -> NightReport:
    """Run the steps that are not done yet.

    Args:
        as_of: Date of the night.
        works_on: What distinguishes this night from another of the same date, as JSON values.
        announce: Told the name of each step as it starts.

    Raises:
        LeaseHeld: Another process runs the night.
    """
    params = _json({"asOf": as_of.isoformat(), **works_on})
    night = node_id("AlgorithmRun", "nightly", params)
    started = time.monotonic()
    async with lease(graph, "nightly", seconds=LEASE_SECONDS):
        opened = await graph.write(OPEN, id=night, paramsJson=params, version=VERSION)
        done = set(opened.rows[0]["done"])
        reports: list[StepReport] = []
        try:
            for step in steps:
                announce(step.name)
                reports.append(await _run_step(graph, night, step, skip=step.name in done))
        except BaseException as failure:
            await _finish(graph, night, started, reports, what_happened(failure))
            raise
        await _finish(graph, night, started, reports, None)
    return NightReport(night, time.monotonic() - started, tuple(reports))


async def _run_step(graph: Graph, night: str, step: Step, *, skip: bool) -> StepReport:
    if skip:
        return StepReport(step.name, 0.0, True, {})
    started = time.monotonic()
    counts = await step.work()
    await graph.write(FINISH_STEP, id=night, step=step.name)
    return StepReport(step.name, time.monotonic() - started, False, counts)


async def _finish(
    graph: Graph, night: str, started: float, reports: list[StepReport], error: str | None
) -> None:
    await graph.write(
        FINISH,
        id=night,
        status="succeeded" if error is None else "failed",
        countsJson=_json({report.name: report.counts for report in reports}),
        milliseconds=round(1000 * (time.monotonic() - started)),
        error=error,
    )


def what_happened(failure: BaseException) -> str:
    """A failure in words that may be stored: our own sentence, of any other only its kind."""
    return failure.message if isinstance(failure, DriftError) else type(failure).__name__


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), default=str)
