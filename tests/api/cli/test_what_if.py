"""`drift score what-if`: before and after, and what it refuses."""

import orjson
import pytest
from typer.testing import CliRunner, Result

from api.cli import app
from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.errors import SettingsError
from tests.algorithms.test_what_if import ARTIST
from tests.scheduler.test_backfill import TODAY, facts, night


def drift(connection: Connection, *given: str) -> Result:
    """The command line, on the test server."""
    environment = {
        "DRIFT_NEO4J__URI": connection.uri,
        "DRIFT_NEO4J__USER": connection.user,
        "DRIFT_NEO4J__PASSWORD": connection.password.get_secret_value(),
        "DRIFT_API__READ_TIMEOUT_S": "30",
        "COLUMNS": "200",
    }
    return CliRunner().invoke(app, ["score", "what-if", *given], env=environment)


@pytest.fixture
async def published(graph: Neo4jGraph) -> Neo4jGraph:
    """Thirty artists with scores."""
    await facts(graph)
    await night(graph, TODAY)
    return graph


def test_it_prints_both(published: Neo4jGraph, connection: Connection) -> None:
    result = drift(connection, ARTIST, "--set", "strength.half_life_days=10")
    assert result.exit_code == 0, result.output
    assert "Drift Score unknown" in result.stdout
    assert "network: " in result.stdout
    assert " -> " in result.stdout
    assert "as of 2019-12-31, strength.half_life_days=10; nothing was written" in result.stdout


def test_a_program_reads_one_object(published: Neo4jGraph, connection: Connection) -> None:
    result = drift(connection, ARTIST, "--set", "booking.spread=0.3", "--json")
    found = orjson.loads(result.stdout)
    assert (found["id"], found["as_of"]) == (ARTIST, "2019-12-31")
    assert found["set"] == {"booking.spread": "0.3"}
    assert found["before"]["components"][0] == found["after"]["components"][0]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("momentum", "--set momentum: no KEY=VALUE"),
        ("=3", "--set =3: no KEY=VALUE"),
        ("momentun.days=3", "no constant is called momentun.days"),
    ],
)
def test_a_setting_that_makes_no_sense_is_wrong_usage(
    connection: Connection, given: str, said: str
) -> None:
    refused = drift(connection, ARTIST, "--set", given).exception
    assert isinstance(refused, SettingsError)
    assert said in refused.message
    assert "momentum.days" in refused.hint


def test_twice_the_same_key_is_wrong_usage(connection: Connection) -> None:
    refused = drift(connection, ARTIST, "--set", "momentum.days=3", "--set", "momentum.days=4")
    assert isinstance(refused.exception, SettingsError)
    assert "set twice" in refused.exception.message
