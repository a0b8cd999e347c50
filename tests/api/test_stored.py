"""Stored operations: found by their digest, registered by clients, kept by caches."""

import gzip
from collections.abc import AsyncIterator, Mapping
from typing import Any

import orjson
import pytest
from graphql import GraphQLSchema, parse, validate
from graphql.execution.values import VariableValues, get_variable_values
from graphql.language import OperationDefinitionNode
from starlette.applications import Starlette

from api.caching import VERSIONS
from api.graphql_request import GRAPHQL_RESPONSE, JSON
from api.stored import digest_of, shipped
from tests.api.asking import NoGraph, Reply, Request, ask, question, serving

BY_ID = "query ($id: ID!) { artist(id: $id) { id } }"
RUNS = "{ algorithmRuns { id } }"
FRESHNESS = "{ dataFreshness { ageHours } }"
CENTRE = next(each for each in shipped() if each.name == "centre")
ID = "ar_0000000000000001"


class Versioned(NoGraph):
    """A graph of one artist, with versions that the test turns."""

    def __init__(self) -> None:
        super().__init__()
        self.version, self.data_version = 2, 7
        self.data: list[Any] = [[ID]]

    async def record(
        self, statement: str, parameters: Mapping[str, Any], *, timeout_s: float
    ) -> list[Any] | None:
        if statement == VERSIONS.text:
            return [self.version, self.data_version]
        self.sent.append(statement)
        return [self.version, self.version, self.data_version, self.data]


@pytest.fixture
def graph() -> Versioned:
    return Versioned()


@pytest.fixture
async def app(graph: Versioned) -> AsyncIterator[Starlette]:
    async with serving(graph, publish_wait_s=0) as app:
        yield app


def known(text: str, **more: Any) -> dict[str, Any]:
    """The extension by which a client names a document, as Apollo's clients write it."""
    return {"persistedQuery": {"version": 1, "sha256Hash": digest_of(text), **more}}


async def register(app: Starlette, text: str, variables: Mapping[str, Any] | None = None) -> Reply:
    return await ask(app, question(text, variables, extensions=known(text)))


async def by_link(
    app: Starlette, text: str, variables: Mapping[str, Any] | None = None, **headers: str
) -> Reply:
    given = f"?variables={orjson.dumps(variables).decode()}" if variables else ""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return await ask(app, Request("GET", f"/graphql/p/{digest_of(text)}{given}", headers=sent))


def test_every_shipped_operation_is_a_question_and_its_samples_are_answers(
    schema: GraphQLSchema,
) -> None:
    assert shipped()
    for each in shipped():
        document = parse(each.text)
        assert validate(schema, document) == [], each.name
        (operation,) = document.definitions
        assert isinstance(operation, OperationDefinitionNode)
        for sample in each.samples:
            given = get_variable_values(schema, operation.variable_definitions or (), sample)
            assert isinstance(given, VariableValues), each.name


async def test_a_document_is_registered_and_then_asked_for_by_its_digest(app: Starlette) -> None:
    digest = {"variables": {"id": ID}, "extensions": known(BY_ID)}
    unknown = await ask(app, Request(body=orjson.dumps(digest)))
    assert unknown.json["errors"][0]["message"] == "PersistedQueryNotFound"
    assert (unknown.status, unknown.code) == (400, "NOT_FOUND")
    assert (await register(app, BY_ID, {"id": ID})).json["data"] == {"artist": {"id": ID}}
    found = await ask(app, Request(body=orjson.dumps(digest)))
    assert found.json["data"] == {"artist": {"id": ID}}
    named = {"variables": {"id": ID}, "documentId": f"sha256:{digest_of(BY_ID)}"}
    assert (await ask(app, Request(body=orjson.dumps(named)))).json["data"] == found.json["data"]


async def test_a_shipped_operation_needs_no_registering(app: Starlette, graph: Versioned) -> None:
    graph.data = [[[], 0]]
    reply = await ask(app, Request(body=orjson.dumps({"extensions": known(CENTRE.text)})))
    assert reply.json["data"] == {"artists": {"totalCount": 0, "nodes": []}}


async def test_clients_that_know_only_json_are_told_with_a_200(app: Starlette) -> None:
    headers = {"content-type": JSON, "accept": JSON}
    body = orjson.dumps({"extensions": known("{ a }")})
    assert (await ask(app, Request(body=body, headers=headers))).status == 200


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"query": BY_ID, "extensions": known("{ a }")}, "not that of the document"),
        ({"query": BY_ID, "extensions": known(BY_ID, sha256Hash="ABC")}, "64 hexadecimal digits"),
        ({"extensions": known(BY_ID, version=2)}, "`extensions.persistedQuery`"),
        ({"extensions": {"persistedQuery": "x"}}, "`extensions.persistedQuery`"),
        ({"documentId": "md5:0"}, "`documentId`"),
        ({"documentId": 1}, "`documentId`"),
        ({"query": "", "extensions": known(BY_ID)}, "`query`"),
    ],
)
async def test_a_wrong_digest_is_refused(app: Starlette, sent: dict[str, Any], says: str) -> None:
    reply = await ask(app, Request(body=orjson.dumps(sent)))
    assert (reply.status, reply.code) == (400, "BAD_USER_INPUT")
    assert says in reply.json["errors"][0]["message"]


