"""The rules of the London source, each on a row that needs it."""

import gzip
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loaders import ra_london
from loaders.outcomes import Accepted, Filtered, Malformed, Outcome, Rejected, Tally
from loaders.ra_london import HIDDEN_NAME, LONDON, Named, parse_club, parse_night
from loaders.rows import Statement

RAW: dict[str, Any] = {
    "month_file": "2014-01-01",
    "event_id": [7],
    "event_name": ["Opening"],
    "event_date": ["2014-01-03"],
    "venue_id": [5],
    "venue_name": ["Fire"],
    "artists": [{"artist_name": ["Dixon"], "artist_id": ["dixon"]}],
    "promoters": [{"promoter_name": ["LWE"], "promoter_id": [1033]}],
}


def line(**changes: Any) -> bytes:
    return json.dumps({**RAW, **changes}, ensure_ascii=False).encode()


def artist(name: str, own_id: str) -> dict[str, list[str]]:
    return {"artist_name": [name], "artist_id": [own_id]}


def write(folder: Path, *events: bytes, clubs: str = "") -> Path:
    with gzip.open(folder / ra_london.EVENTS, "wb") as stream:
        stream.write(b"\n".join(events))
    header = "club_name,club_address,club_id,club_status\n"
    (folder / ra_london.CLUBS).write_text(header + clubs, encoding="utf-8")
    return folder


def outcomes(folder: Path) -> list[Outcome]:
    return list(ra_london.outcomes(folder, Tally()))


def statements(folder: Path) -> dict[str, Statement]:
    return {
        getattr(statement.subject, "source_id", statement.subject.ref.id): statement
        for outcome in outcomes(folder)
        if isinstance(outcome, Accepted)
        for statement in outcome.statements
    }


def test_a_night_is_read_as_it_stands() -> None:
    night = parse_night(line())
    assert (night.id, night.name, night.day, night.exact) == (7, "Opening", date(2014, 1, 3), True)
    assert night.venue == (5, "Fire")
    assert night.artists == (Named("dixon", "Dixon"),)
    assert night.promoters == (Named("1033", "LWE"),)
    assert night.notes == ()


def test_an_undated_night_is_in_the_middle_of_the_month_of_its_file() -> None:
    night = parse_night(line(event_date=[], month_file="2014-02-01"))
    assert (night.day, night.exact) == (date(2014, 2, 15), False)
    assert night.notes == ("undated_event",)


def test_a_date_outside_the_month_of_its_file_is_kept() -> None:
    night = parse_night(line(event_date=["2014-03-01"]))
    assert (night.day, night.notes) == (date(2014, 3, 1), ())


@pytest.mark.parametrize(
    "title", ["CANCELLED: Rumours", "Rumours - canceled", "[Cancelled]", "Event Cancel"]
)
def test_a_title_that_says_cancelled_cancels_the_night(title: str) -> None:
    assert parse_night(line(event_name=[title])).cancelled


@pytest.mark.parametrize("title", ["Noise Cancelling Headphones", "Cancellation Blues"])
def test_a_title_that_says_something_like_cancelled_does_not(title: str) -> None:
    assert not parse_night(line(event_name=[title])).cancelled


def test_an_artist_twice_in_a_line_up_plays_once() -> None:
    night = parse_night(line(artists=[artist("Dixon", "dixon"), artist("DIXON", "dixon")]))
    assert night.artists == (Named("dixon", "Dixon"),)
    assert night.notes == ("artist_twice_in_line_up",)


def test_artists_and_promoters_whose_names_the_site_hides_are_left_out() -> None:
    night = parse_night(
        line(
            artists=[artist(HIDDEN_NAME, "email-protection")],
            promoters=[{"promoter_name": [HIDDEN_NAME], "promoter_id": ["NA"]}],
        )
    )
    assert (night.artists, night.promoters) == ((), ())
    assert night.notes == ("hidden_artist_name", "promoter_without_id")


def test_a_night_may_have_no_venue_and_nobody_on_the_bill() -> None:
    night = parse_night(line(venue_id=[], venue_name=[], artists=[], promoters=[]))
    assert (night.venue, night.artists, night.promoters) == (None, (), ())


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (b'{"event_id": [7', "corrupt_json"),
        (b"[1, 2]", "corrupt_json"),
        (line(event_id=[1, 2]), "several_values"),
        (line(event_id=["seven"]), "wrong_type"),
        (line(event_name=[]), "missing_value"),
        (line(event_date=["2014-13-01"]), "no_such_date"),
        (json.dumps({"event_id": [7]}).encode(), "missing_key"),
        (line(artists="Dixon"), "wrong_type"),
    ],
)
def test_a_row_of_another_shape_is_refused_by_a_named_rule(raw: bytes, rule: str) -> None:
    with pytest.raises(Malformed) as refused:
        parse_night(raw)
    assert refused.value.rule == rule


def test_a_line_separator_inside_a_title_does_not_end_the_line(tmp_path: Path) -> None:
    folder = write(tmp_path, line(event_name=["A\u2028B"]), line(event_id=[8]))
    events = statements(folder)
    assert (events["event/7"].subject.properties or {})["name"] == "A\u2028B"
    assert "event/8" in events


def test_the_second_of_two_equal_event_ids_is_filtered(tmp_path: Path) -> None:
    first, second = line(event_date=[]), line(event_date=[], month_file="2014-02-01")
    folder = write(tmp_path, first, second)
    filtered = [each for each in outcomes(folder) if isinstance(each, Filtered)]
    assert filtered == [Filtered("duplicate_event")]
    event = statements(folder)["event/7"].subject.properties
    assert event is not None
    assert event["date"] == date(2014, 1, 15)


