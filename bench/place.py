"""The server a measurement runs on: a managed one with a data folder of its own."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph import engine
from graph.client import Neo4jGraph
from graph.connection import resolve
from graph.migrations import migrate
from graph.queries import cypher
from graph.settings import Neo4jSettings, Settings

CLEAR = cypher("maintenance/clear")
CREATE_PUBLISHED = cypher("publish/create_published")


@dataclass(frozen=True)
class Place:
    """A folder and the settings of the server in it."""

    folder: Path
    settings: Settings

    @property
    def environment(self) -> dict[str, str]:
        """Environment in which `drift` uses this server."""
        return {**os.environ, "DRIFT_DATA_DIR": str(self.settings.data_dir)}

    def graph(self) -> AbstractAsyncContextManager[Neo4jGraph]:
        """The graph on the server; a context manager."""
        return Neo4jGraph.open(resolve(self.settings), self.settings.neo4j)

    @property
    def server_pid(self) -> int:
        """Process id of the server."""
        running = engine.running(self.settings)
        assert running is not None
        return running.pid

    def drift(self, *arguments: str) -> subprocess.Popen[str]:
        """A drift command as a process; its standard output is a pipe."""
        return subprocess.Popen(
            [sys.executable, "-m", "api.cli", *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )


@contextmanager
def place() -> Generator[Place]:
    """A running server, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="drift-bench-") as folder:
        settings = Settings(data_dir=Path(folder) / "server", neo4j=Neo4jSettings())
        engine.start(settings)
        try:
            yield Place(Path(folder), settings)
        finally:
            engine.stop(settings)


async def empty(graph: Neo4jGraph) -> None:
    """Delete everything but the schema."""
    await migrate(graph)
    await graph.write(CLEAR)
    await graph.write(CREATE_PUBLISHED)
