"""What is said of artists: probabilities with reasons, or why there is none; kept in the graph."""

import json
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pytest

from algorithms.prediction.configuration import PredictionConfig
from algorithms.prediction.facts import Facts
from algorithms.prediction.features import FEATURES
from algorithms.prediction.outcomes import Event
from algorithms.prediction.predict import Prediction, predictions, with_predictions
from algorithms.prediction.run import train_and_keep, trained
from algorithms.prediction.stored import Kept, kept_of, newest, newest_properties, properties_of
from algorithms.prediction.train import train
from algorithms.publish import publish
from algorithms.scores.compute import compute_scores
from algorithms.scores.table import Scores, ScoreTable
from graph.client import Neo4jGraph
from graph.errors import PredictionImpossible
from tests.algorithms.network.results import result_of
from tests.algorithms.network.scenes import ask, write
from tests.algorithms.prediction.scene import CONFIG, Row, facts, night, put, rising_scene

AS_OF = date(2019, 12, 31)
ARTISTS = 150

MODELS = ask(
    "MATCH (model:PredictionModel) RETURN model.version AS version, model.number AS number "
    "ORDER BY number",
    "version", "number",
)  # fmt: skip
SAID = ask(
    "MATCH (artist:Artist {id: 'ar_00001'})-[:EXPLAINED_BY]->(sheet:ScoreSheet) "
    "RETURN artist.predictedNextStage AS stage, artist.predictionConfidence AS confidence, "
    "sheet.predictionFactors AS factors, sheet.predictionMissing AS missing",
    "stage", "confidence", "factors", "missing",
)  # fmt: skip
RUNS = ask(
    "MATCH (run:AlgorithmRun) WHERE run.kind STARTS WITH 'prediction' "
    "RETURN run.kind AS kind, run.status AS status, run.countsJson AS counts "
    "ORDER BY run.startedAt",
    "kind", "status", "counts",
)  # fmt: skip


@cache
def rows() -> list[Row]:
    return rising_scene(artists=ARTISTS)


@cache
def model() -> Kept:
    made = train(facts(rows()), Event.TEN_NIGHTS, AS_OF, CONFIG, synthetic=True)
    return kept_of(properties_of(made))


def of(known: Facts, stages: dict[str, str | None]) -> dict[str, Prediction]:
    said = predictions(known, list(stages), list(stages.values()), model(), AS_OF, CONFIG)
    return dict(zip(stages, said, strict=True))


def test_reasons_are_the_inputs_that_move_the_odds_most() -> None:
    known = facts(rows())
    said = of(known, dict.fromkeys(known.artists, "emerging"))
    told = {artist: one for artist, one in said.items() if one.missing is None}
    assert len(told) > 20
    for one in told.values():
        assert one.next_stage == "breaking"
        assert one.probability is not None
        assert 0.0 < one.probability < 1.0
        assert len(one.texts) == len(one.keys) == CONFIG.reasons
        sizes = [abs(each) for each in one.contributions]
        assert sizes == sorted(sizes, reverse=True)
        assert set(one.keys) <= set(FEATURES)
        assert all("usual" in text for text in one.texts)


def test_a_probability_is_that_of_all_its_reasons_together() -> None:
    known = facts(rows())
    many = CONFIG.model_copy(update={"reasons": len(FEATURES)})
    said = predictions(
        known, known.artists, ["emerging"] * len(known.artists), model(), AS_OF, many
    )
    one = next(each for each in said if each.missing is None)
    odds = sum(one.contributions) + model().fitted.intercept
    assert one.probability == pytest.approx(1 / (1 + np.exp(-odds)))


def test_where_nothing_is_said_the_reason_is() -> None:
    known = facts(
        [
            *rows(),
            night("2019-12-01", "ar_new"), night("2019-12-08", "ar_new"),
            *(night(f"2019-{month:02}-03", "ar_busy") for month in range(1, 13)),
        ]
    )  # fmt: skip
    said = of(
        known,
        {
            "ar_new": "emerging", "ar_busy": "emerging", "ar_never": "emerging", "ar_00001": "peak",
            "ar_00002": "legacy", "ar_00003": None, "ar_00004": "breaking",
        },
    )  # fmt: skip
    assert {artist: one.missing for artist, one in said.items()} == {
        "ar_new": "NOT_ENOUGH_HISTORY", "ar_busy": "ALREADY_THERE",
        "ar_never": "NOT_ENOUGH_HISTORY", "ar_00001": "NO_NEXT_STAGE", "ar_00002": "NO_NEXT_STAGE",
        "ar_00003": "INACTIVE", "ar_00004": "OTHER_STAGE",
    }  # fmt: skip
    assert {one.probability for one in said.values()} == {None}


def test_without_a_model_nothing_is_said() -> None:
    said = predictions(
        facts(rows()), ["ar_00001", "ar_00002"], ["emerging", None], None, AS_OF, CONFIG
    )
    assert [one.missing for one in said] == ["NO_MODEL", "INACTIVE"]


def test_nights_after_the_day_change_no_prediction() -> None:
    later = [
        *rows(),
        *(night(f"2020-{month:02}-03", "ar_00001", "ar_00002") for month in (1, 2, 3)),
    ]
    stages = {f"ar_{at:05}": "emerging" for at in range(ARTISTS)}
    assert of(facts(rows()), stages) == of(facts(later), stages)


@pytest.fixture
async def scene(graph: Neo4jGraph) -> Neo4jGraph:
    """The rising scene in the graph."""
    await put(graph, rows())
    return graph


