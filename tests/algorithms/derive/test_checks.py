"""Checks of derived edges: no rows on a derived graph, a row for each fault."""

from datetime import date

import pytest

from algorithms.derive import derive
from graph.queries import cypher
from tests.algorithms.derive.scenes import Scene, query

CHECKS = {
    name: cypher(f"checks/{name}")
    for name in (
        "connections_from_smaller_to_larger_id",
        "connections_to_oneself",
        "connections_stored_twice",
        "connection_strength_follows_weight",
        "connection_adds_up_its_kinds",
        "shared_nights_are_in_the_facts",
    )
}
CONNECTED = "MATCH (a {id: 'a'})-[edge:CONNECTED]->(b {id: 'b'}) "
SHARES = "MATCH (a {id: 'a'})-[edge:SHARES_EVENT]->(b {id: 'b'}) "
FAULTS = [
    ("connections_from_smaller_to_larger_id", SHARES + "CREATE (b)-[:CONNECTED]->(a)"),
    ("connections_to_oneself", SHARES + "CREATE (a)-[:REMIXED]->(a)"),
    ("connections_stored_twice", SHARES + "CREATE (a)-[:SHARES_EVENT]->(b)"),
    ("connections_stored_twice", "MATCH (a)-[:PLAYED_AT]->(v) CREATE (a)-[:PLAYED_AT]->(v)"),
    ("connection_strength_follows_weight", CONNECTED + "SET edge.strength = 1.5"),
    ("connection_strength_follows_weight", CONNECTED + "SET edge.strength = 0.0"),
    ("connection_strength_follows_weight", CONNECTED + "REMOVE edge.strength"),
    ("connection_adds_up_its_kinds", CONNECTED + "SET edge.weight = 2 * edge.weight"),
    ("connection_adds_up_its_kinds", CONNECTED + "SET edge.kinds = ['b2b', 'same_event']"),
    ("connection_adds_up_its_kinds", CONNECTED + "DELETE edge"),
    ("connection_adds_up_its_kinds", SHARES + "DELETE edge"),
    ("shared_nights_are_in_the_facts", SHARES + "SET edge.count = edge.count + 1"),
]


async def derived(scene: Scene) -> None:
    await scene.night("n1", "2019-01-01", "a", "z", "c", at="v")
    await scene.night("n2", None, "a", "d", at="v")
    await scene.artists("b")
    await scene.fact("ALIAS_OF", "z", "b")
    await scene.release("r1", "2018-01-01", label="L", primary="a")
    await scene.track("t1", "r1", remixer="c")
    await derive(scene.graph, date(2020, 1, 1))


@pytest.mark.parametrize("name", CHECKS)
async def test_a_derived_graph_passes(scene: Scene, name: str) -> None:
    await derived(scene)
    assert await scene.graph.rows(CHECKS[name]) == []


@pytest.mark.parametrize(("name", "fault"), FAULTS)
async def test_a_fault_is_found(scene: Scene, name: str, fault: str) -> None:
    await derived(scene)
    await scene.graph.write(query("write", [], fault))
    assert len(await scene.graph.rows(CHECKS[name])) > 0


async def test_a_full_derivation_mends_every_fault(scene: Scene) -> None:
    await derived(scene)
    edges = await scene.edges()
    for _, fault in FAULTS:
        await scene.graph.write(query("write", [], fault))
    await derive(scene.graph, date(2020, 1, 1), full=True)
    assert await scene.edges() == edges
    assert [name for name in CHECKS if await scene.graph.rows(CHECKS[name])] == []
