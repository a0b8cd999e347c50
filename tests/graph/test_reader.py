"""Reading one record: over bare connections exactly what the driver reads, errors included."""

import asyncio
import contextlib
import dataclasses
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from neo4j import AsyncDriver, AsyncGraphDatabase
from pydantic import SecretStr

from graph.bolt import BoltConnection, BoltFailure, BoltLost, connect
from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.errors import DatabaseUnreachable, QueryTimedOut, StatementFailed
from graph.reader import BoltReader, DriverReader, reader_of
from graph.settings import Neo4jSettings
from graph.translation import translate
from tests.probe import statement

SLOW = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b) AS value"
VALUES: list[Any] = [
    None,
    True,
    False,
    *(0, 1, -1, 127, 128, -16, -17, -129, 32768, 2**31, -(2**31) - 1, 2**63 - 1, -(2**63)),
    *(0.0, -1.5, 1e300, float("inf")),
    *("", "a", "\0", "Ünïcödé 🎛", "x" * 300, "y" * 70_000),
    [],
    list(range(20)),
    [[[1], ["a", None]], {"k": [1, {"deep": True}]}],
    {},
    {f"key{at}": at for at in range(300)},
]


@pytest.fixture
async def driver(connection: Connection) -> AsyncIterator[AsyncDriver]:
    auth = (connection.user, connection.password.get_secret_value())
    async with AsyncGraphDatabase.driver(connection.uri, auth=auth) as driver:
        yield driver


@pytest.fixture
async def reader(connection: Connection) -> AsyncIterator[BoltReader]:
    reader = BoltReader(connection, Neo4jSettings(pool_size=1, acquisition_timeout_s=0.2))
    yield reader
    reader.close()


@asynccontextmanager
async def passing_on(connection: Connection) -> AsyncGenerator[tuple[Connection, Any]]:
    """The database behind a port whose open connections can be cut."""
    address, writers = urlsplit(connection.uri), list[asyncio.StreamWriter]()

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while part := await reader.read(65_536):
                writer.write(part)
        writer.close()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(address.hostname, address.port)
        writers.extend((writer, back))
        await asyncio.gather(pump(reader, back), pump(there, writer))

    def cut() -> None:
        for writer in writers:
            writer.transport.abort()

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    yield dataclasses.replace(connection, uri=f"bolt://127.0.0.1:{port}"), cut
    cut()
    server.close()


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:24])
async def test_a_value_comes_back_as_the_driver_gives_it(
    reader: BoltReader, driver: AsyncDriver, value: Any
) -> None:
    text, given = "RETURN $value AS value, 'beside' AS other", {"value": value}
    assert await reader.record(text, given, 30) == [value, "beside"]
    assert await DriverReader(driver, "neo4j").record(text, given, 30) == [value, "beside"]


async def test_days_and_moments_are_parameters(reader: BoltReader) -> None:
    given = {"day": date(2019, 12, 31), "moment": datetime(2019, 12, 31, 23, tzinfo=UTC)}
    values = await reader.record(
        "RETURN toString($day) AS day, toString($moment) AS moment", given, 30
    )
    assert values == ["2019-12-31", "2019-12-31T23:00:00Z"]


async def test_a_large_answer_arrives_whole(reader: BoltReader) -> None:
    values = await reader.record("RETURN [n IN range(1, 200000) | toString(n)] AS value", {}, 30)
    assert values == [[str(n) for n in range(1, 200_001)]]


async def test_no_record_is_none(reader: BoltReader) -> None:
    assert await reader.record("MATCH (node:Nowhere) RETURN node.id AS value", {}, 30) is None


async def test_a_connection_serves_on_after_a_statement_failed(reader: BoltReader) -> None:
    with pytest.raises(BoltFailure) as caught:
        await reader.record("RETURN nonsense(1) AS value", {}, 30)
    assert isinstance(translate(caught.value, "probe"), StatementFailed)
    assert not caught.value.is_retryable()
    assert await reader.record("RETURN 1 AS value", {}, 30) == [1]


async def test_nothing_can_be_written(reader: BoltReader) -> None:
    with pytest.raises(BoltFailure, match="read access mode"):
        await reader.record("CREATE (:Reject {id: 'rj_1'}) RETURN 1 AS value", {}, 30)


