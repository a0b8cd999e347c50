"""One process at a time: a lease in the graph that ends with its holder.

A holder that died on this machine is seen to be dead at once; one on another machine when its
lease was not renewed for its life.

While the block runs the lease is renewed at a third of its life. A holder that was paused for
longer than that life loses it; the block is then cancelled, so that two never go on together.
"""

import asyncio
import uuid
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from graph.client import Graph
from graph.errors import LeaseHeld
from graph.owner import is_alive, this_process
from graph.queries import cypher

CONSTRAINT = cypher("leases/constraint")
TAKE = cypher("leases/take")
FREE = cypher("leases/free")

POLL_S = 0.5


@asynccontextmanager
async def lease(
    graph: Graph, name: str, *, seconds: int = 60, wait_s: float = 0.0
) -> AsyncGenerator[int]:
    """Hold the lease `name` around a block; yields its token, which grows with each new holder.

    Args:
        seconds: Life of the lease without renewal, 3 or more.
        wait_s: How long to wait for another holder to finish.

    Raises:
        LeaseHeld: Another process holds it, or took it over because this one was stalled.
    """
    holder = f"{uuid.uuid4().hex[:8]} {this_process()}"
    key = f"le_{name}"
    token = await _take(graph, key, holder, seconds, wait_s)
    owner = asyncio.current_task()
    assert owner is not None
    lost: list[str] = []

    async def renew() -> None:
        while True:
            await asyncio.sleep(seconds / 3)
            row = (await graph.write(TAKE, id=key, holder=holder, seconds=seconds)).rows[0]
            if row["holder"] != holder:
                lost.append(row["holder"])
                owner.cancel()
                return

    renewal = asyncio.create_task(renew())
    try:
        yield token
    except asyncio.CancelledError:
        if lost:
            owner.uncancel()
            raise LeaseHeld(
                f"{_process(lost[0])} took the lease {name} over from this process"
            ) from None
        raise
    finally:
        renewal.cancel()
        await graph.write(FREE, id=key, holder=holder)


async def _take(graph: Graph, key: str, holder: str, seconds: int, wait_s: float) -> int:
    current = holder
    for _ in range(2 + round(wait_s / POLL_S)):
        row = (await graph.write(TAKE, id=key, holder=holder, seconds=seconds)).rows[0]
        current = row["holder"]
        if current == holder:
            return row["token"]
        if not is_alive(_process(current), silent_s=0):
            await graph.write(FREE, id=key, holder=current)
            continue
        await asyncio.sleep(POLL_S if wait_s else 0)
    raise LeaseHeld(
        f"{_process(current)} holds the lease {key.removeprefix('le_')}",
        hint=f"Wait for it to finish; a dead process's lease ends by itself within {seconds} s.",
    )


def _process(holder: str) -> str:
    return holder.partition(" ")[2]
