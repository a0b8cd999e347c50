"""A lease keeps two processes apart and survives neither its holder nor a long stall."""

import asyncio

import pytest

from graph.client import Neo4jGraph
from graph.errors import LeaseHeld
from graph.lease import FREE, TAKE, lease
from graph.owner import this_process
from tests.probe import statement

HOLDER = statement("MATCH (lease:Lease {id: 'le_test_stall'}) RETURN lease.holder AS value")


async def test_second_holder_is_refused_and_told_who_holds_it(graph: Neo4jGraph) -> None:
    async with lease(graph, "test_two"):
        with pytest.raises(LeaseHeld, match="holds the lease test_two"):
            async with lease(graph, "test_two"):
                pass


async def test_lease_is_free_again_after_the_block(graph: Neo4jGraph) -> None:
    async with lease(graph, "test_again") as first:
        pass
    async with lease(graph, "test_again") as second:
        assert second == first + 1


async def test_waiting_holder_gets_it_when_the_first_is_done(graph: Neo4jGraph) -> None:
    order: list[str] = []

    async def hold(name: str, wait_s: float) -> None:
        async with lease(graph, "test_wait", wait_s=wait_s):
            order.append(name)
            await asyncio.sleep(0.3)

    await asyncio.gather(hold("first", 10), hold("second", 10))
    assert sorted(order) == ["first", "second"]


async def test_dead_holders_lease_ends_by_itself(graph: Neo4jGraph) -> None:
    elsewhere = "0 another-machine/1/0.00"
    dead = await graph.write(TAKE, id="le_test_dead", holder=elsewhere, seconds=1)
    async with lease(graph, "test_dead", wait_s=5) as token:
        assert token == dead.rows[0]["token"] + 1


async def test_holder_that_died_on_this_machine_keeps_nobody_waiting(graph: Neo4jGraph) -> None:
    host = this_process().partition("/")[0]
    await graph.write(TAKE, id="le_test_died", holder=f"0 {host}/1/0.00", seconds=60)
    async with lease(graph, "test_died"):
        pass


async def test_stalled_holder_that_lost_its_lease_is_cancelled(graph: Neo4jGraph) -> None:
    with pytest.raises(LeaseHeld, match="other/1/0.00 took the lease"):
        async with lease(graph, "test_stall", seconds=3):
            holder = (await graph.rows(HOLDER))[0]["value"]
            await graph.write(FREE, id="le_test_stall", holder=holder)
            await graph.write(TAKE, id="le_test_stall", holder="0 other/1/0.00", seconds=60)
            await asyncio.sleep(10)
            pytest.fail("the block went on without its lease")
    await graph.write(FREE, id="le_test_stall", holder="0 other/1/0.00")
