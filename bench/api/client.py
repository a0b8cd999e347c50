"""A client that costs little: HTTP over sockets that stay open, requests made beforehand."""

import contextlib
import selectors
import socket
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

TIMEOUT_S = 30.0
_READ = 262_144


@dataclass(frozen=True)
class Reply:
    """One answer.

    Attributes:
        seconds: From sending the request to having the whole answer.
    """

    status: int
    body: bytes
    seconds: float


class Failed(Exception):
    """A server closed the connection, or answered what is no HTTP."""


def request(body: dict[str, Any], port: int) -> bytes:
    """The bytes of a GraphQL request over POST."""
    content = orjson.dumps(body)
    head = (
        f"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"Accept: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


class Connection:
    """One open connection; a request at a time."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), TIMEOUT_S)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._received = b""
        self._began = 0.0

    def __enter__(self) -> "Connection":
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def ask(self, sent: bytes) -> Reply:
        """Send a request and wait for its answer."""
        self.send(sent)
        while (reply := self.receive()) is None:
            pass
        return reply

    def send(self, sent: bytes) -> None:
        """Send a request."""
        self._began = time.perf_counter()
        self.socket.sendall(sent)

    def receive(self) -> Reply | None:
        """Take what has come; the answer if it is whole.

        Raises:
            Failed: The server closed the connection, or what it sends is no answer.
        """
        part = self.socket.recv(_READ)
        if not part:
            raise Failed("the server closed the connection")
        self._received += part
        whole = _whole(self._received)
        if whole is None:
            return None
        self._received = b""
        return Reply(*whole, time.perf_counter() - self._began)


def together(port: int, requests: Sequence[bytes], clients: int) -> tuple[list[Reply], float]:
    """Answers of all requests in their order, asked by several clients at once; and the seconds."""
    replies: list[Reply | None] = [None] * len(requests)
    waiting = iter(enumerate(requests))
    asked: dict[Connection, int] = {}
    with contextlib.ExitStack() as stack, selectors.DefaultSelector() as selector:
        for _ in range(clients):
            connection = stack.enter_context(Connection(port))
            selector.register(connection.socket, selectors.EVENT_READ, connection)
        began = time.perf_counter()
        for key in selector.get_map().values():
            _next(key.data, waiting, asked)
        while asked:
            for key, _ in selector.select(TIMEOUT_S):
                connection = key.data
                if (reply := connection.receive()) is not None:
                    replies[asked.pop(connection)] = reply
                    _next(connection, waiting, asked)
        seconds = time.perf_counter() - began
    return [reply for reply in replies if reply is not None], seconds


def _next(
    connection: Connection, waiting: Iterator[tuple[int, bytes]], asked: dict[Connection, int]
) -> None:
    at, sent = next(waiting, (0, b""))
    if sent:
        asked[connection] = at
        connection.send(sent)


def _whole(received: bytes) -> tuple[int, bytes] | None:
    """Status and body of an answer, None while more is to come."""
    head, gap, rest = received.partition(b"\r\n\r\n")
    if not gap:
        return None
    status, *lines = head.split(b"\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (x.partition(b":") for x in lines)}
    if b"content-length" in headers:
        length = int(headers[b"content-length"])
        return (int(status.split()[1]), rest[:length]) if len(rest) >= length else None
    if headers.get(b"transfer-encoding") == b"chunked":
        return (int(status.split()[1]), _joined(rest)) if rest.endswith(b"0\r\n\r\n") else None
    raise Failed(f"an answer without a length: {head[:200]!r}")


def _joined(chunks: bytes) -> bytes:
    body = b""
    while chunks:
        size, _, chunks = chunks.partition(b"\r\n")
        length = int(size, 16)
        body, chunks = body + chunks[:length], chunks[length + 2 :]
    return body
