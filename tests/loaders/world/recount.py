"""Counts connected pairs from the files of a feed alone, the way the specification says it.

Written without the generator, so that the two can disagree.
"""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from loaders.feed_format import (
    FEED_FILES,
    ArtistLine,
    CollectiveLine,
    EventLine,
    FeedLine,
    ReleaseLine,
    SigningLine,
    parse_line,
    read_partial_date,
)

LINEUP_MAX = 150
ROSTER_MAX = 200
MAKERS = {"primary", "featured"}


def read_feed(folder: Path) -> dict[str, list[FeedLine]]:
    """All lines of a feed by kind."""
    return {
        kind: [parse_line(line) for line in (folder / name).read_bytes().split(b"\n")[:-1]]
        for kind, name in FEED_FILES.items()
    }


def connected_pairs(feed: dict[str, list[FeedLine]], as_of: str) -> set[tuple[str, str]]:
    """Distinct pairs of people with any evidence on the as-of date."""
    person = {
        line.id: line.alias_of or line.id for line in feed["artist"] if isinstance(line, ArtistLine)
    }
    pairs: set[tuple[str, str]] = set()
    for group in _groups(feed, as_of):
        pairs.update(combinations(sorted({person[artist] for artist in group}), 2))
    return pairs


def _groups(feed: dict[str, list[FeedLine]], as_of: str) -> Iterator[set[str]]:
    """Artists who are connected all with all."""
    rosters: dict[str, set[str]] = {}
    for line in [line for lines in feed.values() for line in lines]:
        match line:
            case EventLine(cancelled=False, date=str(day)) if _day(day) <= as_of:
                group = {entry.artist for entry in line.lineup if not entry.cancelled}
                if len(group) <= LINEUP_MAX:
                    yield group
            case CollectiveLine():
                yield {member.artist for member in line.members}
            case SigningLine():
                rosters.setdefault(line.label, set()).add(line.artist)
            case ReleaseLine():
                yield from _of_release(line, rosters)
            case _:
                pass
    yield from (roster for roster in rosters.values() if len(roster) <= ROSTER_MAX)


def _of_release(line: ReleaseLine, rosters: dict[str, set[str]]) -> Iterator[set[str]]:
    makers = {credit.artist for credit in line.credits if credit.role in MAKERS}
    for track in line.tracks:
        originals = {credit.artist for credit in track.credits if credit.role in MAKERS}
        remixers = {credit.artist for credit in track.credits if credit.role == "remixer"}
        makers |= originals
        yield from ({original, remixer} for original in originals for remixer in remixers)
    if line.label is not None:
        rosters.setdefault(line.label, set()).update(makers)
    if line.type != "compilation":
        yield makers


def _day(text: str) -> str:
    return read_partial_date(text).day.isoformat()
