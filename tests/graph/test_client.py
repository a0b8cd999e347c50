"""The client: what goes wrong in the database arrives as one of our errors."""

import asyncio
import dataclasses
import socket

import pytest
from pydantic import SecretStr

from graph.client import Neo4jGraph, Transaction
from graph.connection import Connection
from graph.errors import (
    ConstraintViolated,
    DatabaseAuthFailed,
    DatabaseUnreachable,
    QueryTimedOut,
    StatementFailed,
)
from graph.settings import Settings
from graph.translation import translate
from tests.probe import statement


async def test_write_tells_rows_and_changes(graph: Neo4jGraph) -> None:
    written = await graph.write(
        statement("CREATE (node:Reject {id: 'rj_1'}) RETURN node.id AS value")
    )
    assert written.rows == [{"value": "rj_1"}]
    assert written.changes == 3  # a node, its label, its property


async def test_statement_past_its_time_is_stopped(graph: Neo4jGraph) -> None:
    slow = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b) AS value"
    with pytest.raises(QueryTimedOut):
        await graph.rows(statement(slow, timeout_s=1))


async def test_statement_of_a_cancelled_task_ends_at_the_server(graph: Neo4jGraph) -> None:
    text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a - b) AS value"
    running = statement(
        "SHOW TRANSACTIONS YIELD currentQuery AS value WHERE value CONTAINS 'count(a - b)' "
        "AND NOT value CONTAINS 'TRANSACTIONS' RETURN value"
    )
    task = asyncio.create_task(graph.record(text, {}, timeout_s=60))

    async def wait_for(count: int) -> None:
        async with asyncio.timeout(20):
            while len(await graph.rows(running)) != count:  # noqa: ASYNC110 - it has no event
                await asyncio.sleep(0.05)

    await wait_for(1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await wait_for(0)


async def test_second_node_with_a_unique_id_is_refused(graph: Neo4jGraph) -> None:
    create = statement("CREATE (:Reject {id: 'rj_1'})", mode="write")
    await graph.write(create)
    with pytest.raises(ConstraintViolated):
        await graph.write(create)


async def test_wrong_statement_is_not_retried_and_carries_its_code(graph: Neo4jGraph) -> None:
    with pytest.raises(StatementFailed) as caught:
        await graph.rows(statement("RETURN nonsense(1) AS value"))
    assert caught.value.code.startswith("Neo.ClientError.Statement")
    assert not caught.value.retryable


async def test_transaction_that_fails_leaves_nothing(graph: Neo4jGraph) -> None:
    async def work(transaction: Transaction) -> None:
        await transaction.run(statement("CREATE (:Reject {id: 'rj_1'})", mode="write"))
        raise LookupError

    with pytest.raises(LookupError):
        await graph.transact(work)
    count = statement("MATCH (node:Reject) RETURN count(node) AS value")
    assert await graph.rows(count) == [{"value": 0}]


async def test_server_that_is_not_there_is_named_with_what_to_do() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    nowhere = Connection(f"bolt://127.0.0.1:{port}", "neo4j", SecretStr("x"), "neo4j", False)
    with pytest.raises(DatabaseUnreachable, match=f"127.0.0.1:{port}") as caught:
        async with Neo4jGraph.open(nowhere, Settings().neo4j):
            pass
    assert "drift engine status" in caught.value.hint


async def test_wrong_password_is_told_from_a_missing_server(connection: Connection) -> None:
    wrong = dataclasses.replace(connection, password=SecretStr("wrong"))
    with pytest.raises(DatabaseAuthFailed) as caught:
        async with Neo4jGraph.open(wrong, Settings().neo4j):
            pass
    assert "DRIFT_NEO4J__PASSWORD" in caught.value.hint


def test_lost_connection_is_worth_another_try() -> None:
    assert translate(OSError("reset"), "probe").retryable


async def test_server_says_what_it_is(graph: Neo4jGraph) -> None:
    info = await graph.server_info()
    assert info.edition == "community"
    assert info.gds_version
