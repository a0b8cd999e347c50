"""A Drift feed: the partners' format, and what the demo world writes.

The files are read in an order in which each names only what came before; within a file, lines wait
for those they name. So the order of lines does not matter, and memory holds only lines that wait,
signings and audiences until their label or artist comes, and tracks that stand on several releases.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError

from graph.errors import SourceCorrupt
from loaders.feed_format import (
    FEED_FILES,
    ArtistLine,
    AudienceLine,
    CityLine,
    CollectiveLine,
    EventLine,
    HeaderLine,
    LabelLine,
    MetricLine,
    MixLine,
    MixPlatformLine,
    ReleaseLine,
    SeriesLine,
    SigningLine,
    TrackEntry,
    VenueLine,
)
from loaders.feed_format.base import FeedLineBase
from loaders.feed_lines import Read, plain_words, read_lines, unknown_files
from loaders.feed_order import named_first
from loaders.feed_statements.base import Feed, FeedFault
from loaders.feed_statements.catalogue import (
    label_statement,
    labels_named,
    release_statement,
    track_statement,
)
from loaders.feed_statements.media import (
    metric_key,
    metric_statement,
    mix_platform_statement,
    mix_statement,
)
from loaders.feed_statements.people import (
    artist_statement,
    artists_named,
    audience_key,
    collective_statement,
)
from loaders.feed_statements.places import (
    city_statement,
    event_notes,
    event_statement,
    series_statement,
    venue_statement,
)
from loaders.files import lines
from loaders.outcomes import Accepted, Filtered, Outcome, Rejected, Source, Tally
from loaders.rows import Statement

NAME: Final = "feed"
HEADER: Final = FEED_FILES["feed"]
VERSION: Final = "1"

L = TypeVar("L", bound=FeedLineBase)

Signings = dict[str, list[Read[SigningLine]]]
"""Signings by the partner's id of their label."""

Audiences = dict[str, list[Read[AudienceLine]]]
"""Audiences by the partner's id of their artist."""


def feed_source(folder: Path, taken: Iterable[str] = ()) -> Source:
    """The source that a feed's header names, with the files that are there.

    Args:
        folder: Holds `feed.jsonl`.
        taken: Names that no feed may have.

    Raises:
        SourceCorrupt: The header is missing, is not right, or takes the name of another source.
    """
    header = read_header(folder)
    if header.source in taken:
        raise SourceCorrupt(
            f"{HEADER}: the source cannot be called {header.source!r}, another one is",
            hint="Give the feed a name of its own, e.g. that of the archive.",
        )
    files = tuple(name for name in FEED_FILES.values() if (folder / name).is_file())

    def outcomes(folder: Path, tally: Tally) -> Iterator[Outcome]:
        return feed_outcomes(Feed(header.source), folder, tally)

    return Source(header.source, VERSION, files, outcomes, synthetic=header.synthetic)


def read_header(folder: Path) -> HeaderLine:
    """The first line of `feed.jsonl`.

    Raises:
        SourceCorrupt: It is missing or not right.
    """
    hint = f"The first line of {HEADER} names the source and its terms; see docs/feed.md."
    for number, raw in lines(folder / HEADER):
        try:
            return HeaderLine.model_validate_json(raw, by_alias=True, by_name=False)
        except ValidationError as error:
            reason = plain_words(error.errors(include_url=False))
            raise SourceCorrupt(f"{HEADER}, line {number}: {reason}", hint=hint) from error
    raise SourceCorrupt(f"{HEADER} holds no line", hint=hint)


def feed_outcomes(feed: Feed, folder: Path, tally: Tally) -> Iterator[Outcome]:
    """All lines of all files."""
    tally.total = _line_count(folder)
    yield from unknown_files(folder, tally)
    for each in read_lines(folder, "feed", HeaderLine, tally, identity=lambda _: "header"):
        yield each if isinstance(each, Rejected) else Accepted(())
    yield from _cities(feed, folder, tally)
    venues = read_lines(folder, "venue", VenueLine, tally)
    yield from _each(venues, lambda line: venue_statement(feed, line))
    yield from _artists(feed, folder, tally)
    collectives = read_lines(folder, "collective", CollectiveLine, tally)
    yield from _each(collectives, lambda line: collective_statement(feed, line))
    yield from _series(feed, folder, tally)
    yield from _labels(feed, folder, tally)
    events = read_lines(folder, "event", EventLine, tally)
    yield from _each(events, lambda line: event_statement(feed, line), event_notes)
    yield from _releases(feed, folder, tally)
    platforms = read_lines(folder, "mix_platform", MixPlatformLine, tally)
    yield from _each(platforms, lambda line: mix_platform_statement(feed, line))
    mixes = read_lines(folder, "mix", MixLine, tally)
    yield from _each(mixes, lambda line: mix_statement(feed, line))
    metrics = read_lines(folder, "metric", MetricLine, tally, identity=metric_key)
    yield from _each(metrics, lambda line: metric_statement(feed, line))


def _line_count(folder: Path) -> int:
    files = [folder / name for name in FEED_FILES.values()]
    return sum(1 for file in files if file.is_file() for _ in lines(file))