async def test_a_document_that_is_refused_is_not_kept(app: Starlette) -> None:
    await register(app, "{ nothing }")
    assert (await by_link(app, "{ nothing }")).status == 404


async def test_what_clients_sent_is_kept_while_there_is_room(graph: Versioned) -> None:
    texts = [f"{{ a{n}: __typename }}" for n in range(3)]
    async with serving(graph, stored_max=2) as app:
        for text in texts[:2]:
            await register(app, text)
        await by_link(app, texts[0])
        await register(app, texts[2])
        found = [(await by_link(app, text)).status for text in texts]
    assert found == [200, 404, 200]


async def test_only_shipped_operations_are_answered_where_that_is_set(graph: Versioned) -> None:
    graph.data = [[[], 0]]
    async with serving(graph, stored_only=True) as app:
        refused = await register(app, BY_ID, {"id": ID})
        assert (refused.status, refused.code) == (400, "FORBIDDEN")
        assert (await ask(app, question(CENTRE.text))).status == 200
        assert (await by_link(app, CENTRE.text)).status == 200
        assert (await by_link(app, BY_ID, {"id": ID})).status == 404


async def test_an_answer_by_link_is_told_to_be_unmodified_without_being_made_again(
    app: Starlette, graph: Versioned
) -> None:
    await register(app, BY_ID, {"id": ID})
    first = await by_link(app, BY_ID, {"id": ID})
    tag = first.headers["etag"]
    assert first.body == b'{"data":{"artist":{"id":"ar_0000000000000001"}}}'
    assert first.headers["x-cost-requested"] == "1"
    assert first.headers["cache-control"] == "private, no-cache"
    assert "Authorization" in first.headers["vary"]
    graph.sent.clear()
    again = await by_link(app, BY_ID, {"id": ID}, if_none_match=f'"other", {tag}')
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert graph.sent == []


@pytest.mark.parametrize(("change", "value"), [("version", 4), ("data_version", 8), ("version", 3)])
async def test_a_kept_answer_is_made_again_when_the_data_changed(
    app: Starlette, graph: Versioned, change: str, value: int
) -> None:
    await register(app, BY_ID, {"id": ID})
    tag = (await by_link(app, BY_ID, {"id": ID})).headers["etag"]
    setattr(graph, change, value)
    again = await by_link(app, BY_ID, {"id": ID}, if_none_match=tag)
    assert again.status == 200
    assert again.headers.get("etag") != tag


async def test_the_tag_is_of_the_document_and_its_variables(app: Starlette) -> None:
    other = BY_ID.replace("{ id }", "{ x: id }")
    for text in (BY_ID, other):
        await register(app, text, {"id": ID})
    tags = {
        (await by_link(app, text, variables)).headers["etag"]
        for text in (BY_ID, other)
        for variables in ({"id": ID}, {"id": "ar_0000000000000002"})
    }
    assert len(tags) == 4


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (RUNS, [[]]),
        (FRESHNESS, [[]]),
        ("{ __typename }", []),
        ("{ artists { totalCount } }", [None]),
    ],
)
async def test_an_answer_that_does_not_last_as_long_as_the_data_has_no_tag(
    app: Starlette, graph: Versioned, text: str, data: list[Any]
) -> None:
    graph.data = data
    await register(app, text)
    reply = await by_link(app, text)
    assert (reply.status, reply.headers["cache-control"]) == (200, "no-store")
    assert "etag" not in reply.headers


async def test_an_answer_given_during_a_publication_has_no_tag(
    app: Starlette, graph: Versioned
) -> None:
    await register(app, BY_ID, {"id": ID})
    graph.version = 3
    reply = await by_link(app, BY_ID, {"id": ID})
    assert reply.json["extensions"] == {"publishing": True}
    assert "etag" not in reply.headers


async def test_a_link_nobody_stored_is_a_404_in_the_type_the_client_takes(app: Starlette) -> None:
    reply = await by_link(app, "{ a }", accept=GRAPHQL_RESPONSE)
    assert (reply.status, reply.code) == (404, "NOT_FOUND")
    assert reply.headers["content-type"].startswith(GRAPHQL_RESPONSE)
    assert (await ask(app, Request("GET", "/graphql/p/x", headers={}))).status == 404
    assert (await by_link(app, "{ a }", accept="text/plain")).status == 406


async def test_a_large_answer_is_compressed_and_a_small_one_is_not(
    app: Starlette, graph: Versioned
) -> None:
    text = "{ artists { nodes { id } } }"
    graph.data = [[[[[ID]]] * 20, 0]]
    await register(app, text)
    plain, packed = await by_link(app, text), await by_link(app, text, accept_encoding="gzip")
    assert "content-encoding" not in packed.headers
    graph.data = [[[[[f"{n}" * 100]] for n in range(20)], 0]]
    plain, packed = await by_link(app, text), await by_link(app, text, accept_encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["etag"] == plain.headers["etag"]
