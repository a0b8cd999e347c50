"""What is counted: exact samples after given requests, and a bounded number of them."""

import pytest
from graphql import GraphQLSchema
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from api.admission import Admission
from api.execute import Answer, Executor
from api.graphql_http import graphql
from api.metrics import ANONYMOUS, OTHER, Metrics, OperationNames
from api.middleware import RequestLog
from api.stored import StoredOperations
from graph.errors import QueryTimedOut
from graph.settings import ApiSettings
from tests.api.test_execute import ARTIST, Scripted, asking, found

PLACES = """query Places {
  artists(first: 2) { nodes { name connections(first: 1) { edges { node { count } } } } }
}"""


def samples(metrics: Metrics, family: str) -> dict[tuple[str, ...], float]:
    """Values of a family by their labels, without times and buckets."""
    return {
        tuple(sample.labels.values()): sample.value
        for found in metrics.registry.collect()
        if found.name == family
        for sample in found.samples
        if sample.name.removeprefix(family) in ("", "_total", "_count")
    }


async def test_operations_are_counted_by_name_path_and_outcome(schema: GraphQLSchema) -> None:
    executor = asking(schema, Scripted(found(["ar_1", "n", 1])))
    for _ in range(3):
        await executor.execute(f"query One {ARTIST}")
    await executor.execute(f"query Two {ARTIST} query Three {{ __typename }}", None, "Three")
    await executor.execute("{ __schema { queryType { name } } }")
    await executor.execute("query Four { nothing }")
    await executor.execute("query One { artist(id: 1) { id } }")
    assert samples(executor.metrics, "drift_graphql_operations") == {
        ("One", "compiled", "ok"): 3,
        ("Three", "resolved", "ok"): 1,
        (ANONYMOUS, "resolved", "ok"): 1,
        (OTHER, "refused", "error"): 1,
        ("One", "refused", "error"): 1,
    }
    assert samples(executor.metrics, "drift_graphql_statement_seconds") == {("One",): 3}
    assert samples(executor.metrics, "drift_graphql_errors") == {
        ("BAD_USER_INPUT",): 1,
        ("BAD_ID",): 1,
    }


async def test_failed_statements_are_timed_and_their_code_is_counted(schema: GraphQLSchema) -> None:
    executor = asking(schema, Scripted(QueryTimedOut("too long")))
    answer = await executor.execute(ARTIST)
    assert answer.statements == 1
    assert samples(executor.metrics, "drift_graphql_statement_seconds") == {(ANONYMOUS,): 1}
    assert samples(executor.metrics, "drift_graphql_errors") == {("TIMEOUT",): 1}


async def test_repeats_during_a_publication_are_counted_and_are_statements(
    schema: GraphQLSchema,
) -> None:
    whole = found(["ar_1", "n", 1], before=4)
    executor = asking(schema, Scripted(found(["ar_1", "n", 1], before=3), whole))
    answer = await executor.execute(ARTIST)
    assert answer.statements == 2
    assert samples(executor.metrics, "drift_graphql_publication_repeats") == {(): 1}


async def test_rows_are_the_objects_in_lists_that_the_answer_shows(schema: GraphQLSchema) -> None:
    artists = [
        [["A", [[[[3]], [[3]]], 0]]],
        [["B", [[], 0]]],
        [["beyond the page", [[], 0]]],
    ]
    executor = asking(schema, Scripted(found([artists, 0])))
    answer = await executor.execute(PLACES)
    assert answer.errors == []
    assert answer.rows == 3
    await executor.execute(PLACES)
    assert samples(executor.metrics, "drift_graphql_rows") == {("Places",): 6}


async def test_what_the_executor_keeps_is_told(schema: GraphQLSchema) -> None:
    executor = asking(schema, Scripted(found(["ar_1", "n", 1])))
    await executor.execute(f"query One {ARTIST}")
    await executor.execute(f"query Two {ARTIST}")
    await executor.execute("{ nothing }")
    kept = {
        name: samples(executor.metrics, f"drift_graphql_{name}")[()]
        for name in ("plans_kept", "documents_kept", "statement_texts")
    }
    assert kept == {"plans_kept": 2, "documents_kept": 3, "statement_texts": 1}


def test_ten_thousand_names_leave_a_bounded_number_of_series() -> None:
    metrics = Metrics()
    for number in range(10_000):
        answer = Answer("r", operation=f"Name{number}", path="compiled", rows=1)
        metrics.ran(answer.operation, 0.001)
        metrics.answered(answer)
        metrics.served(200, 0.001, answer)
    operations = samples(metrics, "drift_graphql_operations")
    assert len(operations) == 101
    assert operations[(OTHER, "compiled", "ok")] == 9_900
    assert sum(len(family.samples) for family in metrics.registry.collect()) < 4_000


@pytest.mark.parametrize("name", ["né", "two words", "1st", "x" * 65, 'x{a="b"}', "a\nb"])
def test_what_is_no_name_is_no_label(name: str) -> None:
    names = OperationNames()
    names.know([name])
    assert names.label(name) == OTHER


def test_refused_operations_take_no_place_and_known_ones_always_have_one() -> None:
    names = OperationNames(at_most=1)
    names.know(["Stored"])
    assert names.label("Refused", take=False) == OTHER
    assert [names.label(name) for name in ("First", "Second", "First", "Stored")] == [
        "First",
        OTHER,
        "First",
        "Stored",
    ]
    assert names.label(None) == names.label("") == ANONYMOUS


def test_requests_are_counted_by_status_and_timed_by_operation(schema: GraphQLSchema) -> None:
    metrics = Metrics()
    app = Starlette(
        routes=[Route("/graphql", graphql, methods=["POST"])],
        middleware=[Middleware(RequestLog, metrics=metrics)],
    )
    app.state.executor = Executor(
        schema, Scripted(found(["ar_1", "n", 1])), ApiSettings(), metrics=metrics
    )
    app.state.admission = Admission(ApiSettings())
    app.state.stored = StoredOperations(ApiSettings())
    with TestClient(app) as client:
        client.post("/graphql", json={"query": f"query One {ARTIST}"})
        client.post("/graphql", json={"query": "{ nothing }"})
        client.post("/graphql", content="no JSON")
        client.post("/graphql", json={"query": 1})
        client.get("/nowhere")
    assert samples(metrics, "drift_http_requests") == {
        ("200",): 2,
        ("400",): 1,
        ("415",): 1,
        ("404",): 1,
    }
    assert samples(metrics, "drift_graphql_request_seconds") == {("One",): 1, (ANONYMOUS,): 2}
    assert samples(metrics, "drift_graphql_errors") == {("BAD_USER_INPUT",): 2}
    assert samples(metrics, "drift_http_requests_in_flight") == {(): 0}
