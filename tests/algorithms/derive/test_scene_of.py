"""In which scenes a night lies."""

from typing import Any

import pytest

from algorithms.derive.scene_of import SceneConfig, SceneKey, SceneKeys, genres_of, scenes_of
from graph.model import SceneKind

CITY, CITY_GENRE, COUNTRY_GENRE = SceneKind


def places(**night: Any) -> set[tuple[str, str, str | None]]:
    """(kind, place, genre) of the scenes of a night in Berlin."""
    row = {"cities": ["berlin"], "lineUp": [], "series": [], **night}
    found = scenes_of(row, {"berlin": ["DE"]}, SceneKeys(), SceneConfig())
    return {(key.kind, key.place, key.genre) for key in found}


def test_without_genres_a_night_lies_in_its_city_alone() -> None:
    assert places() == {(CITY, "berlin", None)}


def test_a_genre_makes_a_scene_of_the_city_and_one_of_the_country() -> None:
    assert places(lineUp=[["techno"]]) == {
        (CITY, "berlin", None),
        (CITY_GENRE, "berlin", "techno"),
        (COUNTRY_GENRE, "DE", "techno"),
    }


def test_a_city_of_unknown_country_has_no_scene_of_a_country() -> None:
    assert places(cities=["atlantis"], series=["dub"]) == {
        (CITY, "atlantis", None),
        (CITY_GENRE, "atlantis", "dub"),
    }


def test_a_night_in_two_cities_lies_in_both() -> None:
    assert {place for _, place, _ in places(cities=["berlin", "london"])} == {"berlin", "london"}


@pytest.mark.parametrize(
    ("line_up", "series", "genres"),
    [
        ([["techno"], ["techno", "dub"], ["house"]], [], {"techno"}),
        ([["techno"], ["house"]], [], {"techno", "house"}),
        ([["techno"], ["house"], ["dub"]], [], set()),
        ([["techno"], ["house"], ["dub"]], ["jazz"], {"jazz"}),
        ([["techno", "techno"], ["house"], ["dub"]], [], set()),
        ([], [], set()),
    ],
)
def test_a_genre_is_that_of_half_the_artists_with_genres_or_of_the_series(
    line_up: list[list[str]], series: list[str], genres: set[str]
) -> None:
    assert genres_of(line_up, series, SceneConfig()) == genres


def test_the_share_of_artists_is_configuration() -> None:
    line_up = [["techno"], ["techno"], ["house"]]
    assert genres_of(line_up, [], SceneConfig(genre_share=1.0)) == set()
    assert genres_of(line_up, [], SceneConfig(genre_share=0.3)) == {"techno", "house"}
    with pytest.raises(ValueError, match="above 0"):
        SceneConfig(genre_share=0)


def test_ids_of_scenes_are_stable_and_differ() -> None:
    keys = [
        SceneKey(CITY, "berlin"),
        SceneKey(CITY_GENRE, "berlin", "techno"),
        SceneKey(COUNTRY_GENRE, "DE", "techno"),
    ]
    assert len({key.id for key in keys}) == 3
    assert keys[0].id == SceneKey(CITY, "berlin").id == "sc_2a5e7fcf267d32be"
