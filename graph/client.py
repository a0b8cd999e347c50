"""The graph as Python sees it: `Graph`, and `Neo4jGraph`, over the driver.

Dates and times leave Cypher as ISO text (`toString`) or as numbers, so that rows hold plain
values; `datetime` values may be passed as parameters.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, LiteralString, Protocol, TypeVar, cast

import neo4j
import stamina
from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncManagedTransaction, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph.connection import Connection
from graph.errors import DatabaseError, QueryTimedOut
from graph.queries import Query
from graph.settings import Neo4jSettings
from graph.translation import translate

Row = dict[str, Any]
T = TypeVar("T")

_TRIES = 3
_PAUSE_S = 0.05
"""Tries of a statement that may succeed in a moment, and the pause after the first."""

_DEADLINE_GRACE_S = 1.0
"""How long past a statement's own timeout we wait for the server to say so."""


@dataclass(frozen=True)
class Written:
    """What a write did.

    Attributes:
        rows: Rows it returned.
        changes: Nodes and relationships created or deleted, properties set, labels changed.
    """

    rows: list[Row]
    changes: int


@dataclass(frozen=True)
class ServerInfo:
    """What answers at the other end."""

    version: str
    edition: str
    gds_version: str | None


class Transaction(Protocol):
    """Several statements that are committed together or not at all."""

    async def run(self, query: Query, /, **params: Any) -> Written:
        """Run one statement of mode `read` or `write` inside the transaction."""
        ...


class Graph(Protocol):
    """What every layer needs of the database."""

    async def rows(self, query: Query, /, **params: Any) -> list[Row]:
        """All rows of a `read` query, retried while that may help."""
        ...

    async def write(self, query: Query, /, **params: Any) -> Written:
        """Run a `write` or `autocommit` query; `write` is retried, so it must be idempotent."""
        ...

    async def transact(
        self, work: Callable[[Transaction], Awaitable[T]], *, timeout_s: float = 120.0
    ) -> T:
        """Run `work` in one transaction; it may run twice, so it must be idempotent."""
        ...

    async def record(
        self, statement: str, parameters: Mapping[str, Any], *, timeout_s: float
    ) -> list[Any] | None:
        """The values of the one record of a compiled read statement, None if there is none."""
        ...


class _Statement(str):
    """A statement without its text in the debug log of the driver, which is made, shown or not.

    That of a compiled path, 23 000 characters, took 0.2 ms of each answer (measured 2026-11).
    """

    def __repr__(self) -> str:
        return f"<statement of {len(self)} characters>"


