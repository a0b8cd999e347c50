"""Questions to the small scene on a real server."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_required_argument,
)

from api.compiler.check import declared_fields
from api.compiler.declare import Traverse
from api.execute import Executor
from graph.model import DERIVED_TYPES, FACT_TYPES
from tests.api.conftest import CountingGraph, Explain
from tests.api.operations import ids_of, literal
from tests.probe import statement

SOMEONE = "ar_0000000000000001"


async def data(executor: Executor, document: str, **variables: Any) -> Any:
    answer = await executor.execute(document, variables)
    assert answer.errors == []
    return answer.data


async def test_an_artist_answers_under_its_id_its_merged_id_and_its_platform_id(
    executor: Executor,
) -> None:
    document = (
        f'{{ a: artist(id: "{SOMEONE}") {{ id }} b: artist(id: "ar_ffffffffffffffff") {{ id }}'
        ' c: artist(externalId: {platform: RA, platformId: "someone"}) { id }'
        ' d: node(id: "ar_ffffffffffffffff") { __typename id } }'
    )
    found = await data(executor, document)
    assert found == {
        "a": {"id": SOMEONE},
        "b": {"id": SOMEONE},
        "c": {"id": SOMEONE},
        "d": {"__typename": "Artist", "id": SOMEONE},
    }


async def test_an_unknown_id_is_null_without_error(executor: Executor) -> None:
    document = '{ artist(id: "ar_00000000000000ff") { id } node(id: "ve_00000000000000ff") { id } }'
    assert await data(executor, document) == {"artist": None, "node": None}


async def walk(executor: Executor, order: str, size: int, backward: bool) -> list[str]:
    """All names, page by page; backward they come from the end."""
    way = ("last", "before", "startCursor", "hasPreviousPage")
    way = way if backward else ("first", "after", "endCursor", "hasNextPage")
    size_name, cursor_name, mark, more = way
    document = (
        f"query Q($c: String) {{ artists({size_name}: {size}, {cursor_name}: $c{order}) {{"
        f" nodes {{ id }} pageInfo {{ {mark} {more} }} }} }}"
    )
    seen: list[str] = []
    cursor = None
    while True:
        page = (await data(executor, document, c=cursor))["artists"]
        ids = [node["id"] for node in page["nodes"]]
        seen = ids + seen if backward else seen + ids
        cursor = page["pageInfo"][mark]
        if not page["pageInfo"][more]:
            return seen


@pytest.mark.parametrize(
    "order",
    ["", ", orderBy: {field: BRIDGE}", ", orderBy: {field: CENTRALITY, direction: ASC}",
     ", orderBy: {field: NAME}", ", orderBy: {field: NAME, direction: DESC}"],
)  # fmt: skip
async def test_pages_forward_and_backward_show_every_row_once_in_one_order(
    executor: Executor, order: str
) -> None:
    whole = await data(executor, f"{{ artists(first: 100{order}) {{ nodes {{ id }} }} }}")
    expected = [node["id"] for node in whole["artists"]["nodes"]]
    assert len(set(expected)) == 14
    for size in (1, 4, 14):
        assert await walk(executor, order, size, backward=False) == expected
        assert await walk(executor, order, size, backward=True) == expected


async def test_those_with_a_score_come_first_whatever_the_direction(executor: Executor) -> None:
    for direction, first in (("DESC", 30.0), ("ASC", 0.0)):
        document = (
            f"{{ artists(orderBy: {{field: CENTRALITY, direction: {direction}}})"
            " { nodes { id network { centralityPercentile } } } }"
        )
        nodes = (await data(executor, document))["artists"]["nodes"]
        scores = [node["network"]["centralityPercentile"] for node in nodes]
        assert scores[0] == first
        assert scores[9:] == [None] * 5
        bare = [node["id"] for node in nodes[9:]]
        assert bare == sorted(bare)


async def test_a_cursor_survives_rows_that_come_before_it(
    executor: Executor, scene: CountingGraph
) -> None:
    document = (
        f'query Q($c: String) {{ artist(id: "{SOMEONE}") {{ connections(first: 2, after: $c) {{'
        " nodes { artist { id } } pageInfo { endCursor } totalCount } } }"
    )
    first = (await data(executor, document))["artist"]["connections"]
    second = (await data(executor, document, c=first["pageInfo"]["endCursor"]))["artist"]
    shown = [n["artist"]["id"] for n in first["nodes"] + second["connections"]["nodes"]]
    assert len(set(shown)) == 4
    assert first["totalCount"] == 6


async def test_missing_scores_say_why(executor: Executor) -> None:
    found = await data(
        executor,
        '{ artist(id: "ar_0000000000000010") { degree network { pagerank bridge { raw } missing'
        " coverage version asOf community { id } } } }",
    )
    assert found["artist"] == {
        "degree": 0,
        "network": {
            "pagerank": None,
            "bridge": None,
            "missing": ["NO_CONNECTIONS"],
            "coverage": 0.0,
            "version": None,
            "asOf": None,
            "community": None,
        },
    }


async def test_evidence_of_a_connection_is_what_both_share(executor: Executor) -> None:
    document = (
        f'{{ artist(id: "{SOMEONE}") {{ connections(first: 1) {{ nodes {{ artist {{ id }}'
        " strengthByKind { kind strength } evidence(first: 100) { kind label date"
        " entity { __typename id } } } } } }"
    )
    (link,) = (await data(executor, document))["artist"]["connections"]["nodes"]
    assert [kind["kind"] for kind in link["strengthByKind"]]
    dates = [piece["date"] for piece in link["evidence"] if piece["date"]]
    assert dates == sorted(dates, reverse=True)
    for piece in link["evidence"]:
        if piece["entity"]["__typename"] != "Event":
            continue
        shared = await data(
            executor,
            "query Q($id: ID!) { event(id: $id) { cancelled performances { artist { id } } } }",
            id=piece["entity"]["id"],
        )
        line_up = {one["artist"]["id"] for one in shared["event"]["performances"]}
        assert {SOMEONE, link["artist"]["id"]} <= line_up
        assert shared["event"]["cancelled"] is False


async def test_a_cancelled_night_is_no_performance(executor: Executor) -> None:
    document = (
        "{ artists(first: 100) { nodes { performances(first: 100)"
        " { nodes { event { id cancelled } } } } } }"
    )
    nodes = (await data(executor, document))["artists"]["nodes"]
    nights = [p["event"] for node in nodes for p in node["performances"]["nodes"]]
    assert nights
    assert not any(night["cancelled"] for night in nights)


ROWS_AND_PARTS = f"""{{ artist(id: "{SOMEONE}") {{
  connections(kinds: [B2B], minStrength: 0.1, since: "2015-01-01", until: "2020-01-01") {{ nodes {{
    artist {{ id }} strengthByKind {{ kind strength count }}
    evidence {{ kind label date value source confidence entity {{ id }} }}
  }} }}
  network {{ community {{ id }} bridge {{ communities {{ id }} topEdges {{ strength }} }} }}
}} }}"""


def asking_every_field(schema: GraphQLSchema) -> dict[str, str]:
    """Field with a fragment -> an operation that reaches it through `node`, or from the root."""
    documents: dict[str, str] = {"rows and parts": ROWS_AND_PARTS}
    node_types = {type_.name for type_ in schema.get_possible_types(schema.type_map["Node"])}  # type: ignore[arg-type]
    for type_, name, definition, rule in declared_fields(schema):
        if not isinstance(rule, Traverse):
            continue
        at_root = type_ is schema.query_type and name not in ("degreesOfSeparation", "search")
        if not at_root and type_.name not in node_types:
            continue
        for sort in {"needed", "where"} & {"needed", *definition.args}:
            given = ", ".join(
                f"{argument}: {literal(example(name, argument, defined.type), defined.type)}"
                for argument, defined in definition.args.items()
                if is_required_argument(defined) or argument == sort
            )
            given = f"({given})" if given else ""
            field = f"{name}{given} {inner(get_named_type(definition.type))}"
            if not at_root:
                field = f'node(id: "{SOMEONE}") {{ ... on {type_.name} {{ {field} }} }}'
            documents[f"{type_.name}.{name} {sort}"] = f"{{ {field} }}"
    return documents


def example(field: str, argument: str, type_: Any, depth: int = 2) -> Any:
    """A value of an argument; of an input every field, a few inputs deep."""
    if is_non_null_type(type_):
        return example(field, argument, type_.of_type, depth)
    if is_list_type(type_):
        return [example(field, argument, type_.of_type, depth)] * 2
    if isinstance(type_, GraphQLInputObjectType):
        fields = {
            name: example(field, name, defined.type, depth - 1)
            for name, defined in type_.fields.items()
            if name not in ("and", "or", "not", "none")
            and (depth or not isinstance(get_named_type(defined.type), GraphQLInputObjectType))
        }
        return {name: value for name, value in fields.items() if value != {}}
    if isinstance(type_, GraphQLEnumType):
        return next(iter(type_.values))
    simple = {"Int": 2, "Long": 2, "Float": 0.5, "Boolean": True, "Date": "2018-02-01"}
    return ids_of(argument, field)[0] if type_.name == "ID" else simple.get(type_.name, "1")


def inner(type_: Any, depth: int = 2) -> str:
    """Every leaf, and what leads to more of them."""
    if is_leaf_type(type_):
        return ""
    if not isinstance(type_, GraphQLObjectType):
        return "{ __typename id }"
    parts = ["__typename"]
    for name, definition in type_.fields.items():
        named = get_named_type(definition.type)
        if is_leaf_type(named) and not definition.args:
            parts.append(name)
        elif depth and name in ("nodes", "pageInfo", "edges", "node"):
            parts.append(f"{name} {inner(named, depth - 1)}")
    return "{ " + " ".join(parts) + " }"


async def test_every_fragment_is_planned_without_a_notice_and_sent_once(
    schema: GraphQLSchema, executor: Executor, scene: CountingGraph
) -> None:
    documents = asking_every_field(schema)
    assert len(documents) > 25
    for field, document in documents.items():
        scene.sent.clear()
        answer = await executor.execute(document)
        # One release of the scene has no title, to have something to complain about.
        assert [e for e in answer.errors if e["path"][-1] != "title"] == [], (field, document)
        assert len(scene.sent) == 1, field


# Properties of the model that nothing in the small scene has.
OPTIONAL = (
    "platformUrl", "floor", "billing", "endsAt", "tier", "setEnd", "error", "setKey", "isrcValid",
    "upcValid", "brandScore",
)  # fmt: skip

NAMES = statement(
    f"CREATE (names:Track {{{', '.join(f'`{name}`: 1' for name in OPTIONAL)}}})"
    + "".join(f" CREATE (names)-[:{type_}]->(names)" for type_ in (*FACT_TYPES, *DERIVED_TYPES))
    + " DETACH DELETE names",
    mode="write",
)


async def test_no_statement_names_what_the_model_does_not_have(
    schema: GraphQLSchema, executor: Executor, scene: CountingGraph, explain: Explain
) -> None:
    await scene.graph.write(NAMES)
    for document in asking_every_field(schema).values():
        await executor.execute(document)
    assert len(set(scene.sent)) > 25
    unknown: set[str] = set()
    for sent in set(scene.sent):
        summary = await explain(sent)
        unknown |= {
            notice.status_description
            for notice in summary.gql_status_objects
            if notice.raw_classification == "UNRECOGNIZED"
        }
    assert unknown == set()


async def test_a_page_of_artists_by_score_reads_the_index(
    executor: Executor, scene: CountingGraph, explain: Explain
) -> None:
    await data(executor, "{ artists(first: 3) { nodes { name } } }")
    (sent,) = scene.sent
    operators = str((await explain(sent)).plan)
    assert "NodeIndexScan" in operators or "NodeIndexSeek" in operators


async def test_what_is_selected_of_a_page_is_read_of_its_rows_only(
    executor: Executor, scene: CountingGraph, explain: Explain
) -> None:
    connections = "connections(first: 1) { nodes { count artist { name } } }"
    await data(executor, f"{{ artists(first: 1) {{ nodes {{ {connections} }} }} }}")
    (sent,) = scene.sent
    (grouped,) = (each for each in operators((await explain(sent)).plan) if "tied_" in said(each))
    assert ".strength" in str(grouped)
    assert ".id" not in str(grouped)
    assert ".count" not in str(grouped)
    assert ".name" not in str(grouped)


def said(operator: Any) -> str:
    """What an operator that groups rows says of itself."""
    return operator["args"]["Details"] if "Aggregation" in operator["operatorType"] else ""


def operators(plan: Any) -> Iterator[Any]:
    """Every operator of a plan, each with all that runs before it."""
    yield plan
    for child in plan.get("children", ()):
        yield from operators(child)


async def test_an_argument_that_is_not_given_is_no_predicate(
    executor: Executor, scene: CountingGraph
) -> None:
    for kinds in ("", "kinds: null, ", "kinds: [B2B], "):
        connections = f"connections({kinds}first: 1) {{ nodes {{ count }} }}"
        await data(executor, f'{{ artist(id: "{SOMEONE}") {{ {connections} }} }}')
    assert ["$kinds" in sent for sent in scene.sent] == [False, False, True]


async def test_the_version_is_read_before_the_answer_and_again_after_it(
    executor: Executor, scene: CountingGraph, explain: Explain
) -> None:
    await data(executor, f'{{ artist(id: "{SOMEONE}") {{ name }} }}')
    (sent,) = scene.sent
    plan = str((await explain(sent)).plan)
    assert plan.count("Published") >= 2


async def test_answers_carry_iso_dates_and_json(executor: Executor) -> None:
    document = (
        '{ event(id: "ev_0000000000000003")'
        " { startsAt date performances(first: 1) { setStart slot } }"
        " algorithmRuns(first: 1) { startedAt counts milliseconds } }"
    )
    found = await data(executor, document)
    assert found["event"]["startsAt"] == "2018-06-03T23:00:00+01:00"
    assert found["event"]["performances"] == [
        {"setStart": "2018-06-01T23:30:15+01:00", "slot": "HEADLINER"}
    ]
    (run,) = found["algorithmRuns"]
    assert run["counts"] == {"rows": [1, 2, {"z": 1, "a": 2}]}
    assert run["milliseconds"] == 2**32
