"""Prestige from facts to the graph: what is computed, published, and published again."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from algorithms.network.result import NetworkResult
from algorithms.publish import publish
from algorithms.scores.compute import compute_scores
from algorithms.scores.configuration import BrandConfig, ScoringConfig
from algorithms.scores.months import months_before
from algorithms.scores.table import Scores
from graph.client import Neo4jGraph
from graph.errors import ScoresInvalid
from graph.fingerprint import fingerprint
from tests.algorithms.network.results import result_of
from tests.algorithms.network.scenes import ask, write

SCENE = write("""
UNWIND range(0, 3) AS n
CREATE (:Artist {id: 'ar_0000' + toString(n), name: 'Artist ' + toString(n), synthetic: false})
WITH count(*) AS all
MATCH (a:Artist {id: 'ar_00000'}), (b:Artist {id: 'ar_00001'}), (c:Artist {id: 'ar_00002'}),
  (d:Artist {id: 'ar_00003'})
CREATE (alias:Artist {id: 'ar_9', name: 'Alias of a', synthetic: false})
  -[:ALIAS_OF {source: 'test'}]->(a)
CREATE (big:Venue {id: 've_big', name: 'Big', capacity: 1000}),
  (small:Venue {id: 've_small', name: 'Small'}), (empty:Venue {id: 've_empty', name: 'Empty'}),
  (series:EventSeries {id: 'es_one', name: 'One'})
CREATE (a)-[:PLAYED_AT]->(big), (b)-[:PLAYED_AT]->(big), (c)-[:PLAYED_AT]->(big),
  (d)-[:PLAYED_AT]->(small)
WITH *
UNWIND [
  ['ev_1', '2019-06-01', false, big, series, [a, b]],
  ['ev_2', '2019-07-01', true, big, series, [alias, a]],
  ['ev_3', '2010-01-01', false, small, null, [d]],
  ['ev_4', '2020-01-01', false, big, series, [c]],
  ['ev_5', null, null, small, null, [d]],
  ['ev_6', '2019-01-01', false, null, null, []]
] AS row
CREATE (night:Event {id: row[0], date: date(row[1]), isFestival: row[2], cancelled: false})
FOREACH (venue IN CASE WHEN row[3] IS NULL THEN [] ELSE [row[3]] END |
  CREATE (night)-[:HELD_AT {source: 'test'}]->(venue))
FOREACH (one IN CASE WHEN row[4] IS NULL THEN [] ELSE [row[4]] END |
  CREATE (night)-[:IN_SERIES {source: 'test'}]->(one))
FOREACH (artist IN row[5] |
  CREATE (artist)-[:PERFORMED_AT {cancelled: false, source: 'test'}]->(night))
""")
CANCEL = write("MATCH (night:Event {id: 'ev_2'}) SET night.cancelled = true")
STORED = ask(
    "MATCH (node:Event|Venue|EventSeries) RETURN node.id AS id, "
    "coalesce(node.prestigeIndex, node.prestigeScore, node.brandScore) AS score, "
    "node.prestigeCoverage AS coverage, node.tier AS tier, node.scoreVersion AS version "
    "ORDER BY id",
    "id", "score", "coverage", "tier", "version",
)  # fmt: skip
CENTRALITY = np.array([90.0, 50.0, 10.0, 30.0])


@pytest.fixture
async def scene(graph: Neo4jGraph) -> Neo4jGraph:
    """Four artists, two venues that were played, one series."""
    await graph.write(SCENE)
    return graph


def network() -> NetworkResult:
    return replace(result_of(4, 0), centrality_pct=CENTRALITY)


async def test_prestige_follows_from_who_played_where(scene: Neo4jGraph) -> None:
    scores = await compute_scores(scene, network())
    await publish(scene, network(), scores=scores)
    stored = {row.pop("id"): row for row in await scene.rows(STORED)}

    # Ranked above the small one; the line-ups of two years: a and b, then a, alias counted once.
    big = 0.6 * 75 + 0.4 * (90 + 50 + 90) / 3
    assert stored["ve_big"]["score"] == pytest.approx(big)
    assert stored["ve_big"]["tier"] == 4
    # Nobody played there in two years: the rank alone.
    assert (stored["ve_small"]["score"], stored["ve_small"]["coverage"]) == (25.0, 0.6)
    assert stored["ve_empty"]["score"] is None
    brand = (1 - np.exp(-0.2)) * (90 + 50 + 90) / 3
    assert stored["es_one"]["score"] == pytest.approx(brand)
    terms = 0.30 * big + 0.25 * 70 + 0.15 * 30 + 0.15 * brand
    assert stored["ev_1"]["score"] == pytest.approx(100 * terms / (30 + 25 + 0.15 * 50 + 2.25 + 15))
    assert stored["ev_1"]["coverage"] == pytest.approx(1)
    # No capacity, no series, and the undated one is not known to be no festival.
    assert stored["ev_3"]["coverage"] == pytest.approx(0.70)
    assert stored["ev_5"] == {
        "score": None, "coverage": pytest.approx(0.55), "tier": None,
        "version": ScoringConfig().version,
    }  # fmt: skip
    assert stored["ev_6"]["score"] is None
    assert stored["ev_4"] == {"score": None, "coverage": None, "tier": None, "version": None}


async def test_the_same_facts_publish_nothing_again(scene: Neo4jGraph) -> None:
    await publish(scene, network(), scores=await compute_scores(scene, network()))
    before = await fingerprint(scene)
    report = await publish(scene, network(), scores=await compute_scores(scene, network()))
    assert (report.published, report.others) == (False, 0)
    assert await fingerprint(scene) == before


async def test_a_night_that_is_cancelled_loses_its_scores(scene: Neo4jGraph) -> None:
    await publish(scene, network(), scores=await compute_scores(scene, network()))
    await scene.write(CANCEL)
    await publish(scene, network(), scores=await compute_scores(scene, network()))
    stored = {row.pop("id"): row for row in await scene.rows(STORED)}
    assert stored["ev_2"] == {"score": None, "coverage": None, "tier": None, "version": None}


async def test_another_configuration_is_written_with_its_version(scene: Neo4jGraph) -> None:
    await publish(scene, network(), scores=await compute_scores(scene, network()))
    other = ScoringConfig(brand=BrandConfig(editions=5))
    await publish(scene, network(), scores=await compute_scores(scene, network(), other))
    versions = {row["version"] for row in await scene.rows(STORED) if row["version"]}
    assert versions == {other.version}


async def test_a_percentage_out_of_range_is_not_published(scene: Neo4jGraph) -> None:
    scores = await compute_scores(scene, network())
    venues = scores.tables[0]
    broken = replace(venues, columns={**venues.columns, "prestigeScore": [101.0, None, 5.0]})
    with pytest.raises(ScoresInvalid, match="Venue.prestigeScore holds 101.0"):
        await publish(scene, network(), scores=Scores((broken,), scores.weights))
    assert all(row["version"] is None for row in await scene.rows(STORED))


def test_months_end_where_the_earlier_month_does() -> None:
    assert months_before(date(2020, 2, 29), 24) == date(2018, 2, 28)
    assert months_before(date(2019, 12, 31), 1) == date(2019, 11, 30)
    assert months_before(date(2019, 1, 15), 2) == date(2018, 11, 15)
