"""Scenes, labels side by side, recordings by their code, and pairs that may be the same."""

from typing import Any

import pytest

from api.execute import Executor
from tests.api.conftest import CountingGraph
from tests.api.test_catalogue import ask

SCENE = """
query ($id: ID, $slug: String) {
  scene(id: $id, slug: $slug) {
    id slug name kind city country region genre synthetic eventCount artistCount venueCount
    artists { totalCount nodes { id } } venues { nodes { id } }
    events(window: {from: "2018-03-01"}) { totalCount nodes { id } }
  }
}
"""


async def test_a_scene_answers_by_id_and_slug_with_its_counts_and_lists(
    executor: Executor,
) -> None:
    found = (await ask(executor, SCENE, slug="london"))["scene"]
    assert found == (await ask(executor, SCENE, id="sc_0000000000000003"))["scene"]
    artists = found.pop("artists")
    assert artists["totalCount"] == found.pop("artistCount") == len(artists["nodes"]) > 0
    assert found == {
        "id": "sc_0000000000000003",
        "slug": "london",
        "name": "London",
        "kind": "CITY",
        "city": "London",
        "country": "GB",
        "region": "EUROPE",
        "genre": None,
        "synthetic": False,
        "eventCount": 5,
        "venueCount": 1,
        "venues": {"nodes": [{"id": "ve_000000000000000a"}]},
        "events": {"totalCount": 3, "nodes": [{"id": f"ev_{n:016d}"} for n in (10, 8, 4)]},
    }


async def test_the_artists_of_a_scene_are_those_whose_scene_it_is(executor: Executor) -> None:
    document = """{
      scene(slug: "london") { artists { nodes { id scenes { scene { slug } } } } }
      artists { nodes { id scenes { scene { slug } } } }
    }"""
    found = await ask(executor, document)

    def affiliated(artists: list[dict[str, Any]]) -> set[str]:
        return {
            artist["id"]
            for artist in artists
            if "london" in [each["scene"]["slug"] for each in artist["scenes"]]
        }

    shown = found["scene"]["artists"]["nodes"]
    assert len(shown) == len(affiliated(shown)) == 3
    assert affiliated(shown) == affiliated(found["artists"]["nodes"])


async def test_the_venues_of_a_scene_are_those_of_its_nights(executor: Executor) -> None:
    document = """{
      scenes { nodes { venueCount venues { nodes { id } } events { nodes { venue { id } } } } }
    }"""
    for scene in (await ask(executor, document))["scenes"]["nodes"]:
        held = {night["venue"]["id"] for night in scene["events"]["nodes"] if night["venue"]}
        shown = [venue["id"] for venue in scene["venues"]["nodes"]]
        assert (set(shown), len(shown)) == (held, scene["venueCount"])


async def test_a_scene_without_nights_and_one_that_is_not_there(executor: Executor) -> None:
    found = (await ask(executor, SCENE, slug="atlantis"))["scene"]
    assert (found["eventCount"], found["artistCount"], found["region"]) == (0, 0, None)
    assert await ask(executor, SCENE, slug="nowhere") == {"scene": None}


async def test_labels_stand_side_by_side_in_the_order_asked_with_nulls_in_place(
    executor: Executor, scene: CountingGraph
) -> None:
    document = "query ($ids: [ID!]!) { compareLabels(ids: $ids) { name } }"
    asked = ["lb_0000000000000003", "lb_00000000000000ff", "lb_ffffffffffffffff"]
    found = await ask(executor, document, ids=asked)
    assert found == {"compareLabels": [{"name": "Unterton"}, None, {"name": "Ostgut"}]}
    assert len(scene.sent) == 1
    for wrong in (asked[:1], asked * 4, ["ar_0000000000000001", *asked]):
        answer = await executor.execute(document, {"ids": wrong})
        assert [e["extensions"]["code"] for e in answer.errors] in (["BAD_USER_INPUT"], ["BAD_ID"])


async def test_a_recording_code_that_one_recording_has_answers_it(executor: Executor) -> None:
    document = "query ($isrc: String) { track(isrc: $isrc) { id } }"
    found = await ask(executor, document, isrc="gb-aaa-16-00002")
    assert found == {"track": {"id": "tr_0000000000000002"}}
    assert await ask(executor, document, isrc="GBAAA1699999") == {"track": None}


async def test_a_recording_code_that_several_have_is_an_error_beside_the_other_answers(
    executor: Executor, scene: CountingGraph
) -> None:
    answer = await executor.execute(
        '{ track(isrc: "GBAAA1600001") { id title } label(id: "lb_0000000000000001") { name } }'
    )
    assert answer.data == {"track": None, "label": {"name": "Ostgut"}}
    (error,) = answer.errors
    assert error["path"] == ["track"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert "several recordings" in error["message"]
    assert len(scene.sent) == 1


CANDIDATES = """
query ($status: ReviewStatus) {
  identityCandidates(status: $status) {
    totalCount
    nodes { id score status reasons a { name } b { name } records { source sourceId } }
  }
}
"""


@pytest.mark.parametrize(
    ("status", "expected"),
    [(None, [2, 1, 4, 3]), ("PENDING", [1, 4]), ("REJECTED", [3]), ("NEEDS_INFO", [])],
)
async def test_pairs_that_may_be_the_same_stand_surest_first(
    executor: Executor, status: str | None, expected: list[int]
) -> None:
    page = (await ask(executor, CANDIDATES, status=status))["identityCandidates"]
    assert [node["id"] for node in page["nodes"]] == [f"ic_{n:016d}" for n in expected]
    assert page["totalCount"] == len(expected)


async def test_a_pair_shows_both_artists_and_both_records(executor: Executor) -> None:
    page = (await ask(executor, CANDIDATES, status="APPROVED"))["identityCandidates"]
    expected: dict[str, Any] = {
        "id": "ic_0000000000000002",
        "score": 0.95,
        "status": "APPROVED",
        "reasons": ["same name"],
        "a": {"name": "Artist 1"},
        "b": {"name": "Artist 3"},
        "records": [
            {"source": "other", "sourceId": "artist/3"},
            {"source": "test", "sourceId": "artist/1"},
        ],
    }
    assert page["nodes"] == [expected]
