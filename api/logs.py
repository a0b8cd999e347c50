"""How the server logs: one JSON line an event, or readable lines on a terminal."""

import logging
import sys

import structlog


def configure(level: str) -> None:
    """Set up structured logs on stderr.

    Args:
        level: DEBUG, INFO, WARNING or ERROR.
    """
    readable = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.dict_tracebacks if not readable else structlog.dev.set_exc_info,
            structlog.dev.ConsoleRenderer() if readable else structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        logger_factory=_to_stderr,
    )


def _to_stderr(*_: object) -> structlog.PrintLogger:
    # Looked up for each line, because a test or a host program may exchange the stream.
    return structlog.PrintLogger(sys.stderr)
