"""Times of jobs, and the two days a year on which the clocks are changed."""

from datetime import datetime, timedelta

import pytest

from graph.errors import SettingsError
from graph.jobs import Memory
from scheduler.run import turn
from scheduler.times import Times
from tests.scheduler.faking import Work, table_of, utc

BERLIN = "Europe/Berlin"
SPRING = "2026-03-29"
"""At 02:00 it is 03:00; that is 01:00 UTC."""

AUTUMN = "2026-10-25"
"""At 03:00 it is 02:00 again; that is 01:00 UTC."""


def times(cron: str, timezone: str = BERLIN) -> Times:
    return Times(cron, timezone, "DRIFT_SCHEDULE__NIGHTLY")


def ran_on(day: str, cron: str, timezone: str = BERLIN) -> list[datetime]:
    """Times a job runs for on a day and the night before, if it is looked at every minute."""
    table = table_of(Work(), cron=cron, timezone=timezone)
    job = table.jobs[0]
    moment = utc(day) - timedelta(hours=6)
    known = Memory(since=moment)
    ran: list[datetime] = []
    for minute in range(24 * 60):
        now = moment + timedelta(minutes=minute)
        due = turn(job, table, known, now)
        if due is not None:
            assert now - due.time < timedelta(minutes=1)
            ran.append(due.time)
            known = Memory(known.since, due.time, due.attempt, "succeeded", now)
    return ran


@pytest.mark.parametrize(
    ("day", "cron", "at"),
    [
        (SPRING, "0 3 * * *", "01:00"),
        (SPRING, "30 2 * * *", "01:30"),  # 02:30 does not come; it runs at 03:30
        (SPRING, "30 1 * * *", "00:30"),
        (AUTUMN, "0 3 * * *", "02:00"),
        (AUTUMN, "30 2 * * *", "00:30"),  # 02:30 comes twice; it runs the first time
        (AUTUMN, "0 2 * * sun", "00:00"),
        (AUTUMN, "30 1 * * *", "23:30"),
    ],
)
def test_a_night_comes_once_when_the_clocks_change(day: str, cron: str, at: str) -> None:
    moments = ran_on(day, cron)
    assert len(moments) == 1
    assert moments[0].strftime("%H:%M") == at


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_a_job_of_every_hour_runs_in_each_hour_that_passes(day: str) -> None:
    ran = ran_on(day, "15 * * * *")
    first = utc(day) - timedelta(hours=5, minutes=45)
    assert ran == [first + timedelta(hours=passed) for passed in range(24)]


def test_a_time_is_meant_in_its_time_zone() -> None:
    assert times("0 3 * * *").after(utc("2026-11-21T12:00")) == utc("2026-11-22T02:00")
    assert times("0 3 * * *", "UTC").after(utc("2026-11-21T12:00")) == utc("2026-11-22T03:00")


def test_the_newest_time_is_found_however_long_ago_the_last_was() -> None:
    weekly = times("0 1 * * sun", "UTC")
    assert weekly.newest(utc("2010-01-01"), utc("2026-11-26")) == utc("2026-11-22T01:00")
    assert weekly.newest(utc("2026-11-22T01:00"), utc("2026-11-26")) is None
    assert weekly.newest(utc("2026-11-22T00:59"), utc("2026-11-22T01:00")) is not None


@pytest.mark.parametrize(
    ("cron", "timezone", "reason"),
    [
        ("3 o'clock", "UTC", "fields"),
        ("0 3 * * *", "Mars/Olympus", "Mars/Olympus"),
        ("0 3 * * 0", "UTC", "weekdays are named"),
        ("0 3 30 2 *", "UTC", "no such day"),
        ("0 25 * * *", "UTC", "25"),
    ],
)
def test_a_time_that_cannot_be_read_is_refused(cron: str, timezone: str, reason: str) -> None:
    with pytest.raises(SettingsError, match=reason) as refused:
        times(cron, timezone)
    assert "DRIFT_SCHEDULE__NIGHTLY" in refused.value.hint
    assert "DRIFT_SCHEDULE__TIMEZONE" in refused.value.hint
