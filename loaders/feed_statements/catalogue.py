"""Statements of lines about recorded music: labels with signings, releases, tracks."""

from collections.abc import Iterable, Sequence
from typing import Any

from loaders.codes import isrc_properties, upc_properties
from loaders.feed_format import Credit, LabelLine, ReleaseLine, SigningLine, TrackEntry
from loaders.feed_statements.base import Feed, Saying, first_day, period, precision, slug
from loaders.rows import Statement, key


def labels_named(line: LabelLine) -> set[str]:
    """Other label lines that a label line names."""
    return set() if line.parent is None else {line.parent}


def label_statement(feed: Feed, line: LabelLine, signings: Iterable[SigningLine]) -> Statement:
    """A label with its home, parent, genres, founders and the artists signed to it."""
    subject = feed.subject("Label", line.id, {})
    properties = {
        "name": line.name,
        "slug": slug(line.name, subject),
        "independenceStatus": line.independence_status,
        "genreTags": list(line.genre_tags) or None,
        "activeSince": line.active_since,
        "distributionPartner": line.distribution_partner,
        "hqCity": feed.city_name(line.hq_city),
        "hqCountry": line.hq_country,
    }
    said = Saying(feed, feed.subject("Label", line.id, properties))
    said.lies_in("BASED_IN", line.hq_city)
    said.tagged(line.genre_tags)
    said.founded_by(line.founders)
    if line.parent is not None:
        said.fact("SUBLABEL_OF", said.ref, feed.ref("Label", line.parent), "parent")
    for signing in signings:
        about = {**period(signing.from_, signing.to), "active": signing.active}
        start = feed.ref("Artist", signing.artist)
        said.fact("SIGNED_TO", start, said.ref, key("signing", signing.id), about)
    return said.statement()


def release_statement(feed: Feed, line: ReleaseLine) -> Statement:
    """A release with its label and credits."""
    properties = {
        "title": line.title,
        "type": line.type,
        "releaseDate": first_day(line.date),
        "datePrecision": precision(line.date),
        "formats": list(line.formats) or None,
        "catalogNumber": line.catalog_number,
        "beatportChartPeak": line.beatport_chart_peak,
        **upc_properties(line.upc),
    }
    said = Saying(feed, feed.subject("Release", line.id, properties))
    if line.label is not None:
        about = {"catalogNumber": line.catalog_number}
        end = feed.ref("Label", line.label)
        said.fact("ISSUED_BY", said.ref, end, key("label", line.label), about)
    _say_credits(feed, said, line.credits)
    return said.statement()


def track_statement(feed: Feed, entries: Sequence[tuple[str, TrackEntry]]) -> Statement:
    """A track, its credits and the releases it is on.

    Args:
        entries: Ids of releases with what each says of the track; of the track itself each
            property as the first says it that knows it.
    """
    properties: dict[str, Any] = {}
    for _, entry in reversed(entries):
        known = {
            "title": entry.title,
            "durationSec": entry.duration_sec,
            "bpm": entry.bpm,
            "isrc": entry.isrc,
        }
        properties |= {name: value for name, value in known.items() if value is not None}
    properties |= isrc_properties(properties.pop("isrc", None))
    said = Saying(feed, feed.subject("Track", entries[0][1].id, properties))
    for release, entry in entries:
        about = {"trackNumber": entry.track_number, "discNumber": entry.disc_number}
        end = feed.ref("Release", release)
        said.fact("ON_RELEASE", said.ref, end, key("release", release), about)
        _say_credits(feed, said, entry.credits)
    return said.statement()


def _say_credits(feed: Feed, said: Saying, credits: Iterable[Credit]) -> None:
    for credit in credits:
        start = feed.ref("Artist", credit.artist)
        tail = f"credit/{key('artist', credit.artist)}/{credit.role}"
        said.fact("CREDITED_ON", start, said.ref, tail, {"role": credit.role})
