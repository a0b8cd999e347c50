"""What is computed of scenes, as it is asked for."""

from typing import Any

from api.execute import Executor


async def data(executor: Executor, document: str) -> Any:
    answer = await executor.execute(document)
    assert answer.errors == []
    return answer.data


SCENES = (
    "scenes { scene { id } affiliationStrength isHomeScene eventsInScene firstAppearance"
    " lastAppearance }"
)


async def test_an_artist_belongs_to_its_home_scene_first(executor: Executor) -> None:
    found = await data(executor, f'{{ artist(id: "ar_0000000000000001") {{ {SCENES} }} }}')
    assert found["artist"]["scenes"] == [
        {
            "scene": {"id": f"sc_000000000000000{number}"}, "affiliationStrength": strength,
            "isHomeScene": home, "eventsInScene": nights, "firstAppearance": "2017-01-01",
            "lastAppearance": last,
        }
        for number, strength, home, nights, last in (
            (2, 0.75, True, 5, "2018-06-01"), (1, 0.25, False, 2, "2018-03-01"),
        )
    ]  # fmt: skip


async def test_undated_nights_tell_no_strength(executor: Executor) -> None:
    found = await data(executor, f'{{ artist(id: "ar_0000000000000002") {{ {SCENES} }} }}')
    assert found["artist"]["scenes"] == [
        {
            "scene": {"id": "sc_0000000000000001"}, "affiliationStrength": None,
            "isHomeScene": False, "eventsInScene": 1, "firstAppearance": None,
            "lastAppearance": None,
        }
    ]  # fmt: skip


HEALTH = (
    "health { value raw coverage missing version asOf components"
    " { key value weight contribution coverage } }"
)
FIGURES = (
    "eventFrequency growthRate emergenceStatus emergenceDetected emergenceQuarters activeArtists"
    " venueDiversity genreDiversity labelCount"
)


async def test_the_parts_of_a_scene_add_up_to_its_health(executor: Executor) -> None:
    found = await data(executor, f'{{ scene(slug: "london") {{ {HEALTH} {FIGURES} }} }}')
    health = found["scene"].pop("health")
    parts = {part["key"]: part for part in health.pop("components")}
    assert list(parts) == ["artists", "nights", "labels", "genres", "growth"]
    assert parts["labels"] == {
        "key": "labels", "value": None, "weight": 0.15, "contribution": None, "coverage": 0.0,
    }  # fmt: skip
    known = [part["contribution"] for part in parts.values() if part["contribution"] is not None]
    assert sum(known) == health["value"] == 70.0
    assert health == {
        "value": 70.0, "raw": 70.0, "coverage": 0.85, "missing": ["labels"],
        "version": "scores-1", "asOf": "2018-12-31",
    }  # fmt: skip
    assert found["scene"] == {
        "eventFrequency": 2.5, "growthRate": 12.5, "emergenceStatus": "ESTABLISHED",
        "emergenceDetected": True, "emergenceQuarters": 3, "activeArtists": 40,
        "venueDiversity": 0.75, "genreDiversity": 0.5, "labelCount": None,
    }  # fmt: skip


async def test_a_scene_without_health_says_why(executor: Executor) -> None:
    found = await data(
        executor,
        '{ few: scene(slug: "london_techno") { health { value missing components'
        ' { value contribution } } } none: scene(slug: "atlantis") { health { value missing'
        " components { key } version } emergenceStatus eventFrequency } }",
    )
    assert found["few"]["health"] == {
        "value": None, "missing": ["TOO_FEW_NIGHTS"],
        "components": [{"value": None, "contribution": None}] * 5,
    }  # fmt: skip
    assert found["none"] == {
        "health": {"value": None, "missing": ["NOT_COMPUTED"], "components": [], "version": None},
        "emergenceStatus": None, "eventFrequency": None,
    }  # fmt: skip


async def test_scenes_are_ordered_and_filtered_by_what_is_computed(executor: Executor) -> None:
    found = await data(
        executor,
        "{ all: scenes(orderBy: {field: HEALTH}) { nodes { id } }"
        " up: scenes(orderBy: {field: HEALTH, direction: ASC}, first: 2) { nodes { name } }"
        " well: scenes(where: {health: {min: 50}}) { nodes { name } }"
        " new: scenes(where: {status: [EMERGING, DECLINING]}) { nodes { name } }"
        " fast: scenes(where: {emergenceDetected: true}) { nodes { name } } }",
    )
    ids = [node["id"] for node in found.pop("all")["nodes"]]
    assert ids[:2] == ["sc_0000000000000003", "sc_0000000000000004"]
    assert ids[2:] == sorted(ids[2:])
    assert {name: [node["name"] for node in page["nodes"]] for name, page in found.items()} == {
        "up": ["Berlin", "London"], "well": ["London"], "new": ["Berlin"], "fast": ["London"],
    }  # fmt: skip


async def test_each_part_of_a_scene_has_its_evidence(executor: Executor) -> None:
    found = await data(
        executor,
        '{ scene(slug: "london") { health { components { key evidence(first: 3)'
        " { label date entity { __typename } } } } } }",
    )
    parts = {part["key"]: part["evidence"] for part in found["scene"]["health"]["components"]}
    assert {one["entity"]["__typename"] for one in parts["artists"]} == {"Artist"}
    for key in ("nights", "growth"):
        assert {one["entity"]["__typename"] for one in parts[key]} == {"Event"}
        days = [one["date"] for one in parts[key]]
        assert days == sorted(days, reverse=True)
