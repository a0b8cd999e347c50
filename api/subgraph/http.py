"""The route `/subgraph/{id}.{format}`: a pull as a file, or why there is none.

A file is tagged by the version of the data and by what was asked, so that a client that has it is
told so before the database is asked for the rows.
"""

import asyncio
import hashlib
from collections.abc import Mapping
from typing import Any, Final

import orjson
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from api.admission import Admission
from api.errors import BadId, Code, Overloaded
from api.execute import Answer, Executor
from api.graphql_http import CLIENT_GONE, while_connected
from api.problems import problem
from api.schema.subgraph import check_root
from api.subgraph.formats import FORMATS, Format
from api.subgraph.parameters import BadParameter, read_parameters
from api.subgraph.pull import Pull
from graph import publication
from graph.client import Graph
from graph.errors import DatabaseError

DOCUMENT: Final = """
query Subgraph($root: ID!, $options: SubgraphOptions!) {
  subgraph(root: $root, options: $options) {
    root
    nodes { id label hop properties }
    edges { from to type properties }
    truncated truncatedBy { limit leftOut } notes asOf version
  }
}
"""

WRITTEN: Final = 1
"""Version of how files are written; a new one makes clients fetch them again."""

RETRY_S: Final = 5
"""Seconds after which a client may ask again when the database did not answer."""

_STATUS: Final[Mapping[Code, tuple[int, str]]] = {
    Code.BAD_USER_INPUT: (400, "Bad parameter"),
    Code.BAD_ID: (400, "Bad parameter"),
    Code.COST_LIMIT: (400, "Bad parameter"),
    Code.RATE_LIMITED: (429, "Too many requests"),
    Code.OVERLOADED: (503, "Not now"),
    Code.UPSTREAM_UNAVAILABLE: (503, "Not now"),
    Code.TIMEOUT: (504, "Took too long"),
}
"""Code of an answer's first error -> status and title of the problem; 500 for others."""


async def subgraph(request: Request) -> Response:
    """The `/subgraph/{id}.{format}` route."""
    root, _, ending = request.path_params["name"].rpartition(".")
    wanted = FORMATS.get(ending)
    if wanted is None:
        known = ", ".join(f".{name}" for name in FORMATS)
        detail = f"{ending[:60]!r} is none of {known}"
        return wrong(404, "Unknown format", Code.NOT_FOUND, "format", detail)
    try:
        check_root(root)
        options = read_parameters(request.query_params.multi_items()).options()
    except BadId as error:
        return wrong(400, "Bad parameter", error.code, "id", error.message)
    except BadParameter as error:
        return wrong(400, "Bad parameter", Code.BAD_USER_INPUT, error.name, str(error))
    asked = [WRITTEN, root, ending, options]
    try:
        tag = await tag_of_client(request, asked)
    except DatabaseError:
        return failed(Code.UPSTREAM_UNAVAILABLE, "The database does not answer. Try again.")
    if tag is not None:
        return Response(status_code=304, headers=cached(tag))
    try:
        answer = await answered(request, {"root": root, "options": options})
    except Overloaded as error:
        return failed(error.code, error.message)
    if answer is None:
        return Response(status_code=CLIENT_GONE)
    request.state.answer = answer
    if answer.errors or answer.data is None:
        first = answer.errors[0]
        return failed(Code(first["extensions"]["code"]), first["message"])
    found = answer.data["subgraph"]
    if found["root"] is None:
        return wrong(404, "Unknown id", Code.NOT_FOUND, "id", found["notes"][0])
    return file(wanted, Pull(about(answer, found, options), found), answer, asked)


async def answered(request: Request, variables: dict[str, Any]) -> Answer | None:
    """The answer of the GraphQL field when there is a place for it; None if the client went away.

    Raises:
        Overloaded: There is no place.
    """
    executor: Executor = request.app.state.executor
    admission: Admission = request.app.state.admission
    patience = executor.settings.pull_timeout_s
    deadline = asyncio.get_running_loop().time() + patience
    async with admission.place(deadline):
        return await while_connected(
            request,
            executor.execute(
                DOCUMENT,
                variables,
                deadline=deadline,
                request_id=request.state.request_id,
                timeout_s=patience,
            ),
        )


def about(answer: Answer, found: Mapping[str, Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """What a file says of itself."""
    told = ("root", "truncated", "truncatedBy", "notes", "asOf", "version")
    return {
        **{name: found[name] for name in told},
        "options": options,
        "dataVersion": answer.data_version,
    }


def file(wanted: Format, pull: Pull, answer: Answer, asked: list[Any]) -> Response:
    """A pull as it is sent."""
    name = f"drift-{pull.about['root']}.{wanted.suffix}"
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "x-drift-truncated": "true" if pull.about["truncated"] else "false",
        "x-drift-data-version": str(answer.data_version),
    }
    if pull.about["truncated"]:
        headers["x-drift-truncated-by"] = ", ".join(map(limited, pull.about["truncatedBy"]))
    if answer.extensions.get("publishing") or answer.data_version is None:
        headers["cache-control"] = "no-store"
    else:
        headers |= cached(tag_of(answer.data_version, asked))
    return StreamingResponse(wanted.chunks(pull), headers=headers, media_type=wanted.media_type)


def limited(limit: Mapping[str, Any]) -> str:
    """A limit as a header names it: `MAX_NODES;left-out=12`."""
    left_out = limit["leftOut"]
    return limit["limit"] + ("" if left_out is None else f";left-out={left_out}")


def tag_of(data_version: int, asked: list[Any]) -> str:
    """The entity tag of what is asked, at a version of the data."""
    said = orjson.dumps([data_version, *asked], option=orjson.OPT_SORT_KEYS)
    return f'"{hashlib.blake2b(said, digest_size=16).hexdigest()}"'


async def tag_of_client(request: Request, asked: list[Any]) -> str | None:
    """The tag of what the client has, if that is what it would get; None otherwise.

    Raises:
        DatabaseError: The version of the data cannot be read.
    """
    known = request.headers.get("if-none-match")
    if known is None:
        return None
    graph: Graph = request.app.state.graph
    has = {each.strip().removeprefix("W/") for each in known.split(",")}
    for row in await graph.rows(publication.READ):
        tag = tag_of(row["dataVersion"], asked)
        if tag in has and row["version"] % 2 == 0:
            return tag
    return None


def cached(tag: str) -> dict[str, str]:
    """Headers of what a client may keep and must ask about."""
    return {"etag": tag, "cache-control": "no-cache"}


def wrong(status: int, title: str, code: Code, parameter: str, detail: str) -> Response:
    """A problem with one parameter of the request."""
    return problem(status, title, detail, code=code, parameter=parameter)


def failed(code: Code, detail: str) -> Response:
    """A problem that is none of the client's parameters."""
    status, title = _STATUS.get(code, (500, "Internal error"))
    if status in (429, 503):
        return problem(status, title, detail, code=code, retry_after=str(RETRY_S))
    return problem(status, title, detail, code=code)
