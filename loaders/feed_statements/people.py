"""Statements of lines about who: artists and collectives."""

from collections import Counter
from collections.abc import Iterable

from loaders.feed_format import ArtistLine, AudienceLine, CollectiveLine
from loaders.feed_statements.base import Feed, Saying, first_day, period
from loaders.rows import Statement, country, external_id, key


def artists_named(line: ArtistLine) -> set[str]:
    """Other artist lines that an artist line names."""
    groups = {member.artist for member in line.member_of}
    return groups if line.alias_of is None else groups | {line.alias_of}


def artist_statement(
    feed: Feed, line: ArtistLine, audiences: Iterable[AudienceLine] = ()
) -> Statement:
    """An artist: home, genres, other names, groups, residencies, ids elsewhere and audiences."""
    properties = {
        "name": line.name,
        "sortName": line.sort_name,
        "type": line.type,
        "country": line.country,
        "homeCity": feed.city_name(line.home_city),
        "genres": list(line.genres) or None,
        "formedYear": line.formed_year,
        "dissolvedYear": line.dissolved_year,
        "isVerified": line.is_verified,
    }
    said = Saying(feed, feed.subject("Artist", line.id, properties))
    said.lies_in("BASED_IN", line.home_city)
    said.tagged(line.genres)
    if line.alias_of is not None:
        said.fact("ALIAS_OF", said.ref, feed.ref("Artist", line.alias_of), "alias-of")
    _say_groups(feed, said, line)
    _say_residencies(feed, said, line)
    for entry in line.external_ids:
        there = external_id(entry.platform, entry.platform_id, entry.url)
        said.shared("HAS_EXTERNAL_ID", there, f"external/{key(entry.platform, entry.platform_id)}")
    _say_audiences(said, audiences)
    return said.statement()


def _say_groups(feed: Feed, said: Saying, line: ArtistLine) -> None:
    times: Counter[str] = Counter()
    for member in line.member_of:
        times[member.artist] += 1
        properties = {**period(member.from_, member.to), "role": member.role}
        tail = f"group/{key('artist', member.artist)}/{times[member.artist]}"
        said.fact("MEMBER_OF", said.ref, feed.ref("Artist", member.artist), tail, properties)


def _say_residencies(feed: Feed, said: Saying, line: ArtistLine) -> None:
    times: Counter[str] = Counter()
    for residency in line.residencies:
        times[residency.venue] += 1
        properties = {**period(residency.from_, residency.to), "detected": False}
        tail = f"resident/{key('venue', residency.venue)}/{times[residency.venue]}"
        said.fact("RESIDENT_AT", said.ref, feed.ref("Venue", residency.venue), tail, properties)


def audience_key(line: AudienceLine) -> str:
    """What one audience line alone may speak of: an artist's audience in one period."""
    return f"{key('artist', line.artist)}/{line.period}"


def _say_audiences(said: Saying, audiences: Iterable[AudienceLine]) -> None:
    for line in audiences:
        when = {
            "period": line.period,
            "observed": first_day(line.period),
            "isEstimated": line.is_estimated,
        }
        for part in line.shares:
            about = {"share": part.share, **when}
            if part.country is not None:
                tail = f"audience/{key('country', part.country)}/{line.period}"
                said.shared("AUDIENCE_IN", country(part.country), tail, about)
            elif part.city is not None:
                tail = f"audience/{key('city', part.city)}/{line.period}"
                said.lies_in("AUDIENCE_IN", part.city, tail, about)


def collective_statement(feed: Feed, line: CollectiveLine) -> Statement:
    """A collective with its home, founders and members."""
    properties = {
        "name": line.name,
        "kind": line.collective_kind,
        "city": feed.city_name(line.city),
        "foundedYear": line.founded_year,
    }
    said = Saying(feed, feed.subject("Collective", line.id, properties))
    said.lies_in("BASED_IN", line.city)
    said.founded_by(line.founders)
    times: Counter[str] = Counter()
    for member in line.members:
        times[member.artist] += 1
        tail = f"member/{key('artist', member.artist)}/{times[member.artist]}"
        start = feed.ref("Artist", member.artist)
        about = {**period(member.from_, member.to), "role": member.role}
        said.fact("MEMBER_OF", start, said.ref, tail, about)
    return said.statement()
