"""Reads the record of a compiled statement: in time, and whole though scores are published."""

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

from api.compiler import slow
from api.compiler.context import Context
from api.compiler.statement import Plan
from api.errors import NotMigrated
from graph.errors import QueryTimedOut

_PUBLISHING_PAUSE_S = 0.02
"""Pause before a statement is run again because scores were being published."""


@dataclass(frozen=True)
class Record:
    """The one record of a compiled statement."""

    version: int
    data: list[Any]


async def read(context: Context, plan: Plan, parameters: dict[str, Any]) -> Record:
    """The record, read again while scores are being published, but not for ever.

    Raises:
        QueryTimedOut: The statement, or all of it, took too long; the database has stopped.
        NotMigrated: There is no publication counter.
    """
    patience = time.monotonic() + context.settings.publish_wait_s
    while True:
        values = await _run(context, plan, parameters)
        if values is None:
            raise NotMigrated
        before, after, context.data_version, data = values
        context.version = before
        steady = before == after and before % 2 == 0
        if steady or time.monotonic() >= patience:
            context.publishing = not steady
            return Record(before, data)
        context.metrics.repeats.inc()
        await asyncio.sleep(_PUBLISHING_PAUSE_S)


async def _run(context: Context, plan: Plan, parameters: dict[str, Any]) -> list[Any] | None:
    """The values of the record, and what the statement took."""
    settings = context.settings
    first_run = not plan.is_planned(parameters)
    planning_s = settings.planning_timeout_s if first_run else 0.0
    context.parameters = parameters
    began = time.perf_counter()
    try:
        async with _turn(context, first_run), asyncio.timeout_at(context.deadline + planning_s):
            values = await context.graph.record(
                plan.statement, parameters, timeout_s=settings.read_timeout_s + planning_s
            )
        plan.planned(parameters)
        return values
    except TimeoutError as error:
        raise QueryTimedOut("the request took longer than it may") from error
    finally:
        took = time.perf_counter() - began
        context.statements += 1
        context.seconds += took
        context.metrics.ran(context.operation, took)
        if 0 < settings.slow_statement_ms < 1000 * took:
            slow.note(
                plan.statement,
                parameters,
                operation=context.operation,
                request_id=context.request_id,
                seconds=took,
                first_run=first_run,
            )


@contextlib.asynccontextmanager
async def _turn(context: Context, first_run: bool) -> AsyncGenerator[None]:
    """The turn of a text that has to be planned, waited for until the deadline and no longer."""
    if not first_run:
        yield
        return
    async with asyncio.timeout_at(context.deadline):
        await context.planning.acquire()
    try:
        yield
    finally:
        context.planning.release()
