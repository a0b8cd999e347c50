"""Statements that took too long, for the log: their text, never their values."""

import logging
from collections.abc import Mapping
from typing import Any, Final

import structlog

log = structlog.get_logger()

_TYPES: Final = {
    "NoneType": "NULL",
    "bool": "BOOLEAN",
    "int": "INTEGER",
    "float": "FLOAT",
    "str": "STRING",
    "list": "LIST",
    "dict": "MAP",
    "date": "DATE",
    "datetime": "ZONED DATETIME",
}
"""Python type -> Cypher type of the values that become parameters."""


def note(
    statement: str,
    parameters: Mapping[str, Any],
    *,
    operation: str | None,
    request_id: str,
    seconds: float,
    first_run: bool,
) -> None:
    """Log a slow statement.

    Args:
        first_run: Whether this process had not run it before: then the time holds planning, and
            is no reason to worry.
    """
    log.log(
        logging.INFO if first_run else logging.WARNING,
        "slow statement",
        request_id=request_id,
        operation=operation,
        milliseconds=round(1000 * seconds, 1),
        first_run=first_run,
        parameters={name: kind_of(value) for name, value in parameters.items()},
        statement=statement,
    )


def kind_of(value: Any) -> str:
    """Cypher's name for the type of a parameter."""
    name = type(value).__name__
    return _TYPES.get(name, name)
