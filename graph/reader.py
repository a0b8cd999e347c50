"""Who reads the one record of a compiled statement: bare connections, or the driver.

A server of its own address is asked over connections of our own (`graph/bolt.py`); a cluster
behind a `neo4j://` address is asked through the driver, which knows its routes.
"""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from typing import Any, LiteralString, Protocol, cast

import neo4j
from neo4j import AsyncDriver

from graph.bolt import DIRECT_SCHEMES, BoltConnection, BoltLost, connect
from graph.connection import Connection
from graph.settings import Neo4jSettings


class Reader(Protocol):
    """Reads one record at a time."""

    async def record(
        self, statement: str, parameters: Mapping[str, Any], timeout_s: float
    ) -> list[Any] | None:
        """The values of the first record of a read statement, None if there is none."""
        ...


@asynccontextmanager
async def reader_of(
    driver: AsyncDriver, connection: Connection, settings: Neo4jSettings
) -> AsyncGenerator[Reader]:
    """The reader that fits an address."""
    if connection.uri.partition("://")[0] not in DIRECT_SCHEMES:
        yield DriverReader(driver, connection.database)
        return
    reader = BoltReader(connection, settings)
    try:
        yield reader
    finally:
        reader.close()


class DriverReader:
    """Reads through the driver."""

    def __init__(self, driver: AsyncDriver, database: str) -> None:
        self._driver = driver
        self._database = database

    async def record(
        self, statement: str, parameters: Mapping[str, Any], timeout_s: float
    ) -> list[Any] | None:
        """See `Reader.record`."""
        query = neo4j.Query(cast(LiteralString, statement), timeout=timeout_s)
        async with self._driver.session(
            database=self._database, default_access_mode=neo4j.READ_ACCESS
        ) as session:
            record = await (await session.run(query, dict(parameters))).single()
            return None if record is None else list(record.values())


class BoltReader:
    """Reads over connections of its own, opened as they are needed, the last one used first."""

    def __init__(self, connection: Connection, settings: Neo4jSettings) -> None:
        self._connection = connection
        self._settings = settings
        self._free = asyncio.Semaphore(settings.pool_size)
        self._idle: list[BoltConnection] = []

    async def record(
        self, statement: str, parameters: Mapping[str, Any], timeout_s: float
    ) -> list[Any] | None:
        """See `Reader.record`.

        Raises:
            BoltLost: No connection could be had, or it was lost.
            BoltFailure: The server could not run the statement.
        """
        await self._turn()
        opened = None
        try:
            opened = await self._opened()
            database = self._connection.database
            return await opened.record(statement, parameters, database, timeout_s)
        finally:
            if opened is not None and opened.is_open:
                self._idle.append(opened)
            self._free.release()

    def close(self) -> None:
        """Close all connections that nobody uses."""
        while self._idle:
            self._idle.pop().close()

    async def _turn(self) -> None:
        if not self._free.locked():
            await self._free.acquire()
            return
        wait_s = self._settings.acquisition_timeout_s
        try:
            async with asyncio.timeout(wait_s):
                await self._free.acquire()
        except TimeoutError as error:
            raise BoltLost(f"no connection was free within {wait_s:g} s") from error

    async def _opened(self) -> BoltConnection:
        while self._idle:
            opened = self._idle.pop()
            if opened.is_open:
                return opened
        wait_s = self._settings.connect_timeout_s
        try:
            async with asyncio.timeout(wait_s):
                return await connect(self._connection)
        except TimeoutError as error:
            raise BoltLost(f"no connection was made within {wait_s:g} s") from error
