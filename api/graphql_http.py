"""GraphQL over HTTP: who is answered, and which status an answer has.

POST takes a JSON body, GET its parameters and only queries; forms are refused, so that a foreign
page cannot make a browser send anything. An answer is `application/graphql-response+json` for
clients that accept it, and then its status says whether the document was executed; for clients
that know only `application/json` a refused document is a 200 with errors, as the specification
has it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import orjson
from starlette.requests import Request
from starlette.responses import Response

from api.admission import Admission
from api.errors import ApiError, BadArgument, Overloaded, formatted, located
from api.execute import Answer, Executor
from api.graphql_request import (
    GRAPHQL_RESPONSE,
    JSON,
    Asked,
    NotAsked,
    from_body,
    from_link,
    is_json,
    negotiate,
)
from api.pages import graphiql_page
from api.problems import problem
from api.stored import StoredOperations

T = TypeVar("T")

UNWATCHED_S = 0.05
"""How long a request runs before anybody looks whether its client is still there."""

CLIENT_GONE = 499
"""Status of a request whose client went away, for the log; nobody receives it."""


async def graphql(request: Request) -> Response:
    """The `/graphql` route."""
    if request.method == "GET" and wants_page(request):
        return graphiql_page()
    media_type = negotiate(request.headers)
    if media_type is None:
        return not_acceptable()
    if request.method == "POST" and not is_json(request.headers):
        return problem(
            415, "Unsupported media type", f"Send the query as {JSON}.", accept_post=JSON
        )
    try:
        asked = from_body(await request.body()) if request.method == "POST" else from_link(request)
    except NotAsked as error:
        return refusal(request, BadArgument(str(error)), 400, media_type)

    async def answer(deadline: float) -> Response:
        found = await executed(request, asked, deadline)
        return respond(found.as_dict(), status_of(found, media_type), media_type)

    return await in_turn(request, media_type, answer)


async def in_turn(
    request: Request, media_type: str, answer: Callable[[float], Awaitable[Response]]
) -> Response:
    """An answer, made when there is a place for it and as long as its client is there.

    Args:
        answer: Makes it, given the time until which it has to be there.
    """
    executor: Executor = request.app.state.executor
    admission: Admission = request.app.state.admission
    deadline = asyncio.get_running_loop().time() + executor.settings.request_timeout_s
    try:
        async with admission.place(deadline):
            response = await while_connected(request, answer(deadline))
    except Overloaded as error:
        return refusal(request, error, 503, media_type, retry_after=str(error.retry_after_s))
    except ApiError as error:
        return refusal(request, error, 400 if media_type == GRAPHQL_RESPONSE else 200, media_type)
    return response or Response(status_code=CLIENT_GONE)


async def executed(request: Request, asked: Asked, deadline: float) -> Answer:
    """The answer to what is asked.

    Raises:
        ApiError: No document is stored under its digest, or it is none of those answered here.
    """
    executor: Executor = request.app.state.executor
    stored: StoredOperations = request.app.state.stored
    answer = await executor.execute(
        stored.document(asked),
        asked.variables,
        asked.operation_name,
        queries_only=request.method != "POST",
        deadline=deadline,
        request_id=request.state.request_id,
    )
    if not answer.refused:
        stored.keep(asked)
    request.state.answer = answer
    return answer


async def while_connected(request: Request, work: Awaitable[T]) -> T | None:
    """The result of the work; None if the client went away first, and the work was ended."""
    task, gone = asyncio.current_task(), False
    watcher: asyncio.Task[None] | None = None
    assert task is not None

    async def watch() -> None:
        nonlocal gone
        while (await request.receive())["type"] != "http.disconnect":
            pass
        gone = True
        task.cancel()

    def begin() -> None:
        nonlocal watcher
        watcher = asyncio.create_task(watch())

    timer = asyncio.get_running_loop().call_later(UNWATCHED_S, begin)
    try:
        return await work
    except asyncio.CancelledError:
        if not gone:
            raise
        task.uncancel()
        return None
    finally:
        timer.cancel()
        if watcher is not None:
            watcher.cancel()


def status_of(answer: Answer, media_type: str) -> int:
    """Status of an answer; only the newer media type tells by it that a document was refused."""
    if answer.unsafe:
        return 405
    return 400 if answer.refused and media_type == GRAPHQL_RESPONSE else 200


def wants_page(request: Request) -> bool:
    """Whether a browser asks for the page rather than a client for an answer."""
    accept = request.headers.get("accept", "")
    return "text/html" in accept and not request.query_params.keys() & {
        "query",
        "extensions",
        "documentId",
    }


def not_acceptable() -> Response:
    """The client takes no answer that can be given."""
    return problem(406, "Not acceptable", f"Answers are {GRAPHQL_RESPONSE} or {JSON}, in UTF-8.")


def refusal(
    request: Request, error: ApiError, status: int, media_type: str, **headers: str
) -> Response:
    """An answer of nothing but the error of ours that kept the request from being executed."""
    request_id = request.state.request_id
    answer = Answer(request_id, errors=formatted([located(error)], request_id), refused=True)
    request.app.state.executor.metrics.answered(answer)
    request.state.answer = answer
    return respond(answer.as_dict(), status, media_type, **headers)


def respond(body: dict[str, Any], status: int, media_type: str, **headers: str) -> Response:
    """An answer as JSON, which nobody keeps unless a header says otherwise.

    Args:
        headers: Further headers; an underscore in a name stands for a hyphen.
    """
    all_headers = {"content-type": f"{media_type}; charset=utf-8", "cache-control": "no-store"}
    if status == 405:
        all_headers["allow"] = "POST"
    all_headers |= {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(orjson.dumps(body), status, all_headers)
