"""Scores of a past day, and how scenes fared: read from the history, in the one statement."""

from typing import Any

import pytest

from api.execute import Executor
from graph.client import Neo4jGraph
from tests.algorithms.network.scenes import write

DRIFT = (
    "total coverage missing careerStage trajectory percentileOverall percentileGenre version asOf "
    "genreRankings { genre } "
    "components { key value weight contribution coverage evidence(first: 5) { label } }"
)
OTHER = "ar_0000000000000002"
SCENE = write(
    "MERGE (scene:Scene {id: 'sc_00000000000000aa'}) SET scene.name = 'Berlin', "
    "scene.slug = 'berlin_past', scene.kind = 'city', scene.synthetic = false "
    "MERGE (history:ScoreHistory {id: 'sh_sc_00000000000000aa_2019'}) "
    "SET history.subjectId = scene.id, history.year = 2019, history.source = 'drift', "
    "history.synthetic = false, history.dates = [date('2019-06-30'), date('2019-12-31')], "
    "history.scoreVersion = ['scores-1', 'scores-1'], history.healthScore = [0.0 / 0.0, 55.0], "
    "history.growthRate = [12.5, 0.0], history.eventFrequency = [3.5, 4.0]"
)
FORGET = write(
    "MATCH (node:Scene|ScoreHistory) "
    "WHERE node.id IN ['sc_00000000000000aa', 'sh_sc_00000000000000aa_2019'] DETACH DELETE node"
)


async def data(executor: Executor, document: str) -> Any:
    answer = await executor.execute(document)
    assert answer.errors == []
    return answer.data


async def drift_on(executor: Executor, artist: str, day: str) -> Any:
    found = await data(
        executor, f'{{ artist(id: "{artist}") {{ drift(asOf: "{day}") {{ {DRIFT} }} }} }}'
    )
    return found["artist"]["drift"]


async def test_a_past_score_is_the_sum_of_its_components(executor: Executor) -> None:
    drift = await drift_on(executor, OTHER, "2018-06-14")
    assert (drift["total"], drift["careerStage"], drift["asOf"]) == (64.0, "EMERGING", "2018-05-31")
    parts = {part["key"]: part for part in drift["components"]}
    assert [part["weight"] for part in parts.values()] == [0.25, 0.2, 0.25, 0.1, 0.1, 0.1]
    contributions = [part["contribution"] for part in parts.values()]
    assert contributions == pytest.approx([15, 17, 17.5, 4, 5, 5.5])
    assert (drift["missing"], drift["coverage"], drift["percentileOverall"]) == ([], 1.0, 50)
    assert (drift["genreRankings"], drift["percentileGenre"]) == ([], None)
    assert all(part["evidence"] == [] for part in parts.values())


async def test_after_a_change_of_stage_past_weights_are_blended(executor: Executor) -> None:
    drift = await drift_on(executor, OTHER, "2018-06-15")
    weights = [part["weight"] for part in drift["components"]]
    assert weights == pytest.approx([0.2, 0.175, 0.25, 0.125, 0.15, 0.1])
    assert sum(part["contribution"] for part in drift["components"]) == pytest.approx(62.375)


async def test_weights_of_another_configuration_are_unknown(executor: Executor) -> None:
    drift = await drift_on(executor, OTHER, "2019-03-01")
    assert (drift["total"], drift["version"], drift["asOf"]) == (61.0, "scores-0", "2018-07-31")
    assert (drift["missing"], drift["coverage"]) == (["reach"], 0.9)
    assert {part["weight"] for part in drift["components"]} == {None}
    assert {part["contribution"] for part in drift["components"]} == {None}


async def test_before_all_that_is_kept_there_is_nothing(executor: Executor) -> None:
    assert await drift_on(executor, OTHER, "2018-05-30") is None
    found = await data(
        executor, f'{{ artist(id: "{OTHER}") {{ uai(asOf: "2018-05-30") {{ score }} }} }}'
    )
    assert found["artist"]["uai"] is None


async def test_a_day_without_a_score_says_what_is_missing(executor: Executor) -> None:
    drift = await drift_on(executor, "ar_0000000000000001", "2019-07-01")
    assert (drift["total"], drift["coverage"], drift["asOf"]) == (None, 0.0, "2019-06-30")
    assert drift["missing"] == ["careerStage", "momentum", "reach"]


@pytest.mark.parametrize("day", ["2019-12-31", "2024-02-29"])
async def test_from_the_published_day_on_the_published_scores_are_meant(
    executor: Executor, day: str
) -> None:
    now = await data(executor, f'{{ artist(id: "ar_0000000000000001") {{ drift {{ {DRIFT} }} }} }}')
    assert await drift_on(executor, "ar_0000000000000001", day) == now["artist"]["drift"]
    assert now["artist"]["drift"]["total"] == 60.0


async def test_past_authenticity_has_its_band_and_not_its_factors(executor: Executor) -> None:
    asked = "score profile coverage missing asOf factors { key }"
    found = await data(
        executor,
        f'{{ artist(id: "{OTHER}") {{ then: uai(asOf: "2018-08-01") {{ {asked} }} '
        f"now: uai {{ {asked} }} }} }}",
    )
    assert found["artist"]["then"] == {
        "score": 85.0, "profile": "SCENE_CORE", "coverage": 0.9, "missing": ["NOT_KEPT"],
        "asOf": "2018-07-31", "factors": [],
    }  # fmt: skip
    assert len(found["artist"]["now"]["factors"]) == 7


async def test_it_is_one_statement(executor: Executor, scene: Any) -> None:
    scene.sent.clear()
    await data(
        executor,
        f'{{ artist(id: "{OTHER}") {{ a: drift(asOf: "2018-06-01") {{ {DRIFT} }} '
        f'b: drift {{ {DRIFT} }} uai(asOf: "2018-06-01") {{ score }} }} }}',
    )
    assert len(scene.sent) == 1


async def test_scenes_have_their_history(executor: Executor, server: Neo4jGraph) -> None:
    await server.write(SCENE)
    found = await data(
        executor,
        '{ scene(id: "sc_00000000000000aa") { '
        "all: history { date healthScore growthRate eventFrequency version } "
        'late: history(range: {from: "2019-07-01"}) { date } } }',
    )
    await server.write(FORGET)
    assert found["scene"] == {
        "all": [
            {"date": "2019-06-30", "healthScore": None, "growthRate": 12.5,
             "eventFrequency": 3.5, "version": "scores-1"},
            {"date": "2019-12-31", "healthScore": 55.0, "growthRate": 0.0,
             "eventFrequency": 4.0, "version": "scores-1"},
        ],
        "late": [{"date": "2019-12-31"}],
    }  # fmt: skip
