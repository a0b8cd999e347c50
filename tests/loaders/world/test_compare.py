"""The demo world beside London."""

import gzip
from pathlib import Path

import orjson
import pytest

from graph.errors import ComparisonMissing
from loaders.world import WorldConfig, generate
from loaders.world.compare import compare
from loaders.world.compare.london import read_london
from loaders.world.compare.measures import measure


def write_events(folder: Path, *lineups: tuple[int, list[str]]) -> None:
    """Events in the shape of the London file."""
    lines = [
        {
            "event_id": [number],
            "artists": [{"artist_name": [name.title()], "artist_id": [name]} for name in lineup],
        }
        for number, lineup in lineups
    ]
    lines[0]["artists"].append({"artist_name": ["[email\xa0protected]"], "artist_id": ["hidden"]})
    with gzip.open(folder / "events.jsonl.gz", "wb") as file:
        file.write(b"\n".join(orjson.dumps(line) for line in lines))


def test_an_event_counts_once_and_an_artist_once_an_event(tmp_path: Path) -> None:
    write_events(tmp_path, (1, ["a", "b", "a"]), (1, ["a", "b"]), (2, ["b", "a", "c"]), (3, ["d"]))
    london = read_london(tmp_path)
    assert london.artists == 4
    assert {tuple(pair) for pair in london.pairs.tolist()} == {(0, 1), (0, 2), (1, 2)}
    assert sorted(london.shared_nights.tolist()) == [1, 1, 2]


def test_the_comparison_has_a_column_for_london_and_two_for_the_world(tmp_path: Path) -> None:
    write_events(tmp_path, (1, ["a", "b", "c", "d"]), (2, ["d", "e", "f"]))
    summary = generate(WorldConfig(artists=80, edges=400), tmp_path / "world", lambda *_: None)
    london, nights, everything = compare(summary, tmp_path).values()
    assert (london.nodes, london.edges) == (6, 9)
    assert everything.edges == summary.edges > nights.edges
    assert everything.nodes == nights.nodes == summary.people < 81


def test_a_folder_without_london_is_named(tmp_path: Path) -> None:
    summary = generate(WorldConfig(artists=80, edges=400), tmp_path / "world", lambda *_: None)
    with pytest.raises(ComparisonMissing, match=r"no events\.jsonl\.gz"):
        compare(summary, tmp_path)


def test_london_has_the_shape_its_notes_say(real_data: Path) -> None:
    london = read_london(real_data / "ra-london")
    shape = measure(london.pairs, london.shared_nights, london.artists)
    assert (shape.nodes, shape.edges, shape.degree_max) == (15_881, 318_389, 836)
    assert shape.transitivity == pytest.approx(0.231882, abs=5e-7)
    assert shape.assortativity == pytest.approx(0.14511, abs=5e-6)
    assert 0.54 < shape.modularity < 0.57
