"""Executing against a graph that is made up: publication, errors, checks of values, plans."""

from collections.abc import Mapping
from typing import Any

import orjson
import pytest
from graphql import GraphQLSchema, build_schema, print_schema

from api.execute import Answer, Executor
from api.schema.export import exported
from graph.errors import (
    DatabaseFeatureMissing,
    DatabaseUnreachable,
    DriftError,
    QueryTimedOut,
    StatementFailed,
)
from graph.settings import ApiSettings

ARTIST = '{ artist(id: "ar_0000000000000001") { id name degree } }'


class Scripted:
    """A graph that answers one record after another, the last one for ever."""

    def __init__(self, *answers: list[Any] | DriftError) -> None:
        self.answers = list(answers)
        self.sent: list[tuple[str, Mapping[str, Any], float]] = []

    async def record(
        self, statement: str, parameters: Mapping[str, Any], *, timeout_s: float
    ) -> list[Any] | None:
        self.sent.append((statement, parameters, timeout_s))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, DriftError):
            raise answer
        return answer


def found(*data: Any, before: int = 2, after: int | None = None) -> list[Any]:
    return [before, before if after is None else after, 7, list(data)]


def asking(schema: GraphQLSchema, graph: Scripted, **settings: Any) -> Executor:
    return Executor(schema, graph, ApiSettings(**settings))


async def ask(schema: GraphQLSchema, document: str, *answers: list[Any] | DriftError) -> Answer:
    return await asking(schema, Scripted(*answers), publish_wait_s=0).execute(document)


def codes(answer: Answer) -> list[str]:
    return [error["extensions"]["code"] for error in answer.errors]


async def test_a_record_becomes_the_answer_in_the_order_asked(schema: GraphQLSchema) -> None:
    answer = await ask(
        schema,
        '{ b: artist(id: "ar_0000000000000001") { name id } a: __typename }',
        found(["N", "ar_0000000000000001"]),
    )
    assert orjson.dumps(answer.data) == (
        b'{"b":{"name":"N","id":"ar_0000000000000001"},"a":"Query"}'
    )
    assert (answer.path, answer.data_version) == ("compiled", 7)


async def test_a_read_during_a_publication_is_repeated_until_it_is_whole(
    schema: GraphQLSchema,
) -> None:
    whole = found(["ar_1", "new", 1], before=4)
    graph = Scripted(
        found(["ar_1", "mixed", 1], before=2, after=3), found(["ar_1", "x", 1], before=3), whole
    )
    answer = await asking(schema, graph).execute(ARTIST)
    assert answer.data == {"artist": {"id": "ar_1", "name": "new", "degree": 1}}
    assert "publishing" not in answer.extensions
    assert len(graph.sent) == 3


async def test_a_publication_that_takes_too_long_is_said(schema: GraphQLSchema) -> None:
    executor = asking(schema, Scripted(found(["ar_1", "n", 1], before=3)), publish_wait_s=0.05)
    answer = await executor.execute(ARTIST)
    assert answer.as_dict()["extensions"]["publishing"] is True
    assert executor.metrics.registry.get_sample_value("drift_graphql_publishing_answers_total") == 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (QueryTimedOut("compiled statement took longer than 2 s"), "TIMEOUT"),
        (DatabaseUnreachable("bolt://10.0.0.7: refused"), "UPSTREAM_UNAVAILABLE"),
        (DatabaseFeatureMissing("no procedure `gds.graph.list`"), "UPSTREAM_UNAVAILABLE"),
        (StatementFailed("Invalid input 'MATHC'"), "INTERNAL"),
    ],
)
async def test_database_errors_are_masked(
    schema: GraphQLSchema, error: DriftError, code: str
) -> None:
    answer = await ask(schema, ARTIST, error)
    assert codes(answer) == [code]
    assert answer.data == {"artist": None}
    assert answer.errors[0]["path"] == ["artist"]
    assert error.message not in answer.as_json().decode()


async def test_a_database_error_nulls_the_answer_where_a_root_field_may_not_be_null(
    schema: GraphQLSchema,
) -> None:
    answer = await ask(schema, "{ artists { totalCount } }", StatementFailed("no"))
    assert answer.data is None
    assert answer.errors[0]["path"] == ["artists"]


async def test_an_unmigrated_database_is_said(schema: GraphQLSchema) -> None:
    class Empty(Scripted):
        async def record(self, *_: Any, **__: Any) -> None:
            return None

    answer = await asking(schema, Empty([])).execute(ARTIST)
    assert "drift migrate" in answer.errors[0]["message"]


async def test_a_null_where_none_may_be_is_an_error_at_its_path(schema: GraphQLSchema) -> None:
    answer = await ask(schema, ARTIST, found(["ar_1", None, 1]))
    assert answer.data == {"artist": None}
    assert answer.errors[0]["path"] == ["artist", "name"]
    assert codes(answer) == ["INTERNAL"]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "much", []])
