"""What the server does beside answering.

It runs the stored operations once, so that the database has planned them before a client asks, and
it measures lists, again when the data changed.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator

import structlog

from api.execute import Executor
from api.service import Service
from api.stored import Shipped, shipped
from graph import publication
from graph.client import Graph
from graph.errors import DatabaseError

REST_S = 600.0
"""Pause between two looks at the data version; a loader changes it with every batch."""

log = structlog.get_logger("drift.api")


@contextlib.asynccontextmanager
async def upkeep(executor: Executor, graph: Graph, service: Service) -> AsyncGenerator[None]:
    """Upkeep runs inside, in the background."""
    tasks = [asyncio.create_task(keep_measured(executor, graph))]
    if not service.warm:
        tasks.append(asyncio.create_task(warm_up(executor, service, shipped())))
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


async def warm_up(executor: Executor, service: Service, operations: list[Shipped]) -> None:
    """Run every operation with each of its samples; EXPLAIN would leave a part of planning over."""
    service.to_warm = sum(len(each.samples) for each in operations)
    for operation in operations:
        for sample in operation.samples:
            answer = await executor.execute(operation.text, sample)
            service.warmed += 1
            if answer.errors:
                log.warning("operation_not_warm", operation=operation.name, code=answer.code)
    service.warm = True
    log.info("warm", operations=len(operations), runs=service.to_warm)


async def keep_measured(executor: Executor, graph: Graph, rest_s: float = REST_S) -> None:
    """Measure lists that have no page argument, for the cost of operations, as the data changes."""
    measured: int | None = None
    while True:
        try:
            version = (await publication.read(graph)).data_version
            if version != measured:
                await executor.ceilings.measure(graph, executor.schema)
                measured = version
        except DatabaseError as error:
            log.warning("upkeep_waits", reason=error.message)
        await asyncio.sleep(rest_s)
