"""`drift derive`."""

import json

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.errors import LoadHeld
from tests.algorithms.derive.test_held import HELD

pytestmark = pytest.mark.usefixtures("graph")


@pytest.fixture
def drift(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The command line on the test server."""
    monkeypatch.setenv("DRIFT_NEO4J__URI", connection.uri)
    monkeypatch.setenv("DRIFT_NEO4J__PASSWORD", connection.password.get_secret_value())
    return CliRunner()


def test_help_shows_an_example(drift: CliRunner) -> None:
    assert "drift derive --as-of 2019-12-31" in drift.invoke(app, ["derive", "--help"]).stdout


def test_it_derives_for_the_date_given_before_that_of_the_settings(
    drift: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRIFT_AS_OF", "2018-06-30")
    report = json.loads(drift.invoke(app, ["derive", "--as-of", "2019-12-31", "--json"]).stdout)
    assert (report["asOf"], report["full"]) == ("2019-12-31", True)
    told = drift.invoke(app, ["derive"])
    assert told.exit_code == 0
    assert "as of 2018-06-30" in told.stdout


def test_what_is_no_date_is_wrong_usage(drift: CliRunner) -> None:
    refused = drift.invoke(app, ["derive", "--as-of", "2026-02-30"])
    assert refused.exit_code == 2
    assert "2026-02-30" in refused.stderr


@pytest.fixture
async def held_load(graph: Neo4jGraph) -> None:
    """A load that waits for a person."""
    await graph.write(HELD)


@pytest.mark.usefixtures("held_load")
def test_a_held_load_ends_it_with_code_3(drift: CliRunner) -> None:
    held = drift.invoke(app, ["derive"]).exception
    assert isinstance(held, LoadHeld)
    assert held.exit_code == 3