def test_the_most_frequent_spelling_is_the_name_and_the_others_are_kept(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        *(
            line(event_id=[at], artists=[artist(name, "ame")])
            for at, name in enumerate(["Ame", "Âme", "Âme", "AME"])
        ),
    )
    said = statements(folder)["artist/ame"].subject.properties
    assert said == {"name": "Âme", "nameVariants": ["AME", "Ame"]}


def test_of_equally_frequent_spellings_the_first_in_order_is_the_name(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        line(event_id=[1], artists=[artist("b", "x")]),
        line(event_id=[2], artists=[artist("a", "x")]),
    )
    said = statements(folder)["artist/x"].subject.properties
    assert said == {"name": "a", "nameVariants": ["b"]}


def test_an_artist_that_no_night_names_is_called_by_its_id(tmp_path: Path) -> None:
    folder = write(tmp_path, line(artists=[artist("", "thexx")]))
    said = statements(folder)["artist/thexx"].subject.properties
    assert said == {"name": "thexx", "nameVariants": None}


def test_a_club_gives_its_venue_an_address_and_a_state(tmp_path: Path) -> None:
    folder = write(tmp_path, line(), clubs="Fire,39 Parry Street; Vauxhall; SW8,5,closed\n")
    assert statements(folder)["venue/5"].subject.properties == {
        "name": "Fire",
        "city": "London",
        "country": "GB",
        "address": "39 Parry Street, Vauxhall, SW8",
        "status": "closed",
    }


def test_a_club_without_nights_is_filtered(tmp_path: Path) -> None:
    folder = write(tmp_path, line(), clubs="Nowhere,,6,open\n")
    filtered = [each for each in outcomes(folder) if isinstance(each, Filtered)]
    assert filtered == [Filtered("club_without_nights")]


@pytest.mark.parametrize(("own_id", "status"), [("x", "open"), ("5", "burnt")])
def test_a_malformed_club_is_refused(own_id: str, status: str) -> None:
    with pytest.raises(Malformed):
        parse_club({"club_id": own_id, "club_status": status, "club_name": "A", "club_address": ""})


def test_a_refused_row_names_its_file_and_line(tmp_path: Path) -> None:
    folder = write(tmp_path, line(), b'{"event_id": [7')
    (rejected,) = [each for each in outcomes(folder) if isinstance(each, Rejected)]
    assert (rejected.rule, rejected.file, rejected.line) == ("corrupt_json", "events.jsonl.gz", 2)
    assert rejected.raw == '{"event_id": [7'


def test_a_night_states_sets_venue_and_promoters_with_their_source_ids(tmp_path: Path) -> None:
    night = statements(write(tmp_path, line()))["event/7"]
    assert {(fact.type, fact.source_id) for fact in night.facts} == {
        ("PERFORMED_AT", "event/7/artist/dixon/1"),
        ("ORGANISED", "event/7/promoter/1033"),
        ("HELD_AT", "event/7/venue/5"),
    }


def test_a_night_without_a_venue_was_somewhere_in_london(tmp_path: Path) -> None:
    night = statements(write(tmp_path, line(venue_id=[], venue_name=[])))["event/7"]
    (fact,) = (fact for fact in night.facts if fact.type == "LOCATED_IN")
    assert (fact.source_id, fact.end, night.shared) == ("event/7/city", LONDON.ref, (LONDON,))


def test_all_rows_of_the_real_files_are_accounted_for(real_data: Path) -> None:
    tally = Tally()
    rows: Counter[str] = Counter()
    for outcome in ra_london.outcomes(real_data / ra_london.NAME, tally):
        rows[getattr(outcome, "rule", "accepted")] += outcome.rows
    assert rows == {"accepted": 67_246, "duplicate_event": 32, "club_without_nights": 551}
    assert tally.rows == rows.total() == 66_504 + 1_325


def test_the_real_files_give_the_reference_numbers(real_data: Path) -> None:
    notes: Counter[str] = Counter()
    subjects: Counter[str] = Counter()
    facts: Counter[str] = Counter()
    cancelled = 0
    pairs: set[tuple[str, str]] = set()
    for outcome in ra_london.outcomes(real_data / ra_london.NAME, Tally()):
        if not isinstance(outcome, Accepted):
            continue
        notes.update(outcome.notes)
        for statement in outcome.statements:
            subjects[statement.subject.label] += 1
            facts.update(fact.type for fact in statement.facts)
            cancelled += bool((statement.subject.properties or {}).get("cancelled"))
            played = sorted(
                fact.start.id for fact in statement.facts if fact.type == "PERFORMED_AT"
            )
            pairs.update((a, b) for at, a in enumerate(played) for b in played[at + 1 :])
    assert subjects == {
        "City": 1,
        "Artist": 15_881,
        "Venue": 2_138,
        "Collective": 5_271 - 1,  # the promoter "NA" is nobody
        "Event": 66_472,
    }
    assert facts["PERFORMED_AT"] == 157_505
    assert facts["HELD_AT"] == 64_797
    assert facts["LOCATED_IN"] == 2_138 + 1_675  # venues, and nights whose venue is not known
    assert len(pairs) == 318_389
    assert cancelled == notes["cancelled_title"] == 681
    assert notes["undated_event"] == 2_675
