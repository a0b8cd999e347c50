"""GraphQL over HTTP: what a request must look like, and which status its answer has.

POST takes a JSON body, GET its parameters; forms are refused, so that a foreign page cannot make a
browser send anything. An answer is `application/graphql-response+json` for clients that
accept it, and then its status says whether the document was executed; for clients that know only
`application/json` a refused document is a 200 with errors, as the specification has it.
"""

from dataclasses import dataclass
from typing import Any, cast

import orjson
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from api.execute import Executor
from api.pages import graphiql_page
from api.problems import problem

GRAPHQL_RESPONSE = "application/graphql-response+json"
JSON = "application/json"


@dataclass(frozen=True)
class Asked:
    """What a client asks for."""

    query: str
    variables: dict[str, Any] | None
    operation_name: str | None


class NotAsked(Exception):
    """The request is no GraphQL request; the message says what would be right."""


async def graphql(request: Request) -> Response:
    """The `/graphql` route."""
    if request.method == "GET" and wants_page(request):
        return graphiql_page()
    media_type = negotiate(request.headers)
    if media_type is None:
        return problem(
            406, "Not acceptable", f"Answers are {GRAPHQL_RESPONSE} or {JSON}, in UTF-8."
        )
    if request.method == "POST" and not is_json(request.headers):
        return problem(
            415, "Unsupported media type", f"Send the query as {JSON}.", accept_post=JSON
        )
    try:
        asked = from_body(await request.body()) if request.method == "POST" else from_link(request)
    except NotAsked as error:
        return respond({"errors": [bad_request(str(error))]}, 400, media_type)
    executor: Executor = request.app.state.executor
    answer = await executor.execute(
        asked.query, asked.variables, asked.operation_name, request_id=request.state.request_id
    )
    request.state.answer = answer
    refused = answer.refused and media_type == GRAPHQL_RESPONSE
    return respond(answer.as_dict(), 400 if refused else 200, media_type)


def wants_page(request: Request) -> bool:
    """Whether a browser asks for the page rather than a client for an answer."""
    accept = request.headers.get("accept", "")
    return "query" not in request.query_params and "text/html" in accept


def negotiate(headers: Headers) -> str | None:
    """The media type of the answer: the one the client prefers, None if it takes neither."""
    accepted = [accepted_type(part) for part in headers.get("accept", "*/*").split(",")]
    best = sorted((-quality, at, name) for at, (name, quality) in enumerate(accepted) if quality)
    for _, _, name in best:
        if name in (GRAPHQL_RESPONSE, JSON):
            return name
        if name in ("*/*", "application/*"):
            return JSON
    return None


def accepted_type(part: str) -> tuple[str, float]:
    """Name and quality of one entry of an Accept header; quality 0 for another charset."""
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key == "q":
            try:
                quality = float(value)
            except ValueError:
                quality = 0.0
        elif key == "charset" and value.strip('"') not in ("utf-8", "utf8"):
            return name, 0.0
    return name, quality


def is_json(headers: Headers) -> bool:
    """Whether the body says that it is JSON in UTF-8."""
    name, quality = accepted_type(headers.get("content-type", ""))
    return name == JSON and quality > 0


def from_body(body: bytes) -> Asked:
    """The request in a JSON body.

    Raises:
        NotAsked: It is no JSON object with the fields of a GraphQL request.
    """
    try:
        sent = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise NotAsked(f"the body is not JSON: {error}") from error
    if not isinstance(sent, dict):
        raise NotAsked('the body is not a JSON object like {"query": "{ ... }"}')
    return asked(cast(dict[str, Any], sent))


def from_link(request: Request) -> Asked:
    """The request in the parameters of a GET.

    Raises:
        NotAsked: A parameter is missing or not what it should be.
    """
    sent: dict[str, Any] = dict(request.query_params)
    for name in ("variables", "extensions"):
        if sent.get(name):
            try:
                sent[name] = orjson.loads(sent[name])
            except orjson.JSONDecodeError as error:
                raise NotAsked(f"the parameter {name} is not JSON: {error}") from error
        else:
            sent.pop(name, None)
    return asked({**sent, "operationName": sent.get("operationName") or None})


def asked(sent: dict[str, Any]) -> Asked:
    """The fields of a GraphQL request, each of its type.

    Raises:
        NotAsked: One is not.
    """
    query = sent.get("query")
    if not isinstance(query, str) or not query.strip():
        raise NotAsked("`query` must be a GraphQL document as text")
    for name, kind, what in (
        ("variables", dict, "a JSON object"),
        ("operationName", str, "text"),
        ("extensions", dict, "a JSON object"),
    ):
        if sent.get(name) is not None and not isinstance(sent[name], kind):
            raise NotAsked(f"`{name}` must be {what}")
    return Asked(query, sent.get("variables"), sent.get("operationName"))


def bad_request(message: str) -> dict[str, Any]:
    """A GraphQL error for a request that is none."""
    return {"message": message, "extensions": {"code": "BAD_USER_INPUT"}}


def respond(body: dict[str, Any], status: int, media_type: str) -> Response:
    """An answer as JSON."""
    headers = {"content-type": f"{media_type}; charset=utf-8", "cache-control": "no-store"}
    return Response(orjson.dumps(body), status, headers)
