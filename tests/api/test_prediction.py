"""Predictions as they are asked for: with the base rate, the baseline and the model beside them."""

from typing import Any

from api.execute import Executor

FIGURES = "of precisionAt100 recallAt100 recall balancedAccuracy brier auc"
PREDICTION = (
    "nextStage confidence event horizonMonths timeToNextStageDays stagnationRisks baseRate "
    f"modelVersion missing asOf factors {{ key text contribution }} baseline {{ {FIGURES} }}"
)
MODEL = (
    "id version number event horizonMonths trainedAsOf synthetic threshold baseRate coverage "
    "learnedFrom learnedTo learnedRows learnedArtists judgedFrom judgedTo judgedRows judgedArtists "
    f"figures {{ {FIGURES} }} baselines {{ {FIGURES} }} shuffled {{ {FIGURES} }} "
    "calibration { least most predicted observed rows days } "
    "inputs { key mean deviation coefficient }"
)


async def data(executor: Executor, document: str) -> Any:
    answer = await executor.execute(document)
    assert answer.errors == []
    return answer.data


async def prediction(executor: Executor, number: int, selection: str = PREDICTION) -> Any:
    found = await data(
        executor,
        f'{{ artist(id: "ar_{number:016}") {{ career {{ prediction {{ {selection} }} }} }} }}',
    )
    return found["artist"]["career"]["prediction"]


async def test_a_prediction_has_its_reasons_and_what_it_is_measured_by(
    executor: Executor,
) -> None:
    found = await prediction(executor, 1)
    assert (found["nextStage"], found["confidence"]) == ("BREAKING", 0.125)
    assert (found["event"], found["horizonMonths"]) == ("TEN_NIGHTS_A_YEAR", 12)
    assert (found["baseRate"], found["modelVersion"]) == (0.03, "prediction-1-a-b")
    assert found["timeToNextStageDays"] == 200.0
    assert [factor["contribution"] for factor in found["factors"]] == [1.5, -0.5, 0.25]
    assert found["factors"][0]["text"] == "7 nights in a year; 3 is usual"
    assert found["stagnationRisks"] == ["last night 90 days ago; 80 is usual"]
    assert (found["baseline"]["of"], found["baseline"]["precisionAt100"]) == ("MOMENTUM", 0.375)
    assert found["missing"] == []
    assert len(executor.graph.sent) == 1  # type: ignore[attr-defined]


async def test_without_enough_history_nothing_is_said_but_why(executor: Executor) -> None:
    found = await prediction(executor, 2, f"{PREDICTION} model {{ id }}")
    assert found.pop("missing") == ["NOT_ENOUGH_HISTORY"]
    assert (found.pop("factors"), found.pop("stagnationRisks")) == ([], [])
    found.pop("asOf")
    assert set(found.values()) == {None}


async def test_before_the_first_computation_nothing_is_known(executor: Executor) -> None:
    found = await prediction(executor, 3)
    assert (found["confidence"], found["missing"]) == (None, ["NOT_COMPUTED"])


async def test_the_model_stands_with_its_baselines_and_its_control(executor: Executor) -> None:
    beside = (await prediction(executor, 1, f"model {{ {MODEL} }}"))["model"]
    found = await data(
        executor,
        f'{{ predictionModel {{ {MODEL} }} node(id: "pm_0000000000000001") {{ __typename id }} }}',
    )
    model = found["predictionModel"]
    assert model == beside
    assert found["node"] == {"__typename": "PredictionModel", "id": "pm_0000000000000001"}
    assert (model["trainedAsOf"], model["learnedTo"], model["judgedFrom"]) == (
        "2019-12-31", "2016-12-31", "2018-01-31",
    )  # fmt: skip
    assert model["figures"] == {
        "of": "MODEL", "precisionAt100": 0.4, "recallAt100": 0.25, "recall": 0.75,
        "balancedAccuracy": 0.78125, "brier": 0.02, "auc": 0.875,
    }  # fmt: skip
    assert [each["of"] for each in model["baselines"]] == ["MOST_EVENTS", "MOMENTUM"]
    assert (model["shuffled"]["of"], model["shuffled"]["auc"]) == ("SHUFFLED", 0.5)
    assert [each["days"] for each in model["calibration"]] == [None, 200.0]
    assert model["inputs"][0] == {
        "key": "nights", "mean": 1.5, "deviation": 0.5, "coefficient": 0.75,
    }  # fmt: skip
