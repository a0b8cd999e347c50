"""Who is this process, and does another one, a run's owner or a lease's holder, still live."""

import os
import socket
from typing import Final

import psutil

SILENT_S_MAX: Final = 300
"""Seconds without a committed batch after which a run on another machine counts as dead."""


def this_process() -> str:
    """Host, process id and start time of this process; no other process has the same."""
    started = psutil.Process().create_time()
    return f"{socket.gethostname()}/{os.getpid()}/{started:.2f}"


def is_alive(owner: str, silent_s: int) -> bool:
    """Whether a process runs: looked up on this machine, judged by its silence on another.

    Args:
        owner: As `this_process` names it there.
        silent_s: Seconds since it last wrote.
    """
    host, pid, started = owner.rsplit("/", 2)
    if host != socket.gethostname():
        return silent_s <= SILENT_S_MAX
    try:
        return f"{psutil.Process(int(pid)).create_time():.2f}" == started
    except psutil.NoSuchProcess:
        return False
