"""Residencies that nights show, and how artists suit venues."""

from typing import Any

import pytest

from api.execute import Executor
from graph.client import Neo4jGraph
from tests.api.conftest import CountingGraph
from tests.probe import statement

ANN, BEA = "ar_00000000000000a1", "ar_00000000000000a2"
HOUSE, SHED = "ve_00000000000000a1", "ve_00000000000000a2"

PLACES = statement(
    """
MATCH (fabric:Venue {id: 've_000000000000000a'})
CREATE (ann:Artist {id: 'ar_00000000000000a1', name: 'Ann', componentsAsOf: date('2019-12-31')}),
  (bea:Artist {id: 'ar_00000000000000a2', name: 'Bea', componentsAsOf: date('2019-12-31')}),
  (cat:Artist {id: 'ar_00000000000000a3', name: 'Cat'}),
  (:Artist {id: 'ar_00000000000000a4', name: 'Dan'}),
  (:Redirect {id: 'ar_00000000000000aa'})-[:TO]->(ann),
  (house:Venue {id: 've_00000000000000a1', name: 'House', tier: 4, scoreVersion: 'scores-1',
    scoreAsOf: date('2019-12-31')}),
  (shed:Venue {id: 've_00000000000000a2', name: 'Shed', tier: 1, scoreVersion: 'scores-1',
    scoreAsOf: date('2019-12-31')}),
  (none:Venue {id: 've_00000000000000a3', name: 'None'}),
  (techno:Genre {id: 'ge_00000000000000a1', name: 'techno'}),
  (dub:Genre {id: 'ge_00000000000000a2', name: 'dub'}),
  (scene:Scene {id: 'sc_00000000000000a1', name: 'Dub', slug: 'dub', kind: 'city_genre'})
    -[:OF_GENRE]->(dub),
  (ann)-[:TAGGED {source: 'test'}]->(techno), (ann)-[:TAGGED {source: 'test'}]->(dub),
  (ann)-[:CONNECTED {strength: 0.2}]->(cat), (bea)-[:CONNECTED {strength: 0.1}]->(cat)
WITH *
UNWIND [
  [house, '2019-03-01', [ann, bea], 1], [house, '2019-05-01', [ann, bea], 2],
  [house, '2019-05-02', [bea], 3], [house, '2019-08-01', [ann], 4], [house, '2019-11-01', [ann], 5],
  [house, '2018-11-01', [ann], 6], [house, '2020-02-01', [ann], 7], [house, '2019-12-20', [bea], 8],
  [shed, '2019-01-01', [ann], 9], [shed, '2019-01-02', [ann], 10], [shed, '2019-08-01', [ann], 11],
  [shed, '2019-12-30', [ann], 12], [shed, '2019-06-01', [cat, bea], 13],
  [fabric, '2019-01-01', [ann], 14], [fabric, '2019-02-01', [ann], 15],
  [fabric, '2019-03-01', [ann], 16], [fabric, '2019-04-01', [ann], 17]
] AS row
WITH row, scene, row[0] AS venue, row[1] AS day, row[2] AS who, toString(row[3]) AS n
CREATE (night:Event {id: 'ev_a' + n, name: 'Night ' + n, date: date(day), cancelled: false}),
  (night)-[:HELD_AT {source: 'test'}]->(venue)
FOREACH (artist IN who | CREATE (artist)-[:PERFORMED_AT {source: 'test', sourceId: n,
  cancelled: false}]->(night))
FOREACH (one IN CASE WHEN n IN ['1', '6'] THEN [scene] ELSE [] END |
  CREATE (night)-[:IN_SCENE]->(one))
FOREACH (artist IN who | MERGE (artist)-[been:PLAYED_AT]->(venue)
  ON CREATE SET been.last = CASE WHEN date(day) <= date('2019-12-31') THEN date(day) END)
WITH DISTINCT 1 AS done
MATCH (ann:Artist {id: 'ar_00000000000000a1'}), (fabric:Venue {id: 've_000000000000000a'}),
  (night:Event {id: 'ev_a1'})
CREATE (fabric)<-[:RESIDENT_AT
  {source: 'test', sourceId: 'r', confidence: 0.9, from: date('2010-01-01')}]-(ann)
CREATE (ann)-[:PERFORMED_AT {source: 'test', sourceId: 'again', cancelled: false}]->(night)
""",
    mode="write",
)
NO_RULES = statement(
    "MATCH (published:Published) REMOVE published.residencyRule, published.venueFitRule, "
    "published.venueFitWeights",
    mode="write",
)


@pytest.fixture(scope="module")
async def places(scene: CountingGraph) -> Neo4jGraph:
    """Nights of two artists at two venues, beside the small scene."""
    await scene.graph.write(PLACES)
    return scene.graph


async def data(executor: Executor, document: str) -> Any:
    answer = await executor.execute(document)
    assert answer.errors == []
    return answer.data


