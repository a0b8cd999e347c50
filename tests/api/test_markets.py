"""Markets of artists: fans beside sets, what is untapped, what is unknown, which venues fit."""

from typing import Any

import pytest

from api.execute import Executor
from tests.api.conftest import CountingGraph
from tests.probe import statement

ANN, BEA, CAT, DAN = (f"ar_00000000000000c{n}" for n in range(1, 5))

PLACES = statement(
    """
MATCH (published:Published {id: 'pb_scores'})
SET published.marketRule = [0.6, 0.4, 50.0, 18.0]
CREATE (ann:Artist {id: 'ar_00000000000000c1', name: 'Ann', componentsAsOf: date('2019-12-31'),
    componentsVersion: 'scores-1', source: 'test', synthetic: false}),
  (bea:Artist {id: 'ar_00000000000000c2', name: 'Bea', componentsAsOf: date('2019-12-31'),
    componentsVersion: 'scores-1', source: 'test', synthetic: false}),
  (:Artist {id: 'ar_00000000000000c3', name: 'Cat', source: 'test', synthetic: false}),
  (dan:Artist {id: 'ar_00000000000000c4', name: 'Dan', source: 'test', synthetic: false})
WITH *
UNWIND ['Aachen', 'Bern', 'Cork', 'Doha', 'Essen'] AS name
CREATE (city:City {id: 'ci_' + name, name: name,
  population: CASE WHEN name <> 'Doha' THEN 250000 END})
WITH ann, bea, dan, collect(city) AS cities
UNWIND range(0, 3) AS at
WITH ann, bea, dan, cities, at, cities[[0, 1, 2, 2][at]] AS city
CREATE (venue:Venue {id: 've_c' + toString(at), name: 'Venue ' + toString(at), tier: at + 1,
  scoreAsOf: date('2019-12-31'), source: 'test', synthetic: false})
    -[:LOCATED_IN {source: 'test'}]->(city)
WITH ann, bea, dan, cities, collect(venue) AS venues
WITH ann, bea, dan, cities, venues, cities[0] AS aachen
CREATE (aachen)-[:IN_COUNTRY {source: 'test'}]->(:Country {id: 'cy_c', code: 'DE'})
WITH ann, bea, dan, cities, venues
CALL (ann, cities) {
  UNWIND [
    ['2019-09-15', '2019-09', 'a', [0.9]], ['2019-10-15', '2019-10', 'b', [0.8]],
    ['2019-10-15', '2019-10', 'a', [0.4, 0.1, 0.2, 0.2]], ['2020-01-15', '2020-01', 'a', [1.0]]
  ] AS row
  UNWIND range(0, size(row[3]) - 1) AS at
  WITH ann, row, row[3][at] AS share, cities[at] AS city
  CREATE (ann)-[:AUDIENCE_IN {source: row[2], observed: date(row[0]), period: row[1], share: share,
    isEstimated: true}]->(city)
}
UNWIND [
  ['2019-12-01', venues[0], ann], ['2019-11-01', venues[0], ann], ['2019-12-24', venues[1], ann],
  ['2018-06-30', venues[2], ann], ['2020-02-01', venues[2], ann], ['2019-05-01', null, ann],
  ['2019-05-01', venues[2], bea], ['2019-05-02', venues[3], dan]
] AS row
WITH ann, bea, dan, cities, venues, row, row[1] AS place, cities[4] AS essen
CREATE (night:Event {id: 'ev_c' + row[0] + coalesce(place.id, ''), date: date(row[0]),
  cancelled: false, source: 'test', synthetic: false})
FOREACH (venue IN CASE WHEN place IS NULL THEN [] ELSE [place] END |
  CREATE (night)-[:HELD_AT {source: 'test'}]->(venue))
FOREACH (city IN CASE WHEN place IS NULL THEN [essen] ELSE [] END |
  CREATE (night)-[:LOCATED_IN {source: 'test'}]->(city))
FOREACH (artist IN [row[2]] |
  CREATE (artist)-[:PERFORMED_AT {source: 'test', sourceId: 'a', cancelled: false}]->(night))
WITH DISTINCT ann, bea, dan, venues[2] AS two, venues[3] AS three
CREATE (ann)-[:CONNECTED {strength: 0.5, kinds: ['same_event'], count: 1}]->(bea),
  (ann)-[:CONNECTED {strength: 0.1, kinds: ['same_event'], count: 1}]->(dan),
  (bea)-[:PLAYED_AT {last: date('2019-05-01')}]->(two),
  (dan)-[:PLAYED_AT {last: date('2019-05-02')}]->(three)
""",
    mode="write",
)
MARKET = "city country strength fanShare fanSharePercentile perCapita plays lastSet missing"

pytestmark = pytest.mark.usefixtures("places")


@pytest.fixture(scope="module")
async def places(scene: CountingGraph) -> None:
    """Audiences and nights, beside the small scene."""
    await scene.graph.write(PLACES)


