"""What happens around every request: its id, the size and time of its body, headers of safety."""

import asyncio
import logging
import time
import uuid
from typing import Any

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import Code
from api.execute import Answer
from api.metrics import Metrics
from api.problems import problem

log = structlog.get_logger()

READ_DEADLINE_S = 10.0
"""Time a client has to send its whole body."""

SAFETY_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
)

_ROUTE_KEPT = 200
"""Characters of a path that are logged; a client may send any."""

QUIET_PATHS = frozenset({"/health", "/ready", "/metrics"})
"""Paths that are asked by machines every few seconds and logged only when they fail."""


class RequestLog:
    """Gives each request an id, answers with it, counts it, and writes one line about it.

    A fault of ours is logged under the request's id, and the client told the id and no more.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics | None = None) -> None:
        self.app = app
        self.metrics = metrics or Metrics()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection of the server."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = uuid.uuid4().hex
        state = scope.setdefault("state", {})
        state["request_id"] = request_id
        started = time.perf_counter()
        status = 500
        answered = False

        async def send_with_id(message: Message) -> None:
            nonlocal status, answered
            if message["type"] == "http.response.start":
                status, answered = message["status"], True
                message["headers"] = [
                    *message.get("headers", []),
                    (b"x-request-id", request_id.encode()),
                    *SAFETY_HEADERS,
                ]
            await send(message)

        self.metrics.http_in_flight.inc()
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await self.app(scope, receive, send_with_id)
            except Exception:
                log.exception("fault")
                if answered:
                    raise
                detail = f"Request {request_id} is in the log."
                await problem(500, "Internal error", detail)(scope, receive, send_with_id)
            finally:
                took = time.perf_counter() - started
                self.metrics.http_in_flight.dec()
                self.metrics.served(status, took, state.get("answer"))
                if status >= 400 or scope["path"] not in QUIET_PATHS:
                    log.log(
                        logging.WARNING if status >= 500 else logging.INFO,
                        "request",
                        method=scope["method"],
                        route=scope["path"][:_ROUTE_KEPT],
                        status=status,
                        milliseconds=round(1000 * took, 2),
                        **told(state.get("answer")),
                    )


def told(answer: Answer | None) -> dict[str, Any]:
    """What the log says of a GraphQL answer: how it came about, nothing of what it holds."""
    if answer is None:
        return {}
    cost = answer.extensions.get("cost")
    return {
        "operation": answer.operation,
        "document": answer.document,
        "path": answer.path or "refused",
        "rows": answer.rows,
        "statements": answer.statements,
        "database_ms": round(1000 * answer.statement_s, 2),
        "data_version": answer.data_version,
        **({"cost": cost["requested"]} if cost else {}),
        **({"code": answer.code} if answer.errors else {}),
    }


class BodyLimit:
    """Reads the body before the application does, and refuses a large or a slow one.

    Args:
        limit: Bytes at most, counted on the stream, whatever the client announced.
    """

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection of the server."""
        if scope["type"] != "http" or scope["method"] not in ("POST", "PUT", "PATCH"):
            await self.app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(READ_DEADLINE_S):
                body = await self._read(receive)
        except TimeoutError:
            await problem(
                408,
                "Request too slow",
                f"The body took over {READ_DEADLINE_S:g} s.",
                code=Code.TIMEOUT,
                connection="close",
            )(scope, receive, send)
            return
        if body is None:
            await problem(
                413,
                "Request too large",
                f"At most {self.limit} bytes.",
                code=Code.DOCUMENT_TOO_LARGE,
                connection="close",
            )(scope, receive, send)
            return
        sent = False

        async def replay() -> Message:
            nonlocal sent
            if sent:
                return await receive()
            sent = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self.app(scope, replay, send)

    async def _read(self, receive: Receive) -> bytes | None:
        parts: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return b""
            part = message.get("body", b"")
            size += len(part)
            if size > self.limit:
                return None
            parts.append(part)
            if not message.get("more_body", False):
                return b"".join(parts)
