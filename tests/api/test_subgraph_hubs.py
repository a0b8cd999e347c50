"""Pulls among hubs and supernodes: what is walked through, and how much is read for it."""

from typing import Any

import pytest
from neo4j import AsyncGraphDatabase

from api.execute import Executor
from api.schema.subgraph import HUB_ACTS, reads_of
from api.subgraph.http import DOCUMENT
from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.queries import cypher
from tests.api.conftest import CountingGraph
from tests.probe import statement

SUPERNODE = 5000
"""Connections of the busiest artist."""

HUBS = statement(
    """
CREATE (ada:Artist {id: 'ar_ada', name: 'Ada', source: 'test', synthetic: false})
CREATE (various:Artist {id: 'ar_various', name: 'Various Artists', source: 'test'})
CREATE (festival:Event {id: 'ev_festival', name: 'Festival', cancelled: false})
CREATE (mixed:Release {id: 're_mixed', title: 'Mixed', type: 'compilation'})
CREATE (giant:Label {id: 'lb_giant', name: 'Giant'})
CREATE (single:Release {id: 're_single', title: 'Single', type: 'single'})
CREATE (ada)-[:PERFORMED_AT {source: 'test', sourceId: 'ada', cancelled: false}]->(festival)
CREATE (ada)-[:CREDITED_ON {role: 'primary'}]->(mixed)
CREATE (ada)-[:CREDITED_ON {role: 'primary'}]->(single)
CREATE (various)-[:CREDITED_ON {role: 'primary'}]->(single)
CREATE (ada)-[:SIGNED_TO]->(giant)
WITH *
CALL (festival, mixed, giant, various) {
  UNWIND range(1, 2000) AS n
  CREATE (other:Artist {id: 'ar_other' + toString(n), name: 'Other ' + toString(n)})
  CREATE (other)-[:SIGNED_TO]->(giant)
  WITH other, n, festival, mixed, various
  WHERE n <= $acts
  CREATE (other)-[:PERFORMED_AT {sourceId: toString(n), cancelled: false}]->(festival)
  CREATE (other)-[:CREDITED_ON {role: 'primary'}]->(mixed)
  CREATE (various)-[:CREDITED_ON {role: 'primary'}]->(:Track {id: 'tr_' + toString(n), title: 'T'})
}
""".replace("$acts", str(HUB_ACTS)),
    mode="write",
    timeout_s=30,
)

BUSY = statement(
    """
CREATE (busy:Artist {id: 'ar_busy', name: 'Busy', centralityPct: 100.0})
CREATE (friend:Artist {id: 'ar_friend', name: 'Friend', centralityPct: 99.0})
CREATE (friend)-[:CONNECTED {strength: 1.0, count: 1, kinds: ['same_event']}]->(busy)
CREATE (friend)-[:CONNECTED {strength: 0.9, count: 1, kinds: ['same_event']}]->
  (:Artist {id: 'ar_quiet', name: 'Quiet', centralityPct: 1.0})
WITH busy
UNWIND range(1, $many) AS n
CREATE (busy)-[:CONNECTED {strength: n / 10000.0, count: 1, kinds: ['same_event']}]->
  (:Artist {id: 'ar_n' + right('0000' + toString(n), 5), name: 'N', centralityPct: 50.0})
""".replace("$many", str(SUPERNODE)),
    mode="write",
    timeout_s=60,
)


@pytest.fixture(scope="module")
async def scene(server: Neo4jGraph) -> CountingGraph:
    """Hubs and a supernode, in place of the common scene."""
    await server.write(cypher("maintenance/clear"))
    await server.write(cypher("publish/create_published"))
    await server.write(HUBS)
    await server.write(BUSY)
    return CountingGraph(server)


async def pull(executor: Executor, root: str, **options: Any) -> dict[str, Any]:
    answer = await executor.execute(DOCUMENT, {"root": root, "options": options})
    assert answer.errors == []
    assert answer.data is not None
    return answer.data["subgraph"]


