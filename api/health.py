"""Is the process alive, can it answer, what has it counted."""

import asyncio
from datetime import UTC, datetime

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.execute import Executor
from graph import publication
from graph.client import Graph
from graph.errors import DatabaseError
from graph.queries import cypher

EXTENT = cypher("health/extent")

READY_TIMEOUT_S = 2.0
"""Patience of the readiness check with the database."""


async def health(_: Request) -> Response:
    """The process is alive."""
    return JSONResponse({"status": "ok"})


async def ready(request: Request) -> Response:
    """The process can answer questions; says how much there is and whether publication works."""
    graph: Graph = request.app.state.graph
    try:
        async with asyncio.timeout(READY_TIMEOUT_S):
            state = await publication.read(graph)
            extent = (await graph.rows(EXTENT))[0]
    except DatabaseError as error:
        return unavailable(error.message)
    except TimeoutError:
        return unavailable(f"the database took over {READY_TIMEOUT_S:g} s")
    dead = state.publisher_is_dead(datetime.now(UTC))
    return JSONResponse(
        {
            "status": "ready",
            **extent,
            "publishedVersion": state.published_version,
            "dataVersion": state.data_version,
            "publisher": "dead; `drift compute` finishes its work" if dead else "ok",
        }
    )


def unavailable(reason: str) -> Response:
    """Not now, and why."""
    return JSONResponse(
        {"status": "unavailable", "reason": reason}, 503, headers={"retry-after": "5"}
    )


async def metrics(request: Request) -> Response:
    """Prometheus metrics of this process: of the interpreter, and of what it answered."""
    executor: Executor = request.app.state.executor
    text = generate_latest() + generate_latest(executor.metrics.registry)
    return Response(text, media_type=CONTENT_TYPE_LATEST)
