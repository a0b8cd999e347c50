"""A real server process: stopping, and connections that never become a request."""

import contextlib
import gc
import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import orjson
import pytest

from api.server import OBJECTS_BETWEEN_COLLECTIONS, spare_the_collector

QUESTION = b'{"query": "{ artist(id: \\"ar_0000000000000001\\") { id } }"}'


class Running:
    """A server process, and what it says."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        assert process.stdout is not None
        self.said = process.stdout
        self.port = int(self.said.readline())
        self.wait_for_port()

    def wait_for_port(self) -> None:
        """Until it answers."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self.get("/health")[0] == 200:
                    return
            time.sleep(0.1)
        pytest.fail("the server does not answer")

    def get(self, path: str) -> tuple[int, bytes]:
        """Ask on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        with contextlib.closing(connection):
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read()

    def ask(self) -> tuple[int, bytes]:
        """Ask a question, and take the answer whole."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(connection):
            connection.request("POST", "/graphql", QUESTION, {"content-type": "application/json"})
            answer = connection.getresponse()
            return answer.status, answer.read()


@contextlib.contextmanager
def running(project_root: Path, seconds: float, pause_s: float = 0) -> Iterator[Running]:
    command = [sys.executable, "-m", "tests.api.slow_server", str(seconds), str(pause_s)]
    process = subprocess.Popen(
        command, cwd=project_root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        yield Running(process)
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def asked(pool: ThreadPoolExecutor, server: Running) -> "Future[tuple[int, bytes]]":
    """A question on its way, known to run."""
    answer = pool.submit(server.ask)
    assert server.said.readline() == "running\n"
    return answer


def test_a_request_that_runs_when_the_server_is_stopped_is_answered_whole(
    project_root: Path,
) -> None:
    with running(project_root, seconds=2) as server, ThreadPoolExecutor() as pool:
        answer = asked(pool, server)
        server.process.send_signal(signal.SIGTERM)
        status, body = answer.result(timeout=30)
        assert status == 200
        assert orjson.loads(body)["data"] == {"artist": {"id": "ar_0000000000000001"}}
        server.process.wait(timeout=20)
        assert server.said.readline() == "closed\n"
        with pytest.raises(OSError):  # noqa: PT011 - which one is the system's own
            server.get("/health")


def test_a_stopping_server_says_so_while_it_still_accepts(project_root: Path) -> None:
    with running(project_root, seconds=0, pause_s=5) as server:
        server.process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + 4
        while (found := server.get("/ready")) and b"stopping" not in found[1]:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert found[0] == 503
        assert server.get("/health")[0] == 200


def test_a_second_signal_stops_it_at_once(project_root: Path) -> None:
    with running(project_root, seconds=50) as server, ThreadPoolExecutor() as pool:
        answer = asked(pool, server)
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        assert server.process.poll() is None
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(timeout=10)
        assert answer.exception(timeout=10) is not None


def test_a_connection_that_sends_too_much_or_too_slowly_before_its_body_is_closed(
    project_root: Path,
) -> None:
    with running(project_root, seconds=0) as server:
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as large:
            with contextlib.suppress(OSError):
                large.sendall(b"GET /health HTTP/1.1\r\n" + b"x: " + b"a" * 200_000)
            with contextlib.suppress(ConnectionResetError):
                assert large.recv(100).startswith(b"HTTP/1.1 400")
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as slow:
            slow.sendall(b"GET /health HTTP/1.1\r\nx: ")
            assert slow.recv(100) == b""
        kept = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        with contextlib.closing(kept):
            for _ in range(2):
                kept.request("GET", "/health", headers={"x": "a" * 50_000})
                assert kept.getresponse().read() == b'{"status":"ok"}'


def test_what_the_server_keeps_is_not_walked_for_garbage() -> None:
    before = gc.get_threshold()
    try:
        spare_the_collector()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[0] == OBJECTS_BETWEEN_COLLECTIONS
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
