"""The times of a job: five fields of cron in a time zone, and what clock changes do to them.

A job of a fixed hour runs once a day, clock change or not: the hour that comes twice in autumn
counts once, the first time; a time in the hour that is left out in spring comes an hour later.
A job of every hour (`*` or `*/n`) runs in each hour that passes.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Final, cast

from apscheduler.triggers.cron import CronTrigger

from graph.errors import SettingsError

TICK: Final = timedelta(microseconds=1)

_WEEKDAY: Final = 4
_HOUR: Final = 1


class Times:
    """When a job runs.

    Args:
        cron: Minute, hour, day, month, weekday; weekdays by name, since numbers mean different
            days to different programs.
        timezone: IANA name.
        variable: The setting that `cron` comes from, to name it in an error.

    Raises:
        SettingsError: One of the two cannot be read, or there is no such time.
    """

    def __init__(self, cron: str, timezone: str, variable: str) -> None:
        try:
            if re.search(r"\d", (cron.split() + 5 * [""])[_WEEKDAY]):
                raise ValueError("weekdays are named mon to sun")
            self._trigger = CronTrigger.from_crontab(cron, timezone=timezone)
        except (ValueError, KeyError) as error:
            raise _unreadable(cron, timezone, variable, str(error.args[0])) from error
        self.cron = cron
        self._every_hour = cron.split()[_HOUR].startswith("*")
        if self.after(datetime.now(UTC)) is None:
            raise _unreadable(cron, timezone, variable, "there is no such day")

    def after(self, moment: datetime) -> datetime | None:
        """The first time after a moment, in UTC; None if there is none."""
        found = self._next(moment)
        while found is not None and found.fold and not self._every_hour:
            found = self._next(found)
        return None if found is None else found.astimezone(UTC)

    def newest(self, after: datetime, until: datetime) -> datetime | None:
        """The newest time after one moment and not after another, in UTC; None if there is none."""
        back = timedelta(hours=1)
        while True:
            start = max(after, until - back)
            found = self.after(start)
            if found is not None and found <= until:
                break
            if start == after:
                return None
            back *= 4
        while (later := self.after(found)) is not None and later <= until:
            found = later
        return found

    def _next(self, moment: datetime) -> datetime | None:
        start = moment.astimezone(UTC) + TICK
        return cast(datetime | None, self._trigger.get_next_fire_time(None, start))


def _unreadable(cron: str, timezone: str, variable: str, reason: str) -> SettingsError:
    return SettingsError(
        f"no job runs at {cron!r}, {timezone!r}: {reason}",
        hint=f"Set {variable} to five fields (minute hour day month weekday, mon to sun) and "
        "DRIFT_SCHEDULE__TIMEZONE to a name like Europe/Berlin.",
    )