def ids(found: dict[str, Any]) -> list[str]:
    return [node["id"] for node in found["nodes"]]


async def test_hubs_are_shown_and_not_walked_through(executor: Executor) -> None:
    found = await pull(executor, "ar_ada", hops=3)
    assert ids(found) == [
        "ar_ada", "ev_festival", "lb_giant", "re_mixed", "re_single", "ar_various"
    ]  # fmt: skip
    assert {"limit": "HUBS", "leftOut": None} in found["truncatedBy"]
    assert found["notes"] == [
        "Festival (ev_festival) is a hub: it is shown and not walked through.",
        "Giant (lb_giant) is a hub: it is shown and not walked through.",
        "Mixed (re_mixed) is a hub: it is shown and not walked through.",
        "Further hubs: 1.",
    ]


async def test_a_hub_that_is_the_root_is_walked_from(executor: Executor) -> None:
    found = await pull(executor, "ev_festival", hops=1)
    assert len(found["nodes"]) == HUB_ACTS + 2
    assert found["truncatedBy"] == [{"limit": "HOPS", "leftOut": None}]


async def test_a_supernode_shows_its_strongest_connections_and_counts_the_others(
    executor: Executor,
) -> None:
    found = await pull(executor, "ar_busy", hops=1, maxNodes=4)
    assert ids(found) == ["ar_busy", "ar_friend", "ar_n05000", "ar_n04999"]
    assert len(found["edges"]) == 3
    assert found["truncatedBy"] == [{"limit": "MAX_NODES", "leftOut": SUPERNODE + 1 - 3}]


async def test_a_hop_reads_no_more_than_its_bound_and_says_so(
    executor: Executor, scene: CountingGraph
) -> None:
    few = Executor(executor.schema, Impatient(scene.graph), executor.settings)
    found = await pull(few, "ar_friend", hops=3)
    assert ids(found) == ["ar_friend", "ar_busy", "ar_quiet"]
    assert {"limit": "READS", "leftOut": None} in found["truncatedBy"]


@pytest.mark.parametrize("most", [10, 100, 1000])
async def test_hits_stay_in_proportion_to_what_may_be_read_and_shown(
    executor: Executor, scene: CountingGraph, connection: Connection, most: int
) -> None:
    graph = Remembering(scene.graph)
    await pull(Executor(executor.schema, graph, executor.settings), "ar_busy", maxNodes=most)
    hits = await hits_of(connection, graph.statement, graph.parameters)
    # Eleven for each relationship of the root, and sixty for each node that is shown.
    assert hits < 11 * SUPERNODE + 60 * most


class Remembering(CountingGraph):
    """Remembers the last statement with its parameters."""

    async def record(self, statement: str, parameters: Any, *, timeout_s: float) -> Any:
        self.statement, self.parameters = statement, dict(parameters)
        return await super().record(statement, parameters, timeout_s=timeout_s)


class Impatient(CountingGraph):
    """Lets a hop read 100 relationships."""

    async def record(self, statement: str, parameters: Any, *, timeout_s: float) -> Any:
        fewer = {
            name: 100 if name.startswith("reads_") else value for name, value in parameters.items()
        }
        assert fewer != parameters
        return await super().record(statement, fewer, timeout_s=timeout_s)


async def hits_of(connection: Connection, text: str, parameters: dict[str, Any]) -> int:
    """Hits of the store, as the database counts them."""
    auth = (connection.user, connection.password.get_secret_value())
    async with (
        AsyncGraphDatabase.driver(connection.uri, auth=auth) as driver,
        driver.session() as session,
    ):
        result = await session.run(f"PROFILE {text}", parameters)
        return total((await result.consume()).profile)


def total(plan: Any) -> int:
    return plan.get("dbHits", 0) + sum(total(child) for child in plan.get("children", ()))


def test_what_a_hop_may_read_grows_with_the_nodes_there_is_room_for() -> None:
    assert reads_of({"maxNodes": 1}) == 20_050
    assert reads_of({"maxNodes": 2000}) == 120_000
