"""The server: routes, what happens around each request, and what is opened and closed once."""

import contextlib
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

import structlog
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route

from api.admission import Admission
from api.caching import build_digest
from api.execute import Executor
from api.graphql_http import graphql
from api.graphql_stored import stored_graphql
from api.health import health, metrics, ready
from api.metrics import Metrics
from api.middleware import BodyLimit, RequestLog
from api.pages import assets
from api.problems import problem
from api.schema.build import build_schema
from api.service import Service
from api.stored import StoredOperations, shipped
from api.subgraph.http import subgraph
from api.subgraph.openapi import openapi
from api.upkeep import upkeep
from graph.client import Graph
from graph.errors import DatabaseError, SettingsError
from graph.path_projection import ensure_path_projection
from graph.settings import Settings

if TYPE_CHECKING:
    from api.traces import Tracing

log = structlog.get_logger()

COMPRESSED_FROM = 2048
"""Bytes from which an answer is compressed; below, the time for it buys nothing."""

COMPRESSION = 1
"""Level of gzip: an eighth larger than the best at a fifth of its time (45 kB of JSON: 0.4 ms)."""

Opening = Callable[[], AbstractAsyncContextManager[Graph]]
"""What opens the graph when the server starts; it is closed when the server stops."""


def create_app(settings: Settings, opening: Opening) -> Starlette:
    """The application over a graph."""
    counted = Metrics()
    service = Service(warm=not settings.api.warm_up)
    tracing = tracing_to(settings.api.otlp_endpoint)

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None]:
        async with opening() as graph:
            app.state.graph = graph
            build = tracing.executor if tracing else Executor
            app.state.executor = build(build_schema(), graph, settings.api, metrics=counted)
            app.state.admission = admission = Admission(settings.api)
            counted.queued.set_function(lambda: admission.queued)
            app.state.stored = StoredOperations(settings.api)
            documents = app.state.executor.documents
            counted.names.know(documents.read(each.text).name for each in shipped())
            app.state.build = build_digest(app.state.executor.schema)
            await prepare_paths(graph)
            async with upkeep(app.state.executor, graph, service):
                yield
        if tracing:
            tracing.stop()

    app = Starlette(
        routes=[
            Route("/", home),
            Route("/graphql", graphql, methods=["GET", "POST"]),
            Route("/graphql/p/{digest}", stored_graphql),
            Mount("/graphql/assets", assets()),
            Route("/subgraph/{name}", subgraph),
            Route("/openapi.json", openapi),
            Route("/health", health),
            Route("/ready", ready),
            Route("/metrics", metrics),
        ],
        middleware=[
            Middleware(RequestLog, metrics=counted),
            *([tracing.middleware()] if tracing else []),
            Middleware(GZipMiddleware, minimum_size=COMPRESSED_FROM, compresslevel=COMPRESSION),
            Middleware(BodyLimit, limit=1024 * settings.api.body_max_kib),
        ],
        exception_handlers={404: not_found, 405: wrong_method},
        lifespan=lifespan,
    )
    app.state.service = service
    return app


def tracing_to(endpoint: str | None) -> "Tracing | None":
    """Tracing to an address, None if there is none; then nothing of it is imported.

    Raises:
        SettingsError: Its packages are not installed.
    """
    if endpoint is None:
        return None
    try:
        from api.traces import Tracing
    except ImportError as error:
        raise SettingsError(
            "DRIFT_API__OTLP_ENDPOINT is set, but OpenTelemetry is not installed",
            hint="Install Drift with its extra: pip install 'drift[otel]'.",
        ) from error
    return Tracing.to(endpoint)


async def prepare_paths(graph: Graph) -> None:
    """Make the projection of strongest paths, which a restart of the database forgets."""
    try:
        await ensure_path_projection(graph)
    except DatabaseError as error:
        log.warning("no_path_projection", reason=error.message)


async def home(_: Request) -> Response:
    """The page is where the questions are asked."""
    return RedirectResponse("/graphql")


async def not_found(request: Request, _: Exception) -> Response:
    """No such route."""
    return problem(404, "Not found", f"There is nothing at {request.url.path}; try /graphql.")


async def wrong_method(request: Request, _: Exception) -> Response:
    """The route exists, the method does not."""
    return problem(405, "Method not allowed", f"{request.method} is not answered here.")
