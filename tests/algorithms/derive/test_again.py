"""Deriving again: nothing to do, moved dates, killed runs, changes while deriving."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any, TypeVar

import pytest

from algorithms.derive import DeriveReport, StrengthConfig, derive
from graph.client import Graph, Row, Transaction, Written
from graph.errors import LeaseHeld
from graph.queries import Query, cypher
from tests.algorithms.derive.scenes import Scene, query

DAY = date(2020, 1, 1)
LATER = date(2020, 3, 1)
T = TypeVar("T")

VERSION = query("read", [], "MATCH (p:Published) RETURN p.dataVersion AS version", "version")
RUNS = query(
    "read", [], "MATCH (run:AlgorithmRun) RETURN run.kind AS kind ORDER BY run.startedAt", "kind"
)


class Killed(Exception):
    """The process ends here."""


class DyingGraph:
    """A graph whose user is killed after some transactions, before its end is recorded."""

    def __init__(self, graph: Graph, transactions: int) -> None:
        self._graph = graph
        self._left = transactions

    async def rows(self, query: Query, /, **params: Any) -> list[Row]:
        return await self._graph.rows(query, **params)

    async def write(self, query: Query, /, **params: Any) -> Written:
        if query.name == "runs/finish_algorithm_run":
            return Written([], 0)
        return await self._graph.write(query, **params)

    async def transact(
        self, work: Callable[[Transaction], Awaitable[T]], *, timeout_s: float = 120.0
    ) -> T:
        if self._left == 0:
            raise Killed
        self._left -= 1
        return await self._graph.transact(work, timeout_s=timeout_s)

    async def record(self, statement: str, parameters: Any, *, timeout_s: float) -> None:
        raise NotImplementedError


async def small_scene(scene: Scene) -> None:
    """Nights, a release, a collective; one night lies after `DAY`."""
    await scene.night("n1", "2019-01-01", "a", "b", "c", at="v")
    await scene.night("n2", "2019-06-01", "a", "b", at="w")
    await scene.night("n3", "2020-02-01", "b", "c", at="v")
    await scene.release("r1", "2018-01-01", label="L", primary="a d")
    await scene.node("Collective", "C")
    await scene.fact("MEMBER_OF", "a", "C")
    await scene.fact("MEMBER_OF", "d", "C")
    await scene.touch("n1", "n2", "n3", "r1", "L", "C")


def changed(report: DeriveReport) -> int:
    return sum(counts.changed for counts in report.edges.values())


async def test_deriving_again_writes_no_edge_and_reads_no_artist(scene: Scene) -> None:
    await small_scene(scene)
    first = await derive(scene.graph, DAY)
    edges = await scene.edges()
    again = await derive(scene.graph, DAY)
    assert first.full
    assert changed(first) == len(edges) > 0
    assert (again.full, again.artists, again.changed) == (False, 0, 0)
    assert await scene.touched() == []
    full = await derive(scene.graph, DAY, full=True)
    assert (full.full, full.changed) == (True, 0)
    assert await scene.edges() == edges


async def test_a_derivation_that_changes_nothing_leaves_the_data_version(scene: Scene) -> None:
    await small_scene(scene)
    await derive(scene.graph, DAY)
    before = (await scene.graph.rows(VERSION))[0]["version"]
    await derive(scene.graph, DAY)
    await scene.night("n9", "2019-01-01", "a", "b")
    await scene.touch("n9")
    between = (await scene.graph.rows(VERSION))[0]["version"]
    await derive(scene.graph, DAY)
    assert between == before + 1  # the touch, as a load batch grows it
    assert (await scene.graph.rows(VERSION))[0]["version"] > between


async def test_a_later_and_an_earlier_date_equal_a_rebuild_for_that_date(scene: Scene) -> None:
    await small_scene(scene)
    rebuilt: dict[date, Any] = {}
    for day in (LATER, DAY):
        await derive(scene.graph, day, full=True)
        rebuilt[day] = await scene.edges()
    assert rebuilt[DAY] != rebuilt[LATER]
    forward = await derive(scene.graph, LATER)
    assert not forward.full
    assert await scene.edges() == rebuilt[LATER]
    back = await derive(scene.graph, DAY)
    assert back.full
    assert await scene.edges() == rebuilt[DAY]


async def test_moving_the_date_ages_strengths_and_leaves_weights(scene: Scene) -> None:
    await scene.night("n1", "2019-01-01", "a", "b")
    await derive(scene.graph, DAY)
    before = await scene.edges("CONNECTED")
    report = await derive(scene.graph, LATER)
    after = await scene.edges("CONNECTED")
    key = ("CONNECTED", "a", "b")
    assert (changed(report), report.aged) == (0, 2)
    assert after[key]["weight"] == before[key]["weight"]
    config = StrengthConfig()
    expected = config.strength(after[key]["weight"], LATER)
    assert after[key]["strength"] == pytest.approx(expected, abs=1e-15)
    assert after[key]["strength"] < before[key]["strength"]


async def test_another_configuration_rebuilds(scene: Scene) -> None:
    await small_scene(scene)
    await derive(scene.graph, DAY)
    other = StrengthConfig(half_life_days=100, b2b=0.5)
    report = await derive(scene.graph, DAY, other)
    assert (report.full, report.reason) == (True, "the configuration changed")
    assert (await derive(scene.graph, DAY, other, full=True)).changed == 0


@pytest.mark.parametrize("day", [DAY, LATER])
@pytest.mark.parametrize("transactions", range(8))
async def test_a_killed_derivation_is_repeated(scene: Scene, transactions: int, day: date) -> None:
    await small_scene(scene)
    await derive(scene.graph, LATER, full=True)
    expected = {LATER: await scene.edges()}
    await derive(scene.graph, DAY)
    expected[DAY] = await scene.edges()
    await scene.close("PERFORMED_AT", "b", "n2")
    await scene.plays("e", "n2")
    await scene.touch("n2")
    with pytest.raises(Killed):
        await derive(DyingGraph(scene.graph, transactions), LATER)
    await derive(scene.graph, day)
    repeated = await scene.edges()
    assert await scene.touched() == []
    await derive(scene.graph, day, full=True)
    assert repeated == await scene.edges() != expected[day]


async def test_facts_changed_while_deriving_stay_marked(scene: Scene) -> None:
    await small_scene(scene)

    def load_meanwhile(what: str, done: int, total: int) -> None:
        pending.append(what)

    pending: list[str] = []
    graph = LoadingGraph(scene)
    await derive(graph, DAY, progress=load_meanwhile)
    assert pending
    assert "n1" in await scene.touched()
    await derive(scene.graph, DAY)
    assert await scene.touched() == []
    edges = await scene.edges()
    assert ("CONNECTED", "a", "late") in edges
    await derive(scene.graph, DAY, full=True)
    assert await scene.edges() == edges


class LoadingGraph(DyingGraph):
    """A graph to which a load adds a set at the first transaction of a derivation."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene.graph, -1)
        self._scene = scene
        self._loaded = False

    async def write(self, query: Query, /, **params: Any) -> Written:
        return await self._graph.write(query, **params)

    async def transact(
        self, work: Callable[[Transaction], Awaitable[T]], *, timeout_s: float = 120.0
    ) -> T:
        if not self._loaded:
            self._loaded = True
            await self._scene.plays("late", "n1")
            await self._scene.touch("n1")
        return await self._graph.transact(work, timeout_s=timeout_s)


async def test_an_overtaken_derivation_stops_before_it_writes(scene: Scene) -> None:
    await small_scene(scene)

    class Overtaken(DyingGraph):
        async def transact(
            self, work: Callable[[Transaction], Awaitable[T]], *, timeout_s: float = 120.0
        ) -> T:
            if self._left == 0:
                self._left = -1
                await derive(scene.graph, DAY)
            return await super().transact(work, timeout_s=timeout_s)

    with pytest.raises(LeaseHeld, match="began while"):
        await derive(Overtaken(scene.graph, 1), DAY)
    edges = await scene.edges()
    await derive(scene.graph, DAY, full=True)
    assert await scene.edges() == edges


async def test_every_run_leaves_a_node_with_what_it_counted(scene: Scene) -> None:
    await small_scene(scene)
    report = await derive(scene.graph, DAY)
    await derive(scene.graph, LATER)
    rows = await scene.graph.rows(cypher("derive/earlier_runs"))
    assert [row["finished"] for row in rows] == [True]
    assert rows[0]["id"] != report.run_id
    kinds = [row["kind"] for row in await scene.graph.rows(RUNS)]
    assert kinds == ["derive", "derive", "age"]
