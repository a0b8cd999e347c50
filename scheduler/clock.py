"""The clock around the night."""

import asyncio
import signal
from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger

from graph.errors import DriftError, SettingsError

log = structlog.get_logger()


def trigger(cron: str, timezone: str) -> CronTrigger:
    """When the night starts.

    Args:
        cron: Five fields: minute, hour, day, month, weekday.
        timezone: IANA name. A night is known by its date, so a clock change makes no second one.

    Raises:
        SettingsError: One of the two cannot be read.
    """
    try:
        return CronTrigger.from_crontab(cron, timezone=timezone)
    except (ValueError, KeyError) as error:
        raise SettingsError(
            f"no night starts at {cron!r}, {timezone!r}: {error.args[0]}",
            hint="Set DRIFT_NIGHTLY__CRON to five fields (minute hour day month weekday) and "
            "DRIFT_NIGHTLY__TIMEZONE to a name like Europe/Berlin.",
        ) from error


async def keep_time(when: BaseTrigger, night: Callable[[], Awaitable[None]]) -> None:
    """Run `night` at its times until the process is told to stop; a running night is finished.

    A night that was missed, because the machine slept for example, runs late rather than never;
    several missed ones run once. A night that fails is logged and the next one comes.
    """

    busy = asyncio.Lock()

    async def guarded() -> None:
        try:
            async with busy:
                await night()
        except DriftError as error:
            log.error("night_failed", reason=error.message, hint=error.hint)
        except Exception:
            log.exception("night_failed")

    clock = AsyncIOScheduler()
    clock.add_job(
        guarded,
        when,
        id="nightly",
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    clock.start()
    log.info("scheduler_started", when=str(when))
    await stopping.wait()
    clock.pause()
    async with busy:
        clock.shutdown(wait=False)
    log.info("scheduler_stopped")
