"""The two servers, each a process of its own over the same database."""

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.api.client import Connection, Failed, request
from bench.place import Place
from graph.connection import Connection as Database
from web import node

PEER = Path(__file__).resolve().parent / "peer"
UP_WITHIN_S = 60
STOP_WITHIN_S = 30


class NotReady(Exception):
    """A server did not come up, or the peer could not be installed; says why."""


@dataclass(frozen=True)
class Server:
    """A server that answers on a port."""

    name: str
    port: int
    pid: int

    def cpu_s(self) -> float:
        """Processor time of all its threads so far, in seconds."""
        tasks = Path(f"/proc/{self.pid}/task")
        times = [int((each / "schedstat").read_text().split()[0]) for each in tasks.iterdir()]
        return sum(times) / 1e9


def install_peer() -> None:
    """The packages of the peer, as its lock file has them.

    Raises:
        NotReady: They cannot be had.
    """
    try:
        node.install(PEER)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotReady(f"npm could not install the peer: {error}") from error


@contextlib.contextmanager
def our_server(
    place: Place, database: Database, log: Path, page_max: int | None = None
) -> Generator[Server]:
    """Drift as users run it, its log in a file; pages as large as it allows, if not said."""
    port = _free_port()
    environment = {
        **place.environment,
        "DRIFT_NEO4J__URI": database.uri,
        "DRIFT_NEO4J__USER": database.user,
        "DRIFT_NEO4J__PASSWORD": database.password.get_secret_value(),
        "DRIFT_NEO4J__DATABASE": database.database,
    }
    if page_max is not None:
        environment["DRIFT_API__PAGE_MAX"] = str(page_max)
    command = [sys.executable, "-m", "api.cli", "serve", "--port", str(port)]
    ready = b"GET /ready HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with _running("Drift", command, environment, port, log, ready) as server:
        yield server


@contextlib.contextmanager
def peer_server(database: Database, log: Path) -> Generator[Server]:
    """`@neo4j/graphql` on Yoga."""
    port = _free_port()
    environment = {
        **node.environment(),
        "NODE_ENV": "production",
        "PORT": str(port),
        "NEO4J_URI": database.uri,
        "NEO4J_USER": database.user,
        "NEO4J_PASSWORD": database.password.get_secret_value(),
        "NEO4J_DATABASE": database.database,
    }
    command = ["node", str(PEER / "server.mjs")]
    question = request({"query": "{ __typename }"}, port)
    with _running("the peer", command, environment, port, log, question) as server:
        yield server


@contextlib.contextmanager
def _running(
    name: str,
    command: list[str],
    environment: Mapping[str, str],
    port: int,
    log: Path,
    question: bytes,
) -> Generator[Server]:
    """The server, once it answers the question with 200: Drift when it is warm."""
    with log.open("ab") as file:
        process = subprocess.Popen(command, env=environment, stdout=file, stderr=file)
    try:
        _wait(name, process, port, log, question)
        yield Server(name, port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(
    name: str, process: subprocess.Popen[bytes], port: int, log: Path, question: bytes
) -> None:
    until = time.monotonic() + UP_WITHIN_S
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError, Failed), Connection(port) as connection:
            if connection.ask(question).status == 200:
                return
        time.sleep(0.2)
    raise NotReady(f"{name} did not come up; its last words: {log.read_text()[-500:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
