"""`drift engine`, without a server."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.engine import app
from graph.engine import status
from graph.errors import EngineError
from graph.settings import load_settings


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a database and a log of a server that does not run."""
    monkeypatch.setenv("DRIFT_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DRIFT_ENGINE__CACHE_DIR", str(tmp_path / "cache"))
    home = tmp_path / "neo4j"
    (home / "data" / "databases").mkdir(parents=True)
    (home / "logs").mkdir()
    (home / "logs" / "neo4j.log").write_text("one\ntwo\n[three]\n")
    return tmp_path


def run(*arguments: str, answer: str = "") -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(arguments), input=answer)


@pytest.mark.parametrize("command", ["install", "start", "stop", "status", "logs", "reset"])
def test_help_of_every_command_shows_an_example(command: str) -> None:
    shown = run(command, "--help")

    assert shown.exit_code == 0
    assert f"Example: drift engine {command}" in shown.output


def test_status_for_programs_is_one_object_with_every_fact() -> None:
    shown = run("status", "--json")

    facts = json.loads(shown.stdout)
    assert facts.keys() == status(load_settings()).__dataclass_fields__.keys()
    assert (facts["state"], facts["pid"], facts["jars_missing"]) == ("stopped", None, 391)


def test_status_for_people_says_what_is_missing(data_folder: Path) -> None:
    shown = run("status")

    assert "stopped" in shown.stdout
    assert f"391 jars missing, {data_folder}/cache" in shown.stdout


def test_stopping_what_does_not_run_is_no_failure() -> None:
    assert json.loads(run("stop", "--json").stdout) == {"stopped": False}
    assert run("stop").stdout == "No server was running.\n"


def test_logs_end_with_the_last_line_as_it_was_written() -> None:
    assert run("logs", "--lines", "2").stdout == "two\n[three]\n"


def test_no_lines_of_a_log_is_a_usage_error() -> None:
    assert run("logs", "--lines", "0").exit_code == 2


@pytest.mark.parametrize("answer", ["n\n", ""])
def test_reset_without_consent_deletes_nothing(data_folder: Path, answer: str) -> None:
    assert run("reset", answer=answer).exit_code == 1
    assert (data_folder / "neo4j" / "data").exists()


@pytest.mark.parametrize(("arguments", "answer"), [((), "y\n"), (("--yes",), "")])
def test_reset_with_consent_deletes_the_databases(
    data_folder: Path, arguments: tuple[str, ...], answer: str
) -> None:
    assert run("reset", *arguments, answer=answer).exit_code == 0
    assert not (data_folder / "neo4j" / "data").exists()
    assert (data_folder / "neo4j" / "logs").exists()


def test_error_is_left_to_the_program_that_prints_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRIFT_ENGINE__JAVA", "/nowhere/java")
    for variable in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(variable, "http://127.0.0.1:1")
    for variable in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(variable, raising=False)

    assert isinstance(run("start").exception, EngineError)
