"""The pid file: when it is believed, and when not."""

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from graph.engine import record
from graph.engine.record import UNKNOWN, Record, alive, holder, living

HOME = Path("/home/of/a/server")


@pytest.fixture
def server() -> Iterator[subprocess.Popen[bytes]]:
    """A process that looks like the server of HOME."""
    code = "import time; print(flush=True); time.sleep(600)"
    process = subprocess.Popen(
        [sys.executable, "-c", code, f"--home-dir={HOME}"], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.fixture
def written(server: subprocess.Popen[bytes]) -> Record:
    """What a start notes of that process."""
    return Record(server.pid, psutil.Process(server.pid).create_time(), 1, 2, ready=True)


def test_record_is_read_as_it_was_written(tmp_path: Path, written: Record) -> None:
    record.write(tmp_path / "server.json", written)

    assert record.read(tmp_path / "server.json") == written
    assert [file.name for file in tmp_path.iterdir()] == ["server.json"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": 1}'])
def test_record_that_cannot_be_read_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "server.json").write_text(content)

    assert record.read(tmp_path / "server.json") is None


def test_server_of_this_folder_with_the_recorded_start_is_alive(written: Record) -> None:
    assert alive(written, HOME)


def test_process_that_took_the_number_later_is_not_the_server(written: Record) -> None:
    assert not alive(replace(written, started=written.started - 60), HOME)


def test_server_of_another_folder_is_not_the_server(written: Record) -> None:
    assert not alive(written, Path("/home/of/another"))


def test_process_that_ended_is_not_the_server(
    server: subprocess.Popen[bytes], written: Record
) -> None:
    server.kill()
    while psutil.Process(server.pid).status() != psutil.STATUS_ZOMBIE:
        time.sleep(0.01)
    assert not alive(written, HOME)

    server.wait()
    assert not alive(written, HOME)


def test_holder_is_found_by_its_folder(server: subprocess.Popen[bytes]) -> None:
    assert holder(HOME) == server.pid
    assert holder(Path("/home/of/another")) is None


def test_start_that_was_killed_before_it_knew_the_process_is_made_good(
    tmp_path: Path, written: Record
) -> None:
    record.write(tmp_path / "server.json", Record(UNKNOWN, 0.0, 1, 2, ready=False))

    assert living(tmp_path / "server.json", HOME) == replace(written, ready=False)


def test_start_that_was_killed_before_there_was_a_process_is_forgotten(tmp_path: Path) -> None:
    record.write(tmp_path / "server.json", Record(UNKNOWN, 0.0, 1, 2, ready=False))

    assert living(tmp_path / "server.json", HOME) is None
