"""`drift jobs` and `drift schedule`: what they print, and what they refuse."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import orjson
import pytest
from typer.testing import CliRunner, Result

from api.cli import app
from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.errors import JobUnknown, SettingsError, SourceMissing
from tests.loaders.feed_folder import small_feed, write_feed

Drift = Callable[..., Result]


@pytest.fixture
def drift(graph: Neo4jGraph, connection: Connection, tmp_path: Path) -> Drift:
    """The command line, on the test server, which is empty; so is the folder of sources."""
    environment = {
        "DRIFT_NEO4J__URI": connection.uri,
        "DRIFT_NEO4J__USER": connection.user,
        "DRIFT_NEO4J__PASSWORD": connection.password.get_secret_value(),
        "DRIFT_SCHEDULE__DATA": str(tmp_path),
        "DRIFT_SCHEDULE__TIMEZONE": "Asia/Tokyo",
        "COLUMNS": "250",
    }
    return lambda *given: CliRunner().invoke(app, given, env=environment)


def test_jobs_are_listed_with_their_times_before_anything_ran(drift: Drift) -> None:
    listed = orjson.loads(drift("jobs", "list", "--json").stdout)
    assert [(job["name"], job["cron"], job["graceHours"], job["status"]) for job in listed] == [
        ("sources", "0 1 * * sun", 144, "none yet"),
        ("nightly", "0 3 * * *", 24, "none yet"),
        ("prediction", "0 5 2 * *", 480, "none yet"),
        ("cleanup", "0 6 * * *", 6, "none yet"),
    ]
    text = drift("jobs", "list").stdout
    assert "times in Asia/Tokyo" in text
    assert "off: DRIFT_SCHEDULE__WEEKLY_SOURCES names none" in text
    assert "never" in text


def test_a_job_runs_now_and_its_run_is_kept(drift: Drift) -> None:
    ran = drift("jobs", "run", "cleanup", "--json")
    assert (ran.exit_code, orjson.loads(ran.stdout)) == (
        0,
        {"algorithm_runs": 0, "job_runs": 0, "rejects": 0, "history": 0},
    )
    (run,) = orjson.loads(drift("jobs", "history", "--json").stdout)
    assert (run["job"], run["scheduledFor"], run["status"], run["error"], run["attempt"]) == (
        "cleanup", None, "succeeded", None, 1
    )  # fmt: skip
    assert run["counts"] == {"algorithm_runs": 0, "job_runs": 0, "rejects": 0, "history": 0}
    shown = drift("jobs", "history", "cleanup").stdout
    assert "asked for" in shown
    (cleanup,) = (
        job
        for job in orjson.loads(drift("jobs", "list", "--json").stdout)
        if job["name"] == "cleanup"
    )
    assert datetime.now(UTC) - datetime.fromisoformat(cleanup["lastSuccess"]) < timedelta(hours=1)
    assert cleanup["ageHours"] == 0
    assert cleanup["status"] == "succeeded"


def test_the_night_runs_as_a_job_and_says_its_steps_beside_its_result(
    drift: Drift, tmp_path: Path
) -> None:
    write_feed(tmp_path / "other" / "feed", small_feed())
    ran = drift("jobs", "run", "nightly", "--data", str(tmp_path / "other"), "--json")
    assert ran.exit_code == 0, ran.output
    assert list(orjson.loads(ran.stdout)["seconds"]) == [
        "load feed", "identity", "derive", "compute"
    ]  # fmt: skip
    (run,) = orjson.loads(drift("jobs", "history", "--json").stdout)
    assert run["counts"]["asOf"] == str(datetime.now(ZoneInfo("Asia/Tokyo")).date())


def test_a_job_that_fails_says_why_and_its_run_is_kept(drift: Drift, tmp_path: Path) -> None:
    failed = drift("jobs", "run", "nightly").exception
    assert isinstance(failed, SourceMissing)
    assert failed.exit_code == 2
    (run,) = orjson.loads(drift("jobs", "history", "nightly", "--json").stdout)
    assert run["status"] == "failed"
    assert run["error"] == f"{tmp_path} holds none of ra-london, berghain, feed"
    assert drift("jobs", "history", "cleanup").stdout == "no runs\n"


@pytest.mark.parametrize("command", ["run", "history"])
def test_an_unknown_job_is_told_the_known_ones(drift: Drift, command: str) -> None:
    refused = drift("jobs", command, "nigthly").exception
    assert isinstance(refused, JobUnknown)
    assert refused.hint == "There are sources, nightly, prediction, cleanup."
    assert refused.exit_code == 2


@pytest.mark.parametrize("command", [("schedule",), ("jobs", "list"), ("jobs", "run", "nightly")])
def test_a_wrong_hour_of_the_night_is_a_wrong_setting(
    drift: Drift, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRIFT_SCHEDULE__NIGHTLY", "at three")
    refused = drift(*command).exception
    assert isinstance(refused, SettingsError)
    assert "DRIFT_SCHEDULE__NIGHTLY" in refused.hint
