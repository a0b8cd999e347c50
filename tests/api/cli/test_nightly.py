"""`drift nightly`, `drift demo`: what they say before they begin."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.errors import SourceMissing, SourceUnknown


@pytest.mark.parametrize("command", [("nightly",), ("demo", "--no-serve")])
def test_a_folder_without_sources_is_wrong_usage(command: tuple[str, ...], tmp_path: Path) -> None:
    refused = CliRunner().invoke(app, [*command, "--data", str(tmp_path)]).exception
    assert isinstance(refused, SourceMissing)
    assert f"{tmp_path} holds none of ra-london, berghain, feed" in refused.message
    assert refused.exit_code == 2


@pytest.mark.parametrize("command", [("nightly",), ("demo", "--no-serve")])
def test_an_extra_source_must_be_known(command: tuple[str, ...], tmp_path: Path) -> None:
    given = [*command, "--data", str(tmp_path), "--with", "nobody"]
    refused = CliRunner().invoke(app, given).exception
    assert isinstance(refused, SourceUnknown)
    assert "boiler-room" in refused.hint
