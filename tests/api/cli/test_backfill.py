"""`drift backfill`: what it refuses before it begins, and what its help says."""

from datetime import date

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.errors import SettingsError


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--from", "2019-03", "--to", "2019-02"), "2019-02 lies before --from 2019-03"),
        (("--from", "2019-03", "--to", "2019-04", "--every", "week"), "--every week: no such step"),
        (("--from", "2019-01", "--to", "2019-02", "--every", "quarter"), "no quarter ends"),
        (("--from", "2019-03", "--to", f"{date.today():%Y-%m}"), "has not ended"),
    ],
)
def test_months_that_make_no_sense_are_wrong_usage(
    given: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRIFT_AS_OF", date.today().replace(day=1).isoformat())
    refused = CliRunner().invoke(app, ["backfill", *given]).exception
    assert isinstance(refused, SettingsError)
    assert said in refused.message
    assert refused.hint
    assert refused.exit_code == 2


def test_a_month_that_cannot_be_read_is_wrong_usage() -> None:
    result = CliRunner().invoke(app, ["backfill", "--from", "March", "--to", "2019-02"])
    assert result.exit_code == 2
    assert "%Y-%m" in result.stderr


def test_its_help_says_what_it_is_for() -> None:
    result = CliRunner().invoke(app, ["backfill", "--help"], env={"COLUMNS": "200"})
    for said in ("stay as they are", "goes on with the first month that is not done", "Examples:"):
        assert said in result.stdout