async def test_a_float_that_is_none_is_an_error_and_not_null(
    schema: GraphQLSchema, value: Any
) -> None:
    document = '{ artist(id: "ar_0000000000000001") { id network { pagerank coverage } } }'
    answer = await ask(schema, document, found(["ar_1", [value, 1.0]]))
    assert answer.errors[0]["path"] == ["artist", "network", "pagerank"]
    assert answer.data == {"artist": {"id": "ar_1", "network": {"pagerank": None, "coverage": 1.0}}}


async def test_an_integer_in_a_float_field_is_converted(schema: GraphQLSchema) -> None:
    document = '{ artist(id: "ar_0000000000000001") { network { pagerank } } }'
    executor = asking(schema, Scripted(found([[1]])))
    answer = await executor.execute(document)
    assert orjson.dumps(answer.data) == b'{"artist":{"network":{"pagerank":1.0}}}'
    assert executor.metrics.registry.get_sample_value("drift_graphql_recompleted_total") == 1


async def test_a_long_holds_64_bits_and_an_int_does_not(schema: GraphQLSchema) -> None:
    document = '{ artist(id: "ar_0000000000000001") { degree } }'
    assert (await ask(schema, document, found([2**40]))).data == {"artist": {"degree": 2**40}}
    venue = '{ venue(id: "ve_0000000000000001") { capacity } }'
    answer = await ask(schema, venue, found([2**40]))
    assert answer.data == {"venue": {"capacity": None}}
    assert answer.errors[0]["path"] == ["venue", "capacity"]


async def test_an_enum_value_the_schema_does_not_know_is_an_error(schema: GraphQLSchema) -> None:
    document = '{ artist(id: "ar_0000000000000001") { id type } }'
    answer = await ask(schema, document, found(["ar_1", "robot"]))
    assert answer.data == {"artist": {"id": "ar_1", "type": None}}
    assert answer.errors[0]["path"] == ["artist", "type"]
    assert (await ask(schema, document, found(["ar_1", "duo"]))).data == {
        "artist": {"id": "ar_1", "type": "DUO"}
    }


async def test_a_cursor_over_scores_ends_with_its_publication(schema: GraphQLSchema) -> None:
    document = "query Q($c: String) { artists(first: 1, after: $c) { edges { cursor } } }"
    page = [[0.5, "ar_1"]]
    first = await ask(schema, document, found([page, 0], before=2))
    assert first.data is not None
    mark = first.data["artists"]["edges"][0]["cursor"]
    executor = asking(schema, Scripted(found([page, 0], before=4)))
    answer = await executor.execute(document, {"c": mark})
    assert codes(answer) == ["STALE_SNAPSHOT"]


async def test_a_cursor_over_names_goes_on_after_a_publication(schema: GraphQLSchema) -> None:
    document = (
        "query Q($c: String) "
        "{ artists(first: 1, after: $c, orderBy: {field: NAME}) { edges { cursor } } }"
    )
    page = [["A", "ar_1"]]
    first = await ask(schema, document, found([page, 0], before=2))
    assert first.data is not None
    mark = first.data["artists"]["edges"][0]["cursor"]
    answer = await asking(schema, Scripted(found([page, 0], before=4))).execute(
        document, {"c": mark}
    )
    assert answer.errors == []


@pytest.mark.parametrize(
    ("document", "code", "word"),
    [
        ('{ artist(id: "Robert") { id } }', "BAD_ID", "ar_..."),
        ('{ artist(id: "ev_0000000000000001") { id } }', "BAD_ID", "ar_..."),
        ("{ artists(first: 0) { totalCount } }", "BAD_USER_INPUT", "between 1 and 100"),
        ("{ artists(first: 101) { totalCount } }", "BAD_USER_INPUT", "between 1 and 100"),
        ("{ artists(first: 1, last: 1) { totalCount } }", "BAD_USER_INPUT", "not both"),
        ('{ artists(after: "nonsense") { totalCount } }', "BAD_USER_INPUT", "cursor"),
        ('{ artists(after: "é") { totalCount } }', "BAD_USER_INPUT", "cursor"),
        ("{ algorithmRuns(first: 1000) { id } }", "BAD_USER_INPUT", "between 1 and 100"),
        ("{ nothing }", "BAD_USER_INPUT", "nothing"),
        ("{ artists(", "BAD_USER_INPUT", "Syntax"),
        ("{ " + "a " * 3000 + "}", "DOCUMENT_TOO_LARGE", "2000"),
        ("{ a " * 300 + "{ b }" + " }" * 300, "DEPTH_LIMIT", "nested"),
    ],
)
async def test_a_bad_question_is_refused_before_the_database_is_asked(
    schema: GraphQLSchema, document: str, code: str, word: str
) -> None:
    graph = Scripted(found([]))
    answer = await asking(schema, graph).execute(document)
    assert codes(answer)[0] == code
    assert word in answer.errors[0]["message"]
    assert "data" not in answer.as_dict()
    assert graph.sent == []


