"""What stands in the log, and what never does."""

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import Any

import orjson
import pytest
import structlog
from graphql import GraphQLSchema
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from api.admission import Admission
from api.execute import Executor
from api.graphql_http import graphql
from api.logs import MASK, configure, traceback_without
from api.middleware import RequestLog
from api.stored import StoredOperations
from graph.errors import StatementFailed
from graph.settings import ApiSettings
from tests.api.test_execute import Scripted, found

CANARY = "ar_00000000c0ffee00"
ARTIST = "query One($id: ID!) { artist(id: $id) { id connections { nodes { count } } } }"
ONE = found(["ar_1", [[[[3]], [[4]]], 0]])

Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Iterator[Lines]:
    """The lines logged since the last look."""
    root = logging.getLogger()
    before = root.handlers[:]
    configure("INFO")
    yield lambda: [orjson.loads(line) for line in capsys.readouterr().err.splitlines()]
    structlog.reset_defaults()
    root.handlers = before


def client(executor: Any) -> TestClient:
    async def broken(_: Request) -> Response:
        raise ValueError("a fault of ours")

    app = Starlette(
        routes=[Route("/graphql", graphql, methods=["POST"]), Route("/broken", broken)],
        middleware=[Middleware(RequestLog)],
    )
    app.state.executor = executor
    app.state.admission = Admission(ApiSettings())
    app.state.stored = StoredOperations(ApiSettings())
    return TestClient(app)


def test_a_request_is_one_line_that_says_how_it_was_answered(
    schema: GraphQLSchema, lines: Lines
) -> None:
    asked = client(Executor(schema, Scripted(ONE), ApiSettings()))
    answer = asked.post("/graphql", json={"query": ARTIST, "variables": {"id": CANARY}})
    assert answer.json()["data"]["artist"]["id"] == "ar_1"
    (line,) = lines()
    assert 0 <= line.pop("database_ms") < line.pop("milliseconds")
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "request",
        "level": "info",
        "request_id": answer.headers["x-request-id"],
        "method": "POST",
        "route": "/graphql",
        "status": 200,
        "operation": "One",
        "document": sha256(ARTIST.encode()).hexdigest()[:16],
        "path": "compiled",
        "rows": 2,
        "statements": 1,
        "data_version": 7,
        "cost": answer.json()["extensions"]["cost"]["requested"],
    }


def test_a_refused_request_has_its_code(schema: GraphQLSchema, lines: Lines) -> None:
    asked = client(Executor(schema, Scripted(ONE), ApiSettings()))
    asked.post("/graphql", json={"query": ARTIST, "variables": {"id": "no id"}})
    (line,) = lines()
    assert (line["path"], line["code"], line["statements"]) == ("refused", "BAD_ID", 0)


def test_a_fault_is_logged_with_the_request_it_happened_in(lines: Lines) -> None:
    answer = client(None).get("/broken")
    fault, request = lines()
    assert fault["request_id"] == request["request_id"] == answer.headers["x-request-id"]
    assert "ValueError: a fault of ours" in fault["exception"]
    assert (request["status"], request["level"]) == (500, "warning")
    assert answer.json()["detail"] == f"Request {fault['request_id']} is in the log."


async def test_a_masked_error_is_logged_without_the_values_that_caused_it(
    schema: GraphQLSchema, lines: Lines
) -> None:
    failing = Scripted(StatementFailed(f"compiled statement: cannot parse '{CANARY}'"))
    answer = await Executor(schema, failing, ApiSettings()).execute(ARTIST, {"id": CANARY})
    (line,) = lines()
    assert (line["event"], line["request_id"]) == ("masked error", answer.request_id)
    assert "StatementFailed: compiled statement: cannot parse '<value>'" in line["exception"]
    inline = ARTIST.replace("($id: ID!)", "").replace("$id", f'"{CANARY}"')
    await Executor(schema, failing, ApiSettings()).execute(inline)
    assert CANARY not in str(lines())


class Slow(Scripted):
    """Takes its time."""

    async def record(
        self, statement: str, parameters: Mapping[str, Any], *, timeout_s: float
    ) -> list[Any] | None:
        await asyncio.sleep(0.005)
        return await super().record(statement, parameters, timeout_s=timeout_s)


async def test_a_slow_statement_is_logged_with_types_and_without_values(
    schema: GraphQLSchema, lines: Lines
) -> None:
    slow = Slow(ONE)
    executor = Executor(schema, slow, ApiSettings(slow_statement_ms=1))
    answer = await executor.execute(ARTIST, {"id": CANARY})
    await executor.execute(ARTIST, {"id": CANARY})
    first, second = lines()
    sent, parameters, _ = slow.sent[0]
    assert CANARY in parameters.values()
    assert CANARY not in str(first)
    assert first["statement"] == sent
    assert (first["operation"], first["request_id"]) == ("One", answer.request_id)
    assert first["milliseconds"] >= 5
    assert set(first["parameters"]) == set(parameters)
    assert set(first["parameters"].values()) == {"STRING", "INTEGER", "NULL"}
    assert (first["first_run"], second["first_run"]) == (True, False)


@pytest.mark.parametrize("most", [0, 500])
async def test_slow_statements_are_not_logged_below_the_setting_or_at_0(
    schema: GraphQLSchema, lines: Lines, most: float
) -> None:
    await Executor(schema, Slow(ONE), ApiSettings(slow_statement_ms=most)).execute(
        ARTIST, {"id": CANARY}
    )
    assert lines() == []


async def test_a_slow_statement_that_fails_is_logged_too(
    schema: GraphQLSchema, lines: Lines
) -> None:
    failing = Slow(StatementFailed("no"))
    await Executor(schema, failing, ApiSettings(slow_statement_ms=1)).execute(
        ARTIST, {"id": CANARY}
    )
    assert [line["event"] for line in lines()] == ["slow statement", "masked error"]


def test_secrets_are_masked_by_the_names_of_their_keys(lines: Lines) -> None:
    structlog.get_logger().info(
        "seen",
        password="hunter2",
        headers={"Authorization": "Bearer hunter2", "cookie": "hunter2", "accept": "*/*"},
        api_key="hunter2",
        held=SecretStr("hunter2"),
    )
    (line,) = lines()
    assert "hunter2" not in str(line)
    assert line["headers"] == {"Authorization": MASK, "cookie": MASK, "accept": "*/*"}


def test_tracebacks_hold_no_variables_and_no_values_sent(lines: Lines) -> None:
    password = "hunter" + "2"
    try:
        raise ValueError(f"{CANARY} is not one of a, {CANARY}s", len(password))
    except ValueError as error:
        structlog.get_logger().exception("fault")
        text = traceback_without(error, {"a": ["a", CANARY], "b": {"c": f"{CANARY}s"}, "d": 1})
    (line,) = lines()
    assert "hunter2" not in line["exception"]
    assert "<value> is not one of a, <value>" in text
    assert CANARY not in text


def test_warnings_of_libraries_are_lines_of_ours(lines: Lines) -> None:
    logging.getLogger("neo4j.pool").warning("lost %s", "a connection")
    logging.getLogger("neo4j.pool").info("made a connection")
    (line,) = lines()
    assert (line["event"], line["logger"]) == ("lost a connection", "neo4j.pool")


def test_a_value_that_is_no_json_costs_no_answer(lines: Lines) -> None:
    structlog.get_logger().info("odd", text="\ud800", number=2**70)
    (line,) = lines()
    assert (line["event"], line["number"]) == ("odd", float(2**70))
