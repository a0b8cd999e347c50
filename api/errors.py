"""What a client may see of an error: a closed list of codes; the rest is masked.

`BadArgument` and its kind are refused before the database is asked. A database error becomes the
code of its class with a text of ours; anything else is INTERNAL. The request id joins an answer
to the log line that has the detail.
"""

from enum import StrEnum
from typing import Any

import structlog
from graphql import GraphQLError
from graphql.language.ast import Node

from api.logs import traceback_without
from graph.errors import (
    DatabaseAuthFailed,
    DatabaseFeatureMissing,
    DatabaseUnreachable,
    DriftError,
    QueryTimedOut,
)

ERRORS_SHOWN = 5
"""Errors an answer holds at most; a hostile document can cause thousands."""

MESSAGE_SHOWN = 300
"""Characters of a message that quotes the document or a value; both may be long."""

log = structlog.get_logger("drift.api")


class Code(StrEnum):
    """Values of `extensions.code`."""

    UNAUTHENTICATED = "UNAUTHENTICATED"
    FORBIDDEN = "FORBIDDEN"
    NOT_FOUND = "NOT_FOUND"
    BAD_USER_INPUT = "BAD_USER_INPUT"
    BAD_ID = "BAD_ID"
    COST_LIMIT = "COST_LIMIT"
    DEPTH_LIMIT = "DEPTH_LIMIT"
    DOCUMENT_TOO_LARGE = "DOCUMENT_TOO_LARGE"
    RATE_LIMITED = "RATE_LIMITED"
    TIMEOUT = "TIMEOUT"
    OVERLOADED = "OVERLOADED"
    UPSTREAM_UNAVAILABLE = "UPSTREAM_UNAVAILABLE"
    STALE_SNAPSHOT = "STALE_SNAPSHOT"
    INTERNAL = "INTERNAL"


class ApiError(DriftError):
    """An error a client may read as it stands."""

    code = Code.INTERNAL


class BadArgument(ApiError):
    """An argument has a value that cannot be answered."""

    code = Code.BAD_USER_INPUT


class BadId(BadArgument):
    """An id has not the form of ours, or names another kind of thing."""

    code = Code.BAD_ID


class Ambiguous(ApiError):
    """One thing was asked for, and several are meant."""

    code = Code.BAD_USER_INPUT


class StaleSnapshot(ApiError):
    """A cursor over scores is older than the publication."""

    code = Code.STALE_SNAPSHOT


class DocumentTooLarge(ApiError):
    """The document has more of something than allowed."""

    code = Code.DOCUMENT_TOO_LARGE


class TooDeep(ApiError):
    """The document nests deeper than allowed."""

    code = Code.DEPTH_LIMIT


class TooCostly(ApiError):
    """The answer could be larger, or cost more, than allowed."""

    code = Code.COST_LIMIT


class NotStored(ApiError):
    """No document is stored under a digest; the words are those that clients look for."""

    code = Code.NOT_FOUND

    def __init__(self) -> None:
        super().__init__("PersistedQueryNotFound")


class NotAllowed(ApiError):
    """The operation is none of those that are answered here."""

    code = Code.FORBIDDEN


class NotSafe(ApiError):
    """An operation that may change something came by GET."""

    code = Code.BAD_USER_INPUT

    def __init__(self) -> None:
        super().__init__("A GET only asks: send a mutation by POST.")


class Overloaded(ApiError):
    """There is more to answer than can be; later there may be less.

    Attributes:
        retry_after_s: When to try again, in seconds.
    """

    code = Code.OVERLOADED

    def __init__(self, retry_after_s: int) -> None:
        super().__init__(f"The server has too much to do. Try again in {retry_after_s} s.")
        self.retry_after_s = retry_after_s


class NotMigrated(ApiError):
    """The database has no publication counter, so it was never migrated."""

    def __init__(self) -> None:
        super().__init__("The database is not prepared yet: run `drift migrate`.")


class Unsupported(ApiError):
    """The operation has something the compiler has no rule for; the ordinary executor takes it."""


_MASKED: tuple[tuple[type[DriftError], Code, str], ...] = (
    (QueryTimedOut, Code.TIMEOUT, "The question took too long. Ask for less."),
    (DatabaseUnreachable, Code.UPSTREAM_UNAVAILABLE, "The database does not answer. Try again."),
    (
        DatabaseFeatureMissing,
        Code.UPSTREAM_UNAVAILABLE,
        "The database has no Graph Data Science, which STRONGEST needs. Ask for SHORTEST.",
    ),
    (DatabaseAuthFailed, Code.UPSTREAM_UNAVAILABLE, "The database does not answer. Try again."),
)


def formatted(
    errors: list[GraphQLError], request_id: str, values: Any = ()
) -> list[dict[str, Any]]:
    """The errors of an answer, as a client may see them; what is masked is logged.

    Args:
        values: What the client sent as values, which is kept out of the log.
    """
    return [_formatted(error, request_id, values) for error in errors[:ERRORS_SHOWN]]


def _formatted(error: GraphQLError, request_id: str, values: Any) -> dict[str, Any]:
    code, message = _public(error)
    if code is Code.INTERNAL:
        log.error(
            "masked error",
            request_id=request_id,
            path=error.path,
            exception=traceback_without(error.original_error or error, values),
        )
    shown: dict[str, Any] = {"message": message}
    if error.locations:
        shown["locations"] = [{"line": at.line, "column": at.column} for at in error.locations]
    if error.path:
        shown["path"] = error.path
    extensions: dict[str, Any] = {"code": code.value, "requestId": request_id}
    if isinstance(error.original_error, Overloaded):
        extensions["retryAfterMs"] = 1000 * error.original_error.retry_after_s
    shown["extensions"] = extensions
    return shown


def located(error: ApiError, *nodes: Node, path: list[str | int] | None = None) -> GraphQLError:
    """An error of ours as the GraphQL library takes it, at its place in the document."""
    made = GraphQLError(error.message, list(nodes) or None, path=path, original_error=error)
    made.__cause__ = error
    return made


def _short(message: str) -> str:
    return message if len(message) <= MESSAGE_SHOWN else f"{message[:MESSAGE_SHOWN]}..."


def _public(error: GraphQLError) -> tuple[Code, str]:
    cause = error.original_error
    if isinstance(cause, ApiError):
        return cause.code, _short(cause.message)
    for kind, code, message in _MASKED:
        if isinstance(cause, kind):
            return code, message
    if cause is None or isinstance(cause, GraphQLError):
        # Raised by the GraphQL library about the document or its variables.
        return Code.BAD_USER_INPUT, _short(error.message)
    return Code.INTERNAL, "Something went wrong on our side. The request id finds it in the log."
