"""Prestige from facts to the graph: what is computed, published, and published again."""

from dataclasses import replace
from datetime import date
from typing import Any

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


UNDERGROUND = write("""
MATCH (a:Artist {id: 'ar_00000'}), (d:Artist {id: 'ar_00003'}), (alias:Artist {id: 'ar_9'})
CREATE (root:Label {id: 'lb_root', independenceStatus: 'independent'}),
  (sub:Label {id: 'lb_sub', independenceStatus: 'subsidiary'}),
  (sub)-[:SUBLABEL_OF {source: 'test'}]->(root),
  (major:Label {id: 'lb_major', independenceStatus: 'major'}),
  (crew:Collective {id: 'co_one'})
CREATE (a)-[:MEMBER_OF {source: 'test'}]->(crew), (d)-[:FOUNDED {source: 'test'}]->(major)
WITH *
UNWIND [
  ['re_1', '2017-06-01', ['vinyl', 'digital'], sub, a],
  ['re_2', '2019-06-01', ['digital'], major, alias],
  ['re_3', '2016-06-01', null, major, d], ['re_4', '2020-06-01', ['vinyl'], root, a]
] AS row
WITH row, row[3] AS label, row[4] AS artist
CREATE (release:Release {id: row[0], releaseDate: date(row[1]), formats: row[2]})
CREATE (release)-[:ISSUED_BY {source: 'test'}]->(label)
CREATE (artist)-[:CREDITED_ON {role: 'primary', source: 'test'}]->(release)
""")
METRICS = write("""
MATCH (a:Artist {id: 'ar_00000'})
UNWIND [
  ['spotify', 'monthly_listeners', 2018, [date('2018-05-01')], [900.0], null],
  ['spotify', 'monthly_listeners', 2019, [date('2019-05-01'), date('2019-06-01')],
    [100.0, 300.0], null],
  ['spotify', 'monthly_listeners', 2019, [date('2019-07-01')], [7.0], 'DE'],
  ['spotify', 'monthly_listeners', 2020, [date('2020-02-01')], [9999.0], null],
  ['soundcloud', 'plays', 2019, [date('2019-05-01')], [10000.0], null]
] AS row
CREATE (:MetricPoint {platform: row[0], metricType: row[1], year: row[2], dates: row[3],
  values: row[4], territoryCode: row[5]})-[:OF {source: 'test'}]->(a)
""")
ARTISTS = ask(
    "MATCH (node:Artist) OPTIONAL MATCH (node)-[:EXPLAINED_BY]->(sheet:ScoreSheet) "
    "RETURN node.id AS id, node.reach AS reach, node.uai AS uai, node.uaiProfile AS profile, "
    "sheet.uaiCoverage AS coverage, sheet.uaiFactors AS factors, "
    "sheet.uaiFactorCoverages AS coverages ORDER BY id",
    "id", "reach", "uai", "profile", "coverage", "factors", "coverages",
)  # fmt: skip


async def test_authenticity_follows_from_works_sets_and_platforms(scene: Neo4jGraph) -> None:
    await scene.write(UNDERGROUND)
    await scene.write(METRICS)
    await publish(scene, network(), scores=await compute_scores(scene, network()))
    stored = {row.pop("id"): row for row in await scene.rows(ARTISTS)}

    found = stored["ar_00000"]
    # Two releases until then, one through its sublabel independent; the alias's counts as well.
    assert found["factors"][:2] == [50.0, 50.0]
    # One club night and one festival, the club's capacity known.
    assert (found["factors"][2], found["coverages"][2]) == (50.0, 1.0)
    # 10 000 plays are as 100 listeners beside the 300 of June, the last worldwide reading.
    assert found["factors"][3] == pytest.approx(25.0)
    # No mix, one release within three years.
    assert found["factors"][4] == 0.0
    assert found["factors"][5] == pytest.approx(100 * (1 - np.exp(-0.5 / 4)))
    # The only one with a reach has the largest.
    assert (found["reach"], found["factors"][6]) == (100.0, 0.0)
    assert found["uai"] == pytest.approx(
        0.20 * 50 + 0.10 * 50 + 0.15 * 50 + 0.15 * 25 + 0.15 * found["factors"][5]
    )
    assert (found["profile"], found["coverage"]) == ("mainstream", pytest.approx(1.0))

    # On a label of its own, which it founded; nothing recent, nothing on platforms: too little.
    own = stored["ar_00003"]
    assert own["factors"][0] == 100.0
    assert np.isnan(own["factors"][1])
    assert (own["uai"], own["profile"], own["reach"]) == (None, None, None)
    assert own["coverage"] == pytest.approx(0.20 + 0.15)
    # An alias has no scores of its own.
    assert (stored["ar_9"]["coverage"], stored["ar_9"]["factors"]) == (None, None)


STAGES = ask(
    "MATCH (node:Artist) OPTIONAL MATCH (node)-[:EXPLAINED_BY]->(sheet:ScoreSheet) "
    "RETURN node.id AS id, node.careerStage AS stage, sheet.stageReasons AS reasons, "
    "sheet.stageMissing AS missing, sheet.stageSince AS since, "
    "sheet.stageCandidate AS candidate, sheet.stageCandidateSince AS candidateSince ORDER BY id",
    "id", "stage", "reasons", "missing", "since", "candidate", "candidateSince",
)  # fmt: skip
BUSY = write("""
MATCH (b:Artist {id: 'ar_00001'})
UNWIND range(1, 12) AS n
CREATE (b)-[:PERFORMED_AT {cancelled: false, source: 'test'}]->
  (:Event {id: 'ev_x' + toString(n), date: date('2019-09-01'), isFestival: false,
    cancelled: false})
""")


