"""Boiler Room sessions 2010 to 2024: who played which tracks; loaded only when asked for.

`set_lists.csv.gz` has a played track a row. A session is a mix of its DJ on its day; DJs and tracks
have no ids, the case-folded name is one. Whoever made a track stays a text on it: these names are
several artists as often as one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from loaders.files import table
from loaders.names import most_frequent, split_back_to_back, variants
from loaders.outcomes import Accepted, Filtered, Malformed, Outcome, Rejected, Source, Tally
from loaders.rows import Fact, Statement, Subject, key, reference

NAME: Final = "boiler-room"
SET_LISTS: Final = "set_lists.csv.gz"
COLUMNS: Final = ("TrackName", "Artist", "Genre", "Number", "DJ", "Date")

UNKNOWN_TRACK: Final = "ID"
"""How a set list calls a track, or its maker, that nobody recognised."""

HOST: Final = Subject(
    "MixPlatform",
    NAME,
    key("mix_platform", NAME),
    {"name": "Boiler Room", "slug": NAME, "platformType": "live_stream", "active": True},
)


@dataclass(frozen=True, slots=True)
class Play:
    """One row: a track in a session.

    Attributes:
        position: Place in the set list, from 1.
        made_by: The makers of the track as one text.
    """

    dj: str
    day: date
    position: int
    title: str
    made_by: str

    @property
    def track(self) -> str:
        """The same for the same track in other sessions."""
        return f"{self.made_by} - {self.title}".casefold()


def get_plays(folder: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Numbered rows of the set lists."""
    return table(folder / SET_LISTS, COLUMNS)


def parse_play(raw: Mapping[str, str]) -> Play:
    """A row of the set lists.

    Raises:
        Malformed: It has another shape.
    """
    made_by, dash, title = raw["TrackName"].strip().partition(" - ")
    if not dash or not made_by or not title:
        raise Malformed("no_title", f"TrackName is {raw['TrackName']!r}, expected Artist - Title")
    if not raw["DJ"].strip():
        raise Malformed("missing_value", "DJ is empty")
    try:
        position = float(raw["Number"])
        day = date.fromisoformat(raw["Date"])
    except ValueError as error:
        raise Malformed("wrong_type", f"{error}; expected like 1.0 and 2024-10-27") from error
    if position != int(position):
        raise Malformed("wrong_type", f"Number is {raw['Number']}, a whole number is expected")
    return Play(raw["DJ"].strip(), day, int(position), title.strip(), made_by.strip())


def outcomes(folder: Path, tally: Tally) -> Iterator[Outcome]:
    """All rows: those that are left out, then host, DJs and tracks, then the sessions."""
    sessions: dict[tuple[str, date], list[Play]] = defaultdict(list)
    djs: dict[str, Counter[str]] = defaultdict(Counter)
    tracks: dict[str, Play] = {}
    for outcome in _read(folder, tally):
        if not isinstance(outcome, Play):
            yield outcome
            continue
        sessions[outcome.dj.casefold(), outcome.day].append(outcome)
        tracks.setdefault(outcome.track, outcome)
        for dj in split_back_to_back(outcome.dj):
            djs[dj.casefold()][dj] += 1
    tally.total = tally.rows
    yield Accepted((Statement(HOST),), rows=0)
    for folded, spellings in sorted(djs.items()):
        yield Accepted((dj_statement(folded, spellings),), rows=0)
    for _, play in sorted(tracks.items()):
        yield Accepted((track_statement(play),), rows=0)
    for _, plays in sorted(sessions.items()):
        yield Accepted((session_statement(plays),), rows=len(plays))


def _read(folder: Path, tally: Tally) -> Iterator[Play | Outcome]:
    seen: set[Play] = set()
    for number, raw in get_plays(folder):
        tally.rows += 1
        try:
            play = parse_play(raw)
        except Malformed as error:
            yield Rejected(error.rule, SET_LISTS, number, str(error), str(raw))
            continue
        if UNKNOWN_TRACK in (play.title, play.made_by):
            yield Filtered("unknown_track")
        elif play in seen:
            yield Filtered("duplicate_row")
        else:
            seen.add(play)
            yield play


def dj_statement(folded: str, spellings: Mapping[str, int]) -> Statement:
    """A DJ under the most frequent spelling of one case-folded name."""
    name = most_frequent(spellings, otherwise=folded)
    properties = {"name": name, "nameVariants": variants(spellings, name)}
    return Statement(Subject("Artist", NAME, key("artist", folded), properties))


def track_statement(play: Play) -> Statement:
    """A track with its makers as a text."""
    properties = {"title": play.title, "madeByText": play.made_by}
    return Statement(Subject("Track", NAME, key("track", play.track), properties))


def session_statement(plays: Sequence[Play]) -> Statement:
    """A session with its DJs and its tracks in order."""
    first = plays[0]
    djs = split_back_to_back(first.dj)
    mix = Subject(
        "Mix",
        NAME,
        f"{key('mix', first.dj.casefold())}/{first.day.isoformat()}",
        {
            "title": f"{first.dj} at Boiler Room, {first.day.isoformat()}",
            "date": first.day,
            "datePrecision": "day",
            "isB2b": len(djs) > 1,
        },
    )
    facts = [Fact("HOSTED_BY", mix.ref, HOST.ref, f"{mix.source_id}/host")]
    for dj in djs:
        own = key("artist", dj.casefold())
        start = reference("Artist", NAME, own)
        facts.append(Fact("APPEARED_ON", start, mix.ref, f"{mix.source_id}/{own}"))
    for play in plays:
        own = key("track", play.track)
        source_id = f"{mix.source_id}/{own}/{play.position}"
        end = reference("Track", NAME, own)
        facts.append(Fact("HAS_TRACK", mix.ref, end, source_id, {"position": play.position}))
    return Statement(mix, tuple(facts))


SOURCE: Final = Source(name=NAME, version="1", files=(SET_LISTS,), outcomes=outcomes)
