"""The first words with a started server: does it answer, and with which password."""

import socket
from typing import LiteralString, cast

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError
from pydantic import SecretStr

from graph.engine.ports import LOOPBACK
from graph.errors import PasswordRefused
from graph.queries import Query, cypher

USER = "neo4j"
FIRST_PASSWORD = SecretStr("neo4j")
"""What every new database begins with; it can do nothing but be changed."""

CONNECT_TIMEOUT_S = 2.0

ANSWER_TIMEOUT_S = 20.0
"""Patience with a first login: on a busy machine a server that just began takes seconds for it,
and asking anew would only add to its work."""

GDS_VERSION = cypher("engine/gds_version")
SET_PASSWORD = cypher("engine/set_password")


def bolt_uri(port: int) -> str:
    """Address for drivers."""
    return f"bolt://{LOOPBACK}:{port}"


def answers(port: int, password: SecretStr) -> bool:
    """Whether the server is ready: Bolt answers, GDS answers, the password is the kept one.

    A new database gets the password on the way. False while the server is still starting.

    Raises:
        PasswordRefused: The server has another password.
    """
    if not _listens(port):
        return False
    try:
        try:
            _run(port, "neo4j", password, GDS_VERSION)
        except AuthError:
            _set_password(port, password)
            _run(port, "neo4j", password, GDS_VERSION)
    except PasswordRefused:
        raise
    except (DriverError, Neo4jError):
        return False
    return True


def _set_password(port: int, password: SecretStr) -> None:
    values = {"old": FIRST_PASSWORD.get_secret_value(), "new": password.get_secret_value()}
    try:
        _run(port, "system", FIRST_PASSWORD, SET_PASSWORD, values)
    except AuthError as error:
        raise PasswordRefused(
            "the database does not accept the password kept beside it",
            hint="Put back the file `neo4j/password` that belongs to this data, or delete the "
            "data with `drift engine reset`.",
        ) from error


def _run(
    port: int,
    database: str,
    password: SecretStr,
    query: Query,
    values: dict[str, str] | None = None,
) -> None:
    with GraphDatabase.driver(
        bolt_uri(port),
        auth=(USER, password.get_secret_value()),
        connection_timeout=ANSWER_TIMEOUT_S,
        max_transaction_retry_time=0,
    ) as driver:
        driver.execute_query(cast(LiteralString, query.text), values, database_=database)


def _listens(port: int) -> bool:
    try:
        socket.create_connection((LOOPBACK, port), timeout=CONNECT_TIMEOUT_S).close()
    except OSError:
        return False
    return True
