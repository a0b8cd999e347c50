"""The demo world as a whole: its bytes, its size, its hard parts."""

import os
import subprocess
import sys
from collections import Counter
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from pydantic import ValidationError

from graph.errors import WorldImpossible
from graph.settings import PROJECT_ROOT
from loaders.feed_format import (
    FEED_FILES,
    ArtistLine,
    AudienceLine,
    CollectiveLine,
    EventLine,
    FeedLine,
    HeaderLine,
    LabelLine,
    MetricLine,
    ReleaseLine,
    VenueLine,
)
from loaders.world import WorldConfig, WorldSummary, generate
from loaders.world.config import AudienceShape
from tests.loaders.world.recount import connected_pairs, read_feed

SMALL = WorldConfig(artists=150, edges=1500)


def silent(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def digest(folder: Path) -> str:
    """One hash of all files of a folder with their names."""
    files = sorted(folder.iterdir())
    return sha256(b"".join(file.name.encode() + file.read_bytes() for file in files)).hexdigest()


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> WorldSummary:
    """The world of `make demo`."""
    return generate(WorldConfig(), tmp_path_factory.mktemp("world"), silent)


@pytest.fixture(scope="module")
def feed(summary: WorldSummary) -> dict[str, list[FeedLine]]:
    """Its lines, read from its files."""
    return read_feed(summary.folder)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    other = SMALL.model_copy(update={"seed": 2})
    for name, config in (("one", SMALL), ("again", SMALL), ("other", other)):
        generate(config, tmp_path / name, silent)
    assert digest(tmp_path / "one") == digest(tmp_path / "again")
    assert digest(tmp_path / "one") != digest(tmp_path / "other")


def test_the_bytes_do_not_depend_on_how_a_process_hashes_text(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from loaders.world import *;"
        "generate(WorldConfig(artists=60, edges=300), Path(sys.argv[1]), lambda *_: None)"
    )
    for hash_seed in ("0", "1"):
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / hash_seed)],
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            cwd=PROJECT_ROOT,
            check=True,
        )
    assert digest(tmp_path / "0") == digest(tmp_path / "1")


def test_the_pairs_counted_while_making_are_those_in_the_files(
    summary: WorldSummary, feed: dict[str, list[FeedLine]]
) -> None:
    pairs = connected_pairs(feed, summary.config.as_of.isoformat())
    assert summary.edges == len(pairs) == len(summary.all_pairs)


@pytest.mark.parametrize("as_of", [date(2024, 2, 29), date(2025, 1, 1), date(2026, 6, 30)])
def test_the_pairs_are_those_in_the_files_on_any_date(as_of: date, tmp_path: Path) -> None:
    made = generate(SMALL.model_copy(update={"as_of": as_of}), tmp_path, silent)
    assert made.edges == len(connected_pairs(read_feed(tmp_path), as_of.isoformat()))


@pytest.mark.parametrize(("artists", "edges"), [(60, 120), (500, 500), (150, 3000), (500, 10_000)])
def test_the_wanted_number_of_pairs_is_reached_within_five_percent(
    artists: int, edges: int, tmp_path: Path
) -> None:
    made = generate(WorldConfig(artists=artists, edges=edges), tmp_path, silent)
    assert made.edges == pytest.approx(edges, rel=0.05)


def test_every_file_holds_lines_of_its_kind_and_their_number_is_reported(
    summary: WorldSummary, feed: dict[str, list[FeedLine]]
) -> None:
    assert {kind: len(lines) for kind, lines in feed.items()} == summary.lines
    for kind, lines in feed.items():
        assert {line.kind for line in lines} == {kind}
        assert len({line.id for line in lines}) == len(lines)
    assert sorted(file.name for file in summary.folder.iterdir()) == sorted(FEED_FILES.values())


def test_every_reference_leads_to_a_line(feed: dict[str, list[FeedLine]]) -> None:
    ids = {kind: {line.id for line in lines} for kind, lines in feed.items()}
    for line in feed["event"]:
        assert isinstance(line, EventLine)
        assert line.venue in ids["venue"]
        assert line.series is None or line.series in ids["series"]
        assert {entry.artist for entry in line.lineup} <= ids["artist"]
        assert {organiser.id for organiser in line.organisers} <= ids["collective"]
    for line in feed["artist"]:
        assert isinstance(line, ArtistLine)
        assert line.home_city is None or line.home_city in ids["city"]
        assert {group.artist for group in line.member_of} <= ids["artist"]
        assert {residency.venue for residency in line.residencies} <= ids["venue"]
    for line in feed["release"]:
        assert isinstance(line, ReleaseLine)
        assert line.label is None or line.label in ids["label"]


def test_audiences_live_at_home_where_they_were_played_to_and_elsewhere(
    feed: dict[str, list[FeedLine]],
) -> None:
    homes = {line.id: line.home_city for line in feed["artist"] if isinstance(line, ArtistLine)}
    venues = {line.id: line.city for line in feed["venue"] if isinstance(line, VenueLine)}
    played = {
        (entry.artist, venues[line.venue])
        for line in feed["event"]
        if isinstance(line, EventLine) and line.venue and not line.cancelled
        for entry in line.lineup
    }
    lines = [line for line in feed["audience"] if isinstance(line, AudienceLine)]
    assert 0.4 * len(homes) < len(lines) < 0.9 * len(homes)
    assert {line.period for line in lines} == {"2026-10"}
    sums: dict[str, list[float]] = {"home": [], "played": [], "unplayed": []}
    for line in lines:
        assert 0.4 < sum(part.share for part in line.shares) <= 0.86
        for part in line.shares:
            assert part.city is not None
            where = (
                "home"
                if part.city == homes[line.artist]
                else "played"
                if (line.artist, part.city) in played
                else "unplayed"
            )
            sums[where].append(part.share)
    means = {where: sum(shares) / len(shares) for where, shares in sums.items()}
    assert means["home"] > means["played"] > means["unplayed"] > 0
    # Heavy tailed: somewhere an artist who never played there has a large part of its audience.
    assert max(sums["unplayed"]) > 5 * means["unplayed"]