class Neo4jGraph:
    """`Graph` over Bolt; one per process and event loop."""

    def __init__(
        self, driver: AsyncDriver, connection: Connection, settings: Neo4jSettings
    ) -> None:
        self._driver = driver
        self._connection = connection
        self._settings = settings

    @classmethod
    @asynccontextmanager
    async def open(
        cls, connection: Connection, settings: Neo4jSettings
    ) -> "AsyncGenerator[Neo4jGraph]":
        """A graph whose server was reached; closed at the end.

        Raises:
            DatabaseUnreachable: Nothing answers there.
            DatabaseAuthFailed: The server refused user or password.
        """
        driver = AsyncGraphDatabase.driver(
            connection.uri,
            auth=(connection.user, connection.password.get_secret_value()),
            max_connection_pool_size=settings.pool_size,
            connection_acquisition_timeout=settings.acquisition_timeout_s,
            connection_timeout=settings.connect_timeout_s,
            max_transaction_retry_time=settings.retry_timeout_s,
            telemetry_disabled=True,
            notifications_min_severity="OFF",
        )
        try:
            try:
                await driver.verify_connectivity()
            except (DriverError, Neo4jError, OSError) as error:
                raise translate(error, connection.uri) from error
            yield cls(driver, connection, settings)
        finally:
            await driver.close()

    @property
    def connection(self) -> Connection:
        """Where this graph lives."""
        return self._connection

    async def rows(self, query: Query, /, **params: Any) -> list[Row]:
        """See `Graph.rows`."""
        return (await self._run(query, neo4j.READ_ACCESS, params)).rows

    async def write(self, query: Query, /, **params: Any) -> Written:
        """See `Graph.write`."""
        return await self._run(query, neo4j.WRITE_ACCESS, params)

    async def _run(self, query: Query, access: str, params: dict[str, Any]) -> Written:
        query.check_arguments(frozenset(params))

        async def once() -> Written:
            async with self._session(access) as session:
                result = await session.run(_timed(query.text, query.timeout_s), params)
                return await _written(result)

        if query.mode == "autocommit":
            return await self._in_time(once, query.timeout_s, query.name)
        return await self._retried(once, query.timeout_s, query.name)

    async def transact(
        self, work: Callable[[Transaction], Awaitable[T]], *, timeout_s: float = 120.0
    ) -> T:
        """See `Graph.transact`."""

        @neo4j.unit_of_work(timeout=timeout_s)
        async def unit(transaction: AsyncManagedTransaction) -> T:
            return await work(_Neo4jTransaction(transaction))

        async def once() -> T:
            async with self._session(neo4j.WRITE_ACCESS) as session:
                return await session.execute_write(unit)

        return await self._in_time(once, timeout_s, "transaction")

    async def record(
        self, statement: str, parameters: Mapping[str, Any], *, timeout_s: float
    ) -> list[Any] | None:
        """See `Graph.record`."""

        async def once() -> list[Any] | None:
            async with self._session(neo4j.READ_ACCESS) as session:
                result = await session.run(
                    _timed(_Statement(statement), timeout_s), dict(parameters)
                )
                record = await result.single()
                return None if record is None else list(record.values())

        return await self._retried(once, timeout_s, "compiled statement")

    async def server_info(self) -> ServerInfo:
        """Version and edition of the server, and of its GDS if it has one."""
        async with self._session(neo4j.READ_ACCESS) as session:
            components = await (
                await session.run(
                    "CALL dbms.components() YIELD name, versions, edition "
                    "WHERE name = 'Neo4j Kernel' RETURN versions, edition"
                )
            ).single(strict=True)
            try:
                gds = await (await session.run("RETURN gds.version() AS version")).single()
            except Neo4jError:
                gds = None
        return ServerInfo(
            version=components["versions"][0],
            edition=components["edition"],
            gds_version=None if gds is None else gds["version"],
        )

    def _session(self, access: str) -> neo4j.AsyncSession:
        return self._driver.session(database=self._connection.database, default_access_mode=access)

    async def _retried(self, once: Callable[[], Awaitable[T]], timeout_s: float, what: str) -> T:
        # The first try is made bare: what prepares for a second takes longer than a small read.
        try:
            return await self._in_time(once, timeout_s, what)
        except DatabaseError as error:
            if not error.retryable or not self._settings.retry_timeout_s:
                raise
            await asyncio.sleep(_PAUSE_S)
        async for attempt in stamina.retry_context(
            on=_retryable,
            attempts=_TRIES - 1,
            timeout=self._settings.retry_timeout_s,
            wait_initial=_PAUSE_S,
        ):
            with attempt:
                return await self._in_time(once, timeout_s, what)
        raise AssertionError("stamina raises the last error itself")

    async def _in_time(self, once: Callable[[], Awaitable[T]], timeout_s: float, what: str) -> T:
        try:
            async with asyncio.timeout(timeout_s + _DEADLINE_GRACE_S):
                return await once()
        except TimeoutError as error:
            raise QueryTimedOut(f"{what} took longer than {timeout_s:g} s") from error
        except (DriverError, Neo4jError) as error:
            raise translate(error, what) from error


class _Neo4jTransaction:
    def __init__(self, transaction: AsyncManagedTransaction) -> None:
        self._transaction = transaction

    async def run(self, query: Query, /, **params: Any) -> Written:
        query.check_arguments(frozenset(params))
        result = await self._transaction.run(cast(LiteralString, query.text), params)
        return await _written(result)


def sync_driver(connection: Connection) -> neo4j.Driver:
    """A synchronous driver, for the graph algorithms client which knows no other."""
    return GraphDatabase.driver(
        connection.uri,
        auth=(connection.user, connection.password.get_secret_value()),
        telemetry_disabled=True,
        notifications_min_severity="OFF",
    )


def _timed(text: str, timeout_s: float) -> neo4j.Query:
    # The text comes from our own files or from the compiler, never from a caller.
    return neo4j.Query(cast(LiteralString, text), timeout=timeout_s)


async def _written(result: neo4j.AsyncResult) -> Written:
    # Not record.data(): it visits every element of every list, and no statement returns nodes.
    rows: list[Row] = [dict(cast(Mapping[str, Any], record)) async for record in result]
    counters = (await result.consume()).counters
    changes = (
        counters.nodes_created
        + counters.nodes_deleted
        + counters.relationships_created
        + counters.relationships_deleted
        + counters.properties_set
        + counters.labels_added
        + counters.labels_removed
    )
    return Written(rows=rows, changes=changes)


def _retryable(error: Exception) -> bool:
    return isinstance(error, DatabaseError) and error.retryable
