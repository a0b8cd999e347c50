"""GraphQL over HTTP: which requests are understood, and which status an answer has."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from api.admission import Admission
from api.execute import Answer
from api.graphql_http import graphql
from api.graphql_request import GRAPHQL_RESPONSE, JSON, accepted_type
from api.metrics import Metrics
from api.middleware import BodyLimit, RequestLog
from api.stored import StoredOperations
from graph.settings import ApiSettings

REFUSED = {"message": "no", "extensions": {"code": "BAD_USER_INPUT"}}


@dataclass
class FakeExecutor:
    """Answers what it is told to, and remembers what it was asked."""

    answer: Answer = field(default_factory=lambda: Answer("r", data={"ok": True}))
    asked: list[tuple[Any, ...]] = field(default_factory=list[tuple[Any, ...]])
    settings: ApiSettings = field(default_factory=ApiSettings)
    metrics: Metrics = field(default_factory=Metrics)

    async def execute(self, *arguments: Any, request_id: str, **_: Any) -> Answer:
        assert request_id
        self.asked.append(arguments)
        return self.answer


@pytest.fixture
def executor() -> FakeExecutor:
    return FakeExecutor()


@pytest.fixture
def client(executor: FakeExecutor) -> Iterator[TestClient]:
    app = Starlette(
        routes=[Route("/graphql", graphql, methods=["GET", "POST"])],
        middleware=[Middleware(RequestLog), Middleware(BodyLimit, limit=1000)],
    )
    app.state.executor = executor
    app.state.admission = Admission(executor.settings)
    app.state.stored = StoredOperations(executor.settings)
    with TestClient(app) as client:
        yield client


def test_post_is_executed_and_answered_as_json(client: TestClient, executor: FakeExecutor) -> None:
    sent = {"query": "query Q { ok }", "variables": {"a": 1}, "operationName": "Q"}
    answer = client.post("/graphql", json=sent, headers={"accept": JSON})
    assert (answer.status_code, answer.json()) == (200, {"data": {"ok": True}})
    assert answer.headers["content-type"] == f"{JSON}; charset=utf-8"
    assert executor.asked == [("query Q { ok }", {"a": 1}, "Q")]


def test_get_takes_its_parameters(client: TestClient, executor: FakeExecutor) -> None:
    client.get("/graphql", params={"query": "{ ok }", "variables": '{"a":1}'})
    assert executor.asked == [("{ ok }", {"a": 1}, None)]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (GRAPHQL_RESPONSE, GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE}, {JSON}", GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE};q=0.5, {JSON}", JSON),
        (f"{JSON}; charset=UTF-8", JSON),
    ],
)
def test_answer_has_the_type_the_client_prefers(
    client: TestClient, accept: str | None, expected: str
) -> None:
    headers = {} if accept is None else {"accept": accept}
    answer = client.post("/graphql", json={"query": "{ ok }"}, headers=headers)
    assert accepted_type(answer.headers["content-type"])[0] == expected


@pytest.mark.parametrize("accept", ["text/plain", f"{JSON}; charset=latin-1"])
def test_client_that_takes_neither_type_is_told(client: TestClient, accept: str) -> None:
    answer = client.post("/graphql", json={"query": "{ ok }"}, headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (406, "application/problem+json")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_body_that_a_foreign_page_could_send_is_refused(
    client: TestClient, executor: FakeExecutor, kind: str
) -> None:
    answer = client.post("/graphql", content=b'{"query":"{ ok }"}', headers={"content-type": kind})
    assert answer.status_code == 415
    assert executor.asked == []


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"{", "not JSON"),
        (b"[]", "not a JSON object"),
        (b"{}", "`query`"),
        (b'{"query": 1}', "`query`"),
        (b'{"query": "{ ok }", "variables": []}', "`variables`"),
        (b'{"query": "{ ok }", "operationName": 1}', "`operationName`"),
        (b'{"query": "{ ok }", "extensions": "x"}', "`extensions`"),
        (b"[" * 900, "not JSON"),
        (b'{"query": "\xed\xa0\x80"}', "not JSON"),
    ],
)
def test_wrong_body_is_a_400_that_names_the_field(
    client: TestClient, body: bytes, says: str
) -> None:
    answer = client.post("/graphql", content=body, headers={"content-type": JSON})
    assert answer.status_code == 400
    assert says in answer.json()["errors"][0]["message"]


def test_large_body_is_refused_whatever_it_announces(client: TestClient) -> None:
    answer = client.post("/graphql", content=b"x" * 1001, headers={"content-type": JSON})
    assert answer.status_code == 413
    assert "1000 bytes" in answer.json()["detail"]


@pytest.mark.parametrize(("accept", "status"), [(GRAPHQL_RESPONSE, 400), (JSON, 200)])
def test_refused_document_is_a_400_for_clients_that_know_the_new_type(
    client: TestClient, executor: FakeExecutor, accept: str, status: int
) -> None:
    executor.answer = Answer("r", errors=[REFUSED], refused=True)
    answer = client.post("/graphql", json={"query": "{ no }"}, headers={"accept": accept})
    assert answer.status_code == status


def test_operation_that_may_change_something_is_not_taken_by_get(
    client: TestClient, executor: FakeExecutor
) -> None:
    error = {"message": "no", "extensions": {"code": "BAD_USER_INPUT"}}
    executor.answer = Answer("r", errors=[error], refused=True, unsafe=True)
    answer = client.get("/graphql", params={"query": "mutation { merge }"})
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


def test_every_answer_carries_a_request_id(client: TestClient) -> None:
    first = client.post("/graphql", json={"query": "{ ok }"}).headers["x-request-id"]
    second = client.get("/graphql", params={"query": "{ ok }"}).headers["x-request-id"]
    assert first != second


def test_browser_gets_a_page_and_a_link_with_a_query_an_answer(client: TestClient) -> None:
    page = client.get("/graphql", headers={"accept": "text/html"})
    assert "GraphiQL" in page.text
    link = client.get("/graphql?query={ok}", headers={"accept": "text/html,*/*;q=0.8"})
    assert link.json() == {"data": {"ok": True}}
