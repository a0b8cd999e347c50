"""Similar artists as they are asked for: order, dimensions, reasons."""

from typing import Any

import pytest

from api.execute import Executor
from tests.api.conftest import CountingGraph
from tests.probe import statement

ALIKE = statement(
    """
MATCH (one:Artist {id: 'ar_0000000000000001'}), (two:Artist {id: 'ar_0000000000000002'}),
  (three:Artist {id: 'ar_0000000000000003'}), (four:Artist {id: 'ar_0000000000000004'}),
  (published:Published {id: 'pb_scores'})
SET published.similarityWeights = [0.3, 0.25, 0.2, 0.15, 0.1]
CREATE (one)-[:SIMILAR {score: 0.5, dims: [0.5, 0.5, 0.5, 0.5, 0.5]}]->(four),
  (one)-[:SIMILAR {score: 0.5, dims: [0.6, 0.0, 0.5, 0.0 / 0.0, 1.0]}]->(three),
  (one)-[:SIMILAR {score: 0.625, dims: [0.5, 1.0, 0.5, 0.0 / 0.0, 0.5]}]->(two),
  (house:Label {id: 'lb_00000000000000a1', name: 'House', source: 'test', synthetic: false}),
  (one)-[:RELEASED_ON {releaseCount: 1}]->(house), (two)-[:RELEASED_ON {releaseCount: 2}]->(house)
""",
    mode="write",
)
PARTS = "dimensions { name value weight contribution shared reason }"

pytestmark = pytest.mark.usefixtures("alike")


@pytest.fixture(scope="module")
async def alike(scene: CountingGraph) -> None:
    """Artists that are alike, beside the small scene."""
    await scene.graph.write(ALIKE)


async def similar(executor: Executor, arguments: str, fields: str, number: int = 1) -> Any:
    answer = await executor.execute(
        f'{{ artist(id: "ar_{number:016d}") {{ similar{arguments} {{ {fields} }} }} }}'
    )
    assert answer.errors == []
    assert answer.statements == 1
    return answer.data["artist"]["similar"]


async def test_the_most_alike_come_first_and_equals_by_id(executor: Executor) -> None:
    found = await similar(executor, "", "artist { name } similarity coverage")
    assert found == [
        {"artist": {"name": "Artist 2"}, "similarity": pytest.approx(0.55 / 0.85),
         "coverage": pytest.approx(0.85)},
        {"artist": {"name": "Artist 4"}, "similarity": pytest.approx(0.5),
         "coverage": pytest.approx(1)},
        {"artist": {"name": "Artist 3"}, "similarity": pytest.approx(0.38 / 0.85),
         "coverage": pytest.approx(0.85)},
    ]  # fmt: skip
    assert await similar(executor, "(first: 1)", "artist { name }") == [
        {"artist": {"name": "Artist 2"}}
    ]
    assert await similar(executor, "", "similarity", number=5) == []


async def test_parts_add_up_and_have_reasons(executor: Executor) -> None:
    (found,) = await similar(executor, "(first: 1)", f"similarity {PARTS}")
    parts = {part["name"]: part for part in found["dimensions"]}
    assert list(parts) == ["CONNECTION", "LABEL", "EVENT", "GENRE", "SCENE"]
    known = [part["contribution"] for part in parts.values() if part["contribution"] is not None]
    assert sum(known) == pytest.approx(found["similarity"])
    assert sum(part["weight"] for part in parts.values()) == pytest.approx(1)
    assert parts["LABEL"]["shared"] == 3
    assert parts["LABEL"]["reason"].startswith("3 labels in common: ")
    assert parts["LABEL"]["reason"].endswith(", House")
    assert parts["GENRE"] == {
        "name": "GENRE", "value": None, "weight": 0.15, "contribution": None, "shared": None,
        "reason": "of one of them at least no genre is known",
    }  # fmt: skip
    assert parts["CONNECTION"]["reason"].startswith("2 connections in common: ")
    assert parts["SCENE"]["shared"] is not None


async def test_they_can_be_compared_in_some_dimensions_alone(executor: Executor) -> None:
    found = await similar(
        executor,
        "(dimensions: [CONNECTION, GENRE])",
        f"artist {{ name }} similarity coverage {PARTS}",
    )
    assert [(one["artist"]["name"], one["similarity"]) for one in found] == [
        ("Artist 3", pytest.approx(0.6)), ("Artist 2", pytest.approx(0.5)),
        ("Artist 4", pytest.approx(0.5)),
    ]  # fmt: skip
    assert [one["coverage"] for one in found] == pytest.approx([0.3 / 0.45, 0.3 / 0.45, 1.0])
    assert [part["name"] for part in found[0]["dimensions"]] == ["CONNECTION", "GENRE"]
