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
