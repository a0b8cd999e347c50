"""Settings: read once, bounded, secrets kept out of sight."""

import pytest
from pydantic import ValidationError

from graph.errors import SettingsError
from graph.settings import Settings, load_settings


def test_environment_sets_a_nested_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRIFT_ENGINE__HEAP_MIB", "1024")
    assert load_settings().engine.heap_mib == 1024


def test_value_out_of_bounds_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRIFT_API__PAGE_MAX", "0")
    with pytest.raises(SettingsError, match="DRIFT_API__PAGE_MAX"):
        load_settings()


def test_misspelt_nested_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRIFT_API__PAGEMAX", "10")
    with pytest.raises(SettingsError, match="PAGEMAX"):
        load_settings()


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().log_level = "DEBUG"


def test_password_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRIFT_NEO4J__PASSWORD", "canary-in-the-mine")
    assert "canary" not in repr(load_settings())


def test_sources_are_named_with_commas_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRIFT_SCHEDULE__WEEKLY_SOURCES", "boiler-room, feed")
    assert load_settings().schedule.weekly == ("boiler-room", "feed")
    assert load_settings().schedule.extra == ()
    monkeypatch.setenv("DRIFT_SCHEDULE__WEEKLY_SOURCES", '["feed"]')
    with pytest.raises(SettingsError, match="DRIFT_SCHEDULE__WEEKLY_SOURCES"):
        load_settings()
