"""Nothing is derived from a load that waits for a person."""

from datetime import date

import pytest

from algorithms.derive import derive
from graph.client import Neo4jGraph
from graph.errors import LoadHeld
from tests.probe import statement

HELD = statement(
    "CREATE (:LoadRun {id: 'lr_1', source: 'club-archive', status: 'held', error: 'half is gone',"
    " startedAt: datetime('2026-11-20T03:00:00Z')})",
    mode="write",
)
ACCEPTED = statement(
    "CREATE (:LoadRun {id: 'lr_2', source: 'club-archive', status: 'succeeded',"
    " startedAt: datetime('2026-11-20T09:00:00Z')})",
    mode="write",
)


async def test_held_load_stops_the_derivation_and_says_what_to_do(graph: Neo4jGraph) -> None:
    await graph.write(HELD)
    with pytest.raises(LoadHeld, match="club-archive: half is gone") as caught:
        await derive(graph, date(2026, 11, 20))
    assert "load it again with --accept" in caught.value.hint
    assert caught.value.exit_code == 3


async def test_accepted_load_lets_it_go_on(graph: Neo4jGraph) -> None:
    await graph.write(HELD)
    await graph.write(ACCEPTED)
    assert (await derive(graph, date(2026, 11, 20))).changed == 0
