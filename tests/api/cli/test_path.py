"""`drift path`."""

from collections.abc import Callable

import orjson
import pytest
from typer.testing import CliRunner, Result

from api.cli import app
from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.queries import cypher
from tests.api.path_questions import PATHS
from tests.probe import statement

TWO_OF_A_NAME = statement(
    """UNWIND ['ar_twoone', 'ar_twotwo'] AS id
    CREATE (:Artist {id: id, name: 'Twin Peak', source: 'test', synthetic: false})""",
    mode="write",
)

Drift = Callable[..., Result]


@pytest.fixture(scope="module")
async def scene(server: Neo4jGraph) -> None:
    """The scene of paths, and two artists of one name."""
    await server.write(cypher("maintenance/clear"))
    await server.write(cypher("publish/create_published"))
    await server.write(PATHS)
    await server.write(TWO_OF_A_NAME)


@pytest.fixture
def drift(scene: None, connection: Connection) -> Drift:
    """The command line, on the test server."""
    environment = {
        "DRIFT_NEO4J__URI": connection.uri,
        "DRIFT_NEO4J__USER": connection.user,
        "DRIFT_NEO4J__PASSWORD": connection.password.get_secret_value(),
        "DRIFT_API__READ_TIMEOUT_S": "30",
        "COLUMNS": "200",
    }
    return lambda *given: CliRunner().invoke(app, ["path", *given], env=environment)


def test_the_sentence_the_steps_and_their_evidence_are_printed(drift: Drift) -> None:
    result = drift("Ada", "dee")
    assert result.exit_code == 0, result.output
    assert "Ada is 2 degrees (4 hops) from Dee" in result.stdout
    assert "1. Ada and Ben  same_event, strength 0.500" in result.stdout
    assert "   2018-01-01  Night ev_c at fabric  test" in result.stdout
    assert "2. Ben and Dee  same_event, strength 0.500" in result.stdout


def test_options_narrow_the_walk(drift: Drift) -> None:
    result = drift("Ada", "Dee", "--kinds", "b2b", "--kinds", "collab")
    assert "2. Cy and Dee  collab" in result.stdout
    result = drift("Ada", "Ben", "--since", "2018-01-02")
    assert result.exit_code == 0
    assert "Not connected" in result.stdout


def test_ids_are_taken_as_they_are_and_json_is_one_object(drift: Drift) -> None:
    result = drift("ar_adalina", "ar_benold", "--json")
    told = orjson.loads(result.stdout)
    assert (told["found"], told["degrees"], told["from"]["id"]) == (True, 1, "ar_ada")
    assert len(told["notes"]) == 2


def test_an_unknown_name_ends_with_the_nearest_and_code_2(drift: Drift) -> None:
    result = drift("Adalinna", "Dee")
    assert result.exit_code == 2
    assert "'Adalinna' is no artist's name" in result.stderr
    assert "ar_adalina  Adalina" in result.stderr
    assert result.stdout == ""


def test_a_name_of_several_artists_ends_with_their_ids_and_code_2(drift: Drift) -> None:
    result = drift("Ada", "twin peak")
    assert result.exit_code == 2
    assert "'twin peak' belongs to several artists" in result.stderr
    assert "ar_twoone  Twin Peak" in result.stderr
    assert "ar_twotwo  Twin Peak" in result.stderr


def test_unclear_names_are_one_json_object_too(drift: Drift) -> None:
    result = drift("Adalinna", "zzzzzzz", "--json")
    told = orjson.loads(result.stdout)
    assert [named["name"] for named in told["unclear"]] == ["Adalinna", "zzzzzzz"]
    assert told["unclear"][0]["nearest"][0]["id"] == "ar_adalina"
    assert told["unclear"][1]["nearest"] == []


def test_an_unknown_id_says_so_with_code_2(drift: Drift) -> None:
    result = drift("ar_nobody", "Ada")
    assert result.exit_code == 2
    assert "No artist has the id ar_nobody" in result.stdout


@pytest.mark.parametrize(
    "given", [("--max-hops", "9"), ("--mode", "longest"), ("--since", "yesterday")]
)
def test_options_out_of_range_are_refused(drift: Drift, given: tuple[str, str]) -> None:
    assert drift("Ada", "Ben", *given).exit_code == 2
