"""What scenes are called."""

from typing import Any

import pytest

from algorithms.derive.scene_names import changed, countries, descriptions


def scene(id: str, **more: Any) -> dict[str, Any]:
    """A row of the query for all scenes."""
    plain = {"kind": "city", "nights": 1, "synthetic": False, "city": None, "countries": [],
             "genre": None, "stored": {}}  # fmt: skip
    return plain | more | {"id": id}


BERLIN = scene("sc_1", city="Berlin", countries=["DE"])


@pytest.mark.parametrize(
    ("row", "name", "slug"),
    [
        (BERLIN, "Berlin", "berlin"),
        (BERLIN | {"kind": "city_genre", "genre": "techno"}, "Berlin Techno", "berlin_techno"),
        (
            scene("sc_2", kind="country_genre", countries=["GB"], genre="bass"),
            "UK Bass",
            "uk_bass",
        ),
        (
            scene("sc_2", kind="country_genre", countries=["DE"], genre="drum & bass"),
            "Germany Drum & Bass",
            "germany_drum_bass",
        ),
        (scene("sc_2", kind="country_genre", countries=["ZZ"], genre="dub"), "ZZ Dub", "zz_dub"),
        (scene("sc_2", city="São Paulo"), "São Paulo", "sao_paulo"),
        (scene("sc_2", city="東京"), "東京", "dongjing"),
        (scene("sc_2", city="!"), "!", "2"),
    ],
)
def test_a_scene_is_called_by_its_place_and_genre(
    row: dict[str, Any], name: str, slug: str
) -> None:
    described = descriptions([row])[row["id"]]
    assert (described["name"], described["slug"]) == (name, slug)


def test_of_equal_slugs_the_scene_with_more_nights_has_it_as_it_is() -> None:
    rows = [
        scene("sc_1", city="London", countries=["CA"], nights=3),
        scene("sc_2", city="London", countries=["GB"], nights=900),
        scene("sc_3", city="LONDON", countries=["CA"], nights=3),
        scene("sc_4", city="London", countries=[], nights=1),
    ]
    slugs = {id_: each["slug"] for id_, each in descriptions(rows).items()}
    assert slugs == {
        "sc_1": "london_ca", "sc_2": "london", "sc_3": "london_3", "sc_4": "london_4"
    }  # fmt: skip
    assert descriptions(rows[::-1]) == descriptions(rows)


def test_a_scene_knows_its_country_and_continent() -> None:
    described = descriptions([BERLIN])["sc_1"]
    assert described == {
        "name": "Berlin",
        "slug": "berlin",
        "city": "Berlin",
        "country": "DE",
        "region": "europe",
        "genre": None,
        "synthetic": False,
    }
    lost = descriptions([scene("sc_2", city="Atlantis")])["sc_2"]
    assert (lost["country"], lost["region"]) == (None, None)


def test_only_scenes_that_are_stored_otherwise_are_written() -> None:
    stored = BERLIN | {"stored": descriptions([BERLIN])["sc_1"]}
    assert changed([stored]) == []
    assert [row["id"] for row in changed([stored, scene("sc_2", city="Rome")])] == ["sc_2"]


def test_every_country_lies_on_a_continent() -> None:
    regions = {country.region for country in countries().values()}
    assert regions == {"europe", "north_america", "south_america", "asia", "africa", "oceania"}
    assert len(countries()) == 249
    assert all(len(code) == 2 and country.name for code, country in countries().items())
