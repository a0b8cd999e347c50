"""`GET /graphql/p/<sha256>`: a stored operation at an address of its own, which caches know.

The body is the answer and nothing that differs from request to request: its cost is in headers.
"""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from api.caching import Versions, current_versions, is_kept, tag_of
from api.errors import ApiError, BadArgument
from api.execute import Answer, Executor
from api.graphql_http import executed, in_turn, not_acceptable, refusal, respond, status_of
from api.graphql_request import DOCUMENT_ID, Asked, NotAsked, from_link, negotiate

VARY = "Accept, Accept-Encoding, Authorization"

REVALIDATED = "private, no-cache"
"""For one client's cache, which asks each time whether the answer is still right: that costs one
look at the versions, and nobody sees scores of the night before."""


async def stored_graphql(request: Request) -> Response:
    """The route of stored operations."""
    media_type = negotiate(request.headers)
    if media_type is None:
        return not_acceptable()
    try:
        asked = from_link(request, documentId=f"{DOCUMENT_ID}{request.path_params['digest']}")
    except NotAsked as error:
        return refusal(request, BadArgument(str(error)), 400, media_type)

    async def answer(deadline: float) -> Response:
        kept = await kept_tag(request, asked)
        if kept is not None:
            return unchanged(kept)
        try:
            found = await executed(request, asked, deadline)
        except ApiError as error:
            return refusal(request, error, 404, media_type)
        return fresh(request, asked, found, media_type)

    return await in_turn(request, media_type, answer)


async def kept_tag(request: Request, asked: Asked) -> str | None:
    """The tag of the answer as it is now, if the client says that it keeps that; else None."""
    if "if-none-match" not in request.headers:
        return None
    executor: Executor = request.app.state.executor
    versions = await current_versions(executor.graph)
    if versions is None or not versions.rests:
        return None
    tag = tag_of(request, asked, request.app.state.build, versions)
    return tag if is_kept(request, tag) else None


def unchanged(tag: str) -> Response:
    """The answer that the client keeps is still right."""
    return Response(
        status_code=304, headers={"etag": tag, "cache-control": REVALIDATED, "vary": VARY}
    )


def fresh(request: Request, asked: Asked, answer: Answer, media_type: str) -> Response:
    """An answer with its cost in headers; with a tag if it lasts as long as the data."""
    extensions = dict(answer.extensions)
    cost = extensions.pop("cost", {})
    body = replace(answer, extensions=extensions).as_dict()
    headers = {f"x_cost_{name}": str(figure) for name, figure in cost.items()} | {"vary": VARY}
    if answer.lasts and answer.version is not None and answer.data_version is not None:
        versions = Versions(answer.version, answer.data_version)
        headers["etag"] = tag_of(request, asked, request.app.state.build, versions)
        headers["cache_control"] = REVALIDATED
    return respond(body, status_of(answer, media_type), media_type, **headers)
