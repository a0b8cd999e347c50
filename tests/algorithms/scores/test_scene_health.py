"""Health of scenes: parts, percentiles among peers, status, and growth that stands out."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.publish import publish
from algorithms.scores.compute import compute_scores
from algorithms.scores.configuration import SceneHealthConfig
from algorithms.scores.nights import nights_of
from algorithms.scores.scene_health import SceneHealth, fast_quarters, scene_health
from algorithms.scores.scene_year import SceneYear, evenness, scene_year
from algorithms.scores.scenes import scenes_of
from graph.client import Neo4jGraph
from tests.algorithms.network.results import result_of
from tests.algorithms.network.scenes import ask, write

NAN = float("nan")
AS_OF = date(2019, 12, 31)
NOW = 18261
CONFIG = SceneHealthConfig()


def ints(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int64)


def floats(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float64)


def test_evenness_is_normalised_entropy() -> None:
    found = evenness(ints(0, 0, 0, 0, 1, 1, 2, 2, 2), ints(5, 5, 6, 6, 7, 7, 5, 5, 8), 4)
    assert found[:2].tolist() == [1.0, 0.0]
    assert found[2] == pytest.approx(-(2 / 3 * np.log2(2 / 3) + 1 / 3 * np.log2(1 / 3)))
    assert np.isnan(found[3])


def test_a_year_is_counted_back_from_the_date() -> None:
    days = [NOW, NOW - 364, NOW - 365, NOW - 729, NOW - 730, None]
    nights = nights_of(
        [[f"ev_{at}", day, 0, "ve_a" if at else None, None, ["ar_a", f"ar_{at}"]]
         for at, day in enumerate(days)], {},
    )  # fmt: skip
    rows = [
        ["sc_1", "city", "europe", "ci_1", 2, list(nights.ids)],
        ["sc_2", "city", None, "ci_2", 0, []],
    ]
    scenes = scenes_of(rows, nights)
    year = scene_year(
        nights, scenes, {"ar_a": frozenset({"g", "h"}), "ar_1": frozenset("g")}, AS_OF, 3
    )
    assert year.nights.tolist() == [2, 0]
    assert year.earlier.tolist() == [2, 0]
    assert year.growth[0] == 0.0
    assert np.isnan(year.growth[1])
    # The artist of both nights, and the other of each.
    assert year.artists.tolist() == [3, 0]
    # One night's venue is known.
    assert year.venues[0] == 0.0
    assert year.genres[0] == pytest.approx(-(3 / 5 * np.log2(3 / 5) + 2 / 5 * np.log2(2 / 5)))
    assert year.labels.tolist() == [2, 0]
    # The last quarter has a night, as a year before; the others have none to compare with.
    assert year.quarters[0, 0] == 0.0
    assert np.isnan(year.quarters[0, 1:]).all()


def test_labels_are_unknown_where_no_source_says_where_any_is() -> None:
    nights = nights_of([], {})
    rows = [["sc_1", "city", None, None, 3, []], ["sc_2", "city_genre", None, None, 0, []]]
    year = scene_year(nights, scenes_of(rows, nights), {}, AS_OF, 3)
    assert year.labels[0] == 3
    assert np.isnan(year.labels[1])


def year_of(**columns: list[float]) -> SceneYear:
    """Scenes of whom nothing is known but this."""
    size = len(columns["nights"])
    given = {name: floats(*values) for name, values in columns.items()}
    names = ("nights", "earlier", "artists", "venues", "genres", "labels")
    every = {name: np.full(size, NAN) for name in names} | {"earlier": np.zeros(size)} | given
    with np.errstate(divide="ignore", invalid="ignore"):
        growth = 100 * (every["nights"] / every["earlier"] - 1)
    every["growth"] = np.where(every["earlier"] > 0, growth, NAN)
    return SceneYear(**every, quarters=np.full((size, 3), NAN))


def health_of(year: SceneYear, kind: list[int] | None = None) -> SceneHealth:
    size = len(year.nights)
    return scene_health(year, ints(*(kind or [0] * size)), ["europe"] * size, CONFIG)


def test_health_is_the_weighted_mean_of_percentiles_among_busy_scenes_of_a_kind() -> None:
    found = health_of(
        year_of(
            nights=[10, 20, 9, 40], earlier=[10, 10, 3, 10], artists=[30, 20, 99, 7],
            venues=[1.0, 0.5, 0.1, 0.9], labels=[1, 1, 9, 0], genres=[0.2, NAN, 0.9, 0.4],
        ),
        [0, 0, 0, 1],
    )  # fmt: skip
    assert found.parts[0].tolist()[:3] == [75, 0.5 * 25 + 0.5 * 75, 50]
    assert found.parts[1].tolist()[:3] == [25, 0.5 * 75 + 0.5 * 25, 50]
    # Only one of the two bears genres, and one alone has no percentile.
    assert np.isnan(found.parts[:2, 3]).all()
    assert found.parts[:2, 4].tolist() == [25, 75]
    assert found.health.value[0] == pytest.approx(
        (0.25 * 75 + 0.25 * 50 + 0.15 * 50 + 0.20 * 25) / 0.85
    )
    assert found.missing == [["genres"], ["genres"], ["TOO_FEW_NIGHTS"], ["NO_PEERS"]]
    assert np.isnan(found.health.value[2:]).all()
    assert found.frequency[0] == pytest.approx(10 * 7 / 365)


def test_a_scene_of_which_too_little_is_known_has_no_health() -> None:
    found = health_of(year_of(nights=[10, 20], artists=[5, 6]))
    # Artists alone: neither venues nor what was a year before is known.
    assert found.health.coverage.tolist() == [0.25, 0.25]
    assert np.isnan(found.health.value).all()


def test_status_follows_health_and_growth() -> None:
    nights = [85.0, 86, 120, 300, 9, 5, 0, 15]
    earlier = [100.0, 100, 90, 100, 10, 20, 0, 0]
    found = health_of(year_of(nights=nights, earlier=earlier, artists=nights, venues=[0.5] * 8))
    assert found.status == [
        "declining", "active", "active", "established", None, "declining", None, "active",
    ]  # fmt: skip
    # Many scenes beside it: little health, much growth.
    others = [200.0 + at for at in range(8)]
    small = health_of(
        year_of(nights=[20, *others], earlier=[16, *others], artists=[5, *others], venues=[0.5] * 9)
    )
    assert small.health.value[0] < 50
    assert small.status[0] == "emerging"


def test_a_scene_stands_out_by_three_quarters_above_its_region() -> None:
    growth = np.array([[2.0] * 3, [0.1] * 3, [0.0] * 3, [0.1] * 3, [NAN, 2, 2], [9.0] * 3])
    compared = np.array([True] * 5 + [False])
    found = fast_quarters(growth, compared, ints(*[0] * 6), ["asia"] * 6, CONFIG)
    assert found[:4].tolist() == [3, 0, 0, 0]
    # The last quarter of one is unknown; the other has too few nights.
    assert np.isnan(found[4:]).all()
    # Nobody to compare with: another region, another kind, no region at all.
    for kind, regions in (
        ([0] * 3, ["asia", "europe", "asia"]), ([0, 1, 0], ["asia"] * 3), ([0] * 3, [""] * 3),
    ):  # fmt: skip
        alone = fast_quarters(growth[:3], compared[:3], ints(*kind), regions, CONFIG)
        assert np.isnan(alone).all()
    same = fast_quarters(np.ones((4, 3)), compared[:4], ints(*[0] * 4), ["asia"] * 4, CONFIG)
    assert same.tolist() == [0, 0, 0, 0]


def test_growth_that_stopped_or_is_unknown_ends_the_row() -> None:
    usual = [[0.0] * 3] * 4
    rows = [[5.0, 0.0, 5.0], [0.0, NAN, 5.0], [5.0, NAN, 0.0]]
    found = [
        fast_quarters(
            np.array([row, *usual]), np.ones(5, dtype=bool), ints(*[0] * 5), ["asia"] * 5, CONFIG
        )[0]
        for row in rows
    ]
    assert found[:2] == [1, 0]
    assert np.isnan(found[2])


COLUMN = st.lists(st.floats(0, 500) | st.just(NAN), min_size=6, max_size=6)


@given(
    st.lists(st.integers(0, 60), min_size=6, max_size=6),
    st.lists(st.integers(0, 60), min_size=6, max_size=6),
    COLUMN, COLUMN, COLUMN, st.lists(st.integers(0, 1), min_size=6, max_size=6),
)  # fmt: skip
def test_health_lies_between_0_and_100_and_its_parts_add_up(
    nights: list[float],
    earlier: list[float],
    artists: list[float],
    venues: list[float],
    labels: list[float],
    kind: list[int],
) -> None:
    found = health_of(
        year_of(nights=nights, earlier=earlier, artists=artists, venues=venues, labels=labels), kind
    )
    for at, value in enumerate(found.health.value.tolist()):
        if np.isnan(value):
            assert found.missing[at]
        else:
            assert 0 <= value <= 100
            assert np.nansum(found.health.contributions[at]) == pytest.approx(value)
            assert nights[at] >= CONFIG.nights_min


SCENE = write(
    """
