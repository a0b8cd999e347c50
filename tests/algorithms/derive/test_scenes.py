"""Scenes in the graph: made, kept, emptied, renamed, deleted and made again."""

from datetime import date
from typing import Any

import pytest

from algorithms.derive import DeriveReport, SceneConfig, derive
from graph.fingerprint import fingerprint
from graph.model import node_id
from graph.queries import cypher
from tests.algorithms.derive.scenes import Scene, query
from tests.algorithms.derive.test_again import DyingGraph, Killed

DAY = date(2020, 1, 1)

PLACES = query(
    "read",
    [],
    "MATCH (scene:Scene) RETURN scene.slug AS slug, scene.kind AS kind, COLLECT { "
    "MATCH (scene)<-[:IN_SCENE]-(night:Event) RETURN night.id AS id ORDER BY id } AS nights, "
    "[(scene)-[:IN_CITY]->(city) | city.id] + [(scene)-[:OF_GENRE]->(genre) | genre.id] AS of "
    "ORDER BY slug",
    "slug kind nights of",
)
CHECKS = (
    cypher("checks/nights_lie_in_the_scene_of_their_city"),
    cypher("checks/scenes_have_nights"),
)
CLEAR = query("write", [], "MATCH (scene:Scene) DETACH DELETE scene")


async def berlin(scene: Scene) -> None:
    """Two venues in Berlin and one in London; techno nights, one of house, one without a city."""
    for city, country in (("Berlin", "DE"), ("London", "GB")):
        await scene.node("City", city, name=city)
        await scene.node("Country", country, code=country)
        await scene.fact("IN_COUNTRY", city, country)
    for genre in ("techno", "house"):
        await scene.node("Genre", genre, name=genre)
    for venue, city in (("tresor", "Berlin"), ("watergate", "Berlin"), ("fabric", "London")):
        await scene.node("Venue", venue)
        await scene.fact("LOCATED_IN", venue, city)
    await scene.artists("a", "b", "c")
    for artist, genre in (("a", "techno"), ("b", "techno"), ("c", "house")):
        await scene.fact("TAGGED", artist, genre)
    await scene.night("n1", "2019-01-01", "a", "b", "c", at="tresor")
    await scene.night("n2", "2019-01-02", "c", at="watergate")
    await scene.night("n3", "2019-01-03", "a", at="fabric")
    await scene.night("n4", "2019-01-04", "a")
    await scene.night("n5", "2019-01-05", "a", at="tresor", cancelled=True)
    await scene.touch("n1", "n2", "n3", "n4", "n5")


async def places(scene: Scene) -> dict[str, list[str]]:
    """Slug -> nights."""
    return {row["slug"]: row["nights"] for row in await scene.graph.rows(PLACES)}


BERLIN = {
    "berlin": ["n1", "n2"],
    "berlin_house": ["n2"],
    "berlin_techno": ["n1"],
    "germany_house": ["n2"],
    "germany_techno": ["n1"],
    "london": ["n3"],
    "london_techno": ["n3"],
    "uk_techno": ["n3"],
}


def counts(report: DeriveReport) -> tuple[int, ...]:
    """Scenes created, updated, deleted, unchanged."""
    return tuple(report.scenes.as_json().values())


async def test_nights_lie_in_the_scenes_of_their_cities_and_genres(scene: Scene) -> None:
    await berlin(scene)
    report = await derive(scene.graph, DAY)
    assert await places(scene) == BERLIN
    assert counts(report) == (8, 0, 0, 0)
    assert report.edges["IN_SCENE"].as_json() == {
        "created": 9, "updated": 0, "deleted": 0, "unchanged": 0
    }  # fmt: skip
    rows = {row["slug"]: row for row in await scene.graph.rows(PLACES)}
    assert (rows["berlin"]["kind"], rows["berlin"]["of"]) == ("city", ["Berlin"])
    assert (rows["berlin_techno"]["kind"], rows["berlin_techno"]["of"]) == (
        "city_genre",
        ["Berlin", "techno"],
    )
    assert (rows["uk_techno"]["kind"], rows["uk_techno"]["of"]) == ("country_genre", ["techno"])


async def test_a_night_without_a_venue_lies_where_it_is_said_to_be(scene: Scene) -> None:
    await berlin(scene)
    await scene.fact("LOCATED_IN", "n4", "London")
    await derive(scene.graph, DAY)
    assert (await places(scene))["london"] == ["n3", "n4"]


async def test_deriving_again_changes_nothing(scene: Scene) -> None:
    await berlin(scene)
    await derive(scene.graph, DAY)
    before = await fingerprint(scene.graph)
    again = await derive(scene.graph, DAY)
    assert (again.changed, counts(again)) == (0, (0, 0, 0, 0))
    full = await derive(scene.graph, DAY, full=True)
    assert (full.changed, counts(full)) == (0, (0, 0, 0, 8))
    assert full.edges["IN_SCENE"].unchanged == 9
    assert await fingerprint(scene.graph) == before


async def test_deleted_scenes_are_made_again_as_they_were(scene: Scene) -> None:
    await berlin(scene)
    await derive(scene.graph, DAY)
    before = await fingerprint(scene.graph)
    await scene.graph.write(CLEAR)
    await derive(scene.graph, DAY, full=True)
    assert await fingerprint(scene.graph) == before


