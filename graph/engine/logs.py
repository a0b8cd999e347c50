"""What the server said: in its own log, and on its console before it had one."""

from collections.abc import Iterator
from pathlib import Path

SERVER_LOG = "neo4j.log"
CONSOLE_LOG = "console.log"

_NOISE = ("WARNING: ", "\tat ")
"""Lines that say nothing to an operator: Java's deprecations, frames of a stack."""


def last_lines(folder: Path, count: int) -> str:
    """The end of the server's log, then the end of its console if there is anything on it."""
    return "\n".join((*_tail(folder / SERVER_LOG, count), *console_lines(folder, count)))


def console_lines(folder: Path, count: int) -> list[str]:
    """The end of what the server printed since its last start, without noise."""
    telling = [line for line in _lines(folder / CONSOLE_LOG) if not line.startswith(_NOISE)]
    return telling[-count:]


def _tail(log: Path, count: int) -> list[str]:
    return list(_lines(log))[-count:]


def _lines(log: Path) -> Iterator[str]:
    """Lines of a log that are not empty; none if there is no log."""
    if log.exists():
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.strip():
                yield line
