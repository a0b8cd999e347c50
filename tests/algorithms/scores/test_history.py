"""History: what a publication adds, and what later nights read of it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from algorithms.publish import publish
from algorithms.scores.compute import compute_scores
from algorithms.scores.history import earlier_centrality, last_drift, nearest
from graph.client import Neo4jGraph
from graph.fingerprint import fingerprint
from tests.algorithms.network.results import result_of
from tests.algorithms.network.scenes import ask, write
from tests.algorithms.scores.test_compute import CENTRALITY, SCENE

KEPT = ask(
    "MATCH (history:ScoreHistory {subjectId: 'ar_00000'}) "
    "RETURN [day IN history.dates | toString(day)] AS dates, "
    "history.centralityPct AS centrality, history.drift AS drift, "
    "history.careerStage AS stage ORDER BY history.year",
    "dates", "centrality", "drift", "stage",
)  # fmt: skip
SCORED = write(
    "MATCH (history:ScoreHistory {subjectId: 'ar_00000', year: 2019}) SET history.drift = [42.0]"
)
LINE_UP = ask("MATCH (night:Event {id: 'ev_1'}) RETURN night.prestigeTerms AS terms", "terms")
IDS = ["ar_00000", "ar_00001"]


@pytest.fixture
async def scene(graph: Neo4jGraph) -> Neo4jGraph:
    """Four artists with nights."""
    await graph.write(SCENE)
    return graph


async def night(graph: Neo4jGraph, as_of: date, centrality: Any = CENTRALITY) -> None:
    network = replace(result_of(4, 0), centrality_pct=centrality, as_of=as_of)
    await publish(graph, network, scores=await compute_scores(graph, network))


async def test_each_day_is_kept_in_its_place_and_once(scene: Neo4jGraph) -> None:
    later, first = date(2019, 12, 31), date(2019, 11, 30)
    await night(scene, later)
    await night(scene, first, CENTRALITY / 2)
    await night(scene, date(2020, 1, 31))
    kept = await scene.rows(KEPT)
    assert [row["dates"] for row in kept] == [["2019-11-30", "2019-12-31"], ["2020-01-31"]]
    assert kept[0]["centrality"] == [CENTRALITY[0] / 2, CENTRALITY[0]]
    assert len(kept[0]["stage"]) == 2
    await night(scene, later, CENTRALITY / 3)
    again = await scene.rows(KEPT)
    assert again[0]["dates"] == ["2019-11-30", "2019-12-31"]
    assert again[0]["centrality"] == [CENTRALITY[0] / 2, CENTRALITY[0] / 3]


async def test_the_same_night_again_writes_nothing(scene: Neo4jGraph) -> None:
    await night(scene, date(2019, 11, 30))
    await night(scene, date(2019, 12, 31))
    before = await fingerprint(scene)
    await night(scene, date(2019, 12, 31))
    assert await fingerprint(scene) == before


async def test_momentum_knows_the_centrality_of_half_a_year_before(scene: Neo4jGraph) -> None:
    as_of = date(2019, 12, 31)
    await night(scene, as_of - timedelta(days=200), CENTRALITY / 2)
    found = await earlier_centrality(scene, IDS, as_of, 180, 31)
    assert found.tolist() == [CENTRALITY[0] / 2, CENTRALITY[1] / 2]
    assert np.isnan(await earlier_centrality(scene, IDS, as_of, 180, 10)).all()
    assert np.isnan(await earlier_centrality(scene, ["ar_9"], as_of, 180, 31)).all()


async def test_a_line_up_counts_with_its_last_drift_scores(scene: Neo4jGraph) -> None:
    await night(scene, date(2019, 11, 30))
    await scene.write(SCORED)
    assert await last_drift(scene, date(2019, 12, 31)) == {"ar_00000": 42.0}
    assert await last_drift(scene, date(2019, 11, 30)) == {}
    await night(scene, date(2019, 12, 31))
    (row,) = await scene.rows(LINE_UP)
    assert row["terms"][1] == pytest.approx((42.0 + CENTRALITY[1]) / 2)


def test_the_nearest_day_counts_and_of_two_the_earlier() -> None:
    rows = [
        ["a", "2019-06-01", 1.0],
        ["a", "2019-06-28", 2.0],
        ["a", "2019-07-02", 3.0],
        ["b", "2019-06-30", float("nan")],
    ]
    found = nearest(rows, ["a", "b", "c"], date(2019, 6, 30))
    assert found[0] == 2.0
    assert np.isnan(found[1:]).all()
