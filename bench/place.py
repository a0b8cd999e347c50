"""The server a measurement runs on: a managed one with a data folder of its own."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph import engine
from graph.client import Neo4jGraph
from graph.connection import resolve
from graph.migrations import migrate
from graph.queries import cypher
from graph.settings import Neo4jSettings, Settings

DATA = Path(__file__).resolve().parent.parent / ".." / "shared" / "data"
"""Folder of the real sources, if nothing else is said."""

LONDON_ENDS = date(2019, 12, 31)
"""Day the London data is computed for: its last."""

CLEAR = cypher("maintenance/clear")
CREATE_PUBLISHED = cypher("publish/create_published")


class NotLoaded(Exception):
    """The data could not be loaded; says why."""


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

    def load_london(self, data: Path) -> None:
        """Run the night of the real sources in a folder.

        Raises:
            NotLoaded: It failed.
        """
        self.night(data, LONDON_ENDS)

    def night(self, data: Path, day: date) -> str:
        """Run the night of the sources in a folder, as of a day.

        Returns:
            What `drift nightly --json` says of it.

        Raises:
            NotLoaded: It failed.
        """
        night = self.drift("nightly", "--json", "--as-of", day.isoformat(), "--data", str(data))
        said, _ = night.communicate()
        if night.returncode != 0:
            raise NotLoaded(f"the night over {data} failed: {said[-500:]}")
        return said


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


@contextmanager
def existing(data_dir: Path) -> Generator[Place]:
    """The server of a data folder, left as it was found: running, or not."""
    settings = Settings(data_dir=data_dir, neo4j=Neo4jSettings())
    found_running = engine.running(settings) is not None
    engine.start(settings)
    try:
        with tempfile.TemporaryDirectory(prefix="drift-bench-") as folder:
            yield Place(Path(folder), settings)
    finally:
        if not found_running:
            engine.stop(settings)


async def empty(graph: Neo4jGraph) -> None:
    """Delete everything but the schema."""
    await migrate(graph)
    await graph.write(CLEAR)
    await graph.write(CREATE_PUBLISHED)
