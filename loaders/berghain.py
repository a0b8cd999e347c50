"""The programme of Berghain, Berlin, from 2010 on, with floors and set times.

`events.csv` lists the nights, `lineups.csv.gz` their sets. Its times say `Z` and mean Berlin; a day
without a time means midnight; an end before its start is on the next day. Artists have no ids: the
case-folded name is one. What is mended, left out or refused is counted by the name of its rule.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from loaders.dates import zoned
from loaders.files import table
from loaders.names import most_frequent, says_cancelled, split_back_to_back, variants
from loaders.outcomes import Accepted, Filtered, Malformed, Outcome, Rejected, Source, Tally
from loaders.rows import Fact, Statement, Subject, city, city_in_country, key, reference

NAME: Final = "berghain"
EVENTS: Final = "events.csv"
LINE_UPS: Final = "lineups.csv.gz"
EVENT_COLUMNS: Final = ("event_id", "event_name", "event_url", "event_date")
SET_COLUMNS: Final = ("event_id", "floor", "artist_name", "set_time_start", "set_time_end")

BERLIN: Final = city("Berlin", "DE")
TIMEZONE: Final = ZoneInfo("Europe/Berlin")
SITE: Final = "https://www.berghain.berlin"

SPLIT_CONFIDENCE: Final = 0.9
"""Confidence that "A b2b B" are two artists who each have that name; chosen, not measured."""

UNKNOWN: Final = "NA"
TO_BE_ANNOUNCED: Final = frozenset({"tba", "t.b.a.", "tbc"})


@dataclass(frozen=True, slots=True)
class Set:
    """One row of the line-ups.

    Attributes:
        billed: The name as it is billed.
        artists: Who plays: several only if the name says b2b.
        start: Local, None if unknown.
        end: Local, after the start if both are known.
        notes: Rules that mended something.
    """

    event: str
    floor: str
    billed: str
    artists: tuple[str, ...]
    start: datetime | None
    end: datetime | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Night:
    """One row of the events."""

    id: str
    name: str
    url: str
    day: date | None
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Programme:
    """All sets by event, and all spellings by case-folded name."""

    sets: dict[str, list[Set]]
    spellings: dict[str, Counter[str]]


def get_nights(folder: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Numbered rows of the events."""
    return table(folder / EVENTS, EVENT_COLUMNS)