RESIDENCIES = "residencies { venue { id } from to detected confidence sets lastSet }"


@pytest.mark.usefixtures("places")
async def test_four_nights_of_a_year_are_a_residency(executor: Executor) -> None:
    found = await data(executor, f'{{ artist(id: "{ANN}") {{ {RESIDENCIES} }} }}')
    told, shown = found["artist"]["residencies"]
    # At Fabric a source tells of one. At Shed half a year lies between the nights.
    assert (told["venue"]["id"], told["detected"], told["sets"]) == (
        "ve_000000000000000a",
        False,
        4,
    )
    # Five sets on four nights; the one a year before and the one to come do not count.
    assert shown == {
        "venue": {"id": HOUSE}, "from": "2019-03-01", "to": None, "detected": True,
        "confidence": None, "sets": 5, "lastSet": "2019-11-01",
    }  # fmt: skip


@pytest.mark.usefixtures("places")
async def test_nights_far_apart_are_none(executor: Executor) -> None:
    found = await data(executor, f'{{ artist(id: "{BEA}") {{ {RESIDENCIES} }} }}')
    # 61 days, 1 day, 232 days: in the median not far, so it is one.
    assert [one["sets"] for one in found["artist"]["residencies"]] == [4]


def fit(venue: str, artist: str) -> str:
    return (
        f'{{ venue(id: "{venue}") {{ fit(artistId: "{artist}") {{ value raw coverage missing'
        " version asOf components { key value weight contribution coverage"
        " evidence { label value entity { __typename } } } } } }"
    )


@pytest.mark.usefixtures("places")
@pytest.mark.parametrize("artist", [ANN, "ar_00000000000000aa"])
async def test_the_fit_of_an_artist_follows_from_two_years(executor: Executor, artist: str) -> None:
    found = (await data(executor, fit(SHED, artist)))["venue"]["fit"]
    parts = {part["key"]: part for part in found["components"]}
    # Five nights at House, tier 4, four at Shed, tier 1, four at Fabric, tier 5.
    assert parts["size"]["value"] == pytest.approx(100 * (1 - 3 / 4))
    # Cat and Bea played there too, and Cat is known.
    assert parts["coBill"]["value"] == 50.0
    assert [one["label"] for one in parts["coBill"]["evidence"]] == ["Cat"]
    # No night of Shed has a genre.
    assert (found["missing"], parts["genreOverlap"]["value"]) == (["genreOverlap"], None)
    assert found["coverage"] == pytest.approx(0.65)
    assert found["value"] == pytest.approx((0.35 * 25 + 0.3 * 50) / 0.65)
    assert sum(part["contribution"] or 0 for part in parts.values()) == pytest.approx(
        found["value"]
    )
    assert (found["version"], found["asOf"]) == ("scores-1", "2019-12-31")


@pytest.mark.usefixtures("places")
async def test_genres_that_both_have_overlap(executor: Executor) -> None:
    found = (await data(executor, fit(HOUSE, ANN)))["venue"]["fit"]
    genres, size, co_bill = found["components"]
    assert genres["value"] == 50.0
    assert {one["label"] for one in genres["evidence"]} == {"Night 1", "Night 6"}
    assert (size["value"], co_bill["value"]) == (100.0, 0.0)
    assert [one["entity"]["__typename"] for one in size["evidence"]] == ["Venue"] * 3
    assert (found["missing"], found["coverage"]) == ([], pytest.approx(1))
    assert found["value"] == pytest.approx(0.35 * 50 + 0.35 * 100)


@pytest.mark.usefixtures("places")
async def test_what_is_unknown_has_no_fit(executor: Executor) -> None:
    # Nothing is known of the venue, or too little of the artist, or nobody is meant.
    found = (await data(executor, fit("ve_00000000000000a3", ANN)))["venue"]["fit"]
    assert (found["value"], found["missing"], found["components"]) == (None, ["NOT_COMPUTED"], [])
    few = (await data(executor, fit(HOUSE, "ar_00000000000000a4")))["venue"]["fit"]
    assert (few["value"], few["coverage"]) == (None, pytest.approx(0.3))
    assert few["missing"] == ["genreOverlap", "size"]
    assert await data(executor, fit(HOUSE, "ar_00000000000000af")) == {"venue": {"fit": None}}


async def test_before_the_first_computation_there_is_no_rule(
    executor: Executor, places: Neo4jGraph
) -> None:
    await places.write(NO_RULES)
    found = await data(executor, f'{{ artist(id: "{ANN}") {{ {RESIDENCIES} }} }}')
    assert [one["detected"] for one in found["artist"]["residencies"]] == [False]
    bare = (await data(executor, fit(HOUSE, ANN)))["venue"]["fit"]
    assert (bare["value"], bare["coverage"], bare["missing"]) == (None, 0.0, ["NOT_COMPUTED"])
