"""The table of jobs: what runs when, and how long a missed time is made up for.

Jobs run one at a time, in this order where several are due: the graph has one writer. A time that
was missed while nothing ran is made up for once, however many there were, unless it is older than
the job's grace; then it is noted as missed and the next one comes.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from graph.errors import JobUnknown
from graph.settings import Settings
from scheduler import works
from scheduler.times import Times
from scheduler.works import Work


@dataclass(frozen=True)
class Job:
    """A job.

    Attributes:
        what: What it does, for a person.
        grace: Age up to which a missed time is made up for.
        off: Why the clock does not run it; None if it does.
    """

    name: str
    what: str
    times: Times
    grace: timedelta
    work: Work
    off: str | None = None


@dataclass(frozen=True)
class Table:
    """All jobs, and what they share.

    Attributes:
        attempts: Tries for one time of a job.
        pause: Between two of them.
        zone: In which times are meant, and in which a time has its day.
    """

    jobs: tuple[Job, ...]
    attempts: int
    pause: timedelta
    zone: ZoneInfo

    @property
    def on(self) -> tuple[Job, ...]:
        """The jobs that the clock runs."""
        return tuple(job for job in self.jobs if job.off is None)

    def find(self, name: str) -> Job:
        """A job by its name.

        Raises:
            JobUnknown: There is none.
        """
        for job in self.jobs:
            if job.name == name:
                return job
        known = ", ".join(job.name for job in self.jobs)
        raise JobUnknown(f"no job is called {name!r}", hint=f"There are {known}.")


NIGHT_GRACE: Final = timedelta(days=1)
"""A night is always made up for: before it is a day old the next one is due."""

SOURCES_GRACE: Final = timedelta(days=6)
"""Sources of a week are as good on any later day of it."""

PREDICTION_GRACE: Final = timedelta(days=20)
"""A model of a month is as good on most later days of it."""

CLEANUP_GRACE: Final = timedelta(hours=6)
"""Nobody waits for the clean-up: rather the next one than one in the busy hours."""


def job_table(settings: Settings) -> Table:
    """The jobs, as the settings say.

    Raises:
        SettingsError: A time or the time zone cannot be read.
    """
    schedule = settings.schedule

    def times(name: str) -> Times:
        cron: str = getattr(schedule, name)
        return Times(cron, schedule.timezone, f"DRIFT_SCHEDULE__{name.upper()}")

    weekly = ", ".join(schedule.weekly)
    return Table(
        jobs=(
            Job(
                "sources",
                f"load what comes once a week: {weekly or 'nothing'}",
                times("sources"),
                SOURCES_GRACE,
                works.weekly_sources(settings),
                off=None if weekly else "DRIFT_SCHEDULE__WEEKLY_SOURCES names none",
            ),
            Job(
                "nightly",
                "load, identity, derive, compute, publish",
                times("nightly"),
                NIGHT_GRACE,
                works.nightly(settings),
            ),
            Job(
                "prediction",
                "learn who breaks out, judge the model, keep it for the nights to come",
                times("prediction"),
                PREDICTION_GRACE,
                works.prediction(settings),
            ),
            Job(
                "cleanup",
                f"delete runs and settled rejects older than {schedule.keep_runs_days} days; of "
                f"scores older than {schedule.keep_daily_history_days} days keep ends of months",
                times("cleanup"),
                CLEANUP_GRACE,
                works.cleanup(settings),
            ),
        ),
        attempts=schedule.attempts,
        pause=timedelta(minutes=schedule.retry_pause_minutes),
        zone=ZoneInfo(schedule.timezone),
    )
