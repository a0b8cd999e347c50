"""`drift compute`."""

import json

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.errors import SettingsError
from graph.runs import algorithm_run
from tests.algorithms.network.scenes import families, put


@pytest.fixture
def drift(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The command line on the test server."""
    monkeypatch.setenv("DRIFT_NEO4J__URI", connection.uri)
    monkeypatch.setenv("DRIFT_NEO4J__PASSWORD", connection.password.get_secret_value())
    return CliRunner()


@pytest.fixture
async def derived(graph: Neo4jGraph) -> Neo4jGraph:
    """A scene whose connections stand for the last day of 2019."""
    await put(graph, families([30, 20], seed=1))
    async with algorithm_run(graph, "derive", {"asOf": "2019-12-31"}, "test"):
        pass
    return graph


def test_it_publishes_once_and_says_so_when_nothing_differs(
    drift: CliRunner, derived: Neo4jGraph
) -> None:
    first = json.loads(drift.invoke(app, ["compute", "--json"]).stdout)
    assert first["asOf"] == "2019-12-31"
    assert (first["artists"], first["communities"]) == (50, 2)
    assert first["publication"]["version"] == 2
    assert sorted(first["runs"]) == ["betweenness", "bridge", "components", "louvain", "pagerank"]
    again = drift.invoke(app, ["compute", "--as-of", "2019-12-31"])
    assert again.exit_code == 0
    assert "nothing differs from published version 2" in again.stdout


def test_a_date_that_the_connections_do_not_stand_for_is_refused(
    drift: CliRunner, derived: Neo4jGraph
) -> None:
    refused = drift.invoke(app, ["compute", "--as-of", "2020-01-01"])
    assert isinstance(refused.exception, SettingsError)
    assert "stand for 2019-12-31, not for 2020-01-01" in refused.exception.message
    assert "drift derive --as-of 2020-01-01" in refused.exception.hint


def test_without_connections_it_says_what_to_do(drift: CliRunner, graph: Neo4jGraph) -> None:
    refused = drift.invoke(app, ["compute"])
    assert isinstance(refused.exception, SettingsError)
    assert "drift derive" in refused.exception.hint
