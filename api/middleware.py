"""What happens around every request: its id, the size and time of its body, headers of safety."""

import asyncio
import time
import uuid

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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

QUIET_PATHS = frozenset({"/health", "/ready", "/metrics"})
"""Paths that are asked by machines every few seconds and logged only when they fail."""


class RequestLog:
    """Gives each request an id, answers with it, counts it, and writes one line about it."""

    def __init__(self, app: ASGIApp, metrics: Metrics | None = None) -> None:
        self.app = app
        self.metrics = metrics or Metrics()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection of the server."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = uuid.uuid4().hex
        started = time.perf_counter()
        status = 500

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [
                    *message.get("headers", []),
                    (b"x-request-id", request_id.encode()),
                    *SAFETY_HEADERS,
                ]
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            state = scope.setdefault("state", {})
            state["request_id"] = request_id
            self.metrics.http_in_flight.inc()
            try:
                await self.app(scope, receive, send_with_id)
            finally:
                took = time.perf_counter() - started
                self.metrics.http_in_flight.dec()
                self.metrics.served(status, took, state.get("answer"))
                if status >= 400 or scope["path"] not in QUIET_PATHS:
                    log.info(
                        "request",
                        method=scope["method"],
                        path=scope["path"],
                        status=status,
                        milliseconds=round(1000 * took, 1),
                    )


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
                connection="close",
            )(scope, receive, send)
            return
        if body is None:
            await problem(
                413, "Request too large", f"At most {self.limit} bytes.", connection="close"
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
