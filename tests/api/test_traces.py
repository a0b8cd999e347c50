"""Spans of requests, operations and statements; and that nothing of them is there otherwise."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLSchema
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from api import health
from api.admission import Admission
from api.app import tracing_to
from api.graphql_http import graphql
from api.middleware import RequestLog
from api.stored import StoredOperations
from api.traces import Tracing
from graph.errors import DriftError, SettingsError, StatementFailed
from graph.settings import ApiSettings
from tests.api.test_execute import Scripted, found

CANARY = "ar_00000000c0ffee00"
ARTIST = "query One($id: ID!) { artist(id: $id) { id } }"


class Traced:
    """A server of one graph, and the spans it made."""

    def __init__(self, schema: GraphQLSchema, *answers: list[Any] | DriftError) -> None:
        self.exporter = InMemorySpanExporter()
        tracing = Tracing(SimpleSpanProcessor(self.exporter))
        app = Starlette(
            routes=[
                Route("/graphql", graphql, methods=["POST"]),
                Route("/health", health.health),
            ],
            middleware=[Middleware(RequestLog), tracing.middleware()],
        )
        app.state.executor = tracing.executor(schema, Scripted(*answers), ApiSettings())
        app.state.admission = Admission(ApiSettings())
        app.state.stored = StoredOperations(ApiSettings())
        self.client = TestClient(app)

    def ask(self, document: str = ARTIST, artist: str = CANARY, **headers: str) -> Any:
        sent = {"query": document, "variables": {"id": artist}}
        return self.client.post("/graphql", json=sent, headers=headers)

    def spans(self) -> list[ReadableSpan]:
        """Finished spans, outermost first."""
        return sorted(self.exporter.get_finished_spans(), key=lambda span: span.start_time or 0)


def test_a_statement_stands_in_its_operation_and_that_in_its_request(
    schema: GraphQLSchema,
) -> None:
    server = Traced(schema, found(["ar_1"]))
    answer = server.ask()
    request, operation, statement = server.spans()
    assert request.parent is None
    assert operation.parent == request.context
    assert statement.parent == operation.context
    assert [span.name for span in (request, operation, statement)] == ["POST", "graphql", "cypher"]
    assert request.attributes == {
        "http.request.method": "POST",
        "url.path": "/graphql",
        "drift.request_id": answer.headers["x-request-id"],
        "http.response.status_code": 200,
    }
    assert operation.attributes
    assert operation.attributes["graphql.operation.name"] == "One"
    assert operation.attributes["drift.path"] == "compiled"
    assert statement.attributes
    assert "MATCH" in str(statement.attributes["db.query.text"])


def test_spans_go_on_from_those_of_the_caller(schema: GraphQLSchema) -> None:
    server = Traced(schema, found(["ar_1"]))
    server.ask(traceparent=f"00-{'a' * 32}-{'b' * 16}-01")
    request = server.spans()[0]
    assert request.parent
    assert (request.parent.trace_id, request.parent.span_id) == (
        int("a" * 32, 16),
        int("b" * 16, 16),
    )


def test_failures_are_marked_and_no_span_holds_a_value(schema: GraphQLSchema) -> None:
    server = Traced(schema, StatementFailed(f"cannot parse '{CANARY}'"))
    server.ask()
    server.ask(artist="no id")
    spans = server.spans()
    assert [span.status.is_ok for span in spans] == [True, False, False, True, True]
    assert spans[2].attributes
    assert spans[2].attributes["error.type"] == "StatementFailed"
    told = "".join(span.to_json() for span in spans)
    assert CANARY not in told
    assert "no id" not in told


def test_the_questions_of_machines_make_no_spans(schema: GraphQLSchema) -> None:
    server = Traced(schema, found(["ar_1"]))
    server.client.get("/health")
    assert server.spans() == []


def test_without_the_packages_the_setting_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "api.traces", None)
    with pytest.raises(SettingsError, match="OpenTelemetry is not installed"):
        tracing_to("http://127.0.0.1:4318/v1/traces")


def test_nothing_of_it_is_imported_unless_it_is_asked_for(project_root: Path) -> None:
    asked = (
        "import sys; from api.app import create_app; from graph.connection import Connection; "
        "from graph.settings import Settings; from pydantic import SecretStr; "
        "nowhere = Connection('bolt://127.0.0.1:1', 'u', SecretStr('p'), 'neo4j', False); "
        "create_app(Settings(), nowhere); "
        "sys.exit(any(name.startswith('opentelemetry') for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", asked], cwd=project_root, check=True)