async def moved(scene: Scene) -> str:
    await scene.close("LOCATED_IN", "fabric", "London")
    await scene.fact("LOCATED_IN", "fabric", "Berlin")
    return "fabric"


async def cancelled(scene: Scene) -> str:
    await scene.node("Event", "n3", cancelled=True)
    return "n3"


async def tagged(scene: Scene) -> str:
    await scene.close("TAGGED", "a", "techno")
    return "a"


async def of_a_series(scene: Scene) -> str:
    await scene.node("EventSeries", "s")
    await scene.fact("IN_SERIES", "n2", "s")
    await scene.fact("TAGGED", "s", "techno")
    return "s"


async def of_another_country(scene: Scene) -> str:
    await scene.node("Country", "CA", code="CA")
    await scene.close("IN_COUNTRY", "London", "GB")
    await scene.fact("IN_COUNTRY", "London", "CA")
    return "London"


@pytest.mark.parametrize("change", [moved, cancelled, tagged, of_a_series, of_another_country])
async def test_a_change_of_what_scenes_depend_on_gives_what_a_rebuild_gives(
    scene: Scene, change: Any
) -> None:
    await berlin(scene)
    await derive(scene.graph, DAY)
    await scene.touch(await change(scene))
    report = await derive(scene.graph, DAY)
    assert not report.full
    assert report.edges["IN_SCENE"].changed > 0 or report.scenes.changed > 0
    after, shown = await places(scene), await fingerprint(scene.graph)
    assert after != BERLIN
    assert all(after.values())
    await derive(scene.graph, DAY, full=True)
    assert (await places(scene), await fingerprint(scene.graph)) == (after, shown)


async def test_a_scene_whose_last_night_is_gone_is_deleted(scene: Scene) -> None:
    await berlin(scene)
    await derive(scene.graph, DAY)
    await cancelled(scene)
    await scene.touch("n3")
    report = await derive(scene.graph, DAY)
    assert set(BERLIN) - set(await places(scene)) == {"london", "london_techno", "uk_techno"}
    assert counts(report) == (0, 0, 3, 5)


async def test_scenes_swap_their_slugs_when_the_other_has_more_nights(scene: Scene) -> None:
    await berlin(scene)
    for city in ("one", "two"):
        await scene.node("City", city, name="Springfield")
        await scene.night(f"{city}1", "2019-01-01", at=f"club {city}")
        await scene.fact("LOCATED_IN", f"club {city}", city)
    first, second = sorted(
        ("one", "two"), key=lambda city: node_id("Scene", "drift", f"city/{city}")
    )
    await scene.touch("one1", "two1")
    await derive(scene.graph, DAY)
    assert (await places(scene))["springfield"] == [f"{first}1"]
    await scene.night(f"{second}2", "2019-01-02", at=f"club {second}")
    await scene.touch(f"{second}2")
    await derive(scene.graph, DAY)
    assert (await places(scene))["springfield"] == [f"{second}1", f"{second}2"]


async def test_another_share_of_genres_derives_all_scenes_anew(scene: Scene) -> None:
    await berlin(scene)
    await derive(scene.graph, DAY)
    report = await derive(scene.graph, DAY, scenes=SceneConfig(genre_share=0.3))
    assert (report.full, report.reason) == (True, "the configuration changed")
    assert (await places(scene))["berlin_house"] == ["n1", "n2"]


@pytest.mark.parametrize("transactions", range(5))
async def test_a_killed_derivation_of_scenes_is_repeated(scene: Scene, transactions: int) -> None:
    await berlin(scene)
    await derive(scene.graph, DAY)
    await moved(scene)
    await scene.plays("c", "n3")
    await scene.touch("fabric", "n3", "c")
    with pytest.raises(Killed):
        await derive(DyingGraph(scene.graph, 1 + transactions), DAY)
    await derive(scene.graph, DAY)
    assert await scene.touched() == []
    repeated = await fingerprint(scene.graph)
    await derive(scene.graph, DAY, full=True)
    assert await fingerprint(scene.graph) == repeated


@pytest.mark.parametrize(
    ("check", "fault"),
    [
        (0, "MATCH (:Event {id: 'n1'})-[lies:IN_SCENE]->(:Scene {slug: 'berlin'}) DELETE lies"),
        (
            0,
            "MATCH (night:Event {id: 'n4'}), (scene:Scene {slug: 'berlin'}) "
            "CREATE (night)-[:IN_SCENE]->(scene)",
        ),
        (0, "MATCH (night:Event {id: 'n2'}) SET night.cancelled = true"),
        (1, "CREATE (:Scene {id: 'sc_0', slug: 'nowhere'})"),
        (1, "MATCH (scene:Scene {slug: 'berlin'}) SET scene.slug = scene.id"),
    ],
)
async def test_checks_find_what_is_wrong_with_scenes(scene: Scene, check: int, fault: str) -> None:
    await berlin(scene)
    await derive(scene.graph, DAY)
    for one in CHECKS:
        assert await scene.graph.rows(one) == []
    await scene.graph.write(query("write", [], fault))
    assert len(await scene.graph.rows(CHECKS[check])) == 1
