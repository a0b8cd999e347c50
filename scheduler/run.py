"""When it is a job's turn, and a run of it as a node in the graph."""

import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import structlog

from graph import jobs as memory
from graph.client import Neo4jGraph
from graph.errors import DriftError, LeaseHeld, LoadHeld
from graph.jobs import Memory, Outcome
from graph.lease import lease
from scheduler.jobs import Job, Table
from scheduler.nightly import what_happened

log = structlog.get_logger()

Now = Callable[[], datetime]
"""A clock; it may jump in either direction."""

LEASE_SECONDS: Final = 60
"""Life of a job's lease without renewal: a dead process on another machine keeps it this long."""

SETTLED: Final = ("succeeded", "held", "missed")
"""What ends a time of a job; after anything else it is tried again. Held waits for a person."""


@dataclass(frozen=True)
class Turn:
    """A time of a job whose turn it is.

    Attributes:
        attempt: 1 for its first run.
        missed: Whether it is too old to be made up for.
    """

    time: datetime
    attempt: int
    missed: bool = False


def now_utc() -> datetime:
    """The clock of this machine."""
    return datetime.now(UTC)


def turn(job: Job, table: Table, known: Memory, now: datetime) -> Turn | None:
    """The time that a job is to run for now, None if there is none.

    Of several times that passed the newest counts. A clock that jumps back brings no time twice,
    since those that were dealt with are known; one that jumps forward brings one time.
    """
    last = known.scheduled_for
    after = known.since if last is None else max(last, known.since)
    newest = job.times.newest(min(after, now), now)
    if newest is not None:
        return Turn(newest, 1, missed=now - newest > job.grace)
    if last is None or known.status in SETTLED or known.attempts >= table.attempts:
        return None
    ended = known.finished_at
    resting = known.status == "failed" and ended is not None and ended <= now < ended + table.pause
    if resting or now - last > job.grace:
        return None
    return Turn(last, known.attempts + 1)


async def attend(graph: Neo4jGraph, job: Job, table: Table, clock: Now) -> Outcome | None:
    """Run a job if it is its turn; what goes wrong in it is noted and logged.

    Returns:
        How it ended; None if it was not its turn, or another process is at it.
    """
    if await _turn_now(graph, job, table, clock()) is None:
        return None
    try:
        async with holding(graph, job, clock):
            due = await _turn_now(graph, job, table, clock())
            if due is None:
                return None
            return await _take_turn(graph, job, table, due, clock)
    except LeaseHeld as held:
        log.info("job_elsewhere", job=job.name, reason=held.message)
        return None


async def run_now(graph: Neo4jGraph, job: Job, table: Table, clock: Now) -> dict[str, Any]:
    """Run a job because somebody asks; returns what it counted.

    Raises:
        LeaseHeld: Another process runs it.
    """
    await make_known(graph, table, clock())
    async with holding(graph, job, clock):
        return await _record(graph, job, table, None, clock)


async def make_known(graph: Neo4jGraph, table: Table, now: datetime) -> None:
    """Tell readers which jobs there are."""
    named = [(each.name, each.times.cron) for each in table.jobs]
    await memory.register(graph, named, str(table.zone), now)


async def note_next(graph: Neo4jGraph, job: Job, clock: Now) -> None:
    """Tell readers when a job is due next."""
    if job.off is not None:
        return await memory.set_next(graph, job.name, None)
    now = clock()
    known = await memory.remember(graph, job.name, now)
    after = known.since if known.scheduled_for is None else max(known.scheduled_for, known.since)
    return await memory.set_next(graph, job.name, job.times.after(min(after, now)))


@asynccontextmanager
async def holding(graph: Neo4jGraph, job: Job, clock: Now) -> AsyncGenerator[None]:
    """Keep every other process from running a job; runs whose process died are noted as stopped.

    Raises:
        LeaseHeld: Another process runs it.
    """
    async with lease(graph, f"job_{job.name}", seconds=LEASE_SECONDS):
        await memory.bury(graph, job.name, clock())
        yield


async def _turn_now(graph: Neo4jGraph, job: Job, table: Table, now: datetime) -> Turn | None:
    return turn(job, table, await memory.remember(graph, job.name, now), now)


async def _take_turn(
    graph: Neo4jGraph, job: Job, table: Table, due: Turn, clock: Now
) -> Outcome | None:
    said = log.bind(job=job.name, scheduled_for=due.time.isoformat(), attempt=due.attempt)
    if due.missed:
        await memory.start(graph, job.name, due.time, due.attempt, clock(), missed=True)
        said.warning("job_missed", grace=str(job.grace))
        outcome = None
    else:
        said.info("job_started")
        try:
            counts = await _record(graph, job, table, due, clock)
            said.info("job_succeeded", **counts)
            outcome = "succeeded"
        except DriftError as error:
            outcome = _outcome(error)
            said.error("job_failed", outcome=outcome, reason=error.message, hint=error.hint)
        except Exception:
            outcome = "failed"
            log.exception("job_failed", job=job.name, outcome=outcome)
    await note_next(graph, job, clock)
    return outcome


async def _record(
    graph: Neo4jGraph, job: Job, table: Table, due: Turn | None, clock: Now
) -> dict[str, Any]:
    """Run a job, with a node that says how it went."""
    began = clock()
    time_of, attempt = (due.time, due.attempt) if due else (None, 1)
    run = await memory.start(graph, job.name, time_of, attempt, began)
    day = (time_of or began).astimezone(table.zone).date()
    started = time.monotonic()
    failure: BaseException | None = None
    counts: dict[str, Any] = {}
    try:
        counts = await job.work(graph, day)
    except BaseException as error:
        failure = error
        raise
    finally:
        outcome: Outcome = "succeeded" if failure is None else _outcome(failure)
        reason = None if failure is None else what_happened(failure)
        took = round(1000 * (time.monotonic() - started))
        await memory.finish(graph, run, outcome, reason, counts, took, clock())
    return counts


def _outcome(failure: BaseException) -> Outcome:
    if isinstance(failure, LoadHeld):
        return "held"
    return "failed" if isinstance(failure, Exception) else "stopped"
