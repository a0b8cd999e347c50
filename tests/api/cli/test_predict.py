"""`drift predict`: the model beside its baselines."""

import json

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.errors import PredictionImpossible, SettingsError
from tests.algorithms.prediction.scene import put, rising_scene


@pytest.fixture
def drift(graph: Neo4jGraph, connection: Connection, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The command line on the test server."""
    monkeypatch.setenv("DRIFT_NEO4J__URI", connection.uri)
    monkeypatch.setenv("DRIFT_NEO4J__PASSWORD", connection.password.get_secret_value())
    monkeypatch.setenv("DRIFT_AS_OF", "2019-12-31")
    monkeypatch.setenv("COLUMNS", "200")
    return CliRunner()


@pytest.fixture
async def scene(graph: Neo4jGraph) -> Neo4jGraph:
    """A scene of which enough artists rise."""
    await put(graph, rising_scene(artists=300))
    return graph


def test_a_trained_model_is_kept_and_reported(drift: CliRunner, scene: Neo4jGraph) -> None:
    tried = json.loads(drift.invoke(app, ["predict", "train", "--dry-run", "--json"]).stdout)
    assert tried["number"] is None
    assert isinstance(drift.invoke(app, ["predict", "report"]).exception, PredictionImpossible)
    made = drift.invoke(app, ["predict", "train", "--json"])
    assert made.exit_code == 0, made.output
    model = json.loads(made.stdout)
    assert (model["number"], model["version"]) == (1, tried["version"])
    assert model["synthetic"] is True
    said = drift.invoke(app, ["predict", "report"]).stdout
    assert (
        "event: ten nights a year are reached within 12 months; of artists who are emerging" in said
    )
    assert "base rate" in said
    lines = {line.split("  ")[0].strip(): line for line in said.splitlines()}
    assert f"{model['precisionAt100']:.3f}" in lines["model"]
    assert f"{model['shuffledAuc']:.3f}" in lines["shuffled labels"]
    assert {"most nights", "momentum only", "collaborations", "career span"} <= lines.keys()
    reported = json.loads(drift.invoke(app, ["predict", "report", "--json"]).stdout)
    assert reported["calibrationRows"] == model["calibrationRows"]


def test_without_a_model_the_report_says_how_to_get_one(drift: CliRunner) -> None:
    refused = drift.invoke(app, ["predict", "report"])
    assert isinstance(refused.exception, PredictionImpossible)
    assert "drift predict train" in refused.exception.hint


def test_an_unknown_event_is_told_the_known_ones(drift: CliRunner) -> None:
    refused = drift.invoke(app, ["predict", "train", "--event", "fame"])
    assert isinstance(refused.exception, SettingsError)
    assert refused.exception.hint == "Give one of stage_up, ten_nights_a_year."
