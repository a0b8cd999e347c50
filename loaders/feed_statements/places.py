"""Statements of lines about where and when: cities, venues, series and nights."""

from collections import Counter
from zoneinfo import ZoneInfo

from loaders.feed_format import CityLine, EventLine, LineupEntry, SeriesLine, VenueLine
from loaders.feed_statements.base import (
    Feed,
    Saying,
    city_node,
    first_day,
    in_zone,
    precision,
    zone_of,
)
from loaders.rows import Ref, Statement, city_in_country, key

TIMES_WITHOUT_ZONE = "times_without_zone"
"""Times of a line that names no time zone are left out."""


def city_statement(line: CityLine) -> Statement:
    """A city in its country."""
    return city_in_country(city_node(line), line.country)


def venue_statement(feed: Feed, line: VenueLine) -> Statement:
    """A venue in its city."""
    home = feed.cities.get(line.city)
    properties = {
        "name": line.name,
        "city": feed.city_name(line.city),
        "country": None if home is None else home.country,
        "capacity": line.capacity,
        "tier": line.tier,
        "lat": line.lat,
        "lon": line.lon,
    }
    said = Saying(feed, feed.subject("Venue", line.id, properties))
    said.lies_in("LOCATED_IN", line.city)
    return said.statement()


def series_statement(feed: Feed, line: SeriesLine) -> Statement:
    """A series with its founders."""
    properties = {
        "name": line.name,
        "city": feed.city_name(line.city),
        "foundedYear": line.founded_year,
    }
    said = Saying(feed, feed.subject("EventSeries", line.id, properties))
    said.founded_by(line.founders)
    return said.statement()


def event_notes(line: EventLine) -> tuple[str, ...]:
    """Rules that mend a night."""
    times = [line.starts_at, line.ends_at]
    times += [time for entry in line.lineup for time in (entry.set_start, entry.set_end)]
    return (TIMES_WITHOUT_ZONE,) if line.timezone is None and any(times) else ()


def event_statement(feed: Feed, line: EventLine) -> Statement:
    """A night with its venue, series, organisers and sets.

    Raises:
        FeedFault: Its time zone does not exist.
    """
    zone = None if line.timezone is None else zone_of(line.timezone)
    properties = {
        "name": line.name,
        "date": first_day(line.date),
        "datePrecision": precision(line.date),
        "startsAt": in_zone(line.starts_at, zone),
        "endsAt": in_zone(line.ends_at, zone),
        "timezone": line.timezone,
        "isFestival": line.is_festival,
        "cancelled": line.cancelled,
        "mode": line.mode,
        "seriesName": None if line.series is None else feed.series.get(line.series),
        "url": line.url,
    }
    said = Saying(feed, feed.subject("Event", line.id, properties))
    if line.venue is not None:
        end = feed.ref("Venue", line.venue)
        said.fact("HELD_AT", said.ref, end, key("venue", line.venue))
    if line.series is not None:
        end, edition = feed.ref("EventSeries", line.series), {"edition": line.edition}
        said.fact("IN_SERIES", said.ref, end, key("series", line.series), edition)
    for organiser in line.organisers:
        start = _organiser(feed, organiser.kind, organiser.id)
        said.fact("ORGANISED", start, said.ref, f"by/{key(organiser.kind, organiser.id)}")
    _say_sets(feed, said, line.lineup, zone)
    return said.statement()


def _organiser(feed: Feed, kind: str, own_id: str) -> Ref:
    return feed.ref("Collective" if kind == "collective" else "Artist", own_id)


def _say_sets(
    feed: Feed, said: Saying, lineup: tuple[LineupEntry, ...], zone: ZoneInfo | None
) -> None:
    billed_together = Counter(
        set_key
        for set_key, _ in {
            (entry.set_key, entry.artist) for entry in lineup if entry.set_key is not None
        }
    )
    sets: Counter[str] = Counter()
    for entry in lineup:
        sets[entry.artist] += 1
        properties = {
            "position": entry.position,
            "billing": entry.billing,
            "floor": entry.floor,
            "setKey": entry.set_key,
            "setStart": in_zone(entry.set_start, zone),
            "setEnd": in_zone(entry.set_end, zone),
            "isB2b": entry.set_key is not None and billed_together[entry.set_key] > 1,
            "isLive": entry.is_live,
            "cancelled": entry.cancelled,
        }
        start = feed.ref("Artist", entry.artist)
        tail = f"{key('artist', entry.artist)}/{sets[entry.artist]}"
        said.fact("PERFORMED_AT", start, said.ref, tail, properties)
