"""`drift identity`, on a small scene."""

import json

import pytest
from typer.testing import CliRunner, Result

from api.cli.identity import app
from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.errors import CandidateRefused, EntityUnknown, MergeRefused
from tests.loaders.identity.scene import Told, tell

LONDON = Told("ra-london", "klock", "Ben [Klock]", nights=[("a", 2018)])
BERLIN = Told("berghain", "ben klock", "Ben Klock", nights=[("b", 2018)])


@pytest.fixture
async def scene(
    graph: Neo4jGraph, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> Neo4jGraph:
    """Two records of one name, on the server that the environment names."""
    monkeypatch.setenv("DRIFT_NEO4J__URI", connection.uri)
    monkeypatch.setenv("DRIFT_NEO4J__USER", connection.user)
    monkeypatch.setenv("DRIFT_NEO4J__PASSWORD", connection.password.get_secret_value())
    await tell(graph, LONDON, BERLIN)
    return graph


def run(*arguments: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.usefixtures("scene")
def test_a_candidate_is_found_listed_and_rejected() -> None:
    report = json.loads(run("run", "--json").stdout)
    assert {name: report[name] for name in ("candidates", "merged", "pending")} == {
        "candidates": 1,
        "merged": 0,
        "pending": 1,
    }
    [candidate] = json.loads(run("candidates", "--json").stdout)
    assert {candidate["entityA"], candidate["entityB"]} == {LONDON.id, BERLIN.id}
    listed = run("candidates").stdout
    assert f"0.55  {candidate['id']}" in listed
    assert "Ben [Klock]" in listed
    assert run("reject", candidate["id"], "-r", "two people").exit_code == 0
    assert "no pending candidates" in run("candidates").stdout
    assert candidate["id"] in run("candidates", "--status", "rejected").stdout


@pytest.mark.usefixtures("scene")
def test_a_merge_is_told_and_undone_by_the_record_that_split_lists() -> None:
    merged = run("merge", BERLIN.id, LONDON.id, "--reason", "the same")
    assert merged.stdout == f"{LONDON.id} now stands for {BERLIN.id}\n"
    listed = run("split", BERLIN.id)
    assert f"{BERLIN.record}  berghain artist/ben klock" in listed.stdout
    assert run("split", LONDON.id, BERLIN.record).exit_code == 2
    split = run("split", LONDON.id, BERLIN.record, "-r", "two people")
    assert split.stdout == f"restored {BERLIN.id}; left {LONDON.id}\n"


@pytest.mark.usefixtures("scene")
@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["merge", LONDON.id, "ar_nobody", "-r", "x"], EntityUnknown),
        (["merge", LONDON.id, LONDON.id, "-r", "x"], MergeRefused),
        (["split", "ar_nobody"], EntityUnknown),
        (["reject", "ic_nothing", "-r", "x"], CandidateRefused),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], error: type[Exception]) -> None:
    assert isinstance(run(*arguments).exception, error)
