"""The rules of the Boiler Room source, each on a row that needs it."""

import csv
import gzip
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from loaders import boiler_room
from loaders.boiler_room import Play, parse_play
from loaders.outcomes import Accepted, Filtered, Malformed, Outcome, Tally
from loaders.rows import Statement

PLAY = {
    "TrackName": "Mala ft. Dread MC - Guidance",
    "Artist": "Mala",
    "Genre": "",
    "Number": "3.0",
    "DJ": "Sherelle",
    "Date": "2024-10-27",
}


def write(folder: Path, *plays: dict[str, str]) -> Path:
    path = folder / boiler_room.SET_LISTS
    with gzip.open(path, "wt", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, boiler_room.COLUMNS)
        table.writeheader()
        table.writerows(plays)
    return folder


def outcomes(folder: Path) -> list[Outcome]:
    return list(boiler_room.outcomes(folder, Tally()))


def statements(folder: Path) -> dict[str, Statement]:
    return {
        getattr(statement.subject, "source_id", ""): statement
        for outcome in outcomes(folder)
        if isinstance(outcome, Accepted)
        for statement in outcome.statements
    }


def test_a_row_is_a_track_in_a_session() -> None:
    assert parse_play(PLAY) == Play(
        "Sherelle", date(2024, 10, 27), 3, "Guidance", "Mala ft. Dread MC"
    )


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"TrackName": "Guidance"}, "no_title"),
        ({"DJ": ""}, "missing_value"),
        ({"Number": "2.5"}, "wrong_type"),
        ({"Date": "27.10.2024"}, "wrong_type"),
    ],
)
def test_a_malformed_row_is_refused_by_a_named_rule(changes: dict[str, str], rule: str) -> None:
    with pytest.raises(Malformed) as refused:
        parse_play({**PLAY, **changes})
    assert refused.value.rule == rule


def test_tracks_that_nobody_recognised_are_filtered(tmp_path: Path) -> None:
    unknown = [{**PLAY, "TrackName": name} for name in ("Mala - ID", "ID - Guidance")]
    fake = {**PLAY, "TrackName": "Riton & Kah-Lo - Fake ID"}
    filtered = [
        each for each in outcomes(write(tmp_path, *unknown, fake)) if isinstance(each, Filtered)
    ]
    assert filtered == [Filtered("unknown_track")] * 2


def test_a_session_states_host_djs_and_tracks_in_order(tmp_path: Path) -> None:
    second = {**PLAY, "TrackName": "Coki - Tortured", "Number": "4.0"}
    rows = [{**each, "DJ": "Ben UFO B2B Pearson Sound"} for each in (PLAY, second, second)]
    mix = statements(write(tmp_path, *rows))["mix/ben ufo b2b pearson sound/2024-10-27"]
    assert (mix.subject.properties or {})["isB2b"] is True
    assert sorted((fact.type, fact.properties.get("position", 0)) for fact in mix.facts) == [
        ("APPEARED_ON", 0),
        ("APPEARED_ON", 0),
        ("HAS_TRACK", 3),
        ("HAS_TRACK", 4),
        ("HOSTED_BY", 0),
    ]


def test_all_rows_of_the_real_file_are_accounted_for(real_data: Path) -> None:
    tally = Tally()
    rows: Counter[str] = Counter()
    subjects: Counter[str] = Counter()
    for outcome in boiler_room.outcomes(real_data / boiler_room.NAME, tally):
        rows[getattr(outcome, "rule", "accepted")] += outcome.rows
        if isinstance(outcome, Accepted):
            subjects.update(statement.subject.label for statement in outcome.statements)
    assert rows == {"accepted": 13_814, "unknown_track": 391, "duplicate_row": 7}
    assert tally.rows == rows.total() == 14_212
    assert subjects == {"Artist": 665, "Track": 13_071, "Mix": 764, "MixPlatform": 1}
