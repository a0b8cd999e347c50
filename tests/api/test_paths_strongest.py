"""The strongest way: by Dijkstra where it can be, by the shortest groups where not."""

from collections.abc import AsyncIterator

import pytest

from api.execute import Executor
from graph.client import Neo4jGraph
from graph.path_projection import DROP, project_paths
from graph.queries import cypher
from tests.api.conftest import CountingGraph
from tests.api.path_questions import PATHS, ask, names
from tests.probe import statement

DERIVED_AGAIN = statement(
    """CREATE (:AlgorithmRun {id: 'al_again', kind: 'derive', status: 'succeeded',
      startedAt: datetime(), finishedAt: datetime(), paramsJson: '{"asOf":"2019-12-31"}'})""",
    mode="write",
)


@pytest.fixture
async def scene(server: Neo4jGraph) -> CountingGraph:
    """The scene of paths without a projection."""
    await server.write(cypher("maintenance/clear"))
    await server.write(cypher("publish/create_published"))
    await server.write(PATHS)
    await server.write(DROP, names=["paths-0"])
    return CountingGraph(server)


@pytest.fixture
async def projected(scene: CountingGraph) -> AsyncIterator[None]:
    """The projection of the published version."""
    await project_paths(scene.graph, 0)
    yield
    await scene.graph.write(DROP, names=["paths-0"])


@pytest.mark.usefixtures("projected")
async def test_a_long_way_of_strong_connections_beats_a_short_weak_one(executor: Executor) -> None:
    assert names((await ask(executor, "ada", "eve"))["path"]) == ["Ada", "Eve"]
    answer = await ask(executor, "ada", "eve", mode="STRONGEST")
    assert names(answer["path"]) == ["Ada", "Ben", "Dee", "Eve"]
    assert (answer["degrees"], answer["notes"]) == (3, [])


@pytest.mark.usefixtures("projected")
async def test_a_strongest_way_beyond_max_hops_is_not_taken(executor: Executor) -> None:
    answer = await ask(executor, "ada", "eve", mode="STRONGEST", maxHops=2)
    assert names(answer["path"]) == ["Ada", "Eve"]
    assert answer["notes"] == [
        "The strongest of the ways with the fewest and second fewest degrees, since the strongest"
        " of all has more degrees than maxHops."
    ]


@pytest.mark.usefixtures("projected")
async def test_a_restricted_search_says_which_rule_it_used(executor: Executor) -> None:
    answer = await ask(executor, "ada", "dee", mode="STRONGEST", kinds=["B2B", "COLLAB"])
    assert names(answer["path"]) == ["Ada", "Cy", "Dee"]
    assert answer["notes"] == [
        "The strongest of the ways with the fewest and second fewest degrees, since the search is"
        " restricted."
    ]


async def test_without_a_projection_the_best_of_two_groups_is_taken(executor: Executor) -> None:
    answer = await ask(executor, "cy", "ben", mode="STRONGEST")
    assert names(answer["path"]) == ["Cy", "Ada", "Ben"]
    assert answer["notes"] == [
        "The strongest of the ways with the fewest and second fewest degrees, since the"
        " connections are not projected as they stand."
    ]


@pytest.mark.usefixtures("projected")
async def test_a_projection_older_than_the_connections_is_not_used(
    executor: Executor, scene: CountingGraph
) -> None:
    await scene.graph.write(DERIVED_AGAIN)
    answer = await ask(executor, "ada", "eve", mode="STRONGEST")
    assert "not projected as they stand" in answer["notes"][0]


@pytest.mark.usefixtures("projected")
@pytest.mark.parametrize(("end", "reason"), [("fay", "NO_CONNECTIONS"), ("gil", "OTHER_COMPONENT")])
async def test_the_strongest_way_to_nowhere_has_its_reason(
    executor: Executor, end: str, reason: str
) -> None:
    answer = await ask(executor, "ada", end, mode="STRONGEST")
    assert (answer["found"], answer["reason"]) == (False, reason)
