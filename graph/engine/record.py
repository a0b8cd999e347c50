"""The pid file: which process the server is, since when, and on which ports.

A process id alone may have been given to another program since. A record counts only if the
process with its id began when the record says and was started for the same folder.
"""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import psutil

from graph.engine.ports import Ports

UNKNOWN = 0

SAME_START_S = 2.0
"""How far two readings of one process's start may differ: the system clock may be adjusted."""


@dataclass(frozen=True)
class Record:
    """A server that was started.

    Attributes:
        pid: Its process; `UNKNOWN` from before the start until the process is known.
        started: When the process began, in seconds since 1970.
        ready: Whether it has answered and has its generated password.
    """

    pid: int
    started: float
    bolt: int
    http: int
    ready: bool

    @property
    def ports(self) -> Ports:
        """The ports it was told to listen on."""
        return Ports(self.bolt, self.http)


def read(path: Path) -> Record | None:
    """The record in a file; None if there is none or it cannot be read."""
    try:
        return Record(**json.loads(path.read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def write(path: Path, record: Record) -> None:
    """Replace a record in one step."""
    part = path.with_suffix(".part")
    part.write_text(json.dumps(asdict(record)), encoding="utf-8")
    os.replace(part, path)


def living(path: Path, home: Path) -> Record | None:
    """The record in a file if its server still runs, else None.

    A start that was killed before it knew the process is made good by looking for the process.
    """
    found = read(path)
    if found is not None and found.pid == UNKNOWN:
        found = _adopt(found, home)
    return found if found is not None and alive(found, home) else None


def _adopt(intended: Record, home: Path) -> Record | None:
    pid = holder(home)
    if pid is None:
        return None
    try:
        return replace(intended, pid=pid, started=psutil.Process(pid).create_time())
    except psutil.NoSuchProcess:
        return None


def alive(record: Record, home: Path) -> bool:
    """Whether the process of a record still runs, and is the server of that folder."""
    try:
        process = psutil.Process(record.pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        arguments = process.cmdline()
        # Empty for a moment while Java's launcher replaces itself.
        return abs(process.create_time() - record.started) <= SAME_START_S and (
            not arguments or home_argument(home) in arguments
        )
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False


def holder(home: Path) -> int | None:
    """Process that was started for a folder, whether recorded or not; None if none is seen."""
    wanted = home_argument(home)
    for process in psutil.process_iter(["cmdline"]):
        if wanted in (process.info["cmdline"] or ()):
            return process.pid
    return None


def home_argument(home: Path) -> str:
    """The argument by which a server's process is recognised."""
    return f"--home-dir={home}"
