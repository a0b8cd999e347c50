"""What tests share: a real server, an empty graph on it, the real data."""

import os
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from graph import engine
from graph.client import Neo4jGraph
from graph.connection import Connection, resolve
from graph.migrations import migrate
from graph.queries import cypher
from graph.settings import EngineSettings, Neo4jSettings, Settings

CLEAR = cypher("maintenance/clear")
CREATE_PUBLISHED = cypher("publish/create_published")

TOLD = pytest.StashKey[list[str]]()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print what tests told."""
    for line in config.stash.get(TOLD, []):
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def tell(pytestconfig: pytest.Config) -> Callable[[str], object]:
    """Says a line at the end of the run, green or red."""
    return pytestconfig.stash.setdefault(TOLD, []).append


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of the test server: `DRIFT_TEST_NEO4J_URI`, else a managed one of its own."""
    uri = os.environ.get("DRIFT_TEST_NEO4J_URI")
    if uri:
        password = SecretStr(os.environ.get("DRIFT_TEST_NEO4J_PASSWORD", "unused"))
        yield Settings(neo4j=Neo4jSettings(uri=uri, password=password))
        return
    folder = tmp_path_factory.mktemp("server")
    chosen = Settings(
        data_dir=folder,
        neo4j=Neo4jSettings(),
        engine=EngineSettings(heap_mib=1536, page_cache_mib=256),
    )
    engine.start(chosen, progress=False)
    yield chosen
    engine.stop(chosen)


@pytest.fixture(scope="session")
def connection(settings: Settings) -> Connection:
    """Where the test server is."""
    return resolve(settings)


@pytest.fixture(scope="session")
async def server(connection: Connection, settings: Settings) -> AsyncIterator[Neo4jGraph]:
    """The migrated test server, with whatever the last test left in it."""
    async with Neo4jGraph.open(connection, settings.neo4j) as graph:
        await migrate(graph)
        yield graph


@pytest.fixture
async def graph(server: Neo4jGraph) -> Neo4jGraph:
    """An empty migrated graph."""
    await server.write(CLEAR)
    await server.write(CREATE_PUBLISHED)
    return server


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The folder of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def real_data(project_root: Path) -> Path:
    """The folder of real sources, `DRIFT_TEST_DATA` or `../shared/data`."""
    folder = Path(os.environ.get("DRIFT_TEST_DATA", project_root / ".." / "shared" / "data"))
    if not folder.is_dir():
        message = f"{folder} is not here; set DRIFT_TEST_DATA to a folder of sources"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return folder
