"""Errors outside GraphQL: RFC 9457 problems."""

import orjson
from starlette.responses import Response

from api.errors import Code


def problem(
    status: int,
    title: str,
    detail: str = "",
    *,
    code: Code | None = None,
    parameter: str | None = None,
    **headers: str,
) -> Response:
    """An `application/problem+json` answer.

    Args:
        title: What kind of problem it is; the same sentence for all of its kind.
        detail: What happened this time, and what would be right.
        code: What GraphQL errors call it, where they have a name for it.
        parameter: Which parameter of the request is wrong, if it is one.
        headers: Further headers; an underscore in a name stands for a hyphen.
    """
    body: dict[str, object] = {"type": "about:blank", "title": title, "status": status}
    if detail:
        body["detail"] = detail
    if code:
        body["code"] = code.value
    if parameter:
        body["parameter"] = parameter
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(orjson.dumps(body), status, named, media_type="application/problem+json")
