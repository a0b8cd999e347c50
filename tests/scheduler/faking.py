"""A clock that shows what it is told, and jobs that note what they were asked for."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from graph.client import Neo4jGraph
from scheduler.jobs import Job, Table
from scheduler.times import Times


def utc(text: str) -> datetime:
    """A moment, e.g. `2026-03-29T01:30`."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


class FakeClock:
    """A clock that goes only when it is set."""

    def __init__(self, at: str) -> None:
        self.at = utc(at)

    def __call__(self) -> datetime:
        return self.at

    def set(self, at: str) -> None:
        """Jump, forward or back."""
        self.at = utc(at)


class Work:
    """A job that notes the days it was run for; it may fail, or do something else meanwhile."""

    def __init__(self) -> None:
        self.days: list[date] = []
        self.failure: BaseException | None = None
        self.meanwhile: Callable[[], Awaitable[object]] | None = None

    async def __call__(self, graph: Neo4jGraph, day: date) -> dict[str, Any]:
        if self.meanwhile is not None:
            await self.meanwhile()
        if self.failure is not None:
            raise self.failure
        self.days.append(day)
        return {"days": len(self.days)}


def table_of(
    work: Work,
    *,
    name: str = "nightly",
    cron: str = "0 3 * * *",
    timezone: str = "UTC",
    grace: timedelta = timedelta(days=1),
) -> Table:
    """A table of one job, tried three times a quarter of an hour apart."""
    job = Job(name, "a test", Times(cron, timezone, "DRIFT_SCHEDULE__NIGHTLY"), grace, work)
    return Table((job,), attempts=3, pause=timedelta(minutes=15), zone=ZoneInfo(timezone))
