"""How artists travel: distances, trips, countries, and what is unknown of them."""

from math import acos, cos, radians, sin
from typing import Any

import pytest

from api.execute import Executor
from graph.client import Neo4jGraph
from tests.api.conftest import CountingGraph
from tests.probe import statement

ANN = "ar_00000000000000b1"
EARTH_KM = 6378.14

PLACES = statement(
    """
CREATE (ann:Artist {id: 'ar_00000000000000b1', name: 'Ann', componentsAsOf: date('2019-12-31'),
    componentsVersion: 'scores-1'}),
  (bea:Artist {id: 'ar_00000000000000b2', name: 'Bea', componentsAsOf: date('2019-12-31')}),
  (:Artist {id: 'ar_00000000000000b3', name: 'Cat', componentsAsOf: date('2019-12-31')}),
  (:Artist {id: 'ar_00000000000000b4', name: 'Dan'}),
  (berlin:City {id: 'ci_00000000000000b1', name: 'Berlin', lat: 52.5, lon: 13.4})
    -[:IN_COUNTRY {source: 'test'}]->(:Country {id: 'cy_00000000000000b1', code: 'DE'}),
  (house:Venue {id: 've_00000000000000b1', name: 'House'})-[:LOCATED_IN {source: 'test'}]->(berlin),
  (shed:Venue {id: 've_00000000000000b2', name: 'Shed', country: 'GB', lat: 51.5, lon: 0.0}),
  (lost:Venue {id: 've_00000000000000b3', name: 'Lost', country: 'FR'}),
  (nowhere:Venue {id: 've_00000000000000b4', name: 'Nowhere'})
WITH *
UNWIND [
  [house, '2019-01-01', [ann]], [shed, '2019-01-15', [ann]], [lost, '2019-01-20', [ann]],
  [house, '2019-03-01', [ann]], [null, '2019-03-02', [ann]], [shed, '2020-01-01', [ann]],
  [shed, null, [ann]], [nowhere, '2019-01-01', [bea]], [nowhere, '2019-06-01', [bea]]
] AS row
WITH row, berlin, row[0] AS venue, row[1] AS day, row[2] AS who
CREATE (night:Event {id: 'ev_b' + coalesce(day, 'none') + coalesce(venue.id, ''), date: date(day),
  cancelled: false})
FOREACH (one IN CASE WHEN venue IS NULL THEN [] ELSE [venue] END |
  CREATE (night)-[:HELD_AT {source: 'test'}]->(one))
FOREACH (one IN CASE WHEN venue IS NULL THEN [berlin] ELSE [] END |
  CREATE (night)-[:LOCATED_IN {source: 'test'}]->(one))
FOREACH (artist IN who |
  CREATE (artist)-[:PERFORMED_AT {source: 'test', sourceId: 'a', cancelled: false}]->(night)
  CREATE (artist)-[:PERFORMED_AT {source: 'test', sourceId: 'b', cancelled: false}]->(night))
""",
    mode="write",
)

pytestmark = pytest.mark.usefixtures("places")


@pytest.fixture(scope="module")
async def places(scene: CountingGraph) -> Neo4jGraph:
    """Nights here and there, beside the small scene."""
    await scene.graph.write(PLACES)
    return scene.graph


async def touring(executor: Executor, artist: str, window: str = "") -> Any:
    given = f"(window: {{{window}}})" if window else ""
    answer = await executor.execute(
        f'{{ artist(id: "{artist}") {{ touring{given} {{ kmPerEvent countriesPerTrip trips events'
        " coverage missing version asOf } } }"
    )
    assert answer.errors == []
    return answer.data["artist"]["touring"]


def kilometres(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    a, b, turn = radians(lat), radians(to_lat), radians(to_lon - lon)
    return EARTH_KM * acos(sin(a) * sin(b) + cos(a) * cos(b) * cos(turn))


async def test_kilometres_and_countries_follow_from_night_to_night(executor: Executor) -> None:
    found = await touring(executor, ANN)
    # Berlin, London, somewhere, Berlin twice; fourteen days are one trip, forty are two.
    there_and_back = 2 * kilometres(52.5, 13.4, 51.5, 0.0)
    assert found == {
        "kmPerEvent": pytest.approx(there_and_back / 4, rel=1e-4), "countriesPerTrip": 2.0,
        "trips": 2, "events": 5, "coverage": 0.8, "missing": [], "version": "scores-1",
        "asOf": "2019-12-31",
    }  # fmt: skip


async def test_only_nights_of_the_window_count(executor: Executor) -> None:
    found = await touring(executor, ANN, 'from: "2019-01-15", to: "2019-03-01"')
    # One of two places is known: too few for a distance.
    assert (found["events"], found["trips"], found["countriesPerTrip"]) == (2, 1, 2.0)
    assert (found["kmPerEvent"], found["coverage"], found["missing"]) == (None, 0.5, ["kmPerEvent"])


@pytest.mark.parametrize(("artist", "events", "trips"), [("2", 2, 2), ("3", 0, 0)])
async def test_unknown_places_tell_no_distance(
    executor: Executor, artist: str, events: int, trips: int
) -> None:
    found = await touring(executor, f"ar_00000000000000b{artist}")
    assert (found["events"], found["trips"], found["coverage"]) == (events, trips, 0.0)
    assert (found["kmPerEvent"], found["countriesPerTrip"]) == (None, None)
    assert found["missing"] == ["kmPerEvent", "countriesPerTrip"]


async def test_before_the_first_computation_nothing_is_counted(executor: Executor) -> None:
    found = await touring(executor, "ar_00000000000000b4")
    assert found == {
        "kmPerEvent": None, "countriesPerTrip": None, "trips": None, "events": None,
        "coverage": 0.0, "missing": ["NOT_COMPUTED"], "version": None, "asOf": None,
    }  # fmt: skip
