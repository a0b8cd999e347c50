"""One process at a time: an advisory lock on a file, freed by the system when its holder dies."""

import fcntl
import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import FolderUnusable


@contextmanager
def held(path: Path, on_wait: Callable[[], None] = lambda: None) -> Generator[None]:
    """Hold the lock of a file; wait while another process does.

    Args:
        path: File to lock; it and its folder are made if they do not exist.
        on_wait: Called once if the lock is not free at once.

    Raises:
        FolderUnusable: The folder cannot be made or written.
    """
    handle = _open(path)
    try:
        _lock(handle, on_wait)
        yield
    finally:
        os.close(handle)


def _open(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise FolderUnusable(path.parent, error.strerror or str(error)) from error


def _lock(handle: int, on_wait: Callable[[], None]) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        on_wait()
        fcntl.flock(handle, fcntl.LOCK_EX)
