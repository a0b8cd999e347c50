"""`drift check` and `drift migrate`."""

import json
import re

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.client import Neo4jGraph
from graph.connection import Connection
from tests.probe import statement

LOOP = statement(
    """CREATE (one:Artist {id: 'ar_one', name: 'One', source: 'test', synthetic: false})
    CREATE (one)-[:SHARES_EVENT {strength: 0.5, weight: 1.0, count: 1}]->(one)""",
    mode="write",
)


@pytest.fixture
def drift(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """The command line on the test server."""
    monkeypatch.setenv("DRIFT_NEO4J__URI", connection.uri)
    monkeypatch.setenv("DRIFT_NEO4J__PASSWORD", connection.password.get_secret_value())
    return CliRunner()


@pytest.mark.usefixtures("graph")
def test_a_sound_graph_has_a_digest_and_code_0(drift: CliRunner) -> None:
    sound = drift.invoke(app, ["check", "--fingerprint", "--json"])
    told = json.loads(sound.stdout)
    assert sound.exit_code == 0
    assert not any(told["checks"].values())
    assert len(told["fingerprint"]) == 32
    assert (
        f"fingerprint {told['fingerprint']}" in drift.invoke(app, ["check", "--fingerprint"]).stdout
    )


@pytest.fixture
async def looped(graph: Neo4jGraph) -> None:
    """An artist connected to itself."""
    await graph.write(LOOP)


@pytest.mark.usefixtures("looped")
def test_what_must_not_be_is_named_with_code_1(drift: CliRunner) -> None:
    found = drift.invoke(app, ["check"])
    assert found.exit_code == 1
    assert re.search(r"1 wrong\s+connections_to_oneself", found.stdout)


@pytest.mark.usefixtures("graph")
def test_a_migrated_graph_has_nothing_to_apply(drift: CliRunner) -> None:
    assert drift.invoke(app, ["migrate"]).stdout == "nothing to apply\n"
