"""A real server, from its first start to its last."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from neo4j import Driver, GraphDatabase
from pydantic import SecretStr

from graph import engine
from graph.engine import password, record
from graph.engine.record import home_argument
from graph.engine.server import home_of
from graph.errors import PasswordRefused
from graph.settings import Settings

START = """
import sys
from pathlib import Path
from graph import engine
from graph.settings import Settings
settings = Settings.model_validate_json(sys.argv[1])
engine.start(settings, progress=False)
"""


@pytest.fixture(scope="module")
def settings(
    own_settings: Callable[..., Settings], tmp_path_factory: pytest.TempPathFactory
) -> Settings:
    """A data folder of this module's own, with a blank in its name."""
    return own_settings(tmp_path_factory.mktemp("live") / "data folder")


@pytest.fixture(scope="module")
def kept(settings: Settings) -> SecretStr:
    """A password that a first start has generated before it was killed."""
    home_of(settings).root.mkdir(parents=True)
    return password.keep(home_of(settings).password)


@pytest.fixture(scope="module")
def started(
    settings: Settings, kept: SecretStr, project_root: Path
) -> Iterator[engine.RunningEngine]:
    """The server, started by two processes at once that have both ended since."""
    arguments = [sys.executable, "-c", START, settings.model_dump_json()]
    environment = {**os.environ, "PYTHONPATH": str(project_root)}
    both = [subprocess.Popen(arguments, env=environment) for _ in range(2)]
    assert [process.wait(timeout=200) for process in both] == [0, 0]
    found = engine.running(settings)
    assert found is not None
    yield found
    engine.stop(settings)


def driver(server: engine.RunningEngine) -> Driver:
    """A driver that is logged in."""
    return GraphDatabase.driver(
        server.bolt_uri, auth=(server.user, server.password.get_secret_value())
    )


def names(server: engine.RunningEngine) -> list[str]:
    """Names that were written to the server."""
    with driver(server) as connected:
        found = connected.execute_query(
            "MATCH (note:Note) RETURN note.name AS name ORDER BY name", database_="neo4j"
        )
    return [row["name"] for row in found.records]


def write(server: engine.RunningEngine, name: str) -> None:
    """Write a name and wait for the commit."""
    with driver(server) as connected:
        connected.execute_query("CREATE (:Note {name: $name})", name=name, database_="neo4j")


def wait_for_end(pid: int) -> None:
    """Wait until a process is gone, at most 10 s."""
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(pid).wait(timeout=10)


def test_first_start_that_was_killed_before_the_password_was_set_goes_on(
    started: engine.RunningEngine, kept: SecretStr
) -> None:
    assert started.password == kept
    assert names(started) == []


def test_two_starts_at_once_start_one_server(
    settings: Settings, started: engine.RunningEngine
) -> None:
    wanted = home_argument(home_of(settings).root)
    commands = {
        process.pid: process.info["cmdline"] or () for process in psutil.process_iter(["cmdline"])
    }

    assert [pid for pid, command in commands.items() if wanted in command] == [started.pid]


def test_server_outlives_the_process_that_started_it(started: engine.RunningEngine) -> None:
    assert os.getsid(started.pid) == started.pid


def test_password_is_in_no_argument_and_no_log(
    settings: Settings, started: engine.RunningEngine, kept: SecretStr
) -> None:
    secret = kept.get_secret_value()

    assert secret not in " ".join(psutil.Process(started.pid).cmdline())
    assert secret not in " ".join(psutil.Process(started.pid).environ().values())
    logs = list(home_of(settings).logs.iterdir())
    assert {"neo4j.log", "console.log", "debug.log"} <= {log.name for log in logs}
    assert not any(secret in log.read_text(errors="replace") for log in logs)


def test_folder_and_password_are_for_their_owner_only(
    settings: Settings, started: engine.RunningEngine
) -> None:
    home = home_of(settings)

    assert home.root.stat().st_mode & 0o777 == 0o700
    assert home.password.stat().st_mode & 0o777 == 0o600


def test_server_listens_on_loopback_only(started: engine.RunningEngine) -> None:
    listening = {
        connection.laddr.ip
        for connection in psutil.Process(started.pid).net_connections("tcp")
        if connection.status == psutil.CONN_LISTEN
    }

    assert {address.removeprefix("::ffff:") for address in listening} == {"127.0.0.1"}


def test_server_is_the_locked_version_with_gds_and_cypher_25(
    settings: Settings, started: engine.RunningEngine
) -> None:
    with driver(started) as connected:
        [row] = connected.execute_query(
            "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' "
            "RETURN versions[0] AS neo4j, edition, gds.version() AS gds",
            database_="neo4j",
        ).records
        language = connected.execute_query(
            "SHOW SETTINGS 'db.query.default_language' YIELD value RETURN value"
        ).records[0]["value"]

    found = engine.status(settings)
    assert dict(row) == {
        "neo4j": found.neo4j_version,
        "edition": "community",
        "gds": found.gds_version,
    }
    assert language == "CYPHER_25"


def test_browser_is_served(started: engine.RunningEngine) -> None:
    with urllib.request.urlopen(f"{started.http_uri}/browser/", timeout=10) as answer:
        assert b"<title>Neo4j Browser</title>" in answer.read()


def test_second_start_attaches(settings: Settings, started: engine.RunningEngine) -> None:
    assert engine.start(settings, progress=False) == started
    assert engine.running(settings) == started
    assert engine.status(settings).state == "running"


def test_start_that_was_killed_while_it_waited_goes_on(
    settings: Settings, started: engine.RunningEngine
) -> None:
    home = home_of(settings)
    noted = record.read(home.record)
    assert noted is not None
    record.write(home.record, replace(noted, pid=record.UNKNOWN, started=0.0, ready=False))

    assert engine.running(settings) is None
    assert engine.start(settings, progress=False) == started
    written = json.loads(home.record.read_text())
    assert (written["pid"], written["ready"]) == (started.pid, True)


def test_killed_server_recovers_what_was_committed_on_the_same_address(
    settings: Settings, started: engine.RunningEngine
) -> None:
    write(started, "committed before the kill")
    os.kill(started.pid, signal.SIGKILL)
    wait_for_end(started.pid)

    assert engine.running(settings) is None
    again = engine.start(settings, progress=False)

    assert again.pid != started.pid
    assert (again.bolt_uri, again.http_uri) == (started.bolt_uri, started.http_uri)
    assert names(again) == ["committed before the kill"]


def test_stopped_server_leaves_no_process_and_no_lock(
    settings: Settings, started: engine.RunningEngine
) -> None:
    before = engine.start(settings, progress=False)

    assert engine.stop(settings) is True

    wait_for_end(before.pid)
    assert engine.running(settings) is None
    assert engine.stop(settings) is False


def test_password_that_is_not_the_one_of_the_data_is_refused_and_the_server_ended(
    settings: Settings, started: engine.RunningEngine, kept: SecretStr
) -> None:
    file = home_of(settings).password
    file.write_text("another")

    with pytest.raises(PasswordRefused) as raised:
        engine.start(settings, progress=False)

    assert "drift engine reset" in raised.value.hint
    assert engine.status(settings).state == "stopped"
    file.write_text(kept.get_secret_value())


def test_reset_server_starts_empty_with_another_password(
    settings: Settings, started: engine.RunningEngine
) -> None:
    engine.reset(settings)
    fresh = engine.start(settings, progress=False)

    assert fresh.password != started.password
    assert names(fresh) == []
