"""What the jobs of the table do."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import structlog

from algorithms.prediction.configuration import PredictionConfig
from algorithms.prediction.run import train_and_keep
from graph import publication
from graph.client import Neo4jGraph
from graph.errors import PredictionImpossible
from graph.lease import lease
from graph.settings import Settings
from scheduler.cleanup import clean_up
from scheduler.nightly import LEASE_SECONDS, run_night
from scheduler.steps import Night, load_source, night_steps, sources_in

log = structlog.get_logger()

Work = Callable[[Neo4jGraph, date], Awaitable[dict[str, Any]]]
"""Does a job for a day, that of its time in its time zone; returns counts, as JSON values."""


def nightly(settings: Settings) -> Work:
    """The night of a day, or of DRIFT_AS_OF."""
    schedule = settings.schedule

    async def work(graph: Neo4jGraph, day: date) -> dict[str, Any]:
        found = sources_in(schedule.data, schedule.extra)
        sources = tuple(name for name in found if name not in schedule.weekly)
        night = Night(settings.as_of or day, schedule.data, sources)
        steps = night_steps(graph, settings, night, _told)
        report = await run_night(
            graph,
            night.as_of,
            night.works_on(),
            steps,
            announce=lambda step: log.info("night_step", step=step, as_of=str(night.as_of)),
        )
        return {
            "night": report.id,
            "asOf": night.as_of,
            "seconds": {step.name: round(step.seconds, 2) for step in report.steps},
        }

    return work


def weekly_sources(settings: Settings) -> Work:
    """Load the sources that come once a week; the next night derives what follows from them."""

    async def work(graph: Neo4jGraph, day: date) -> dict[str, Any]:
        return {
            name: await load_source(graph, settings, settings.schedule.data, name, _told)
            for name in settings.schedule.weekly
        }

    return work


def prediction(settings: Settings) -> Work:
    """Make a model of breakouts of what is known up to a day, or up to DRIFT_AS_OF."""

    async def work(graph: Neo4jGraph, day: date) -> dict[str, Any]:
        try:
            async with lease(graph, "nightly", seconds=LEASE_SECONDS):
                model, number = await train_and_keep(
                    graph, settings.as_of or day, PredictionConfig()
                )
        except PredictionImpossible as why:
            return {"noModel": why.message}
        figures = {name: round(value, 4) for name, value in asdict(model.figures).items()}
        return {"model": model.version, "number": number, "event": model.event.value} | figures

    return work


def cleanup(settings: Settings) -> Work:
    """Delete what nobody asks for any more on a day."""
    keep = timedelta(days=settings.schedule.keep_runs_days)
    daily = timedelta(days=settings.schedule.keep_daily_history_days)

    async def work(graph: Neo4jGraph, day: date) -> dict[str, Any]:
        newest = (await publication.read(graph)).score_as_of or day
        before = datetime.combine(day, time.min, UTC) - keep
        return asdict(await clean_up(graph, before, newest - daily))

    return work


def _told(what: str, done: int, total: int | None) -> None:
    """Each score is a line of the log for who wants to know; how many rows are done is not."""
    if total is None and done == 0:
        log.debug("computing", what=what)
