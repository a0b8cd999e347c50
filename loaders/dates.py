"""Local times of a place."""

from datetime import datetime, timezone
from zoneinfo import ZoneInfo


def zoned(local: datetime, zone: ZoneInfo) -> datetime:
    """A local time with the offset that its zone has then.

    The offset is fixed, the name of the zone stands on the event. (Python 3.11.7 crashes when the
    driver 6.4.1 asks a `ZoneInfo` itself for the offsets of thousands of times, seen 2026-11-21.)

    Args:
        local: Without a zone. One that the clock skips in spring means the hour after; one that it
            shows twice in autumn means the first.
    """
    offset = local.replace(tzinfo=zone).utcoffset()
    if offset is None:
        raise ValueError(f"{zone} has no offset at {local}")
    return local.replace(tzinfo=timezone(offset))
