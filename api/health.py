"""Is the process alive, can it answer, what has it counted."""

import asyncio

import structlog
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api import state
from api.execute import Executor
from api.service import Service
from api.state import GraphState
from graph.client import Graph
from graph.errors import DriftError

log = structlog.get_logger()

PATIENCE_S = 2.0
"""How long readiness and metrics wait for the database."""


async def health(_: Request) -> Response:
    """The process is alive."""
    return JSONResponse({"status": "ok"})


async def ready(request: Request) -> Response:
    """The process can answer questions; says what there is to answer from."""
    service: Service = request.app.state.service
    if service.stopping:
        return unavailable("stopping", "The server is stopping.")
    found = await looked_at(request.app.state.graph)
    if found is None:
        return unavailable("unavailable", "The database does not answer; the log says why.")
    if not service.warm:
        runs = f"{service.warmed} of {service.to_warm} runs"
        return unavailable("warming", f"The database plans the stored operations: {runs}.")
    return JSONResponse({"status": "ready", **found.as_dict()})


def unavailable(status: str, reason: str) -> Response:
    """Not now, and why."""
    return JSONResponse({"status": status, "reason": reason}, 503, headers={"retry-after": "5"})


async def looked_at(graph: Graph) -> GraphState | None:
    """The state of the graph; None if the database cannot answer, which is logged."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            return await state.read(graph)
    except DriftError as error:
        log.warning("not ready", reason=error.message)
    except TimeoutError:
        log.warning("not ready", reason=f"the database took over {PATIENCE_S:g} s")
    return None


async def metrics(request: Request) -> Response:
    """Prometheus metrics: of the interpreter, of what was answered, of the state of the graph."""
    executor: Executor = request.app.state.executor
    counted = executor.metrics
    counted.state.show(await looked_at(request.app.state.graph))
    text = generate_latest() + generate_latest(counted.registry)
    return Response(text, media_type=CONTENT_TYPE_LATEST)
