"""The rules of the Berghain source, each on a row that needs it."""

import csv
import gzip
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from loaders import berghain
from loaders.berghain import parse_night, parse_set, parse_time
from loaders.outcomes import Accepted, Filtered, Malformed, Outcome, Rejected, Tally
from loaders.rows import Statement

NIGHT = {
    "event_id": "27",
    "event_name": "KLUBNACHT",
    "event_url": "/en/event/27/",
    "event_date": "2014-06-14",
}
SET = {
    "event_id": "27",
    "floor": "Panorama Bar",
    "artist_name": "Steffi",
    "set_time_start": "2014-06-14T23:59:00Z",
    "set_time_end": "2014-06-15T04:00:00Z",
}


def write(folder: Path, nights: list[dict[str, str]], sets: list[dict[str, str]]) -> Path:
    with (folder / berghain.EVENTS).open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, berghain.EVENT_COLUMNS)
        table.writeheader()
        table.writerows(nights)
    with gzip.open(folder / berghain.LINE_UPS, "wt", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, berghain.SET_COLUMNS)
        table.writeheader()
        table.writerows(sets)
    return folder


def outcomes(folder: Path) -> list[Outcome]:
    return list(berghain.outcomes(folder, Tally()))


def statements(folder: Path) -> dict[str, Statement]:
    return {
        getattr(statement.subject, "source_id", statement.subject.ref.id): statement
        for outcome in outcomes(folder)
        if isinstance(outcome, Accepted)
        for statement in outcome.statements
    }


def test_the_false_z_means_berlin() -> None:
    played = parse_set(SET)
    assert played.start is not None
    assert played.start.isoformat() == "2014-06-14T23:59:00+02:00"
    winter = parse_set({**SET, "set_time_start": "2014-01-14 23:59:00", "set_time_end": "NA"})
    assert winter.start is not None
    assert winter.start.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2014-06-14T23:59:00Z", datetime(2014, 6, 14, 23, 59)),
        ("2014-06-14 23:59:00", datetime(2014, 6, 14, 23, 59)),
        ("2014-06-14", datetime(2014, 6, 14)),
        ("NA", None),
    ],
)
def test_a_time_is_read_in_each_of_its_forms(text: str, meant: datetime | None) -> None:
    assert parse_time(text) == meant


def test_a_time_that_is_none_is_refused() -> None:
    with pytest.raises(Malformed) as refused:
        parse_time("2014-06-31T23:00:00Z")
    assert refused.value.rule == "no_such_time"


def test_an_end_before_its_start_is_on_the_next_day() -> None:
    played = parse_set({**SET, "set_time_end": "2014-06-14T04:00:00Z"})
    assert played.end is not None
    assert played.end.isoformat() == "2014-06-15T04:00:00+02:00"
    assert played.notes == ("end_rolled_over_midnight",)


def test_a_set_that_crosses_the_change_of_the_clock_has_two_offsets() -> None:
    played = parse_set(
        {
            **SET,
            "set_time_start": "2019-03-31T00:00:00Z",
            "set_time_end": "2019-03-31T06:00:00Z",
        }
    )
    assert played.start is not None
    assert played.end is not None
    assert played.end - played.start == timedelta(hours=5)


@pytest.mark.parametrize(
    ("billed", "artists"),
    [
        ("Function B2B Inland", ("Function", "Inland")),
        ("Joakim b2b Crackboy B2B Bryce Hackford", ("Joakim", "Crackboy", "Bryce Hackford")),
        ("David Elimelech B3B Roi Perez B3B Partok", ("David Elimelech", "Roi Perez", "Partok")),
        ("Waze & Odyssey", ("Waze & Odyssey",)),
        ("Tama Sumo, Lakuti", ("Tama Sumo, Lakuti",)),
        ("Maeve B2B", ("Maeve B2B",)),
        ("B2B2B", ("B2B2B",)),
    ],
)
def test_only_back_to_back_splits_a_name(billed: str, artists: tuple[str, ...]) -> None:
    assert parse_set({**SET, "artist_name": billed}).artists == artists


