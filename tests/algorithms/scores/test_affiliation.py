"""Artists and their scenes: shares, homes, and what is published of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.publish import publish
from algorithms.scores.affiliation import affiliations, home_scenes
from algorithms.scores.compute import compute_scores
from algorithms.scores.configuration import AffiliationConfig
from algorithms.scores.nights import nights_of
from algorithms.scores.scenes import scenes_of
from graph.client import Neo4jGraph
from graph.fingerprint import fingerprint
from tests.algorithms.network.results import result_of
from tests.algorithms.network.scenes import ask, write

NOW = 18261  # 2019-12-31
CONFIG = AffiliationConfig()

Found = dict[tuple[str, str], tuple[float, bool, int]]
NightRow = tuple[str, float | None, list[str]]
SceneRow = tuple[str, str, str, list[str]]


def found_in(
    nights: Sequence[NightRow],
    scenes: Sequence[SceneRow],
    based_in: dict[str, frozenset[str]] | None = None,
) -> tuple[Found, dict[str, str]]:
    """Of nights `(id, day, artists)` and scenes `(id, kind, city, nights)`, all sorted by id."""
    columns = nights_of([[id, day, 0, None, None, who] for id, day, who in nights], {})
    places = scenes_of(
        [[id, kind, "europe", city, 0, inside] for id, kind, city, inside in scenes], columns
    )
    found = affiliations(columns, places, based_in or {}, CONFIG)
    rows = {
        (columns.artists[artist], places.ids[scene]): (strength, home, count)
        for artist, scene, strength, home, count in zip(
            found.artist.tolist(), found.scene.tolist(), found.strength.tolist(),
            found.home.tolist(), found.nights.tolist(), strict=True,
        )
    }  # fmt: skip
    return rows, home_scenes(found, columns, places)


def test_a_night_two_years_ago_weighs_half() -> None:
    rows, homes = found_in(
        [("ev_1", NOW, ["ar_a"]), ("ev_2", NOW - 730, ["ar_a"]), ("ev_3", NOW - 1460, ["ar_a"])],
        [("sc_1", "city", "ci_1", ["ev_1"]), ("sc_2", "city", "ci_2", ["ev_2", "ev_3"])],
    )
    assert rows["ar_a", "sc_1"] == (pytest.approx(1 / 1.75), True, 1)
    assert rows["ar_a", "sc_2"] == (pytest.approx(0.75 / 1.75), False, 2)
    assert homes == {"ar_a": "sc_1"}


def test_shares_are_among_scenes_of_one_kind_and_a_night_may_be_of_two_genres() -> None:
    rows, homes = found_in(
        [("ev_1", NOW, ["ar_a"]), ("ev_2", NOW, ["ar_a"])],
        [
            ("sc_1", "city", "ci_1", ["ev_1", "ev_2"]),
            ("sc_2", "city_genre", "ci_1", ["ev_1", "ev_2"]),
            ("sc_3", "city_genre", "ci_1", ["ev_1"]),
        ],
    )
    assert rows == {
        ("ar_a", "sc_1"): (1.0, True, 2),
        ("ar_a", "sc_2"): (1.0, True, 2),
        ("ar_a", "sc_3"): (0.5, False, 1),
    }
    assert homes == {"ar_a": "sc_1"}


def test_of_equal_scenes_that_where_the_artist_is_based_is_home_else_the_first() -> None:
    nights = [("ev_1", NOW, ["ar_a", "ar_b"]), ("ev_2", NOW, ["ar_a", "ar_b"])]
    scenes = [("sc_1", "city", "ci_1", ["ev_1"]), ("sc_2", "city", "ci_2", ["ev_2"])]
    _, homes = found_in(nights, scenes, {"ar_b": frozenset({"ci_2"})})
    assert homes == {"ar_a": "sc_1", "ar_b": "sc_2"}


def test_undated_nights_count_and_tell_no_strength_and_no_home() -> None:
    rows, homes = found_in(
        [("ev_1", None, ["ar_a", "ar_b"]), ("ev_2", NOW, ["ar_b"])],
        [("sc_1", "city", "ci_1", ["ev_1"]), ("sc_2", "city", "ci_2", ["ev_2"])],
    )
    assert np.isnan(rows["ar_a", "sc_1"][0])
    assert rows["ar_a", "sc_1"][1:] == (False, 1)
    assert np.isnan(rows["ar_b", "sc_1"][0])
    assert rows["ar_b", "sc_2"] == (1.0, True, 1)
    assert homes == {"ar_b": "sc_2"}


def test_without_scenes_nobody_belongs_anywhere() -> None:
    assert found_in([("ev_1", NOW, ["ar_a"])], []) == ({}, {})
    assert found_in([], []) == ({}, {})


@given(
    st.lists(
        st.tuples(
            st.none() | st.integers(0, NOW),
            st.sets(st.sampled_from("abc")),
            st.sets(st.sampled_from("123"), min_size=1),
        ),
        max_size=12,
    )
)
def test_strengths_are_shares_and_one_scene_is_home(
    drawn: list[tuple[int | None, set[str], set[str]]],
) -> None:
    nights = [
        (f"ev_{at:02}", day, sorted(f"ar_{who}" for who in artists))
        for at, (day, artists, _) in enumerate(drawn)
    ]
    inside = {
        name: [f"ev_{at:02}" for at, row in enumerate(drawn) if name in row[2]] for name in "123"
    }
    scenes = [(f"sc_{name}", "city", name, inside[name]) for name in "123"]
    rows, homes = found_in(nights, scenes)
    for artist in {who for who, _ in rows}:
        own = {scene: row for (who, scene), row in rows.items() if who == artist}
        known = {scene: row[0] for scene, row in own.items() if not np.isnan(row[0])}
        assert all(0 < share <= 1 + 1e-9 for share in known.values())
        if known:
            assert sum(known.values()) >= 1 - 1e-9
            assert known[homes[artist]] == pytest.approx(max(known.values()))
        assert [scene for scene, row in own.items() if row[1]] == (
            [homes[artist]] if artist in homes else []
        )


SCENE = write("""
CREATE (a:Artist {id: 'ar_00000', name: 'a'}), (b:Artist {id: 'ar_00001', name: 'b'}),
  (alias:Artist {id: 'ar_9', name: 'c'})-[:ALIAS_OF {source: 'test'}]->(a),
  (berlin:City {id: 'ci_1'}), (london:City {id: 'ci_2'}),
  (one:Scene {id: 'sc_1', kind: 'city'})-[:IN_CITY]->(berlin),
  (two:Scene {id: 'sc_2', kind: 'city'})-[:IN_CITY]->(london)
