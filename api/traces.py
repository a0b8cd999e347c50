"""Spans of requests, operations and statements, for an operator who asked for them.

The traced parts stand in the places of the plain ones when the server is put together, so that
without `DRIFT_API__OTLP_ENDPOINT` nothing of this file is even imported. A span holds what a line
of the log holds, and the Cypher of a statement; no values of clients.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from graphql import GraphQLSchema
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, SpanKind, Status, StatusCode, Tracer
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.compiler.scope import Reader
from api.execute import Answer, Executor
from api.middleware import QUIET_PATHS, told
from graph.errors import DriftError
from graph.settings import ApiSettings

FLUSH_MS = 5000
"""How long a stop waits for the last spans to be sent."""

FAILED = Status(StatusCode.ERROR)


class Tracing:
    """Makes the traced parts of a server.

    Args:
        processor: What becomes of finished spans.
    """

    def __init__(self, processor: SpanProcessor) -> None:
        self.provider = TracerProvider(resource=Resource.create({"service.name": "drift"}))
        self.provider.add_span_processor(processor)
        self.tracer = self.provider.get_tracer("drift.api")

    @classmethod
    def to(cls, endpoint: str) -> "Tracing":
        """Tracing whose spans are sent to an OTLP/HTTP address, in batches."""
        return cls(BatchSpanProcessor(OTLPSpanExporter(endpoint)))

    def executor(
        self, schema: GraphQLSchema, graph: Reader, settings: ApiSettings, **more: Any
    ) -> Executor:
        """An executor whose operations and statements are spans."""
        reader = TracedReader(self.tracer, graph)
        return TracedExecutor(self.tracer, schema, reader, settings, **more)

    def middleware(self) -> Middleware:
        """What makes a span of each request."""
        return Middleware(TracedRequests, tracer=self.tracer)

    def stop(self) -> None:
        """Send what is left, not for ever."""
        self.provider.force_flush(FLUSH_MS)
        self.provider.shutdown()


def span_of(
    tracer: Tracer,
    name: str,
    kind: SpanKind,
    facts: dict[str, Any],
    parent: Context | None = None,
) -> AbstractContextManager[Span]:
    """A span around a block; of an error it tells nothing, whose text may quote a value."""
    return tracer.start_as_current_span(
        name,
        context=parent,
        kind=kind,
        attributes=facts,
        record_exception=False,
        set_status_on_exception=False,
    )


class TracedReader:
    """A graph whose compiled statements are spans."""

    def __init__(self, tracer: Tracer, graph: Reader) -> None:
        self._tracer = tracer
        self._graph = graph

    async def record(
        self, statement: str, parameters: Mapping[str, Any], *, timeout_s: float
    ) -> list[Any] | None:
        """See `Reader.record`."""
        facts = {"db.system.name": "neo4j", "db.query.text": statement}
        with span_of(self._tracer, "cypher", SpanKind.CLIENT, facts) as span:
            try:
                return await self._graph.record(statement, parameters, timeout_s=timeout_s)
            except DriftError as error:
                span.set_attribute("error.type", type(error).__name__)
                span.set_status(FAILED)
                raise


class TracedExecutor(Executor):
    """An executor whose operations are spans."""

    def __init__(self, tracer: Tracer, *parts: Any, **more: Any) -> None:
        super().__init__(*parts, **more)
        self._tracer = tracer

    async def execute(self, *asked: Any, **more: Any) -> Answer:
        """See `Executor.execute`."""
        with span_of(self._tracer, "graphql", SpanKind.INTERNAL, {}) as span:
            answer = await super().execute(*asked, **more)
            known = {key: value for key, value in told(answer).items() if value is not None}
            span.set_attributes({f"drift.{key}": value for key, value in known.items()})
            if answer.operation:
                span.set_attribute("graphql.operation.name", answer.operation)
            if answer.errors and not answer.refused:
                span.set_status(FAILED)
            return answer


class TracedRequests:
    """Makes a span of each request, below that of the caller if it sent `traceparent`."""

    def __init__(self, app: ASGIApp, tracer: Tracer) -> None:
        self.app = app
        self._tracer = tracer
        self._caller = TraceContextTextMapPropagator()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection of the server."""
        if scope["type"] != "http" or scope["path"] in QUIET_PATHS:
            await self.app(scope, receive, send)
            return
        facts = {
            "http.request.method": scope["method"],
            "url.path": scope["path"],
            "drift.request_id": scope["state"]["request_id"],
        }
        caller = self._caller.extract(Headers(scope=scope))
        with span_of(self._tracer, scope["method"], SpanKind.SERVER, facts, caller) as span:

            async def send_with_status(message: Message) -> None:
                if message["type"] == "http.response.start":
                    status = message["status"]
                    span.set_attribute("http.response.status_code", status)
                    if status >= 500:
                        span.set_status(FAILED)
                await send(message)

            await self.app(scope, receive, send_with_status)
