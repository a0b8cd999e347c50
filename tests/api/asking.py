"""The whole application over a graph that is made up, asked without a network between."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import orjson
from starlette.applications import Starlette

from api.app import create_app
from graph.client import Graph
from graph.errors import DatabaseUnreachable
from graph.settings import ApiSettings, Settings


class NoGraph(Graph):
    """A database that is not there; remembers the compiled statements that were sent to it."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    async def rows(self, *_: Any, **__: Any) -> list[dict[str, Any]]:
        raise DatabaseUnreachable("nothing answers")

    async def record(
        self, statement: str, parameters: Mapping[str, Any], *, timeout_s: float
    ) -> list[Any] | None:
        self.sent.append(statement)
        raise DatabaseUnreachable("nothing answers")


class SlowGraph(NoGraph):
    """A database that answers compiled statements when it is let to.

    Attributes:
        go: Set when they are answered.
        running: Statements that wait for it now.
        ended: Statements that were ended before.
    """

    def __init__(self) -> None:
        super().__init__()
        self.go = asyncio.Event()
        self.running = self.most = self.ended = 0

    async def record(
        self, statement: str, parameters: Mapping[str, Any], *, timeout_s: float
    ) -> list[Any] | None:
        self.sent.append(statement)
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            await self.go.wait()
        except asyncio.CancelledError:
            self.ended += 1
            raise
        finally:
            self.running -= 1
        return [2, 2, 7, [["ar_0000000000000001"]]]


@dataclass(frozen=True)
class Reply:
    """What the application answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, read."""
        return orjson.loads(self.body)

    @property
    def code(self) -> str | None:
        """Code of the first GraphQL error, or of the problem."""
        if "errors" in self.json:
            return self.json["errors"][0]["extensions"]["code"]
        return self.json.get("code")


@dataclass(frozen=True)
class Request:
    """What is sent; `body` in pieces that are made while they are read."""

    method: str = "POST"
    target: str = "/graphql"
    body: bytes = b""
    pieces: int = 1
    headers: Mapping[str, str] = field(
        default_factory=lambda: {
            "content-type": "application/json",
            "accept": "application/graphql-response+json",
        }
    )

    @property
    def scope(self) -> dict[str, Any]:
        """The request as a server hands it on."""
        target = urlsplit(self.target)
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": self.method,
            "scheme": "http",
            "path": target.path,
            "raw_path": target.path.encode(),
            "query_string": target.query.encode(),
            "headers": [(k.encode(), v.encode()) for k, v in self.headers.items()],
            "server": ("127.0.0.1", 80),
            "client": ("127.0.0.1", 1),
        }


def question(query: str, variables: Mapping[str, Any] | None = None, **more: Any) -> Request:
    """A GraphQL request."""
    return Request(body=json.dumps({"query": query, "variables": variables, **more}).encode())


async def ask(app: Starlette, request: Request, gone: asyncio.Event | None = None) -> Reply:
    """Send one request and take the answer whole.

    Args:
        gone: Set when the client goes away without it.
    """
    gone = gone or asyncio.Event()
    left = request.pieces
    start: dict[str, Any] = {}
    parts: list[bytes] = []

    async def receive() -> dict[str, Any]:
        nonlocal left
        if left == 0:
            await gone.wait()
            return {"type": "http.disconnect"}
        left -= 1
        return {"type": "http.request", "body": request.body, "more_body": left > 0}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            parts.append(message.get("body", b""))

    await app(request.scope, receive, send)
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return Reply(start["status"], headers, b"".join(parts))


@contextlib.asynccontextmanager
async def serving(graph: Graph, **settings: Any) -> AsyncIterator[Starlette]:
    """The application over a graph, started."""

    @contextlib.asynccontextmanager
    async def opening() -> AsyncIterator[Graph]:
        yield graph

    app = create_app(Settings(api=ApiSettings(**{"warm_up": False, **settings})), opening)
    async with app.router.lifespan_context(app):
        yield app