CREATE (b)-[:BASED_IN {source: 'test'}]->(london)
WITH *
UNWIND [
  ['ev_1', '2019-01-01', one, [a, b]], ['ev_2', '2018-06-01', two, [alias]],
  ['ev_3', '2019-01-01', two, [b]], ['ev_4', '2020-03-01', two, [a]], ['ev_5', null, one, [alias]]
] AS row
CREATE (night:Event {id: row[0], date: date(row[1]), cancelled: false})
WITH *, row[2] AS scene, row[3] AS who
CREATE (night)-[:IN_SCENE]->(scene)
FOREACH (artist IN who |
  CREATE (artist)-[:PERFORMED_AT {cancelled: false, source: 'test'}]->(night))
""")
CANCEL = write("MATCH (night:Event {id: 'ev_2'}) SET night.cancelled = true")
LINKS = ask(
    "MATCH (artist:Artist)-[link:AFFILIATED_WITH]->(scene:Scene) "
    "RETURN artist.id + ' ' + scene.id AS pair, link.affiliationStrength AS strength, "
    "link.isHomeScene AS home, link.eventsInScene AS nights, "
    "toString(link.firstAppearance) AS first, toString(link.lastAppearance) AS last ORDER BY pair",
    "pair", "strength", "home", "nights", "first", "last",
)  # fmt: skip


async def test_affiliations_are_published_and_only_where_they_differ(graph: Neo4jGraph) -> None:
    network = result_of(2, 0)
    await graph.write(SCENE)
    await publish(graph, network, scores=await compute_scores(graph, network))
    rows: dict[str, dict[str, Any]] = {row.pop("pair"): row for row in await graph.rows(LINKS)}
    day, weight = date(2019, 1, 1), 2 ** (-214 / 730)
    # An alias's nights are of whom it stands for, and nights to come are of nobody yet.
    assert rows == {
        "ar_00000 sc_1": {
            "strength": pytest.approx(1 / (1 + weight)), "home": True, "nights": 2,
            "first": day.isoformat(), "last": day.isoformat(),
        },
        "ar_00000 sc_2": {
            "strength": pytest.approx(weight / (1 + weight)), "home": False, "nights": 1,
            "first": "2018-06-01", "last": "2018-06-01",
        },
        "ar_00001 sc_1": {
            "strength": 0.5, "home": False, "nights": 1, "first": "2019-01-01",
            "last": "2019-01-01",
        },
        "ar_00001 sc_2": {
            "strength": 0.5, "home": True, "nights": 1, "first": "2019-01-01",
            "last": "2019-01-01",
        },
    }  # fmt: skip

    before = await fingerprint(graph)
    report = await publish(graph, network, scores=await compute_scores(graph, network))
    assert (report.published, await fingerprint(graph)) == (False, before)

    later = replace(network, as_of=date(2020, 1, 31))
    scores = await compute_scores(graph, later)
    assert {row["pair"]: row for row in await graph.rows(LINKS)}.keys() == rows.keys()
    await graph.write(CANCEL)
    await publish(graph, later, scores=await compute_scores(graph, later))
    assert [row["pair"] for row in await graph.rows(LINKS)] == [
        "ar_00000 sc_1", "ar_00001 sc_1", "ar_00001 sc_2",
    ]  # fmt: skip
    assert scores.links[0].links[0][0][1] == rows["ar_00000 sc_1"]["strength"]
