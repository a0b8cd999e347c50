"""A driver for the graph algorithms client, which is synchronous, with errors as ours."""

from collections.abc import Generator
from contextlib import contextmanager

from neo4j import Driver
from neo4j.exceptions import DriverError, Neo4jError

from graph.client import sync_driver
from graph.connection import Connection
from graph.translation import translate


@contextmanager
def gds_driver(connection: Connection) -> Generator[Driver]:
    """A synchronous driver; what it raises inside the block is translated, then it is closed.

    Raises:
        DatabaseError: The server could not be reached or refused a statement.
    """
    driver = sync_driver(connection)
    try:
        yield driver
    except (DriverError, Neo4jError) as error:
        raise translate(error, "graph algorithm") from error
    finally:
        driver.close()
