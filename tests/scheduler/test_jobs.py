"""The table of jobs is what the settings say."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from graph.client import Neo4jGraph
from graph.errors import JobUnknown, LeaseHeld, LoadHeld, SettingsError, SourceMissing
from graph.lease import lease
from graph.settings import LoaderSettings, ScheduleSettings, Settings
from scheduler.jobs import job_table
from tests.algorithms.prediction.scene import put, rising_scene
from tests.loaders.feed_folder import small_feed, write_feed
from tests.probe import statement

NIGHT = date(2026, 11, 21)
NIGHTS = statement("MATCH (run:AlgorithmRun {kind: 'nightly'}) RETURN run.paramsJson AS value")
MODELS = statement(
    "MATCH (model:PredictionModel) RETURN [model.version, toString(model.trainedAsOf)] AS value"
)
NAMES = statement("MATCH (artist:Artist) RETURN artist.name AS value ORDER BY value")


def settings(**schedule: object) -> Settings:
    return Settings(schedule=ScheduleSettings.model_validate(schedule))


def test_jobs_that_load_come_before_the_night_and_what_deletes_after_it() -> None:
    table = job_table(settings(weekly_sources="boiler-room"))
    assert [job.name for job in table.on] == ["sources", "nightly", "prediction", "cleanup"]


def test_without_weekly_sources_there_is_nothing_to_load_weekly() -> None:
    table = job_table(settings())
    assert [job.name for job in table.on] == ["nightly", "prediction", "cleanup"]
    assert table.find("sources").off == "DRIFT_SCHEDULE__WEEKLY_SOURCES names none"


def test_an_unknown_job_is_told_the_known_ones() -> None:
    with pytest.raises(JobUnknown, match="'nigthly'") as refused:
        job_table(settings()).find("nigthly")
    assert refused.value.hint == "There are sources, nightly, prediction, cleanup."
    assert refused.value.exit_code == 2


@pytest.mark.parametrize("name", ["nightly", "sources", "prediction", "cleanup"])
def test_a_wrong_time_names_its_setting(name: str) -> None:
    with pytest.raises(SettingsError) as refused:
        job_table(settings(**{name: "at three"}))
    assert f"DRIFT_SCHEDULE__{name.upper()}" in refused.value.hint


def test_every_time_is_in_the_zone_of_the_settings() -> None:
    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    for job in job_table(settings(timezone="Europe/Berlin", weekly_sources="x")).jobs:
        at, in_utc = job.times.after(noon), job_table(settings()).find(job.name).times.after(noon)
        assert at is not None
        assert in_utc is not None
        assert (in_utc - at).total_seconds() == 3600


@pytest.fixture
def feeds(tmp_path: Path) -> Path:
    """A folder of sources that holds a small feed."""
    write_feed(tmp_path / "feed", small_feed())
    return tmp_path


async def counts_of(graph: Neo4jGraph, name: str, given: Settings) -> dict[str, Any]:
    return await job_table(given).find(name).work(graph, NIGHT)


async def test_the_night_of_a_day_loads_what_is_there_and_is_computed_for_that_day(
    graph: Neo4jGraph, feeds: Path
) -> None:
    counts = await counts_of(graph, "nightly", settings(data=feeds))
    assert list(counts["seconds"]) == ["load feed", "identity", "derive", "compute"]
    assert counts["asOf"] == NIGHT
    (params,) = [row["value"] for row in await graph.rows(NIGHTS)]
    assert json.loads(params) == {"asOf": "2026-11-21", "data": str(feeds), "sources": ["feed"]}
    assert "Ann" in [row["value"] for row in await graph.rows(NAMES)]


async def test_what_is_loaded_weekly_is_not_loaded_by_the_night(
    graph: Neo4jGraph, feeds: Path
) -> None:
    given = settings(data=feeds, weekly_sources="feed")
    counts = await counts_of(graph, "nightly", given)
    assert list(counts["seconds"]) == ["identity", "derive", "compute"]
    assert await graph.rows(NAMES) == []
    loaded = await counts_of(graph, "sources", given)
    assert loaded["feed"]["status"] == "succeeded"
    assert "Ann" in [row["value"] for row in await graph.rows(NAMES)]


async def test_a_weekly_source_that_is_not_there_is_said(graph: Neo4jGraph, tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match=r"set_lists\.csv\.gz"):
        await counts_of(graph, "sources", settings(data=tmp_path, weekly_sources="boiler-room"))


async def test_a_weekly_source_with_too_many_rejects_is_held(
    graph: Neo4jGraph, feeds: Path
) -> None:
    lines = small_feed()
    lines["artist"].append({"id": "nameless"})
    write_feed(feeds / "feed", lines)
    given = settings(data=feeds, weekly_sources="feed")
    strict = given.model_copy(update={"loaders": LoaderSettings(reject_share_max=0)})
    with pytest.raises(LoadHeld, match="feed"):
        await counts_of(graph, "sources", strict)


async def test_a_model_is_made_of_what_was_known_up_to_the_day(graph: Neo4jGraph) -> None:
    await put(graph, rising_scene(artists=300))
    given = settings().model_copy(update={"as_of": date(2019, 12, 31)})
    counts = await counts_of(graph, "prediction", given)
    assert (counts["number"], counts["event"]) == (1, "ten_nights_a_year")
    assert counts["auc"] > 0.7
    (kept,) = await graph.rows(MODELS)
    assert kept["value"] == [counts["model"], "2019-12-31"]


async def test_too_little_to_learn_from_is_said_and_is_no_failure(graph: Neo4jGraph) -> None:
    assert await counts_of(graph, "prediction", settings()) == {"noModel": "there are no nights"}


async def test_no_model_is_made_while_a_night_runs(graph: Neo4jGraph) -> None:
    async with lease(graph, "nightly", seconds=60):
        with pytest.raises(LeaseHeld):
            await counts_of(graph, "prediction", settings())
