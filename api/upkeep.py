"""What the server does beside answering: it measures lists, and again when the data changed."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator

import structlog

from api.execute import Executor
from graph import publication
from graph.client import Graph
from graph.errors import DatabaseError

REST_S = 600.0
"""Pause between two looks at the data version; a loader changes it with every batch."""

log = structlog.get_logger("drift.api")


@contextlib.asynccontextmanager
async def upkeep(executor: Executor, graph: Graph) -> AsyncGenerator[None]:
    """Upkeep runs inside, in the background."""
    task = asyncio.create_task(keep_measured(executor, graph))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


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
