"""Filters of artists on the small scene: exactly the rows that are meant."""

from typing import Any

import pytest

from api.execute import Executor

DOCUMENT = (
    "query Q($w: ArtistFilter) { artists(first: 100, where: $w, orderBy: {field: NAME})"
    " { totalCount nodes { name } } }"
)
PLAYED = (
    "{ artists(first: 100) { nodes { name performances(first: 100)"
    " { nodes { event { isFestival performances { artist { name country } } } } } } } }"
)


async def names(executor: Executor, where: dict[str, Any]) -> list[str]:
    """Numbers of the artists for which a filter holds."""
    answer = await executor.execute(DOCUMENT, {"w": where})
    assert answer.errors == [], where
    assert answer.data is not None
    page = answer.data["artists"]
    assert page["totalCount"] == len(page["nodes"])
    return [node["name"].removeprefix("Artist ") for node in page["nodes"]]


async def nights(executor: Executor) -> dict[str, list[Any]]:
    """Artist -> the nights it played, told by another question."""
    answer = await executor.execute(PLAYED)
    assert answer.data is not None
    return {
        node["name"].removeprefix("Artist "): [p["event"] for p in node["performances"]["nodes"]]
        for node in answer.data["artists"]["nodes"]
    }


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"country": "GB"}, "12 3 6 9"),
        ({"country": "GB", "not": {"nameContains": "T 1"}}, "3 6 9"),
        ({"or": [{"nameContains": "t 14"}, {"nameContains": "t 7"}]}, "14 7"),
        ({"and": [{"centralityPct": {"min": 30}}, {"synthetic": False}]}, "3 7"),
        ({"centralityPct": {"min": 10, "max": 20}}, "1 2 5 6 9"),
        ({"city": "london", "country": None}, "10 5"),
        ({"name": {"eq": "Artist 7"}}, "7"),
        ({"name": {"eq": "artist 7"}}, ""),
        ({"name": {"in": ["Artist 7", "Artist 8", "Nobody"]}}, "7 8"),
        ({"name": {"in": []}}, ""),
        ({"name": {"startsWith": "aRTIST 1", "contains": "3"}}, "13"),
        ({"labels": {"some": {}}}, "1 2 3 4 5 6 7"),
        ({"labels": {"some": {"name": {"eq": "Unterton"}}}}, "1 2 3 4 5 7"),
        ({"labels": {"some": {"independenceStatus": ["MAJOR"]}}}, ""),
        ({"labels": {"none": {"not": {"name": {"eq": "Unterton"}}}}, "country": "GB"}, "12 9"),
    ],
)
async def test_a_filter_gives_exactly_its_rows(
    where: dict[str, Any], expected: str, executor: Executor
) -> None:
    assert await names(executor, where) == expected.split()


async def test_nothing_given_is_everything_and_no_alternative_is_nothing(
    executor: Executor,
) -> None:
    whole = await names(executor, {})
    assert len(whole) == 14
    everything: list[dict[str, Any]] = [
        {"and": []}, {"name": {}}, {"name": {"eq": None}}, {"performances": {}}, {"or": None},
        {"performances": {"some": None}}, {"not": {"or": []}}, {"and": [{}, {}]},
    ]  # fmt: skip
    for where in everything:
        assert await names(executor, where) == whole, where
        assert await names(executor, {"not": where}) == [], where
    assert await names(executor, {"or": []}) == []


FILTERS: list[dict[str, Any]] = [
    {"country": "GB"},
    {"centralityPct": {"min": 20}},
    {"city": "London"},
    {"performances": {"some": {"isFestival": True}}},
    {"performances": {"none": {"window": {"from": "2018-03-01"}}}},
    {"performances": {"some": {"not": {"artists": {"some": {"country": "GB"}}}}}},
    {"or": [{"name": {"contains": "1"}}, {"performances": {"none": {"artists": {"none": {}}}}}]},
]


@pytest.mark.parametrize("where", FILTERS)
async def test_a_row_is_among_those_of_a_filter_or_among_those_of_its_not(
    where: dict[str, Any], executor: Executor
) -> None:
    inside, outside = await names(executor, where), await names(executor, {"not": where})
    assert not set(inside) & set(outside)
    assert sorted(inside + outside) == sorted(await names(executor, {}))
    assert await names(executor, {"not": {"not": where}}) == inside


async def test_some_and_none_speak_of_one_related_thing(executor: Executor) -> None:
    played = await nights(executor)
    festival = {"isFestival": True}
    some = [a for a, given in played.items() if any(n["isFestival"] for n in given)]
    none = [a for a, given in played.items() if not any(n["isFestival"] for n in given)]
    assert some
    assert none
    assert set(await names(executor, {"performances": {"some": festival}})) == set(some)
    assert set(await names(executor, {"performances": {"none": festival}})) == set(none)
    both = {"performances": {"some": {}, "none": festival}}
    assert set(await names(executor, both)) == {a for a in none if played[a]}


async def test_related_things_are_filtered_by_what_they_relate_to(executor: Executor) -> None:
    played = await nights(executor)
    with_gb = {
        artist
        for artist, given in played.items()
        if any(p["artist"]["country"] == "GB" for night in given for p in night["performances"])
    }
    assert 0 < len(with_gb) < 9
    where = {"performances": {"some": {"artists": {"some": {"country": "GB"}}}}}
    assert set(await names(executor, where)) == with_gb
