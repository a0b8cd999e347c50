"""`drift score explain`."""

import re
from collections.abc import Callable

import orjson
import pytest
from typer.testing import CliRunner, Result

from api.cli import app
from graph.connection import Connection
from tests.api.conftest import CountingGraph

Drift = Callable[..., Result]
ARTIST = "ar_0000000000000001"


@pytest.fixture
def drift(scene: CountingGraph, connection: Connection) -> Drift:
    """The command line, on the test server."""
    environment = {
        "DRIFT_NEO4J__URI": connection.uri,
        "DRIFT_NEO4J__USER": connection.user,
        "DRIFT_NEO4J__PASSWORD": connection.password.get_secret_value(),
        "DRIFT_API__READ_TIMEOUT_S": "30",
        "COLUMNS": "200",
    }
    return lambda *given: CliRunner().invoke(app, ["score", "explain", *given], env=environment)


def test_the_tree_adds_up(drift: Drift) -> None:
    result = drift(ARTIST)
    assert result.exit_code == 0, result.output
    total = re.search(r"Drift Score (\d+\.\d+), breaking, 90% of the weights known", result.stdout)
    assert total is not None
    top = re.findall(r"^[├└]── \w+: .* = (\d+\.\d+)$", result.stdout, re.MULTILINE)
    assert sum(map(float, top)) == pytest.approx(float(total[1]), abs=0.05)
    assert "reach: unknown" in result.stdout
    assert "network: 60.00 x 0.25 / 0.90" in result.stdout
    assert re.search(r"^│   [├└]── clubRatio: 80\.00 x 0\.15 / 0\.90", result.stdout, re.MULTILINE)
    assert "emerging signal: percentile 87.50" in result.stdout
    assert re.search(r"[├└]── 2015-01-01  Artist 6  0\.6$", result.stdout, re.MULTILINE)


def test_what_a_program_reads_is_one_object(drift: Drift) -> None:
    result = drift(ARTIST, "--json")
    assert orjson.loads(result.stdout)["drift"]["total"] == 60.0


def test_an_unknown_name_says_so(drift: Drift) -> None:
    result = drift("Nobody of this name")
    assert result.exit_code == 2
    assert "is no artist's name" in result.stderr
