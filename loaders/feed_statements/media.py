"""Statements of lines about mixes and about numbers on platforms."""

from loaders.feed_format import MetricLine, MixLine, MixPlatformLine
from loaders.feed_statements.base import Feed, Saying, first_day, precision, slug
from loaders.rows import Fact, Statement, Subject, key


def mix_platform_statement(feed: Feed, line: MixPlatformLine) -> Statement:
    """A platform that hosts mixes."""
    subject = feed.subject("MixPlatform", line.id, {})
    properties = {
        "name": line.name,
        "slug": slug(line.name, subject),
        "platformType": line.platform_type,
        "statedPrestige": line.prestige_score,
        "url": line.url,
        "active": line.active,
    }
    return Statement(feed.subject("MixPlatform", line.id, properties))


def mix_statement(feed: Feed, line: MixLine) -> Statement:
    """A mix with its artists and its host."""
    properties = {
        "title": line.title,
        "date": first_day(line.date),
        "datePrecision": precision(line.date),
        "setLengthMinutes": line.length_minutes,
        "isB2b": line.is_b2b,
        "hasVideo": line.has_video,
        "viewCount": line.view_count,
        "url": line.url,
    }
    said = Saying(feed, feed.subject("Mix", line.id, properties))
    if line.platform is not None:
        said.fact("HOSTED_BY", said.ref, feed.ref("MixPlatform", line.platform), "host")
    for artist in line.artists:
        said.fact("APPEARED_ON", feed.ref("Artist", artist), said.ref, key("artist", artist))
    return said.statement()


def metric_key(line: MetricLine) -> str:
    """What one metric line alone may speak of: an artist's number on a platform over a year."""
    year = str(line.year) if line.territory_code is None else f"{line.year}-{line.territory_code}"
    return f"{key('metric', line.artist)}/{line.platform}/{line.metric_type}/{year}"


def metric_statement(feed: Feed, line: MetricLine) -> Statement:
    """The readings of one number over one year."""
    properties = {
        "platform": line.platform,
        "metricType": line.metric_type,
        "year": line.year,
        "dates": list(line.dates),
        "values": list(line.values),
        "territoryCode": line.territory_code,
        "isEstimated": line.is_estimated,
    }
    subject = Subject("MetricPoint", feed.source, metric_key(line), properties)
    artist = feed.ref("Artist", line.artist)
    return Statement(subject, (Fact("OF", subject.ref, artist, f"{subject.source_id}/of"),))
