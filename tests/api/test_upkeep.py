"""What the server does beside answering."""

import asyncio
from collections.abc import Callable

from graphql import GraphQLSchema

from api.execute import Executor
from api.upkeep import keep_measured
from graph.client import Neo4jGraph
from graph.queries import cypher
from graph.settings import ApiSettings
from tests.api.conftest import CountingGraph
from tests.probe import statement

ANOTHER_MEMBER = statement(
    "MATCH (:Artist)-[:MEMBER_OF]->(band:Artist), (other:Artist {id: 'ar_0000000000000002'}) "
    "CREATE (other)-[:MEMBER_OF {source: 'test', sourceId: 'n', confidence: 1.0}]->(band) "
    "RETURN 1 AS value",
    mode="write",
)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not holds():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.02)


async def test_lists_are_measured_at_the_start_and_when_the_data_version_grew(
    schema: GraphQLSchema, scene: CountingGraph, server: Neo4jGraph
) -> None:
    executor = Executor(schema, server, ApiSettings())

    def members() -> int:
        return executor.ceilings.of("fields/artist_members")

    task = asyncio.create_task(keep_measured(executor, server, rest_s=0.01))
    await until(lambda: members() == 1)
    await server.write(ANOTHER_MEMBER)
    await asyncio.sleep(0.2)
    assert members() == 1
    await server.write(cypher("publish/grow_data_version"))
    await until(lambda: members() == 2)
    task.cancel()
