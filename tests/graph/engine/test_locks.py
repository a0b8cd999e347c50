"""One process at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from graph.engine.locks import held
from graph.engine.store import is_locked
from graph.errors import FolderUnusable

HOLD = """
import sys, fcntl, time
file = open(sys.argv[1], "r+b")
getattr(fcntl, sys.argv[2])(file, fcntl.LOCK_EX)
print(flush=True)
sys.stdin.read(1)
"""


def holding(path: Path, kind: str) -> subprocess.Popen[bytes]:
    """A process that holds a lock until a byte is written to it or it is killed."""
    path.touch()
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def test_free_lock_is_taken_at_once_and_its_folder_made(tmp_path: Path) -> None:
    waited: list[str] = []

    with held(tmp_path / "new" / ".lock", lambda: waited.append("waited")):
        pass

    assert waited == []


def test_taken_lock_is_waited_for_and_said_so(tmp_path: Path) -> None:
    waited: list[str] = []
    with holding(tmp_path / ".lock", "flock") as other:

        def on_wait() -> None:
            waited.append("waited")
            other.kill()

        with held(tmp_path / ".lock", on_wait):
            assert waited == ["waited"]


def test_folder_that_cannot_be_made_is_said_with_its_settings(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with (
        pytest.raises(FolderUnusable, match=r"file/new cannot be used: Not a directory") as raised,
        held(tmp_path / "file" / "new" / ".lock"),
    ):
        pass

    assert "DRIFT_DATA_DIR" in raised.value.hint


def test_store_of_a_running_server_is_locked_until_it_ends(tmp_path: Path) -> None:
    with holding(tmp_path / "store_lock", "lockf") as server:
        assert is_locked(tmp_path / "store_lock")
        server.kill()
        server.wait()

    assert not is_locked(tmp_path / "store_lock")


def test_store_that_never_was_is_not_locked(tmp_path: Path) -> None:
    assert not is_locked(tmp_path / "store_lock")
