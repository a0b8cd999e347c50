"""The clock around the jobs: looks again and again whose turn it is, until told to stop.

What was done at which time stands in the graph and nowhere else, so that a restart, a second
scheduler on another machine and a clock that jumps change nothing. That is why only the times come
from APScheduler and not its own loop, which keeps the next time of a job in memory and sleeps until
then.
"""

import asyncio
import signal
from collections.abc import Callable, Generator
from contextlib import AbstractAsyncContextManager, contextmanager, suppress
from typing import Final

import structlog

from graph.client import Neo4jGraph
from graph.errors import DatabaseError
from scheduler.jobs import Table
from scheduler.run import Now, attend, make_known, note_next, now_utc

log = structlog.get_logger()

LOOK_EVERY_S: Final = 20.0
"""Pause between two looks: a job starts at most this late, whatever the clock does meanwhile."""

OpenGraph = Callable[[], AbstractAsyncContextManager[Neo4jGraph]]


async def keep_time(table: Table, open_graph: OpenGraph, clock: Now = now_utc) -> None:
    """Run jobs at their times until the process is told to stop; a running one is finished.

    Told a second time it stops at once, and the job that ran is noted as stopped. A job that fails
    is logged and its next time comes; a database that does not answer is waited for.

    Raises:
        CancelledError: It was told a second time.
    """
    with stopping_on_signals() as stopping:
        while not stopping.is_set():
            try:
                async with open_graph() as graph:
                    await begin(graph, table, clock)
                    while not stopping.is_set():
                        await look(graph, table, clock, stopping)
                        await _rest(stopping)
            except DatabaseError as error:
                log.error("scheduler_waits", reason=error.message, hint=error.hint)
                await _rest(stopping)
    log.info("scheduler_stopped")


async def begin(graph: Neo4jGraph, table: Table, clock: Now) -> None:
    """Make the jobs known to readers, with when they are due."""
    await make_known(graph, table, clock())
    for job in table.jobs:
        await note_next(graph, job, clock)
    times = {job.name: job.off or job.times.cron for job in table.jobs}
    log.info("scheduler_started", timezone=str(table.zone), jobs=times)


async def look(graph: Neo4jGraph, table: Table, clock: Now, stopping: asyncio.Event) -> list[str]:
    """Run the jobs whose turn it is, one after the other; returns their names."""
    ran: list[str] = []
    for job in table.on:
        if stopping.is_set():
            break
        if await attend(graph, job, table, clock) is not None:
            ran.append(job.name)
    return ran


@contextmanager
def stopping_on_signals() -> Generator[asyncio.Event]:
    """An event that the first signal to stop sets; the second cancels the task."""
    stopping = asyncio.Event()
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None

    def told() -> None:
        if stopping.is_set():
            task.cancel()
        else:
            log.info("scheduler_stopping", hint="A running job is finished; again to stop it now.")
        stopping.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, told)
    try:
        yield stopping
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)


async def _rest(stopping: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(LOOK_EVERY_S):
            await stopping.wait()
