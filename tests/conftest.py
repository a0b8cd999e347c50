"""What tests share: a real server, an empty graph on it."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.migrations import migrate
from graph.queries import cypher
from graph.settings import Settings

CLEAR = cypher("maintenance/clear")


@pytest.fixture(scope="session")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Connection:
    """The test server: `DRIFT_TEST_NEO4J_URI`, else a managed one on a folder of its own."""
    uri = os.environ.get("DRIFT_TEST_NEO4J_URI")
    if uri:
        password = SecretStr(os.environ.get("DRIFT_TEST_NEO4J_PASSWORD", "unused"))
        return Connection(uri, "neo4j", password, "neo4j", managed=False)
    raise NotImplementedError


@pytest.fixture(scope="session")
async def server(connection: Connection) -> AsyncIterator[Neo4jGraph]:
    """The migrated test server, with whatever the last test left in it."""
    async with Neo4jGraph.open(connection, Settings().neo4j) as graph:
        await migrate(graph)
        yield graph


@pytest.fixture
async def graph(server: Neo4jGraph) -> Neo4jGraph:
    """An empty migrated graph."""
    await server.write(CLEAR)
    await server.write(cypher("publish/create_published"))
    return server


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The folder of the checkout."""
    return Path(__file__).resolve().parent.parent
