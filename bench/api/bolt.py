"""What a server sends to the database: a proxy that passes Bolt on and notes each statement."""

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

_RUN = 0x10
_HANDSHAKE_BYTES = 20
_NEWER_HANDSHAKE = b"\x00\x00\x01\xff"
"""Offer to agree on a version by a longer exchange; left out, so that messages follow at once."""

_READ = 65_536


@dataclass(frozen=True)
class Statement:
    """A statement and its parameters."""

    text: str
    parameters: dict[str, Any]


@dataclass
class Proxy:
    """A port that leads to the database.

    Attributes:
        statements: What was run through it so far.
    """

    port: int
    statements: list[Statement] = field(default_factory=list[Statement])


@contextlib.contextmanager
def listening(uri: str) -> Generator[Proxy]:
    """A proxy before a database, for as long as the context lasts."""
    address = urlsplit(uri)
    target = (address.hostname or "127.0.0.1", address.port or 7687)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        proxy = Proxy(listener.getsockname()[1])
        threading.Thread(target=_accept, args=(listener, target, proxy), daemon=True).start()
        yield proxy


def _accept(listener: socket.socket, target: tuple[str, int], proxy: Proxy) -> None:
    with contextlib.suppress(OSError):
        while True:
            client, _ = listener.accept()
            server = socket.create_connection(target)
            notes = _Notes(proxy.statements)
            for source, sink, look in ((client, server, notes.take), (server, client, bytes)):
                threading.Thread(target=_pump, args=(source, sink, look), daemon=True).start()


def _pump(source: socket.socket, sink: socket.socket, look: Callable[[bytes], bytes]) -> None:
    with contextlib.suppress(OSError), source, sink:
        while part := source.recv(_READ):
            sink.sendall(look(part))


class _Notes:
    """Reads what a client sends, message by message."""

    def __init__(self, statements: list[Statement]) -> None:
        self._statements = statements
        self._greeted = False
        self._waiting = b""
        self._message = b""

    def take(self, part: bytes) -> bytes:
        """Look at what was sent; what to pass on."""
        if not self._greeted:
            self._greeted = True
            greeting, part = part[:_HANDSHAKE_BYTES], part[_HANDSHAKE_BYTES:]
            self._chunks(part)
            return greeting.replace(_NEWER_HANDSHAKE, bytes(4)) + part
        self._chunks(part)
        return part

    def _chunks(self, part: bytes) -> None:
        waiting = self._waiting + part
        while len(waiting) >= 2:
            length = int.from_bytes(waiting[:2], "big")
            if len(waiting) < 2 + length:
                break
            self._message += waiting[2 : 2 + length]
            waiting = waiting[2 + length :]
            if not length and self._message:
                self._note(self._message)
                self._message = b""
        self._waiting = waiting

    def _note(self, message: bytes) -> None:
        if message[1] == _RUN:
            values = _Values(message[2:])
            self._statements.append(Statement(values.next(), values.next()))


class _Values:
    """Reads the values of a message: PackStream, as far as statements and parameters need it."""

    def __init__(self, message: bytes) -> None:
        self._message = message
        self._at = 0

    def next(self) -> Any:
        """The next value."""
        (mark,) = self._take(1)
        if mark < 0x80 or mark >= 0xF0:
            return mark if mark < 0x80 else mark - 0x100
        if mark in (0xC0, 0xC2, 0xC3):
            return {0xC0: None, 0xC2: False, 0xC3: True}[mark]
        if mark == 0xC1:
            return struct.unpack(">d", self._take(8))[0]
        if 0xC8 <= mark <= 0xCB:
            return int.from_bytes(self._take(1 << (mark - 0xC8)), "big", signed=True)
        return self._sized(*self._size(mark))

    def _size(self, mark: int) -> tuple[int, int]:
        """Kind of a value as the mark of its shortest form, and how long it is."""
        if mark < 0xB0:
            return mark & 0xF0, mark & 0x0F
        kind = {0xD0: 0x80, 0xD4: 0x90, 0xD8: 0xA0}[mark & 0xFC]
        return kind, int.from_bytes(self._take(1 << (mark & 0x03)), "big")

    def _sized(self, kind: int, size: int) -> Any:
        match kind:
            case 0x80:
                return self._take(size).decode()
            case 0x90:
                return [self.next() for _ in range(size)]
            case _:
                return {self.next(): self.next() for _ in range(size)}

    def _take(self, size: int) -> bytes:
        self._at += size
        return self._message[self._at - size : self._at]