def _no_notes(_: FeedLineBase) -> tuple[str, ...]:
    return ()


def _each(
    read: Iterable[Read[L] | Rejected],
    say: Callable[[L], Statement],
    notes: Callable[[L], tuple[str, ...]] = _no_notes,
) -> Iterator[Outcome]:
    """A statement a line."""
    for each in read:
        if isinstance(each, Rejected):
            yield each
            continue
        try:
            yield Accepted((say(each.line),), notes=notes(each.line))
        except FeedFault as fault:
            yield each.rejected(fault.rule, str(fault))


def _cities(feed: Feed, folder: Path, tally: Tally) -> Iterator[Outcome]:
    met: set[str] = set()
    for each in read_lines(folder, "city", CityLine, tally):
        if isinstance(each, Rejected):
            yield each
            continue
        feed.cities[each.line.id] = each.line
        statement = city_statement(each.line)
        if statement.subject.ref.id in met:
            yield Filtered("city_under_two_ids")
            continue
        met.add(statement.subject.ref.id)
        yield Accepted((statement,))


def _artists(feed: Feed, folder: Path, tally: Tally) -> Iterator[Outcome]:
    """Artists, each with its audiences: an audience is a fact of its artist."""
    rejected: list[Rejected] = []
    audiences: Audiences = defaultdict(list)
    read = read_lines(folder, "audience", AudienceLine, tally, identity=audience_key)
    for each in _good(read, rejected):
        audiences[each.line.artist].append(each)
    good = _good(read_lines(folder, "artist", ArtistLine, tally), rejected)
    ordered = named_first(good, lambda each: each.line.id, lambda each: artists_named(each.line))
    for together in ordered:
        heard = [audiences.pop(each.line.id, []) for each in together]
        statements = tuple(
            artist_statement(feed, each.line, (one.line for one in own))
            for each, own in zip(together, heard, strict=True)
        )
        yield Accepted(statements, rows=len(together) + sum(map(len, heard)))
    yield from rejected
    for each in [each for own in audiences.values() for each in own]:
        yield _dangling(each, "artist", each.line.artist)


def _series(feed: Feed, folder: Path, tally: Tally) -> Iterator[Outcome]:
    def say(line: SeriesLine) -> Statement:
        feed.series[line.id] = line.name
        return series_statement(feed, line)

    yield from _each(read_lines(folder, "series", SeriesLine, tally), say)


def _labels(feed: Feed, folder: Path, tally: Tally) -> Iterator[Outcome]:
    """Labels, each with its signings: a signing is a fact of its label."""
    rejected: list[Rejected] = []
    signings: Signings = defaultdict(list)
    for each in _good(read_lines(folder, "signing", SigningLine, tally), rejected):
        signings[each.line.label].append(each)
    good = _good(read_lines(folder, "label", LabelLine, tally), rejected)
    ordered = named_first(good, lambda each: each.line.id, lambda each: labels_named(each.line))
    for together in ordered:
        signed = [signings.pop(each.line.id, []) for each in together]
        statements = tuple(
            label_statement(feed, each.line, (one.line for one in own))
            for each, own in zip(together, signed, strict=True)
        )
        yield Accepted(statements, rows=len(together) + sum(map(len, signed)))
    yield from rejected
    for each in [each for own in signings.values() for each in own]:
        yield _dangling(each, "label", each.line.label)


def _dangling(each: Read[L], kind: str, named: str) -> Rejected:
    reason = f"{kind}: {named!r} is not among the lines of {FEED_FILES[kind]}"
    return each.rejected("dangling_reference", reason)


def _releases(feed: Feed, folder: Path, tally: Tally) -> Iterator[Outcome]:
    """Releases with their tracks; a track of several releases comes after them, said once."""
    times: Counter[str] = Counter()
    for each in read_lines(folder, "release", ReleaseLine, Tally()):
        if not isinstance(each, Rejected):
            times.update({entry.id for entry in each.line.tracks})
    shared: dict[str, list[tuple[str, TrackEntry]]] = {
        track: [] for track, releases in times.items() if releases > 1
    }
    times.clear()
    for each in read_lines(folder, "release", ReleaseLine, tally):
        if isinstance(each, Rejected):
            yield each
            continue
        statements = [release_statement(feed, each.line)]
        own: dict[str, list[tuple[str, TrackEntry]]] = defaultdict(list)
        for entry in each.line.tracks:
            where = shared if entry.id in shared else own
            where[entry.id].append((each.line.id, entry))
        statements += [track_statement(feed, entries) for entries in own.values()]
        yield Accepted(tuple(statements))
    for track in sorted(shared):
        entries = sorted(shared[track], key=lambda entry: entry[0])
        yield Accepted((track_statement(feed, entries),), rows=0)


def _good(read: Iterable[Read[L] | Rejected], rejected: list[Rejected]) -> Iterator[Read[L]]:
    """The lines that are right; the others are put aside."""
    for each in read:
        if isinstance(each, Rejected):
            rejected.append(each)
        else:
            yield each
