"""One connection to the database, as bare as Bolt allows: a statement out, its one record back.

The driver spends 0.5 ms of processor time on a small read, more than all the rest of a request:
sessions, results and summaries that nobody looks at, and a task for each piece it receives. Here
a read is one message out and the messages back, packed and unpacked by the driver's own codec:
0.1 ms (2026-11, driver 6.4.1). Everything else (writes, transactions, routing) is the driver's.
"""

import asyncio
import contextlib
import ssl
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import urlsplit

from neo4j._codec.hydration.bolt.v2 import HydrationHandler
from neo4j._codec.packstream._common import PackableBuffer, UnpackableBuffer
from neo4j._codec.packstream.v1 import Packer, Unpacker

from graph.connection import Connection

DIRECT_SCHEMES = ("bolt", "bolt+s", "bolt+ssc")
"""Addresses of one server; the others need a routing table."""

_AGENT = "drift"
_DEFAULT_PORT = 7687
_GREETING = bytes.fromhex("6060b017 00020605 00000000 00000000 00000000")
"""Offers Bolt 5.6 down to 5.4: Neo4j 5.23 and later speak it."""

_MAJOR = 5

_HELLO, _GOODBYE, _RESET, _RUN, _PULL, _LOGON = 0x01, 0x02, 0x0F, 0x10, 0x3F, 0x6A
_RECORD, _FAILURE = 0x71, 0x7F
_ENDED_BY_HAND = frozenset(
    f"Neo.TransientError.Transaction.{name}" for name in ("Terminated", "LockClientStopped")
)
_CHUNK_BYTES = 65_535
_HOOKS = HydrationHandler().new_hydration_scope().dehydration_hooks


class BoltFailure(Exception):
    """The server refused or could not do something.

    Attributes:
        code: Its code for it, `Neo.ClientError...`.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def is_retryable(self) -> bool:
        """Whether the same statement may succeed in a moment."""
        return self.code.startswith("Neo.TransientError.") and self.code not in _ENDED_BY_HAND


class BoltLost(Exception):
    """There is no connection, or there is none any more."""


class BoltConnection(asyncio.Protocol):
    """An open connection that answers one statement at a time; made by `connect`."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._version = b""
        self._received = bytearray()
        self._message = bytearray()
        self._record: bytearray | None = None
        self._failure: BoltFailure | None = None
        self._answers = 0
        self._done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @property
    def is_open(self) -> bool:
        """Whether it can be asked."""
        return self._transport is not None and not self._transport.is_closing()

    async def record(
        self, statement: str, parameters: Mapping[str, Any], database: str, timeout_s: float
    ) -> list[Any] | None:
        """The values of the first record of a read statement, None if there is none.

        Cancelled, it closes the connection, and the server ends the statement.

        Raises:
            BoltFailure: The server could not run it.
            BoltLost: The connection is gone.
        """
        extra = {"mode": "r", "db": database, "tx_timeout": round(1000 * timeout_s)}
        record = await self._exchange(_message(_RUN, statement, parameters, extra) + _PULL_ALL, 2)
        return None if record is None else cast(list[Any], _unpacked(record))

    async def greet(self, user: str, password: str) -> None:
        """Agree on the protocol and log in.

        Raises:
            BoltFailure: The server refused user or password.
            BoltLost: It closed the connection, or speaks no version of ours.
        """
        await self._until_done(_GREETING)
        if self._version[3] != _MAJOR:
            raise BoltLost("the server speaks no Bolt 5.4 to 5.6")
        agent = {"user_agent": _AGENT, "bolt_agent": {"product": _AGENT}}
        quiet = {"notifications_minimum_severity": "OFF"}
        who = {"scheme": "basic", "principal": user, "credentials": password}
        await self._exchange(_message(_HELLO, agent | quiet) + _message(_LOGON, who), 2)

    def close(self) -> None:
        """Close it."""
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(_message(_GOODBYE))
            self._transport.close()

    async def _exchange(self, sent: bytes, answers: int) -> bytearray | None:
        self._record, self._failure, self._answers = None, None, answers
        await self._until_done(sent)
        failure = self._failure
        if failure is not None:
            self._failure, self._answers = None, 1
            with contextlib.suppress(BoltLost):
                await self._until_done(_message(_RESET))
            raise failure
        return self._record

    async def _until_done(self, sent: bytes) -> None:
        if self._transport is None or self._transport.is_closing():
            raise BoltLost("the connection is closed")
        self._done = asyncio.get_running_loop().create_future()
        self._transport.write(sent)
        try:
            await self._done
        except asyncio.CancelledError:
            self._transport.abort()
            raise

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `asyncio.Protocol`."""
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        if not self._done.done():
            lost = BoltLost(f"the server closed the connection: {exc or 'without a word'}")
            self._done.set_exception(self._failure or lost)

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        received = self._received
        received += data
        if not self._version:
            if len(received) >= 4:
                self._version = bytes(received[:4])
                del received[:4]
                self._finish()
            return
        at, end = 0, len(received)
        while end - at >= 2:
            after = at + 2 + (received[at] << 8 | received[at + 1])
            if after > end:
                break
            if after > at + 2:
                self._message += received[at + 2 : after]
            elif self._message:
                self._take(self._message)
                self._message = bytearray()
            at = after
        del received[:at]

    def _take(self, message: bytearray) -> None:
        kind = message[1]
        if kind == _RECORD:
            self._record = self._record or message
            return
        if kind == _FAILURE:
            said = _unpacked(message)
            self._failure = BoltFailure(said.get("code", ""), said.get("message", ""))
        self._answers -= 1
        if self._answers == 0:
            self._finish()

    def _finish(self) -> None:
        if not self._done.done():
            self._done.set_result(None)


async def connect(connection: Connection) -> BoltConnection:
    """A connection that is logged in.

    Raises:
        BoltFailure: The server refused user or password.
        BoltLost: Nothing answers there, or not in Bolt.
    """
    address = urlsplit(connection.uri)
    try:
        _, opened = await asyncio.get_running_loop().create_connection(
            BoltConnection,
            address.hostname or "",
            address.port or _DEFAULT_PORT,
            ssl=_security(address.scheme),
        )
    except OSError as error:
        raise BoltLost(str(error)) from error
    try:
        await opened.greet(connection.user, connection.password.get_secret_value())
    except BaseException:
        opened.close()
        raise
    return opened


def _security(scheme: str) -> ssl.SSLContext | None:
    if scheme == "bolt":
        return None
    context = ssl.create_default_context()
    if scheme == "bolt+ssc":
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _message(kind: int, *fields: Any) -> bytes:
    buffer = PackableBuffer()
    buffer.write(bytes((0xB0 + len(fields), kind)))
    packer = Packer(buffer)
    for field in fields:
        packer.pack(field, _HOOKS)
    content = buffer.data
    parts = [content[at : at + _CHUNK_BYTES] for at in range(0, len(content), _CHUNK_BYTES)]
    return b"".join(len(part).to_bytes(2, "big") + part for part in parts) + b"\x00\x00"


def _unpacked(message: bytearray) -> Any:
    """The one field of a message."""
    buffer = UnpackableBuffer(message)
    buffer.p = 2
    return cast(Any, Unpacker(buffer).unpack())


_PULL_ALL = _message(_PULL, {"n": -1})
