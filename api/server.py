"""The server process: how it is told to stop, and what a connection may cost before it asks.

A first signal lets running requests finish, a second one stops at once. Request bodies are bounded
by the application; uvicorn's faster parser does not bound what comes before the body, so that is
done here.
"""

import asyncio
import gc
import socket
from asyncio.events import TimerHandle
from types import FrameType

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from api.service import Service
from graph.settings import ApiSettings

GRACE_S = 20
"""How long a stop waits for requests that run."""

CONNECTIONS_MAX = 12_000
"""Open connections of a process; operations are bounded by `Admission`, far below."""

HEAD_MAX = 65_536
"""Bytes of request line and headers; the question of a GET stands there."""

HEAD_S = 10.0
"""Time a client has to send them."""

OBJECTS_BETWEEN_COLLECTIONS = 10_000
"""A large answer is some thousand lists and dictionaries, none of them in a cycle."""


class BoundedHttp(HttpToolsProtocol):
    """A connection whose requests have to say in time, and in few words, what they are."""

    head_s = HEAD_S
    _received = 0
    _late: TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """See `asyncio.Protocol`."""
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self._head_is_there()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        super().data_received(data)
        if self._late is not None:
            self._received += len(data)
            if self._received > HEAD_MAX and not self.transport.is_closing():
                self.send_400_response("Request line and headers are too large.")

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._await_head()

    def on_headers_complete(self) -> None:
        """Request line and headers are there."""
        self._head_is_there()
        super().on_headers_complete()

    def _await_head(self) -> None:
        self._head_is_there()
        self._received = 0
        self._late = self.loop.call_later(self.head_s, self._close)

    def _head_is_there(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _close(self) -> None:
        self.transport.close()


class Server(uvicorn.Server):
    """A server that says that it is stopping, and stops at once at the second signal.

    Args:
        service: Told of the first signal.
        pause_s: Time from the first signal to the end of accepting, in which load balancers see
            that `/ready` is 503.
    """

    def __init__(self, config: uvicorn.Config, service: Service, pause_s: float) -> None:
        super().__init__(config)
        self._service = service
        self._pause_s = pause_s

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open what is needed, and begin to answer."""
        await super().startup(sockets)
        spare_the_collector()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal came."""
        if self.should_exit:
            self.force_exit = True
        self._service.stopping = True
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop accepting, let requests finish, close what was opened."""
        waited = 0.0
        while waited < self._pause_s and not self.force_exit:
            await asyncio.sleep(0.05)
            waited += 0.05
        await super().shutdown(sockets)


def spare_the_collector() -> None:
    """Take what the server keeps for ever, the schema above all, out of the garbage collector.

    Else it is walked every twentieth large answer, which stops all requests for 0.2 s; and the
    rows of one answer are no reason to look for garbage ten times (2026-11: 1,000 artists cost
    1.9 ms of processor time in place of 4.3).
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)


def run(app: Starlette, settings: ApiSettings, listener: socket.socket) -> None:
    """Serve on a socket until a signal."""
    config = uvicorn.Config(
        app,
        http=BoundedHttp,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=CONNECTIONS_MAX,
        timeout_graceful_shutdown=GRACE_S,
    )
    Server(config, app.state.service, settings.stop_pause_s).run(sockets=[listener])