def get_sets(folder: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Numbered rows of the line-ups."""
    return table(folder / LINE_UPS, SET_COLUMNS)


def parse_night(raw: Mapping[str, str]) -> Night:
    """A row of the events.

    Raises:
        Malformed: It has another shape.
    """
    for name in ("event_id", "event_name"):
        if not raw[name]:
            raise Malformed("missing_value", f"{name} is empty")
    start = parse_time(raw["event_date"])
    return Night(
        id=raw["event_id"],
        name=raw["event_name"],
        url=f"{SITE}{raw['event_url']}",
        day=None if start is None else start.date(),
        cancelled=says_cancelled(raw["event_name"]),
    )


def parse_set(raw: Mapping[str, str]) -> Set:
    """A row of the line-ups.

    Raises:
        Malformed: It has another shape.
    """
    billed = raw["artist_name"].strip()
    if not billed:
        raise Malformed("missing_value", "artist_name is empty")
    notes: list[str] = []
    start, end = parse_time(raw["set_time_start"]), parse_time(raw["set_time_end"])
    if start is not None and end is not None and end < start:
        end += timedelta(days=1)
        notes.append("end_rolled_over_midnight")
    if start is None:
        notes.append("set_without_start")
    artists = tuple(dict.fromkeys(split_back_to_back(billed)))
    if len(artists) > 1:
        notes.append("back_to_back_split")
    return Set(
        event=raw["event_id"],
        floor=raw["floor"],
        billed=billed,
        artists=artists,
        start=None if start is None else zoned(start, TIMEZONE),
        end=None if end is None else zoned(end, TIMEZONE),
        notes=tuple(notes),
    )


def parse_time(text: str) -> datetime | None:
    """The local time a text means, without a zone: midnight for a bare day, None for `NA`.

    Raises:
        Malformed: It is no time.
    """
    if text == UNKNOWN:
        return None
    try:
        return datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError as error:
        reason = f"{text!r} is no time, expected like 2014-06-13T23:00:00Z, or NA"
        raise Malformed("no_such_time", reason) from error


def outcomes(folder: Path, tally: Tally) -> Iterator[Outcome]:
    """All rows: the sets that are left out, then the venue, the artists, the nights."""
    programme = Programme(defaultdict(list), defaultdict(Counter))
    yield from _read_sets(folder, programme, tally)
    tally.total = tally.rows + sum(1 for _ in get_nights(folder))
    yield Accepted((city_in_country(BERLIN, "DE"), venue_statement()), rows=0)
    for folded, spellings in sorted(programme.spellings.items()):
        yield Accepted((artist_statement(folded, spellings),), rows=0)
    yield from _nights(folder, programme, tally)


def _read_sets(folder: Path, programme: Programme, tally: Tally) -> Iterator[Outcome]:
    listed = {raw["event_id"] for _, raw in get_nights(folder)}
    for number, raw in get_sets(folder):
        tally.rows += 1
        name = raw["artist_name"].strip()
        if name == UNKNOWN:
            yield Filtered("artist_unknown")
            continue
        if name.casefold() in TO_BE_ANNOUNCED:
            yield Filtered("artist_to_be_announced")
            continue
        try:
            played = parse_set(raw)
            if played.event not in listed:
                raise Malformed("event_not_listed", f"{EVENTS} has no event {played.event!r}")
        except Malformed as error:
            yield Rejected(error.rule, LINE_UPS, number, str(error), str(raw))
            continue
        programme.sets[played.event].append(played)
        for artist in played.artists:
            programme.spellings[artist.casefold()][artist] += 1


def _nights(folder: Path, programme: Programme, tally: Tally) -> Iterator[Outcome]:
    seen: set[str] = set()
    for number, raw in get_nights(folder):
        tally.rows += 1
        if raw["event_id"] in seen:
            yield Filtered("duplicate_event")
            continue
        seen.add(raw["event_id"])
        sets = programme.sets.pop(raw["event_id"], [])
        try:
            night = parse_night(raw)
        except Malformed as error:
            yield Rejected(error.rule, EVENTS, number, str(error), str(raw), rows=1 + len(sets))
            continue
        notes = [note for played in sets for note in played.notes]
        if night.day is None:
            notes.append("day_from_sets" if first_day(sets) else "undated_event")
        statement = night_statement(night, sets)
        yield Accepted((statement,), rows=1 + len(sets), notes=tuple(notes))


def first_day(sets: Sequence[Set]) -> date | None:
    """The day on which the first of these sets starts; None if no start is known."""
    return min((each.start.date() for each in sets if each.start is not None), default=None)


def venue_statement() -> Statement:
    """The house with all its floors."""
    subject = Subject(
        "Venue",
        NAME,
        key("venue", "berghain"),
        {"name": "Berghain", "city": "Berlin", "country": "DE"},
    )
    fact = Fact("LOCATED_IN", subject.ref, BERLIN.ref, f"{subject.source_id}/city")
    return Statement(subject, (fact,), (BERLIN,))


def artist_statement(folded: str, spellings: Mapping[str, int]) -> Statement:
    """An artist under the most frequent spelling of one case-folded name."""
    name = most_frequent(spellings, otherwise=folded)
    properties = {"name": name, "nameVariants": variants(spellings, name)}
    return Statement(Subject("Artist", NAME, key("artist", folded), properties))


def night_statement(night: Night, sets: Sequence[Set]) -> Statement:
    """An event with one performance for each artist of each set."""
    day = night.day or first_day(sets)
    event = Subject(
        "Event",
        NAME,
        key("event", night.id),
        {
            "name": night.name,
            "url": night.url,
            "date": day,
            "datePrecision": None if day is None else "day",
            "timezone": str(TIMEZONE),
            "isFestival": False,
            "cancelled": night.cancelled,
        },
    )
    place = key("venue", "berghain")
    held = Fact("HELD_AT", event.ref, reference("Venue", NAME, place), f"{event.source_id}/{place}")
    return Statement(event, (held, *_performances(event, sets)))


def _performances(event: Subject, sets: Sequence[Set]) -> Iterator[Fact]:
    times: Counter[str] = Counter()
    for position, played in enumerate(sets, start=1):
        together = len(played.artists) > 1
        properties = {
            "position": position,
            "floor": played.floor,
            "setKey": f"{event.source_id}/set/{position}",
            "setStart": played.start,
            "setEnd": played.end,
            "isB2b": together,
            "billedAs": played.billed if together else None,
            "cancelled": False,
        }
        for artist in played.artists:
            own = key("artist", artist.casefold())
            times[own] += 1
            yield Fact(
                "PERFORMED_AT",
                reference("Artist", NAME, own),
                event.ref,
                f"{event.source_id}/{own}/{times[own]}",
                properties,
                SPLIT_CONFIDENCE if together else 1.0,
            )


SOURCE: Final = Source(name=NAME, version="1", files=(EVENTS, LINE_UPS), outcomes=outcomes)
