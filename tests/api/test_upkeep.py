"""What the server does beside answering."""

import asyncio
from collections.abc import Callable

from graphql import GraphQLSchema

from api.execute import Executor
from api.service import Service
from api.stored import shipped
from api.upkeep import keep_measured, warm_up
from graph.client import Neo4jGraph
from graph.queries import cypher
from graph.settings import ApiSettings
from tests.api.asking import NoGraph
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


async def test_stored_operations_are_planned_before_a_client_asks(
    schema: GraphQLSchema, scene: CountingGraph, api_settings: ApiSettings
) -> None:
    executor, service = Executor(schema, scene, api_settings), Service()
    await warm_up(executor, service, shipped())
    assert (service.warm, service.warmed) == (True, service.to_warm)
    operations = [each for each in shipped() if each.name in ("path", "search", "artist")]
    for operation in operations:
        for sample in operation.samples:
            answer = await executor.execute(operation.text, sample)
            assert answer.errors == []
    compiled = executor.metrics.registry.get_sample_value(
        "drift_graphql_plans_total", {"found": "compiled"}
    )
    assert compiled == len(shipped())


async def test_an_operation_that_fails_does_not_keep_the_server_from_being_ready(
    schema: GraphQLSchema,
) -> None:
    service = Service()
    await warm_up(Executor(schema, NoGraph(), ApiSettings()), service, shipped())
    assert service.warm
