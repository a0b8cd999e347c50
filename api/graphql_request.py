"""What a GraphQL request over HTTP must look like, and which answer its client takes."""

from dataclasses import dataclass
from typing import Any, cast

import orjson
from starlette.datastructures import Headers
from starlette.requests import Request

GRAPHQL_RESPONSE = "application/graphql-response+json"
JSON = "application/json"

DOCUMENT_ID = "sha256:"
"""How a `documentId` begins; the digest follows."""


@dataclass(frozen=True)
class Asked:
    """What a client asks for.

    Attributes:
        query: The document, None where its digest says which.
        digest: Its SHA-256 as the client has it, None if it sent none.
    """

    query: str | None
    variables: dict[str, Any] | None
    operation_name: str | None
    digest: str | None = None


class NotAsked(Exception):
    """The request is no GraphQL request; the message says what would be right."""


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


def from_link(request: Request, **given: str) -> Asked:
    """The request in the parameters of a GET.

    Args:
        given: Parameters that the path gives.

    Raises:
        NotAsked: A parameter is missing or not what it should be.
    """
    sent: dict[str, Any] = {**request.query_params, **given}
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
    for name, kind, what in (
        ("variables", dict, "a JSON object"),
        ("operationName", str, "text"),
        ("extensions", dict, "a JSON object"),
    ):
        if sent.get(name) is not None and not isinstance(sent[name], kind):
            raise NotAsked(f"`{name}` must be {what}")
    query, digest = sent.get("query"), digest_in(sent)
    if not (query is None and digest) and (not isinstance(query, str) or not query.strip()):
        raise NotAsked("`query` must be a GraphQL document as text")
    return Asked(query, sent.get("variables"), sent.get("operationName"), digest)


def digest_in(sent: dict[str, Any]) -> str | None:
    """The SHA-256 of the document, in either of the two forms that clients send.

    Raises:
        NotAsked: It is in neither.
    """
    named = sent.get("documentId")
    if named is not None:
        if not isinstance(named, str) or not named.startswith(DOCUMENT_ID):
            raise NotAsked(f"`documentId` must be like `{DOCUMENT_ID}0123...`")
        return named.removeprefix(DOCUMENT_ID)
    extensions: dict[str, Any] = sent.get("extensions") or {}
    match extensions.get("persistedQuery"):
        case None:
            return None
        case {"version": 1, "sha256Hash": str(digest)}:
            return digest
        case _:  # pyright: ignore[reportUnknownVariableType]
            raise NotAsked(
                '`extensions.persistedQuery` must be like {"version": 1, "sha256Hash": "..."}'
            )
