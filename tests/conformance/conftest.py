"""A `drift serve` of its own over the small scene, and the Node tools that ask it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.client import Neo4jGraph
from graph.connection import Connection
from tests.api.conftest import write_scene
from tests.probe import statement
from web.node import install

START_S = 60
"""How long the server may take to listen."""

ASK_S = 60
"""How long an answer may take: planning a question on a busy machine takes its time."""


@pytest.fixture(scope="session")
def node_tools() -> Path:
    """The folder of the Node tools, installed."""
    folder = Path(__file__).parent
    install(folder)
    return folder


# One release of the scene has no title, for the tests of the API to complain about.
NAME = statement(
    "MATCH (release:Release) WHERE release.title IS NULL SET release.title = 'Untitled'",
    mode="write",
    timeout_s=60,
)


@pytest.fixture(scope="package")
async def scene(server: Neo4jGraph) -> None:
    """The small scene of the tests of the API, without its flaw."""
    await write_scene(server)
    await server.write(NAME)


@pytest.fixture(scope="package")
def served(
    scene: None, connection: Connection, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Address of a running `drift serve` over the scene, without a path."""
    log = tmp_path_factory.mktemp("served") / "log"
    environment = {
        **os.environ,
        "DRIFT_NEO4J__URI": connection.uri,
        "DRIFT_NEO4J__USER": connection.user,
        "DRIFT_NEO4J__PASSWORD": connection.password.get_secret_value(),
        "DRIFT_API__READ_TIMEOUT_S": str(ASK_S // 2),
        "DRIFT_API__REQUEST_TIMEOUT_S": str(ASK_S),
    }
    command = (sys.executable, "-m", "api.cli", "serve", "--port", "0")
    with log.open("w") as said:
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
    try:
        yield listening(process, log)
    finally:
        process.terminate()
        assert process.wait(START_S) in (0, -signal.SIGTERM), log.read_text()[-2000:]


def listening(process: subprocess.Popen[bytes], log: Path) -> str:
    """The address that a starting server writes into its log."""
    until = time.monotonic() + START_S
    while time.monotonic() < until and process.poll() is None:
        if found := re.search(r"Serving on (http://\S+)/graphql", log.read_text()):
            return found[1]
        time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text()[-2000:]}")


@pytest.fixture(scope="package")
def graphql(served: str) -> str:
    """Address that GraphQL is asked at."""
    return f"{served}/graphql"