def test_other_parts_of_the_world_are_as_they_were_without_audiences(tmp_path: Path) -> None:
    heard = SMALL.model_copy(update={"audiences": AudienceShape(known_share=0.1, home=9.0)})
    for name, config in (("usual", SMALL), ("other", heard)):
        generate(config, tmp_path / name, silent)
    changed = {
        kind
        for kind, name in FEED_FILES.items()
        if (tmp_path / "usual" / name).read_bytes() != (tmp_path / "other" / name).read_bytes()
    }
    assert changed == {"audience"}


def test_the_world_says_that_it_is_synthetic(feed: dict[str, list[FeedLine]]) -> None:
    (header,) = feed["feed"]
    assert isinstance(header, HeaderLine)
    assert header.synthetic
    assert "synthetic" in header.name


def test_the_hard_parts_are_there(summary: WorldSummary, feed: dict[str, list[FeedLine]]) -> None:
    as_of = summary.config.as_of.isoformat()
    events = [line for line in feed["event"] if isinstance(line, EventLine)]
    artists = [line for line in feed["artist"] if isinstance(line, ArtistLine)]
    labels = [line for line in feed["label"] if isinstance(line, LabelLine)]
    names = Counter(artist.name for artist in artists)
    connected = {artist for pair in connected_pairs(feed, as_of) for artist in pair}
    assert any(event.cancelled for event in events)
    assert any(event.date and len(event.date) == len("2024-05") for event in events)
    assert any(event.date and event.date > as_of for event in events)
    assert any(not event.lineup for event in events)
    assert any(entry.cancelled for event in events for entry in event.lineup)
    assert any(count > 1 for count in names.values())
    assert any(artist.alias_of for artist in artists)
    assert any(artist.id not in connected and not artist.alias_of for artist in artists)
    assert any(label.parent for label in labels)
    assert any(label.independence_status is None for label in labels)


def test_the_lively_parts_are_there(feed: dict[str, list[FeedLine]]) -> None:
    events = [line for line in feed["event"] if isinstance(line, EventLine)]
    releases = [line for line in feed["release"] if isinstance(line, ReleaseLine)]
    keys = [Counter(entry.set_key for entry in event.lineup if entry.set_key) for event in events]
    roles = Counter(
        credit.role for line in releases for track in line.tracks for credit in track.credits
    )
    assert any(event.is_festival and len(event.lineup) > 20 for event in events)
    assert all(len(event.lineup) < 150 for event in events)
    assert any(counts for counts in keys)
    assert all(count >= 2 for counts in keys for count in counts.values())
    assert roles["remixer"] > 0
    assert any(line.type == "compilation" for line in releases)
    assert any("vinyl" in line.formats for line in releases)
    assert any(
        isinstance(line, CollectiveLine) and len(line.members) > 2 for line in feed["collective"]
    )
    assert all(isinstance(line, MetricLine) for line in feed["metric"])


def test_sets_lie_inside_a_night_and_b2b_partners_share_their_slot(
    feed: dict[str, list[FeedLine]],
) -> None:
    for event in feed["event"]:
        assert isinstance(event, EventLine)
        slots: dict[str, set[object]] = {}
        for entry in event.lineup:
            if entry.set_start and entry.set_end and event.starts_at and event.ends_at:
                assert event.starts_at <= entry.set_start < entry.set_end <= event.ends_at
            if entry.set_key:
                slots.setdefault(entry.set_key, set()).add((entry.floor, entry.set_start))
        assert all(len(slot) == 1 for slot in slots.values())


def test_a_generation_that_breaks_off_leaves_no_feed(tmp_path: Path) -> None:
    def breaks(what: str, done: int, total: int) -> None:
        if what == "files" and done == 5:
            raise KeyboardInterrupt

    generate(SMALL, tmp_path, silent)
    with pytest.raises(KeyboardInterrupt):
        generate(SMALL, tmp_path, breaks)
    assert not (tmp_path / FEED_FILES["feed"]).exists()


@pytest.mark.parametrize("edges", [10, 20_000])
def test_edges_that_do_not_fit_the_artists_are_refused_with_the_bounds(edges: int) -> None:
    with pytest.raises(ValidationError, match=r"150 artists take 150 to 4470 edges|equal to 50"):
        WorldConfig(artists=150, edges=edges)


def test_a_world_that_no_nights_can_make_says_so(tmp_path: Path) -> None:
    nights = SMALL.nights.model_copy(update={"unnamed_share": 0.5, "alone_share": 1.0})
    config = SMALL.model_copy(update={"nights": nights, "edges": 4000})
    with pytest.raises(WorldImpossible, match="of 4000 edges"):
        generate(config, tmp_path, silent)
