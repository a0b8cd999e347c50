"""London club nights 2014 to 2019, as Resident Advisor listed them.

`events.jsonl.gz` has a night a line and `clubs.csv` what is known of venues. `promoters.csv.gz`
says nothing that the nights do not say (all its 34 374 pairs of promoter and event are in them,
measured on 2026-11-21), so it is not read.

What is mended, left out or refused has a rule with a name, and is counted by it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from loaders.files import json_object, lines, table
from loaders.names import most_frequent, says_cancelled, variants
from loaders.outcomes import Accepted, Filtered, Malformed, Outcome, Rejected, Source, Tally
from loaders.raw import entries, number, optional, scalar, text
from loaders.rows import (
    Fact,
    Statement,
    Subject,
    city,
    city_in_country,
    external_id,
    key,
    reference,
)

NAME: Final = "ra-london"
EVENTS: Final = "events.jsonl.gz"
CLUBS: Final = "clubs.csv"
CLUB_COLUMNS: Final = ("club_name", "club_address", "club_id", "club_status")

LONDON: Final = city("London", "GB")
TIMEZONE: Final = "Europe/London"
MIDDLE_OF_MONTH: Final = 15

HIDDEN_NAME: Final = "[email\xa0protected]"
"""What the site shows where a name looks like a mail address; two artists have no other name."""


@dataclass(frozen=True, slots=True)
class Named:
    """An artist or promoter as a night names it; the name may be empty."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Night:
    """One line of the events file.

    Attributes:
        day: Its date, or the middle of the month of its file.
        exact: Whether the day is the event's own.
        artists: Each once, in the order of the line-up.
        notes: Rules that mended something.
    """

    id: int
    name: str
    day: date
    exact: bool
    cancelled: bool
    venue: tuple[int, str] | None
    artists: tuple[Named, ...]
    promoters: tuple[Named, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Club:
    """One row of the clubs file."""

    id: int
    name: str
    address: str | None
    status: str


@dataclass
class Names:
    """How often each spelling of each name occurs, over all nights."""

    artists: dict[str, Counter[str]]
    promoters: dict[str, Counter[str]]
    venues: dict[int, Counter[str]]


def get_nights(folder: Path) -> Iterator[tuple[int, bytes]]:
    """Numbered lines of the events file."""
    return lines(folder / EVENTS)


def get_clubs(folder: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Numbered rows of the clubs file."""
    return table(folder / CLUBS, CLUB_COLUMNS)


def parse_night(line: bytes) -> Night:
    """A line of the events file.

    Raises:
        Malformed: It has another shape.
    """
    try:
        raw = json_object(line)
    except ValueError as error:
        raise Malformed("corrupt_json", f"no JSON object: {error}") from error
    notes: list[str] = []
    name = text(raw, "event_name")
    day, exact = _day(raw)
    if not exact:
        notes.append("undated_event")
    cancelled = says_cancelled(name)
    if cancelled:
        notes.append("cancelled_title")
    venue_id = optional(raw, "venue_id", int)
    return Night(
        id=number(raw, "event_id"),
        name=name,
        day=day,
        exact=exact,
        cancelled=cancelled,
        venue=None if venue_id is None else (venue_id, text(raw, "venue_name")),
        artists=tuple(_artists(raw, notes)),
        promoters=tuple(_promoters(raw, notes)),
        notes=tuple(notes),
    )


def parse_club(raw: Mapping[str, str]) -> Club:
    """A row of the clubs file.

    Raises:
        Malformed: Its id is no number or its status unknown.
    """
    if not raw["club_id"].isdecimal():
        raise Malformed("wrong_type", f"club_id is {raw['club_id']!r}, a number is expected")
    if raw["club_status"] not in ("open", "closed"):
        raise Malformed("unknown_value", f"club_status is {raw['club_status']!r}, not open, closed")
    parts = [part.strip() for part in raw["club_address"].split(";")]
    address = ", ".join(part for part in parts if part) or None
    return Club(int(raw["club_id"]), raw["club_name"], address, raw["club_status"])


def _artists(raw: Mapping[str, Any], notes: list[str]) -> Iterator[Named]:
    seen: set[str] = set()
    for entry in entries(raw, "artists"):
        artist = Named(text(entry, "artist_id"), optional(entry, "artist_name", str) or "")
        if not artist.name:
            notes.append("artist_without_name")
        if artist.name == HIDDEN_NAME:
            notes.append("hidden_artist_name")
        elif artist.id in seen:
            notes.append("artist_twice_in_line_up")
        else:
            seen.add(artist.id)
            yield artist


def _promoters(raw: Mapping[str, Any], notes: list[str]) -> Iterator[Named]:
    seen: set[str] = set()
    for entry in entries(raw, "promoters"):
        own_id = scalar(entry, "promoter_id")
        if own_id == "NA":
            notes.append("promoter_without_id")
            continue
        promoter = Named(str(number(entry, "promoter_id")), text(entry, "promoter_name"))
        if promoter.id not in seen:
            seen.add(promoter.id)
            yield promoter


def _day(raw: Mapping[str, Any]) -> tuple[date, bool]:
    text = optional(raw, "event_date", str)
    try:
        if text is not None:
            return date.fromisoformat(text), True
        month = raw.get("month_file")
        return date.fromisoformat(str(month)).replace(day=MIDDLE_OF_MONTH), False
    except ValueError as error:
        raise Malformed("no_such_date", f"{error}; expected like 2014-01-31") from error


def read_nights(folder: Path, tally: Tally) -> Iterator[Night | Filtered | Rejected]:
    """All lines of the events file; the first of two equal event ids stands."""
    seen: set[int] = set()
    for at, line in get_nights(folder):
        tally.rows += 1
        try:
            night = parse_night(line)
        except Malformed as error:
            raw = line.decode(errors="replace")
            yield Rejected(error.rule, EVENTS, at, str(error), raw)
            continue
        if night.id in seen:
            yield Filtered("duplicate_event")
        else:
            seen.add(night.id)
            yield night


def count_names(nights: Iterable[Night | Outcome]) -> Names:
    """All spellings of all names."""
    names = Names(defaultdict(Counter), defaultdict(Counter), defaultdict(Counter))
    for night in nights:
        if not isinstance(night, Night):
            continue
        for artist in night.artists:
            names.artists[artist.id][artist.name] += 1
        for promoter in night.promoters:
            names.promoters[promoter.id][promoter.name] += 1
        if night.venue is not None:
            names.venues[night.venue[0]][night.venue[1]] += 1
    return names


def outcomes(folder: Path, tally: Tally) -> Iterator[Outcome]:
    """All rows: clubs, then what the nights name, then the nights.

    The nights stay in memory, since the usual spelling of a name is known after the last of them.
    """
    nights = list(read_nights(folder, tally))
    tally.total = tally.rows + sum(1 for _ in get_clubs(folder))
    names = count_names(nights)
    yield Accepted((city_in_country(LONDON, "GB"),), rows=0)
    yield from _venues(folder, names, tally)
    for own_id, spellings in sorted(names.artists.items()):
        yield Accepted((artist_statement(own_id, spellings),), rows=0)
    for own_id, spellings in sorted(names.promoters.items()):
        yield Accepted((promoter_statement(own_id, spellings),), rows=0)
    for night in nights:
        if isinstance(night, Night):
            yield Accepted((night_statement(night),), notes=night.notes)
        else:
            yield night


def _venues(folder: Path, names: Names, tally: Tally) -> Iterator[Outcome]:
    known: set[int] = set()
    for at, row in get_clubs(folder):
        tally.rows += 1
        try:
            club = parse_club(row)
        except Malformed as error:
            yield Rejected(error.rule, CLUBS, at, str(error), str(dict(row)))
            continue
        if club.id in known:
            yield Filtered("duplicate_club")
        elif club.id not in names.venues:
            yield Filtered("club_without_nights")
        else:
            known.add(club.id)
            yield Accepted((venue_statement(club.id, names.venues[club.id], club),))
    for own_id in sorted(names.venues.keys() - known):
        yield Accepted((venue_statement(own_id, names.venues[own_id], None),), rows=0)


def artist_statement(own_id: str, spellings: Mapping[str, int]) -> Statement:
    """An artist under its most frequent spelling, with its id at Resident Advisor.

    One that no night names has its id for a name.
    """
    name = most_frequent(spellings, otherwise=own_id)
    properties = {"name": name, "nameVariants": variants(spellings, name)}
    subject = Subject("Artist", NAME, key("artist", own_id), properties)
    there = external_id("ra", own_id)
    source_id = f"{subject.source_id}/external/ra/{own_id}"
    fact = Fact("HAS_EXTERNAL_ID", subject.ref, there.ref, source_id)
    return Statement(subject, (fact,), (there,))


def promoter_statement(own_id: str, spellings: Mapping[str, int]) -> Statement:
    """A promoter: a collective of that kind."""
    name = most_frequent(spellings, otherwise=own_id)
    properties = {"name": name, "nameVariants": variants(spellings, name), "kind": "promoter"}
    return Statement(Subject("Collective", NAME, key("promoter", own_id), properties))


def venue_statement(own_id: int, spellings: Mapping[str, int], club: Club | None) -> Statement:
    """A venue in London, with address and state if the clubs file knows it."""
    subject = Subject(
        "Venue",
        NAME,
        key("venue", own_id),
        {
            "name": most_frequent(spellings, otherwise=str(own_id)),
            "city": "London",
            "country": "GB",
            "address": None if club is None else club.address,
            "status": None if club is None else club.status,
        },
    )
    fact = Fact("LOCATED_IN", subject.ref, LONDON.ref, f"{subject.source_id}/city")
    return Statement(subject, (fact,), (LONDON,))


def night_statement(night: Night) -> Statement:
    """An event with its line-up, promoters and venue, or somewhere in London without one."""
    event = Subject(
        "Event",
        NAME,
        key("event", night.id),
        {
            "name": night.name,
            "date": night.day,
            "datePrecision": "day" if night.exact else "month",
            "timezone": TIMEZONE,
            "isFestival": False,
            "cancelled": night.cancelled,
        },
    )
    end, prefix = event.ref, event.source_id
    facts: list[Fact] = []
    for position, artist in enumerate(night.artists, start=1):
        own = key("artist", artist.id)
        properties = {"position": position, "cancelled": False}
        start = reference("Artist", NAME, own)
        facts.append(Fact("PERFORMED_AT", start, end, f"{prefix}/{own}/1", properties))
    for promoter in night.promoters:
        own = key("promoter", promoter.id)
        start = reference("Collective", NAME, own)
        facts.append(Fact("ORGANISED", start, end, f"{prefix}/{own}"))
    if night.venue is None:
        facts.append(Fact("LOCATED_IN", end, LONDON.ref, f"{prefix}/city"))
        return Statement(event, tuple(facts), (LONDON,))
    own = key("venue", night.venue[0])
    facts.append(Fact("HELD_AT", end, reference("Venue", NAME, own), f"{prefix}/{own}"))
    return Statement(event, tuple(facts))


SOURCE: Final = Source(name=NAME, version="1", files=(EVENTS, CLUBS), outcomes=outcomes)
