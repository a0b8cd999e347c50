"""A small scene on the test server, and an executor that counts what it sends."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLSchema
from neo4j import AsyncGraphDatabase, ResultSummary

from api.execute import Executor
from api.schema.build import build_schema
from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.queries import cypher, parse
from graph.settings import ApiSettings, Settings

Explain = Callable[[str], Awaitable[ResultSummary]]

SCENE, CATALOGUE, PEOPLE = (
    parse(name, (Path(__file__).parent / f"{name}.cypher").read_text(encoding="utf-8"))
    for name in ("scene", "catalogue", "people")
)


class CountingGraph:
    """A graph that remembers every compiled statement sent to it."""

    def __init__(self, graph: Neo4jGraph) -> None:
        self.graph = graph
        self.sent: list[str] = []

    async def record(
        self, statement: str, parameters: Mapping[str, Any], *, timeout_s: float
    ) -> list[Any] | None:
        self.sent.append(statement)
        return await self.graph.record(statement, parameters, timeout_s=timeout_s)


async def write_scene(graph: Neo4jGraph) -> None:
    """Put the small scene in place of whatever is in the graph."""
    await graph.write(cypher("maintenance/clear"))
    await graph.write(cypher("publish/create_published"))
    await graph.write(SCENE)
    await graph.write(CATALOGUE)
    await graph.write(PEOPLE)


@pytest.fixture(scope="session")
def schema() -> GraphQLSchema:
    """The schema, built once."""
    return build_schema()


@pytest.fixture(scope="session")
def api_settings() -> ApiSettings:
    """The settings of a test: planning may take its time, and an answer may be large."""
    wide = {
        "read_timeout_s": 30.0,
        "request_timeout_s": 60.0,
        "nodes_max": 10**9,
        "cost_max": 10**9,
    }
    return Settings().api.model_copy(update=wide)


@pytest.fixture(scope="module")
async def scene(server: Neo4jGraph) -> CountingGraph:
    """The small scene, written once a module."""
    await write_scene(server)
    return CountingGraph(server)


@pytest.fixture
def executor(schema: GraphQLSchema, scene: CountingGraph, api_settings: ApiSettings) -> Executor:
    """An executor over the scene, its counts at nought."""
    scene.sent.clear()
    return Executor(schema, scene, api_settings)


@pytest.fixture
async def explain(connection: Connection) -> AsyncIterator[Explain]:
    """What the server says of a statement that it plans and does not run."""
    auth = (connection.user, connection.password.get_secret_value())
    async with AsyncGraphDatabase.driver(connection.uri, auth=auth) as driver:

        async def ask(statement: str) -> ResultSummary:
            parameters = dict.fromkeys(re.findall(r"\$(\w+)", statement))
            async with driver.session() as session:
                result = await session.run(f"EXPLAIN {statement}", parameters)
                return await result.consume()

        yield ask
