"""Lists of artists on the small scene: exactly the rows that are meant."""

from collections.abc import Iterator
from typing import Any

import pytest

from api.execute import Executor
from tests.api.conftest import CountingGraph, Explain

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
        ({"genre": "HOUSE"}, "12 4 8"),
        ({"genre": "ambient"}, "2"),
        ({"bridgePct": {"min": 8}}, "8 9"),
        ({"label": "lb_0000000000000003"}, "1 2 3 4 5 7"),
        ({"label": "lb_ffffffffffffffff", "not": {"label": "lb_0000000000000003"}}, "6"),
        ({"community": "cm_2", "centralityPct": {"max": 10}}, "1 5 9"),
        ({"collectives": {"some": {"kind": ["CREW"], "name": {"eq": "Crew"}}}}, "1 2 6"),
        ({"collectives": {"some": {"kind": ["PROMOTER"]}}}, ""),
        ({"synthetic": True, "nameContains": "4"}, "14 4"),
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


SCENES = ("sc_0000000000000001", "sc_0000000000000002")


async def test_a_scene_has_the_artists_that_played_its_nights(executor: Executor) -> None:
    for scene in SCENES:
        answer = await executor.execute(PLAYED.replace("isFestival", "id isFestival"))
        assert answer.data is not None
        expected = {
            node["name"].removeprefix("Artist ")
            for node in answer.data["artists"]["nodes"]
            if any(in_scene(p["event"]["id"], scene) for p in node["performances"]["nodes"])
        }
        assert 0 < len(expected) < 9
        assert set(await names(executor, {"scene": scene})) == expected


def in_scene(night: str, scene: str) -> bool:
    """As `people.cypher` puts nights into scenes."""
    return int(night.removeprefix("ev_")) in ((1, 2, 5) if scene == SCENES[0] else (2, 3, 9))


async def test_bridges_between_scenes_played_in_both_the_largest_first(executor: Executor) -> None:
    one, other = [set(await names(executor, {"scene": scene})) for scene in SCENES]
    assert one & other < one | other
    document = (
        f'{{ bridgesBetween(scene1: "{SCENES[0]}", scene2: "{SCENES[1]}")'
        " { totalCount nodes { name network { bridge { percentile } } } } }"
    )
    answer = await executor.execute(document)
    assert answer.data is not None
    page = answer.data["bridgesBetween"]
    assert {node["name"].removeprefix("Artist ") for node in page["nodes"]} == one & other
    assert page["totalCount"] == len(one & other)
    ranks = [node["network"]["bridge"]["percentile"] for node in page["nodes"]]
    assert ranks == sorted(ranks, reverse=True)


async def test_artists_stand_side_by_side_in_the_order_asked_null_for_nobody(
    executor: Executor,
) -> None:
    ids = ["ar_0000000000000005", "ar_00000000000000ff", "ar_ffffffffffffffff",
           "ar_0000000000000005"]  # fmt: skip
    answer = await executor.execute(
        "query Q($ids: [ID!]!) { compareArtists(ids: $ids) { id name } }", {"ids": ids}
    )
    assert answer.errors == []
    five = {"id": "ar_0000000000000005", "name": "Artist 5"}
    one = {"id": "ar_0000000000000001", "name": "Artist 1"}
    assert answer.data == {"compareArtists": [five, None, one, five]}


@pytest.mark.parametrize(
    ("ids", "code"),
    [
        (["ar_0000000000000001"], "BAD_USER_INPUT"),
        ([f"ar_{n:016d}" for n in range(11)], "BAD_USER_INPUT"),
        (["ar_0000000000000001", "ev_0000000000000001"], "BAD_ID"),
    ],
)
async def test_two_to_ten_artists_can_be_compared(
    ids: list[str], code: str, executor: Executor, scene: CountingGraph
) -> None:
    answer = await executor.execute(
        "query Q($ids: [ID!]!) { compareArtists(ids: $ids) { id } }", {"ids": ids}
    )
    assert [error["extensions"]["code"] for error in answer.errors] == [code]
    assert scene.sent == []


@pytest.mark.parametrize("field", ["CENTRALITY", "BRIDGE", "EMERGING", "NAME"])
@pytest.mark.parametrize("page", ["first: 3", "last: 3"])
@pytest.mark.parametrize("where", ["", ', where: {country: "GB", performances: {some: {}}}'])
async def test_a_page_in_the_order_of_an_index_reads_it(
    field: str, page: str, where: str, executor: Executor, scene: CountingGraph, explain: Explain
) -> None:
    document = f"{{ artists({page}, orderBy: {{field: {field}}}{where}) {{ nodes {{ name }} }} }}"
    assert (await executor.execute(document)).errors == []
    (sent,) = scene.sent
    operators = list(walk((await explain(sent)).plan))
    property = {
        "CENTRALITY": "centralityPct",
        "BRIDGE": "bridgePct",
        "EMERGING": "emergingPct",
        "NAME": "name",
    }[field]
    assert any(
        kind.startswith("NodeIndex") and f"Artist({property})" in details
        for kind, details in operators
    )
    assert any(kind.startswith("PartialTop") for kind, _ in operators) or field == "NAME"


def walk(plan: Any) -> Iterator[tuple[str, str]]:
    """Operators of a plan, with their details."""
    yield plan["operatorType"], str(plan["args"].get("Details"))
    for child in plan.get("children", ()):
        yield from walk(child)