UNWIND ['a', 'b'] AS name
CREATE (scene:Scene {id: 'sc_' + name, kind: 'city', region: 'europe', country: 'DE'})
  -[:IN_CITY]->(city:City {id: 'ci_' + name}),
  (venue:Venue {id: 've_' + name}), (artist:Artist {id: 'ar_' + name, name: name})
  -[:TAGGED {source: 'test'}]->(:Genre {id: 'ge_' + name})
FOREACH (one IN CASE name WHEN 'a' THEN [1] ELSE [] END |
  CREATE (:Label {id: 'lb_a'})-[:BASED_IN {source: 'test'}]->(city))
WITH scene, venue, artist, name
UNWIND $days AS row
WITH * WHERE row[0] = name
CREATE (night:Event {id: name + toString(row[1]), date: date(row[1]), cancelled: false}),
  (night)-[:IN_SCENE]->(scene), (night)-[:HELD_AT {source: 'test'}]->(venue),
  (artist)-[:PERFORMED_AT {cancelled: false, source: 'test'}]->(night)
""",
    "$days  LIST<LIST<STRING>>  scene and day of each night",
)  # fmt: skip
STORED = ask(
    "MATCH (scene:Scene) RETURN scene.id AS id, scene.healthScore AS health, "
    "scene.healthMissing AS missing, scene.growthRate AS growth, scene.labelCount AS labels, "
    "scene.eventFrequency AS frequency, scene.emergenceStatus AS status, "
    "scene.activeArtists AS artists, scene.emergenceDetected AS detected ORDER BY id",
    "id", "health", "missing", "growth", "labels", "frequency", "status", "artists", "detected",
)  # fmt: skip


async def test_health_follows_from_nights_and_labels(graph: Neo4jGraph) -> None:
    days = [("a", 12, 0), ("a", 10, 400), ("b", 20, 0), ("b", 40, 400)]
    nights = [
        [name, str(AS_OF - timedelta(days=back + number))]
        for name, count, back in days
        for number in range(count)
    ]
    await graph.write(SCENE, days=nights)
    network = result_of(0, 0)
    await publish(graph, network, scores=await compute_scores(graph, network))
    a, b = await graph.rows(STORED)
    assert a == {
        "id": "sc_a", "missing": [], "growth": pytest.approx(20), "labels": 1, "artists": 1,
        "frequency": pytest.approx(12 * 7 / 365), "status": "active", "detected": None,
        "health": pytest.approx(
            0.25 * 50 + 0.25 * (0.5 * 25 + 0.5 * 50) + 0.15 * 75 + 0.15 * 50 + 0.2 * 75
        ),
    }  # fmt: skip
    assert (b["growth"], b["labels"], b["status"]) == (-50.0, 0, "declining")
    assert a["health"] + b["health"] == pytest.approx(100)
    again = await publish(graph, network, scores=await compute_scores(graph, network))
    assert not again.published
