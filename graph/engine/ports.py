"""Which loopback ports the server listens on."""

import socket
from contextlib import ExitStack
from dataclasses import dataclass

from graph.errors import PortTaken
from graph.settings import EngineSettings

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Ports:
    """Ports of one server.

    Attributes:
        bolt: Where drivers connect.
        http: Where the Browser is served.
    """

    bolt: int
    http: int


def choose(settings: EngineSettings, last: Ports | None) -> Ports:
    """Ports to start on: the ones the settings fix, else the last ones, else free ones.

    Both are listened on for a moment, so a port that is taken is found before a server is
    started on it, which would take a quarter of a minute to fail.

    Raises:
        PortTaken: A fixed port is not free.
    """
    with ExitStack() as bound:
        bolt = _port(bound, settings.bolt_port, last and last.bolt, "DRIFT_ENGINE__BOLT_PORT")
        http = _port(bound, settings.http_port, last and last.http, "DRIFT_ENGINE__HTTP_PORT")
    return Ports(bolt, http)


def _port(bound: ExitStack, fixed: int | None, last: int | None, variable: str) -> int:
    if fixed is not None:
        port = _bind(bound, fixed)
        if port is None:
            raise PortTaken(fixed, variable)
        return port
    port = _bind(bound, last) if last is not None else None
    if port is None:
        port = _bind(bound, 0)
    if port is None:
        raise PortTaken(0, variable)
    return port


def _bind(bound: ExitStack, port: int) -> int | None:
    """Bind a port until `bound` is left; None if that is refused."""
    listener = bound.enter_context(socket.socket())
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
        listener.listen()
    except OSError:
        return None
    return int(listener.getsockname()[1])