async def test_equal_operations_have_one_text_and_values_are_parameters(
    schema: GraphQLSchema,
) -> None:
    graph = Scripted(found(["ar_1", "n", 1]))
    executor = asking(schema, graph)
    await executor.execute(ARTIST)
    await executor.execute(
        'query N { x: artist(id: "ar_00000000000000ff") { a: id b: name degree } }'
    )
    (one, given, _), (other, _, _) = graph.sent
    assert one == other
    assert "ar_0000000000000001" in given.values()
    assert "ar_0000000000000001" not in one


@pytest.mark.parametrize(
    ("selected", "rows"),
    [
        ("nodes { id }", 3),
        ("nodes { id } pageInfo { endCursor }", 3),
        ("pageInfo { hasNextPage }", 4),
        ("...Page", 4),
    ],
)
async def test_a_row_more_is_read_only_to_say_whether_there_are_more(
    schema: GraphQLSchema, selected: str, rows: int
) -> None:
    graph = Scripted(found([[], 0]))
    more = " fragment Page on ArtistConnection { pageInfo { more: hasPreviousPage } }"
    document = f"{{ artists(first: 3) {{ {selected} }} }}{more if 'Page' in selected[:8] else ''}"
    answer = await asking(schema, graph).execute(document)
    assert not answer.errors
    ((_, parameters, _),) = graph.sent
    assert [value for name, value in parameters.items() if name.startswith("limit")] == [rows]


async def test_plans_are_bounded_and_found_again(schema: GraphQLSchema) -> None:
    executor = asking(schema, Scripted(found(["ar_1"])), plan_cache_size=3)
    documents = [f'query Q{n} {{ artist(id: "ar_0000000000000001") {{ id }} }}' for n in range(5)]
    for document in documents:
        await executor.execute(document)
    assert len(executor.plans) == 3
    await executor.execute(documents[-1])
    count = executor.metrics.registry.get_sample_value
    assert count("drift_graphql_plans_total", {"found": "hit"}) == 1
    assert count("drift_graphql_plans_total", {"found": "compiled"}) == 5


async def test_the_first_run_of_a_statement_has_time_to_be_planned(schema: GraphQLSchema) -> None:
    graph = Scripted(found(["ar_1", "n", 1]))
    executor = asking(schema, graph, read_timeout_s=2)
    await executor.execute(ARTIST)
    await executor.execute(ARTIST)
    (_, _, first), (_, _, second) = graph.sent
    assert first > second == 2


async def test_a_mutation_is_told_from_a_query_where_only_queries_are_taken() -> None:
    schema = build_schema("type Query { a: Int } type Mutation { merge: Int }")
    executor = Executor(schema, Scripted(found([])), ApiSettings())
    document = "query A { a } mutation M { merge }"
    refused = await executor.execute(document, operation_name="M", queries_only=True)
    assert (refused.unsafe, refused.refused) == (True, True)
    assert "POST" in refused.errors[0]["message"]
    asked = await executor.execute(document, operation_name="A", queries_only=True)
    assert not asked.unsafe


async def test_introspection_stands_beside_data_in_the_order_asked(schema: GraphQLSchema) -> None:
    document = (
        '{ t: __type(name: "Artist") { name } artist(id: "ar_0000000000000001") { id }'
        " __schema { queryType { name } } }"
    )
    answer = await ask(schema, document, found(["ar_1"]))
    assert orjson.dumps(answer.data) == (
        b'{"t":{"name":"Artist"},"artist":{"id":"ar_1"},"__schema":{"queryType":{"name":"Query"}}}'
    )
    assert answer.path == "mixed"


async def test_introspection_alone_asks_no_database_and_can_be_forbidden(
    schema: GraphQLSchema,
) -> None:
    graph = Scripted(found([]))
    document = "{ __schema { types { name } } }"
    answer = await asking(schema, graph).execute(document)
    assert answer.path == "resolved"
    assert answer.errors == []
    assert graph.sent == []
    refused = await asking(schema, graph, introspection="off").execute(document)
    assert refused.refused


def test_the_schema_file_is_the_schema(schema: GraphQLSchema, project_root: Any) -> None:
    assert (project_root / "schema.graphql").read_text(encoding="utf-8") == exported()
    assert print_schema(schema) + "\n" == exported()


def test_everything_in_the_schema_is_described(schema: GraphQLSchema) -> None:
    bare: list[str] = []
    for name, type_ in schema.type_map.items():
        if name.startswith("__") or name in ("String", "Int", "Float", "Boolean", "ID"):
            continue
        if not type_.description:
            bare.append(name)
        members = {**getattr(type_, "fields", {}), **getattr(type_, "values", {})}
        for member, definition in members.items():
            if not definition.description:
                bare.append(f"{name}.{member}")
            for argument, defined in getattr(definition, "args", {}).items():
                if not defined.description:
                    bare.append(f"{name}.{member}({argument})")
    assert bare == []
