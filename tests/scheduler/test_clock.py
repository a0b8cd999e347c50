"""The clock starts the night at its time and lets a running one finish."""

import asyncio
import os
import signal
from datetime import UTC, datetime

import pytest
from apscheduler.triggers.date import DateTrigger

from graph.errors import SettingsError
from scheduler.clock import keep_time, trigger


def test_night_starts_at_the_hour_of_its_time_zone() -> None:
    clock = trigger("0 3 * * *", "Europe/Berlin")
    at = clock.get_next_fire_time(None, datetime(2026, 11, 21, 12, tzinfo=UTC))
    assert at.astimezone(UTC) == datetime(2026, 11, 22, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cron", "timezone", "reason"),
    [("3 o'clock", "UTC", "fields"), ("0 3 * * *", "Mars/Olympus", "Mars/Olympus")],
)
def test_wrong_time_of_the_night_is_refused(cron: str, timezone: str, reason: str) -> None:
    with pytest.raises(SettingsError, match=reason) as refused:
        trigger(cron, timezone)
    assert "DRIFT_NIGHTLY__CRON" in refused.value.hint


async def test_running_night_is_finished_when_the_process_is_told_to_stop() -> None:
    finished: list[bool] = []
    begun = asyncio.Event()

    async def night() -> None:
        begun.set()
        await asyncio.sleep(0.5)
        finished.append(True)

    keeping = asyncio.create_task(keep_time(DateTrigger(), night))
    await asyncio.wait_for(begun.wait(), 5)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(keeping, 5)
    assert finished == [True]
