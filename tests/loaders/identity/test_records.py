"""What follows from a set of records."""

from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from graph.model import node_id
from loaders.identity import (
    Record,
    decode_payload,
    encode_payload,
    resolve_properties,
    surviving_id,
)

LONDON = Record("ra-london", "artist/benklock", {"name": "Ben Klock", "country": None})
BERLIN = Record("berghain", "artist/ben klock", {"name": "BEN KLOCK", "country": "DE"})
FEED = Record("a-feed", "artist/7", {"name": "Klock", "formedYear": 1999}, synthetic=True)


def test_one_record_gives_its_own_payload():
    assert resolve_properties([BERLIN]) == {
        "name": "BEN KLOCK",
        "country": "DE",
        "source": "berghain",
        "synthetic": False,
    }


def test_each_field_comes_from_the_most_trusted_record_that_has_it_in_any_order():
    expected = {
        "name": "Ben Klock",
        "country": "DE",
        "formedYear": 1999,
        "source": "ra-london",
        "synthetic": False,
    }
    assert all(
        resolve_properties(records) == expected for records in permutations([LONDON, BERLIN, FEED])
    )


def test_only_made_up_records_make_a_made_up_entity():
    assert resolve_properties([FEED])["synthetic"] is True


def test_the_source_id_decides_between_records_of_one_source():
    other = Record("ra-london", "artist/aklock", {"name": "A. Klock"})
    assert resolve_properties([LONDON, other])["name"] == "A. Klock"


def test_no_record_describes_nothing():
    with pytest.raises(ValueError, match="without records"):
        resolve_properties([])


def test_the_most_trusted_source_names_the_survivor_and_the_smallest_id_decides_within_it():
    other = Record("ra-london", "artist/klock", {})
    ids = [node_id("Artist", "ra-london", each.source_id) for each in (LONDON, other)]
    for records in permutations([LONDON, BERLIN, FEED, other]):
        assert surviving_id("Artist", records) == min(ids)


def test_a_payload_comes_back_as_it_went_without_its_nones():
    payload = {
        "title": "Spät\u2028am Morgen",
        "releaseDate": date(2019, 5, 1),
        "startsAt": datetime(2019, 5, 1, 23, tzinfo=UTC),
        "formats": ["vinyl"],
        "upc": None,
    }
    text = encode_payload(payload)
    assert decode_payload(text) == {key: value for key, value in payload.items() if key != "upc"}
    assert encode_payload(dict(reversed(payload.items()))) == text