async def stages(scene: Neo4jGraph, as_of: date) -> dict[str, dict[str, Any]]:
    """What is published of stages after a night of that date."""
    network_then = replace(network(), as_of=as_of)
    await publish(scene, network_then, scores=await compute_scores(scene, network_then))
    return {row.pop("id"): row for row in await scene.rows(STAGES)}


async def test_a_stage_has_reasons_and_changes_only_when_it_lasts(scene: Neo4jGraph) -> None:
    first = await stages(scene, date(2019, 12, 31))
    assert first["ar_00001"] == {
        "stage": "emerging", "reasons": ["1 events a year"], "missing": [], "since": "2019-12-31",
        "candidate": None, "candidateSince": None,
    }  # fmt: skip
    # Nothing for two years: no stage, and the reason.
    assert first["ar_00003"]["stage"] is None
    assert first["ar_00003"]["reasons"] == ["no event and no release in 24 months"]

    await scene.write(BUSY)
    doubted = (await stages(scene, date(2020, 1, 1)))["ar_00001"]
    assert (doubted["stage"], doubted["candidate"]) == ("emerging", "breaking")
    assert doubted["reasons"] == ["13 events a year"]
    assert await stages(scene, date(2020, 1, 1)) == await stages(scene, date(2020, 1, 1))
    settled = (await stages(scene, date(2020, 1, 29)))["ar_00001"]
    assert (settled["stage"], settled["since"]) == ("breaking", "2020-01-29")
    assert settled["candidate"] is None


def test_months_end_where_the_earlier_month_does() -> None:
    assert months_before(date(2020, 2, 29), 24) == date(2018, 2, 28)
    assert months_before(date(2019, 12, 31), 1) == date(2019, 11, 30)
    assert months_before(date(2019, 1, 15), 2) == date(2018, 11, 15)


DRIFT = ask(
    "MATCH (node:Artist)-[:EXPLAINED_BY]->(sheet:ScoreSheet) RETURN node.id AS id, "
    "node.drift AS drift, sheet.driftCoverage AS coverage, sheet.driftComponents AS components, "
    "sheet.driftWeights AS weights, sheet.driftContributions AS contributions, "
    "node.trajectory AS trajectory, sheet.genreRanks AS ranks ORDER BY id",
    "id", "drift", "coverage", "components", "weights", "contributions", "trajectory", "ranks",
)  # fmt: skip
RISING = write("""
MATCH (a:Artist {id: 'ar_00000'})
CREATE (:MetricPoint {platform: 'instagram', metricType: 'followers', year: 2019,
  dates: [date('2019-07-05'), date('2019-12-30')], values: [1000.0, 3000.0]})
    -[:OF {source: 'test'}]->(a),
  (a)-[:TAGGED {source: 'test', position: 2}]->(:Genre {name: 'dub'}),
  (a)-[:TAGGED {source: 'test', position: 1}]->(:Genre {name: 'techno'})
""")


async def test_a_drift_score_is_what_its_stage_weighs(scene: Neo4jGraph) -> None:
    for facts in (UNDERGROUND, METRICS, RISING):
        await scene.write(facts)
    network_then = replace(network(), as_of=date(2019, 12, 31))
    await publish(scene, network_then, scores=await compute_scores(scene, network_then))
    stored = {row.pop("id"): row for row in await scene.rows(DRIFT)}

    found = stored["ar_00000"]
    # Emerging; alone with followers and among few with nights, its momentum is in the middle.
    assert found["weights"] == [0.25, 0.20, 0.25, 0.10, 0.10, 0.10]
    assert found["components"][0] == CENTRALITY[0]
    assert 0 <= found["components"][2] <= 100
    # Neither a country, nor who was the headliner, nor enough nights for a slope: no booking.
    assert np.isnan(found["components"][4])
    assert found["coverage"] == pytest.approx(0.9)
    weighed = np.nansum(np.array(found["weights"]) * np.array(found["components"]))
    assert found["drift"] == pytest.approx(weighed / 0.9)
    assert found["trajectory"] is not None
    assert found["ranks"] == [1, 1]
    for other in stored.values():
        if other["drift"] is not None:
            known = [value for value in other["contributions"] if not np.isnan(value)]
            assert sum(known) == pytest.approx(other["drift"])
    # Inactive: no stage, no weights, no score.
    assert (stored["ar_00003"]["drift"], stored["ar_00003"]["trajectory"]) == (None, None)


LOSE = write("MATCH (node:Artist {id: 'ar_00001'}) DETACH DELETE node")
SHEETS = ask("MATCH (sheet:ScoreSheet) RETURN sheet.id AS id ORDER BY id", "id")


async def test_what_explains_an_artist_goes_with_it(scene: Neo4jGraph) -> None:
    await publish(scene, network(), scores=await compute_scores(scene, network()))
    before = [row["id"] for row in await scene.rows(SHEETS)]
    assert before == ["ss_00000", "ss_00001", "ss_00002", "ss_00003"]
    await scene.write(LOSE)
    await publish(scene, network(), scores=await compute_scores(scene, network()))
    assert [row["id"] for row in await scene.rows(SHEETS)] == ["ss_00000", "ss_00002", "ss_00003"]
