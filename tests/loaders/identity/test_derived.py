"""Identity and what is derived: a merge and its undoing leave the derived edges exact."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from algorithms.derive import derive
from graph.client import Neo4jGraph
from graph.fingerprint import fingerprint
from loaders.identity import merge, split
from tests.loaders.identity.scene import Told, tell
from tests.probe import statement

AS_OF = date(2019, 12, 31)
LONDON = Told("ra-london", "k", "Ben Klock", nights=[("a", 2018), ("b", 2019)])
GUEST = Told("ra-london", "g", "Guest", nights=[("a", 2018)])
BERLIN = Told("berghain", "k", "B. Klock", nights=[("a", 2017)])
HOST = Told("berghain", "h", "Host", nights=[("a", 2017), ("b", 2018)])
TWICE = replace(BERLIN, nights=[("a", 2017), ("b", 2018)])

CONNECTED = statement(
    "MATCH (a)-[edge:CONNECTED]->(b) RETURN [a.name, b.name, edge.count] AS value ORDER BY value"
)


@pytest.mark.parametrize("alias", [False, True], ids=["strangers", "aliases"])
async def test_a_split_after_a_merge_gives_back_every_derived_edge(
    graph: Neo4jGraph, alias: bool
) -> None:
    told = [LONDON, GUEST, TWICE, HOST]
    await tell(graph, *told, aliases=[(TWICE, LONDON)] if alias else [])
    await derive(graph, AS_OF)
    before = await fingerprint(graph)
    await merge(graph, [LONDON.id, TWICE.id], reason="the same", actor="a person")
    await derive(graph, AS_OF)
    merged = await fingerprint(graph)
    await derive(graph, AS_OF, full=True)
    assert await fingerprint(graph) == merged
    pairs = {frozenset(row["value"][:2]) for row in await graph.rows(CONNECTED)}
    assert pairs == {frozenset(("Ben Klock", other)) for other in ("Guest", "Host")}
    await split(graph, LONDON.id, [TWICE.record], reason="no", actor="a person")
    await derive(graph, AS_OF)
    assert await fingerprint(graph) == before
    await derive(graph, AS_OF, full=True)
    assert await fingerprint(graph) == before


async def test_two_of_one_line_up_that_become_one_are_not_connected_with_themselves(
    graph: Neo4jGraph,
) -> None:
    one, other, third = (
        Told("ra-london", name, name, nights=[("a", 2018)]) for name in ("One", "Other", "Third")
    )
    await tell(graph, one, other, third)
    await derive(graph, AS_OF)
    names = [each.name for each in (one, other, third)]
    assert {frozenset(row["value"][:2]) for row in await graph.rows(CONNECTED)} == {
        frozenset(pair) for pair in combinations(names, 2)
    }
    result = await merge(graph, [one.id, other.id], reason="the same", actor="a person")
    await derive(graph, AS_OF)
    survivor = one if result.survivor == one.id else other
    [edge] = [row["value"] for row in await graph.rows(CONNECTED)]
    assert {*edge[:2]} == {"Third", min(one.source_id, other.source_id).split("/")[1]}
    assert survivor.id == result.survivor
