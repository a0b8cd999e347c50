"""What is refused or found before a server is started."""

import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from graph import engine
from graph.engine import record
from graph.engine.record import Record
from graph.engine.server import home_of
from graph.errors import EngineTimeout, JavaFailed, PortTaken, StoreLocked
from graph.settings import Settings

MakeSettings = Callable[..., Settings]


def program(path: Path, text: str) -> Path:
    """A shell script to be started in the place of Java."""
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_where_nothing_was_started_nothing_runs_and_nothing_is_made(
    own_settings: MakeSettings, tmp_path: Path
) -> None:
    settings = own_settings(tmp_path / "data")

    assert engine.running(settings) is None
    assert engine.stop(settings) is False
    engine.reset(settings)
    assert engine.status(settings).state == "stopped"
    assert not (tmp_path / "data").exists()


def test_jars_not_fetched_yet_are_counted(own_settings: MakeSettings, tmp_path: Path) -> None:
    found = engine.status(own_settings(tmp_path, cache_dir=tmp_path / "cache"))

    assert found.jars == found.jars_missing == 391


def test_java_that_fails_is_reported_with_its_last_words(
    own_settings: MakeSettings, tmp_path: Path
) -> None:
    java = program(tmp_path / "java", "echo 'Could not reserve enough space' >&2; exit 1")
    settings = own_settings(tmp_path / "data", java=java)

    with pytest.raises(JavaFailed, match="Could not reserve enough space") as raised:
        engine.start(settings, progress=False)

    assert "DRIFT_ENGINE__HEAP_MIB" in raised.value.hint
    assert engine.status(settings).state == "stopped"


def test_server_that_does_not_answer_is_left_starting_and_can_be_stopped(
    own_settings: MakeSettings, tmp_path: Path
) -> None:
    java = program(
        tmp_path / "java", f'exec {sys.executable} -c "import time; time.sleep(99)" "$@"'
    )
    settings = own_settings(tmp_path / "data", java=java, start_timeout_s=0.5)

    with pytest.raises(EngineTimeout, match=r"not answered after 0\.5 s"):
        engine.start(settings, progress=False)

    assert engine.status(settings).state == "starting"
    assert engine.running(settings) is None
    assert engine.stop(settings) is True
    assert engine.status(settings).state == "stopped"


def test_server_that_ignores_the_request_to_end_is_killed(
    own_settings: MakeSettings, tmp_path: Path
) -> None:
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(99)"
    java = program(tmp_path / "java", f'exec {sys.executable} -c "{code}" "$@"')
    settings = own_settings(tmp_path / "data", java=java, start_timeout_s=0.5, stop_timeout_s=0.5)
    with pytest.raises(EngineTimeout):
        engine.start(settings, progress=False)

    assert engine.stop(settings) is True
    assert engine.status(settings).state == "stopped"


def test_fixed_port_that_is_taken_is_found_before_java_is_started(
    own_settings: MakeSettings, tmp_path: Path
) -> None:
    java = program(tmp_path / "java", f"touch {tmp_path}/started")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        settings = own_settings(tmp_path / "data", java=java, bolt_port=other.getsockname()[1])

        with pytest.raises(PortTaken):
            engine.start(settings, progress=False)

    assert not (tmp_path / "started").exists()


def test_store_that_another_process_holds_is_found_before_java_is_started(
    own_settings: MakeSettings, tmp_path: Path
) -> None:
    settings = own_settings(tmp_path, java=program(tmp_path / "java", f"touch {tmp_path}/started"))
    home = home_of(settings)
    home.store_lock.parent.mkdir(parents=True)
    home.store_lock.touch()
    code = (
        "import fcntl, sys; file = open(sys.argv[1], 'r+b'); fcntl.lockf(file, fcntl.LOCK_EX); "
        "print(flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(home.store_lock), f"--home-dir={home.root}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()

        with pytest.raises(StoreLocked, match=f"in use by process {other.pid}") as raised:
            engine.start(settings, progress=False)
        with pytest.raises(StoreLocked):
            engine.reset(settings)
        other.kill()

    assert raised.value.holder == other.pid
    assert home.store_lock.exists()
    assert not (tmp_path / "started").exists()


def test_record_of_a_process_that_is_gone_is_noticed_and_cleaned(
    own_settings: MakeSettings, tmp_path: Path
) -> None:
    settings = own_settings(tmp_path)
    home = home_of(settings)
    home.record.parent.mkdir(parents=True)
    this = Record(pid=1, started=0.0, bolt=1, http=2, ready=True)
    record.write(home.record, replace(this, pid=2**22 + 1))

    assert engine.running(settings) is None
    assert engine.status(settings).state == "stopped"
    assert engine.stop(settings) is False
    assert not home.record.exists()
