"""How the server logs: one JSON line an event, or readable lines on a terminal.

What clients send as values never stands in a line: tracebacks come without variables and with
the values taken out, parameters of statements as types. Secrets are masked by the names of their
keys.
"""

import json
import logging
import re
import sys
import traceback
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, cast

import orjson
import structlog
from structlog.typing import EventDict, WrappedLogger

MASK = "[redacted]"

_SECRET = re.compile(
    r"passw|secret|token|authori[sz]ation|cookie|credential|api_?key|private_?key", re.IGNORECASE
)

_TELLING = 3
"""Values shorter than this, in characters, tell nothing and stand in every text."""


def configure(level: str) -> None:
    """Set up structured logs on stderr, for the libraries' own warnings too.

    Args:
        level: DEBUG, INFO, WARNING or ERROR.
    """
    readable = sys.stderr.isatty()
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            redact,
            structlog.processors.format_exc_info,
            plain if readable else structlog.processors.JSONRenderer(serializer=_json),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        logger_factory=_to_stderr,
    )
    root = logging.getLogger()
    if not any(isinstance(handler, _Forward) for handler in root.handlers):
        root.addHandler(_Forward(logging.WARNING))


def redact(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Mask what stands under the name of a secret, in nested objects too."""
    for key, value in event.items():
        if _is_secret(key):
            event[key] = MASK
        elif isinstance(value, dict):
            event[key] = redact(None, "", dict(cast(EventDict, value)))
    return event


def traceback_without(error: BaseException, values: Any) -> str:
    """The traceback of an error, without the values that a client sent.

    Args:
        values: Texts, and lists and mappings that hold them; a text of fewer than three
            characters stays.
    """
    text = "".join(traceback.format_exception(error))
    for value in sorted(set(_texts(values)), key=len, reverse=True):
        text = text.replace(value, "<value>")
    return text


def _texts(values: Any) -> Iterator[str]:
    if isinstance(values, str):
        if len(values) >= _TELLING:
            yield values
    elif isinstance(values, dict):
        yield from _texts(list(cast(dict[str, Any], values).values()))
    elif isinstance(values, list | tuple):
        for value in cast(list[Any], values):
            yield from _texts(value)


@lru_cache(maxsize=1024)
def _is_secret(key: str) -> bool:
    return _SECRET.search(key) is not None


def _json(event: EventDict, **_: Any) -> str:
    try:
        return orjson.dumps(event, default=repr).decode()
    except TypeError:
        # A lone surrogate or a number beyond 64 bits; a line must never cost an answer.
        text = json.dumps(event, default=repr, ensure_ascii=False)
        return text.encode(errors="replace").decode()


def _to_stderr(*_: object) -> structlog.PrintLogger:
    # Looked up for each line, because a test or a host program may exchange the stream.
    return structlog.PrintLogger(sys.stderr)


class _Forward(logging.Handler):
    """Takes lines of the libraries into ours; what a request raised is logged with its id."""

    def emit(self, record: logging.LogRecord) -> None:
        log: structlog.typing.FilteringBoundLogger = structlog.get_logger()
        kind = record.exc_info[0] if record.exc_info else None
        more = {"exception": kind.__name__} if kind else {}
        log.log(record.levelno, record.getMessage(), logger=record.name, **more)