async def test_a_statement_past_its_time_is_stopped_by_the_server(reader: BoltReader) -> None:
    with pytest.raises(BoltFailure) as caught:
        await reader.record(SLOW, {}, 0.5)
    assert isinstance(translate(caught.value, "probe"), QueryTimedOut)


async def test_a_read_that_is_given_up_ends_in_the_server(
    reader: BoltReader, graph: Neo4jGraph
) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await reader.record(SLOW, {}, 60)
    running = statement("SHOW TRANSACTIONS YIELD currentQuery AS value RETURN value")
    for _ in range(100):
        if all(row["value"] != SLOW for row in await graph.rows(running)):
            break
        await asyncio.sleep(0.1)
    else:
        pytest.fail("the statement runs on")
    assert await reader.record("RETURN 1 AS value", {}, 30) == [1]


async def test_reads_share_the_connections_there_are(connection: Connection) -> None:
    reader = BoltReader(connection, Neo4jSettings(pool_size=2, acquisition_timeout_s=30))
    text = "RETURN $number AS value"
    answers = await asyncio.gather(
        *(reader.record(text, {"number": number}, 30) for number in range(40))
    )
    assert answers == [[number] for number in range(40)]
    reader.close()


async def test_a_read_that_finds_no_connection_free_says_so(reader: BoltReader) -> None:
    busy = asyncio.create_task(reader.record(SLOW, {}, 60))
    await asyncio.sleep(0.1)
    with pytest.raises(BoltLost, match=r"free within 0\.2 s"):
        await reader.record("RETURN 1 AS value", {}, 30)
    busy.cancel()


async def test_a_read_is_repeated_over_a_new_connection_if_one_is_lost(
    connection: Connection,
) -> None:
    async with (
        passing_on(connection) as (through, cut),
        Neo4jGraph.open(through, Neo4jSettings()) as graph,
    ):
        for number in range(3):
            read = graph.record("RETURN $number AS value", {"number": number}, timeout_s=30)
            assert await read == [number]
            cut()


async def test_a_connection_lost_while_it_is_asked_is_worth_another_try(
    connection: Connection,
) -> None:
    async with passing_on(connection) as (through, cut):
        opened = await connect(through)
        read = asyncio.create_task(opened.record(SLOW, {}, "neo4j", 60))
        await asyncio.sleep(0.2)
        cut()
        with pytest.raises(BoltLost) as caught:
            await read
    assert translate(caught.value, "probe").retryable
    assert not opened.is_open


async def test_a_wrong_password_is_told_from_a_missing_server(connection: Connection) -> None:
    wrong = dataclasses.replace(connection, password=SecretStr("wrong"))
    with pytest.raises(BoltFailure, match="authentication") as caught:
        await connect(wrong)
    assert caught.value.code == "Neo.ClientError.Security.Unauthorized"
    nowhere = dataclasses.replace(connection, uri="bolt://127.0.0.1:1")
    with pytest.raises(BoltLost) as lost:
        await connect(nowhere)
    assert isinstance(translate(lost.value, "probe"), DatabaseUnreachable)


async def test_what_does_not_speak_bolt_is_no_database() -> None:
    async def greet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    server = await asyncio.start_server(greet, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    elsewhere = Connection(f"bolt://127.0.0.1:{port}", "neo4j", SecretStr("x"), "neo4j", False)
    with pytest.raises(BoltLost, match="speaks no Bolt"):
        await connect(elsewhere)
    server.close()


async def test_messages_may_come_in_any_pieces(connection: Connection) -> None:
    opened = await connect(connection)
    whole = opened.data_received

    def piecemeal(data: bytes) -> None:
        for at in range(len(data)):
            BoltConnection.data_received(opened, data[at : at + 1])

    opened.data_received = piecemeal  # type: ignore[method-assign]
    text = "x" * 70_000
    assert await opened.record("RETURN $text AS value", {"text": text}, "neo4j", 30) == [text]
    opened.data_received = whole  # type: ignore[method-assign]
    opened.close()


async def test_a_cluster_is_asked_through_the_driver(
    connection: Connection, driver: AsyncDriver
) -> None:
    routed = dataclasses.replace(connection, uri="neo4j://127.0.0.1:7687")
    async with reader_of(driver, routed, Neo4jSettings()) as reader:
        assert isinstance(reader, DriverReader)
    async with reader_of(driver, connection, Neo4jSettings()) as reader:
        assert isinstance(reader, BoltReader)
