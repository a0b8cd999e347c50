"""`drift world`."""

from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.errors import SettingsError, WorldError

runner = CliRunner()


def test_a_world_is_written_and_its_size_told(tmp_path: Path) -> None:
    given = ["world", "--artists", "80", "--edges", "400", "--seed", "3", "--out", str(tmp_path)]
    result = runner.invoke(app, [*given, "--json"])
    assert result.exit_code == 0, result.output
    told = orjson.loads(result.stdout)
    assert told["synthetic"] is True
    assert told["edges"] == pytest.approx(400, rel=0.05)
    assert told["lines"]["artist"] == 80
    assert (tmp_path / "artists.jsonl").read_bytes().count(b"\n") == 80


def test_the_table_says_that_the_world_is_synthetic(tmp_path: Path) -> None:
    given = ["world", "--artists", "80", "--edges", "400", "--out", str(tmp_path)]
    result = runner.invoke(app, given)
    assert "Synthetic world 1" in result.stdout
    assert "connected pairs on 2026-11-01" in result.stdout


def test_impossible_edges_are_refused_with_the_possible_ones(tmp_path: Path) -> None:
    given = ["world", "--artists", "80", "--edges", "5000", "--out", str(tmp_path)]
    result = runner.invoke(app, given)
    assert isinstance(result.exception, SettingsError)
    assert "80 artists take 80 to 1264 edges, not 5000" in result.exception.message


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    given = [
        "world",
        "--out",
        str(tmp_path / "file" / "below"),
        "--artists",
        "60",
        "--edges",
        "300",
    ]
    refused = runner.invoke(app, given).exception
    assert isinstance(refused, WorldError)
    assert "below cannot be written" in refused.message
