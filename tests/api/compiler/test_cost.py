"""What an operation may cost: worked out before the database is asked, refused if too much."""

from collections.abc import Mapping
from typing import Any

import pytest
from graphql import GraphQLSchema

from api.compiler.ceilings import ASSUMED, Ceilings
from api.execute import Executor
from graph.client import Neo4jGraph
from graph.errors import QueryTimedOut
from graph.settings import ApiSettings
from tests.api.conftest import CountingGraph

ARTIST = 'artist(id: "ar_0000000000000001")'
ENDS = 'from: "ar_0000000000000001", to: "ar_0000000000000002"'


class Silent:
    """A graph that finds nothing and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    async def record(self, *_: Any, **__: Any) -> list[Any] | None:
        self.asked += 1
        return None


async def cost(schema: GraphQLSchema, document: str, **variables: Any) -> tuple[int, int]:
    executor = Executor(schema, Silent(), ApiSettings())
    answer = await executor.execute(document, variables)
    said = answer.extensions["cost"]
    return said["nodes"], said["requested"]


@pytest.mark.parametrize(
    ("document", "nodes", "points"),
    [
        (f"{{ {ARTIST} {{ name }} }}", 1, 1),
        (f"{{ {ARTIST} {{ network {{ pagerank bridge {{ raw }} }} }} }}", 1, 1),
        ("{ artists { nodes { id } } }", 20, 20),
        ("{ artists(first: 10) { totalCount } }", 0, 5),
        ("{ artists(first: 10) { pageInfo { hasNextPage } edges { cursor } } }", 10, 10),
        ("{ artists(last: 7) { nodes { id } edges { node { id } } } }", 14, 14),
        (
            "{ artists(first: 10) { nodes { connections(first: 3) { totalCount nodes "
            "{ artist { name } evidence { label } } } } } }",
            10 * (1 + 3 * (1 + 1 + 5)),
            10 * (1 + 5 + 3 * (1 + 1 + 5)),
        ),
        (f"{{ {ARTIST} {{ aliases {{ id }} }} }}", 1 + ASSUMED, 1 + ASSUMED),
        (f"{{ {ARTIST} {{ network {{ bridge {{ communities {{ id }} }} }} }} }}", 3, 3),
        (f"{{ {ARTIST} {{ ... {{ id }} ... @skip(if: true) {{ aliases {{ id }} }} }} }}", 1, 1),
        (
            '{ node(id: "ar_0000000000000001") { ... on Artist { aliases { id } } '
            "... on Release { artists { id } label { id } } } }",
            1 + ASSUMED + 1,
            1 + ASSUMED + 1,
        ),
        (f"{{ degreesOfSeparation({ENDS}) {{ degrees path {{ kind }} }} }}", 9, 59),
        (
            f"{{ degreesOfSeparation({ENDS}) {{ alternatives(k: 2) {{ kind }} }} }}",
            1 + 2 * 8,
            50 + 50 + 1 + 2 * 8,
        ),
        ("{ __schema { types { name } } }", 0, 0),
    ],
)
async def test_an_operation_costs_its_nodes_and_the_weights_of_its_fields(
    schema: GraphQLSchema, document: str, nodes: int, points: int
) -> None:
    assert await cost(schema, document) == (nodes, points)


async def test_each_request_pays_for_its_own_page_sizes(schema: GraphQLSchema) -> None:
    document = (
        "query Q($n: Int, $deep: Boolean!) { artists(first: $n) "
        "{ nodes { id venues: performances(first: $n) @include(if: $deep) { nodes { floor } } } } }"
    )
    executor = Executor(schema, Silent(), ApiSettings())
    figures = [
        (await executor.execute(document, variables)).extensions["cost"]["nodes"]
        for variables in (
            {"n": 3, "deep": True},
            {"n": 4, "deep": True},
            {"deep": True},
            {"n": 3, "deep": False},
            {"n": 3, "deep": True},
        )
    ]
    assert figures == [12, 20, 420, 3, 12]


async def test_what_may_answer_too_many_nodes_is_refused_with_the_figure_and_the_limit(
    schema: GraphQLSchema,
) -> None:
    graph = Silent()
    answer = await Executor(schema, graph, ApiSettings()).execute(
        "{ artists(first: 100) { nodes { connections(first: 39) { nodes { artist "
        "{ connections(first: 39) { nodes { strength } } } } } } } }"
    )
    nodes = 100 * (1 + 39 * (1 + 1 + 39))
    assert answer.errors[0]["extensions"]["code"] == "COST_LIMIT"
    assert f"up to {nodes} nodes, 10000 are allowed" in answer.errors[0]["message"]
    assert answer.extensions["cost"] == {"requested": nodes, "limit": 20000, "nodes": nodes}
    assert "data" not in answer.as_dict()
    assert graph.asked == 0


async def test_what_costs_too_much_is_refused_though_it_answers_little(
    schema: GraphQLSchema,
) -> None:
    graph = Silent()
    executor = Executor(schema, graph, ApiSettings(cost_max=100))
    document = (
        f"{{ a: degreesOfSeparation({ENDS}) {{ hops }} b: degreesOfSeparation({ENDS}) {{ hops }} }}"
    )
    answer = await executor.execute(document)
    assert "up to 102 points, 100 are allowed" in answer.errors[0]["message"]
    assert graph.asked == 0


async def test_a_large_operation_is_answered_with_advice(schema: GraphQLSchema) -> None:
    document = "{ artists(first: 100) { nodes { performances(first: 20) { nodes { floor } } } } }"
    answer = await Executor(schema, Silent(), ApiSettings()).execute(document)
    assert answer.extensions["cost"]["advice"].startswith("up to 2100 nodes; above 2000")
    small = await Executor(schema, Silent(), ApiSettings()).execute("{ artists { totalCount } }")
    assert "advice" not in small.extensions["cost"]


async def test_lists_without_a_page_argument_are_measured(
    schema: GraphQLSchema, scene: CountingGraph, server: Neo4jGraph
) -> None:
    ceilings = Ceilings()
    await ceilings.measure(server, schema)
    expected = {"artist_aliases": 2, "artist_members": 1, "external_ids": 2, "source_records": 1}
    assert {name: ceilings.of(f"fields/{name}") for name in expected} == expected


async def test_a_list_that_cannot_be_measured_keeps_its_figure(schema: GraphQLSchema) -> None:
    class Slow:
        async def record(self, statement: str, _: Mapping[str, Any], *, timeout_s: float) -> Any:
            if "ALIAS_OF" in statement:
                raise QueryTimedOut("too long")
            return [3]

    ceilings = Ceilings()
    await ceilings.measure(Slow(), schema)
    assert ceilings.of("fields/artist_aliases") == ASSUMED
    assert ceilings.of("fields/artist_members") == 3