async def ask(executor: Executor, artist: str, fields: str) -> Any:
    answer = await executor.execute(f'{{ artist(id: "{artist}") {{ {fields} }} }}')
    assert answer.errors == []
    assert answer.statements == 1
    return answer.data["artist"]


async def test_a_market_is_its_fans_beside_its_sets(executor: Executor) -> None:
    found = await ask(executor, ANN, f"markets {{ {MARKET} }}")
    # The newest period of the first source, at most as of the day; of four cities midranks.
    assert found["markets"] == [
        {"city": "Aachen", "country": "DE", "strength": 100.0, "fanShare": 0.4,
         "fanSharePercentile": 87.5, "perCapita": 1.6, "plays": 2, "lastSet": "2019-12-01",
         "missing": []},
        {"city": "Cork", "country": None, "strength": pytest.approx(30 + 20), "fanShare": 0.2,
         "fanSharePercentile": 50.0, "perCapita": 0.8, "plays": 1, "lastSet": "2018-06-30",
         "missing": []},
        {"city": "Bern", "country": None, "strength": pytest.approx(15 + 20), "fanShare": 0.1,
         "fanSharePercentile": 12.5, "perCapita": 0.4, "plays": 1, "lastSet": "2019-12-24",
         "missing": []},
        {"city": "Doha", "country": None, "strength": pytest.approx(30), "fanShare": 0.2,
         "fanSharePercentile": 50.0, "perCapita": None, "plays": 0, "lastSet": None,
         "missing": ["POPULATION"]},
        # The source tells nothing of the fans there.
        {"city": "Essen", "country": None, "strength": None, "fanShare": None,
         "fanSharePercentile": None, "perCapita": None, "plays": 1, "lastSet": "2019-05-01",
         "missing": ["FAN_SHARE"]},
    ]  # fmt: skip
    first = await ask(executor, ANN, "markets(first: 2) { city }")
    assert first["markets"] == [{"city": "Aachen"}, {"city": "Cork"}]


async def test_untapped_are_cities_of_many_fans_without_a_set_for_long(executor: Executor) -> None:
    found = await ask(executor, ANN, "untappedMarkets { city fanShare plays lastSet }")
    # Aachen and Bern were played this year, in Bern few hear her; a set 18 months ago is too old.
    assert found["untappedMarkets"] == [
        {"city": "Cork", "fanShare": 0.2, "plays": 1, "lastSet": "2018-06-30"},
        {"city": "Doha", "fanShare": 0.2, "plays": 0, "lastSet": None},
    ]


async def test_venues_fit_as_they_say_themselves(executor: Executor) -> None:
    found = await ask(
        executor,
        ANN,
        "untappedMarkets { city fittingVenues { venue { name"
        f' fit(artistId: "{ANN}") {{ value coverage }} }} fit coverage }} }}',
    )
    cork, doha = found["untappedMarkets"]
    size, co_bill = 0.35 * 100 * (1 - 1.5 / 4), 0.30 * 100
    assert [(one["venue"]["name"], one["fit"]) for one in cork["fittingVenues"]] == [
        ("Venue 2", pytest.approx((size + co_bill) / 0.65)),
        ("Venue 3", pytest.approx(0.35 * 100 * (1 - 2.5 / 4) / 0.65)),
    ]
    for one in cork["fittingVenues"]:
        assert one["venue"]["fit"] == {
            "value": pytest.approx(one["fit"]), "coverage": pytest.approx(one["coverage"]),
        }  # fmt: skip
    assert doha["fittingVenues"] == []


async def test_what_is_known_of_the_audience_is_told(executor: Executor) -> None:
    fields = "audience { period isEstimated source cities coverage missing version asOf }"
    assert (await ask(executor, ANN, fields))["audience"] == {
        "period": "2019-10", "isEstimated": True, "source": "a", "cities": 4,
        "coverage": pytest.approx(0.9), "missing": [], "version": "scores-1", "asOf": "2019-12-31",
    }  # fmt: skip
    for artist, missing in ((BEA, "NO_AUDIENCE"), (CAT, "NOT_COMPUTED")):
        told = (await ask(executor, artist, fields))["audience"]
        assert (told["period"], told["coverage"], told["missing"]) == (None, 0.0, [missing])


async def test_without_an_audience_sets_are_told_and_no_strength(executor: Executor) -> None:
    found = await ask(executor, BEA, f"markets {{ {MARKET} }} untappedMarkets {{ city }}")
    assert found["markets"] == [
        {"city": "Cork", "country": None, "strength": None, "fanShare": None,
         "fanSharePercentile": None, "perCapita": None, "plays": 1, "lastSet": "2019-05-01",
         "missing": ["NO_AUDIENCE"]},
    ]  # fmt: skip
    assert found["untappedMarkets"] == []
    assert (await ask(executor, CAT, "markets { city }"))["markets"] == []