def scores(ids: tuple[str, ...]) -> Scores:
    """Scores of which the stage alone is known."""

    def table(label: str, columns: dict[str, list[Any]]) -> ScoreTable:
        return ScoreTable(label, ids, columns, (), AS_OF, "scores-test")

    emerging = {"careerStage": ["emerging"] * len(ids)}
    return Scores(
        (table("Artist", emerging), table("ScoreSheet", {"stageReasons": [["x"]] * len(ids)}))
    )


async def test_what_the_graph_holds_gives_the_model_of_its_facts(scene: Neo4jGraph) -> None:
    made = await trained(scene, AS_OF, CONFIG)
    assert made.event is Event.TEN_NIGHTS
    assert made.version == model().version
    assert await scene.rows(MODELS) == []


async def test_a_model_is_kept_once_and_found_again(scene: Neo4jGraph) -> None:
    made, number = await train_and_keep(scene, AS_OF, CONFIG)
    assert number == 1
    assert (await train_and_keep(scene, AS_OF, CONFIG))[1] == 1
    earlier, second = await train_and_keep(scene, date(2019, 11, 30), CONFIG)
    assert second == 2
    assert [row["version"] for row in await scene.rows(MODELS)] == [made.version, earlier.version]
    kept = await newest(scene, AS_OF, CONFIG.version)
    assert kept is not None
    assert kept.version == made.version
    np.testing.assert_array_equal(kept.fitted.coefficients, made.fitted.coefficients)
    before = await newest(scene, date(2019, 12, 30), CONFIG.version)
    assert before is not None
    assert before.version == earlier.version
    assert await newest(scene, date(2019, 11, 29), CONFIG.version) is None
    assert await newest(scene, AS_OF, "prediction-0") is None
    stored = await newest_properties(scene)
    assert stored is not None
    assert {key: stored[key] for key in ("event", "baseRate", "auc")} == {
        "event": "ten_nights_a_year", "baseRate": made.judging.base_rate, "auc": made.figures.auc,
    }  # fmt: skip


async def test_a_night_makes_a_model_once_and_publishes_what_it_says(scene: Neo4jGraph) -> None:
    network = result_of(4, 0)
    first = await with_predictions(scene, await compute_scores(scene, network), AS_OF, CONFIG)
    await publish(scene, network, scores=first)
    again = await with_predictions(scene, await compute_scores(scene, network), AS_OF, CONFIG)
    assert (await publish(scene, network, scores=again)).published is False
    assert [row["number"] for row in await scene.rows(MODELS)] == [1]
    (said,) = await scene.rows(SAID)
    tables = {table.label: table for table in first.tables}
    at = tables["Artist"].ids.index("ar_00001")
    assert said["confidence"] == tables["Artist"].columns["predictionConfidence"][at]
    assert (said["confidence"] is None) == (said["missing"] is not None)
    counts = [json.loads(row["counts"]) for row in await scene.rows(RUNS)]
    assert counts[0]["trained"]["number"] == 1
    assert "trained" not in counts[1]
    assert counts[0]["predicted"] == counts[1]["predicted"] > 20


async def test_a_small_graph_has_no_model_and_the_night_goes_on(graph: Neo4jGraph) -> None:
    found = await with_predictions(graph, scores(("ar_00001",)), AS_OF)
    tables = {table.label: table for table in found.tables}
    assert tables["ScoreSheet"].columns["predictionMissing"] == ["NO_MODEL"]
    assert tables["Artist"].columns["predictionConfidence"] == [None]
    (run,) = await graph.rows(RUNS)
    assert (run["status"], json.loads(run["counts"])["noModel"]) == (
        "succeeded", "there are no nights",
    )  # fmt: skip


async def test_stages_that_are_not_kept_are_not_predicted(scene: Neo4jGraph) -> None:
    with pytest.raises(PredictionImpossible, match="no stages of each month") as refused:
        await trained(scene, AS_OF, CONFIG, Event.STAGE_UP)
    assert "drift backfill --from 2015-01" in refused.value.hint


HISTORY = write(
    "UNWIND $artists AS row "
    "UNWIND range(2015, 2019) AS year "
    "WITH row, year, [month IN range(1, 12) | "
    "date({year: year, month: month}) + duration({months: 1}) - duration({days: 1})] AS days "
    "CREATE (history:ScoreHistory {id: 'sh_' + row[0] + toString(year), subjectId: row[0], "
    "year: year, source: 'drift', dates: days, centralityPct: [day IN days | 0.0]}) "
    "SET history.careerStage = "
    "[day IN days | CASE WHEN day < date(row[1]) THEN 'emerging' ELSE 'breaking' END]",
    "$artists  LIST<LIST<ANY>>  artist, ISO date on which it rises",
)


async def test_where_all_stages_are_kept_a_higher_one_is_the_event(scene: Neo4jGraph) -> None:
    """Each artist rises on a day of its own, spread over the years; some never do."""
    rises = [[f"ar_{at:05}", f"{2015 + at % 6}-{1 + at % 12:02}-15"] for at in range(ARTISTS)]
    await scene.write(HISTORY, artists=rises)
    made = await trained(scene, AS_OF, CONFIG)
    assert made.event is Event.STAGE_UP
    # Nobody rises from breaking here, so of breaking artists nothing is said.
    assert made.stages == ("emerging",)
    assert made.fitted.scales[FEATURES.index("breaking")] == 0.0
    due = {artist for artist, day in rises if "2018-01-31" < day <= "2019-12-31"}
    assert 0 < made.judging.artists <= len(due)
    assert made.shuffled.auc == pytest.approx(0.5, abs=0.06)


def test_the_configuration_has_a_mark_and_a_sentence_for_each_constant() -> None:
    for name, field in PredictionConfig.model_fields.items():
        assert field.description, name
        if name not in ("stage", "momentum"):
            assert field.json_schema_extra == {"mark": "P"}, name