def test_artists_of_one_set_share_its_key_and_the_raw_name_is_kept(tmp_path: Path) -> None:
    folder = write(tmp_path, [NIGHT], [{**SET, "artist_name": "Function B2B Inland"}, SET])
    played = [fact for fact in statements(folder)["event/27"].facts if fact.type == "PERFORMED_AT"]
    assert [(fact.source_id, fact.confidence) for fact in played] == [
        ("event/27/artist/function/1", 0.9),
        ("event/27/artist/inland/1", 0.9),
        ("event/27/artist/steffi/1", 1.0),
    ]
    keys = [fact.properties["setKey"] for fact in played]
    assert keys[0] == keys[1] != keys[2]
    assert [fact.properties["isB2b"] for fact in played] == [True, True, False]
    assert [fact.properties["billedAs"] for fact in played] == [
        "Function B2B Inland",
        "Function B2B Inland",
        None,
    ]


def test_an_artist_who_plays_twice_has_two_sets(tmp_path: Path) -> None:
    again = {**SET, "artist_name": "STEFFI", "set_time_start": "2014-06-15T12:00:00Z"}
    folder = write(tmp_path, [NIGHT], [SET, again])
    played = {
        fact.source_id: fact.properties["setStart"].isoformat()
        for fact in statements(folder)["event/27"].facts
        if fact.type == "PERFORMED_AT"
    }
    assert played == {
        "event/27/artist/steffi/1": "2014-06-14T23:59:00+02:00",
        "event/27/artist/steffi/2": "2014-06-15T12:00:00+02:00",
    }


def test_names_that_differ_by_case_are_one_artist(tmp_path: Path) -> None:
    sets = [{**SET, "artist_name": name} for name in ("Steffi", "STEFFI", "Steffi")]
    said = statements(write(tmp_path, [NIGHT], sets))["artist/steffi"].subject.properties
    assert said == {"name": "Steffi", "nameVariants": ["STEFFI"]}


def test_a_night_without_a_date_is_on_the_day_of_its_first_set(tmp_path: Path) -> None:
    later = {**SET, "set_time_start": "2014-06-15T01:00:00Z"}
    folder = write(tmp_path, [{**NIGHT, "event_date": "NA"}], [later, SET])
    said = statements(folder)["event/27"].subject.properties or {}
    assert (said["date"], said["datePrecision"]) == (date(2014, 6, 14), "day")


def test_a_night_without_a_date_and_without_times_is_undated(tmp_path: Path) -> None:
    unknown = {**SET, "set_time_start": "NA", "set_time_end": "NA"}
    folder = write(tmp_path, [{**NIGHT, "event_date": "NA"}], [unknown])
    said = statements(folder)["event/27"].subject.properties or {}
    assert (said["date"], said["datePrecision"], said["isFestival"]) == (None, None, False)


def test_nobody_in_particular_is_filtered(tmp_path: Path) -> None:
    folder = write(tmp_path, [NIGHT], [{**SET, "artist_name": "NA"}, {**SET, "artist_name": "tba"}])
    assert [each for each in outcomes(folder) if isinstance(each, Filtered)] == [
        Filtered("artist_unknown"),
        Filtered("artist_to_be_announced"),
    ]


def test_a_set_of_a_night_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path, [NIGHT], [{**SET, "event_id": "28"}])
    (rejected,) = [each for each in outcomes(folder) if isinstance(each, Rejected)]
    assert (rejected.rule, rejected.file, rejected.line) == (
        "event_not_listed",
        "lineups.csv.gz",
        1,
    )


def test_a_night_keeps_its_name_and_page() -> None:
    night = parse_night({**NIGHT, "event_name": "SHRINEBUILDER - canceled!"})
    assert night.cancelled
    assert night.url == "https://www.berghain.berlin/en/event/27/"


def test_all_rows_of_the_real_files_are_accounted_for(real_data: Path) -> None:
    tally = Tally()
    rows: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    facts: Counter[str] = Counter()
    for outcome in berghain.outcomes(real_data / berghain.NAME, tally):
        rows[getattr(outcome, "rule", "accepted")] += outcome.rows
        if isinstance(outcome, Accepted):
            notes.update(outcome.notes)
            facts.update(fact.type for each in outcome.statements for fact in each.facts)
    assert rows == {"accepted": 22_335, "artist_unknown": 1, "artist_to_be_announced": 2}
    assert tally.rows == rows.total() == 3_665 + 18_673
    assert notes["end_rolled_over_midnight"] == 1_511
    assert notes["day_from_sets"] + notes["undated_event"] == 506
    assert facts["HELD_AT"] == 3_665
