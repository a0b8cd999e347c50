"""Prestige of labels from facts to the graph."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from algorithms.network.result import NetworkResult
from algorithms.publish import publish
from algorithms.scores.compute import compute_scores
from algorithms.scores.configuration import ScoringConfig
from graph.client import Neo4jGraph
from tests.algorithms.network.results import result_of
from tests.algorithms.network.scenes import ask, write

SCENE = write("""
UNWIND range(0, 3) AS n
CREATE (:Artist {id: 'ar_0000' + toString(n), name: 'Artist ' + toString(n), synthetic: false})
WITH count(*) AS all
MATCH (a:Artist {id: 'ar_00000'}), (b:Artist {id: 'ar_00001'}), (c:Artist {id: 'ar_00002'}),
  (d:Artist {id: 'ar_00003'})
CREATE (own:Label {id: 'lb_own', name: 'Own', activeSince: 1990,
    independenceStatus: 'independent'}),
  (big:Label {id: 'lb_big', name: 'Big', independenceStatus: 'major'}),
  (set:Label {id: 'lb_set', name: 'Set', tierOverride: 'rising'}),
  (:Label {id: 'lb_warp', name: 'Warp Records'})
CREATE (a)-[:RELEASED_ON {active: false, firstRelease: date('2001-01-01')}]->(own),
  (b)-[:RELEASED_ON {active: true, firstRelease: date('2019-01-01')}]->(own),
  (c)-[:RELEASED_ON {active: true}]->(big), (d)-[:RELEASED_ON {active: true}]->(set)
WITH *
UNWIND [
  ['re_1', '2001-01-01', ['vinyl'], own, a, 5], ['re_2', '2019-01-01', ['digital'], own, b, 2],
  ['re_3', '2010-01-01', null, big, c, null], ['re_4', '2020-06-01', ['vinyl'], own, b, 1]
] AS row
WITH row, row[3] AS label, row[4] AS artist
CREATE (release:Release {id: row[0], releaseDate: date(row[1]), formats: row[2],
  beatportChartPeak: row[5]})
CREATE (release)-[:ISSUED_BY {source: 'test'}]->(label)
CREATE (track:Track {id: 'tr' + row[0]})-[:ON_RELEASE {source: 'test'}]->(release)
CREATE (artist)-[:CREDITED_ON {role: 'primary', source: 'test'}]->(release)
FOREACH (ignored IN CASE row[0] WHEN 're_3' THEN [] ELSE [1] END |
  CREATE (:Mix {id: 'mx' + row[0], date: date(row[1])})-[:HAS_TRACK {source: 'test'}]->(track))
""")
STORED = ask(
    "MATCH (node:Label) RETURN node.id AS id, node.prestigeScore AS score, "
    "node.prestigeParts AS parts, node.prestigeCoverage AS coverage, node.tier AS tier, "
    "node.tierReason AS reason, node.rosterCount AS roster, node.rosterCentrality AS sum, "
    "node.vinylPercentage AS vinyl, node.notableAlumni AS notable, node.scoreVersion AS version "
    "ORDER BY id",
    "id", "score", "parts", "coverage", "tier", "reason", "roster", "sum", "vinyl", "notable",
    "version",
)  # fmt: skip


def network() -> NetworkResult:
    return replace(result_of(4, 0), centrality_pct=np.array([90.0, 50.0, 10.0, 30.0]))


async def stored(graph: Neo4jGraph) -> dict[str, Any]:
    await publish(graph, network(), scores=await compute_scores(graph, network()))
    return {row.pop("id"): row for row in await graph.rows(STORED)}


async def test_prestige_follows_from_years_artists_charts_owners_and_mixes(
    graph: Neo4jGraph,
) -> None:
    await graph.write(SCENE)
    found = await stored(graph)
    own, big = found["lb_own"], found["lb_big"]
    # Long enough ago; the one notable former artist is the most of the three that had any artists.
    influence = 50 + 50 * (2.5 / 3)
    # Its releases until then: the best place 2, two mixes, the one of 2020 not yet.
    assert own["parts"] == pytest.approx([influence, 100 * 2.5 / 3, 50, 100, 75])
    assert own["score"] == pytest.approx(
        0.25 * influence + 0.25 * 250 / 3 + 0.20 * 50 + 0.10 * 100 + 0.20 * 75
    )
    assert (own["roster"], own["sum"], own["vinyl"], own["notable"]) == (1, 50.0, 50.0, 1)
    assert (own["tier"], own["version"]) == ("established", ScoringConfig().version)
    # No year of foundation: its first release. Nobody notable, in no chart, in no mix.
    years = (network().as_of - date(2010, 1, 1)).days / 365.25
    assert big["parts"] == pytest.approx(
        [50 * years / 25 + 50 / 3, 100 * 0.5 / 3, np.nan, 0, 25], nan_ok=True
    )
    assert big["coverage"] == pytest.approx(0.8)
    assert (big["tier"], big["vinyl"]) == ("emerging", None)
    assert (found["lb_set"]["tier"], found["lb_set"]["reason"]) == ("rising", "set by hand")
    assert found["lb_warp"]["tier"] == "legendary"
    assert (found["lb_warp"]["score"], found["lb_warp"]["roster"]) == (None, None)


async def test_the_same_labels_publish_nothing_again(graph: Neo4jGraph) -> None:
    await graph.write(SCENE)
    await stored(graph)
    report = await publish(graph, network(), scores=await compute_scores(graph, network()))
    assert (report.published, report.others) == (False, 0)
