"""Differences -> the graph, a transaction a batch, each only while the turn is ours."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from algorithms.derive.compare import Differences
from algorithms.derive.config import day_of
from algorithms.derive.edges import Edges, kind_names
from algorithms.derive.facts import UNDATED, Ints
from algorithms.derive.report import Counts, Progress
from graph.client import Graph, Transaction
from graph.errors import LeaseHeld
from graph.queries import Query, cypher

KEEP_TURN = cypher("derive/keep_turn")
GROW_DATA_VERSION = cypher("publish/grow_data_version")
UNTOUCH = cypher("derive/untouch")
CREATE_PAIRS = cypher("derive/create_pairs")
UPDATE_PAIRS = cypher("derive/update_pairs")
CREATE_PLAYED = cypher("derive/create_played")
UPDATE_PLAYED = cypher("derive/update_played")
CREATE_RELEASED = cypher("derive/create_released")
UPDATE_RELEASED = cypher("derive/update_released")
DELETE_EDGES = cypher("derive/delete_edges")

BATCH = 10_000
"""Edges a transaction."""

_CREATE = {"PLAYED_AT": CREATE_PLAYED, "RELEASED_ON": CREATE_RELEASED}
_UPDATE = {"PLAYED_AT": UPDATE_PLAYED, "RELEASED_ON": UPDATE_RELEASED}


@dataclass
class Writer:
    """Writes the differences of one run.

    Attributes:
        run_id: Id of the run.
        holder: Who has to hold the turn for us to write.
        decay: What a weight is worth as of the date.
        data_version: Version of the data before the facts were read, and since then as our own
            writes grew it; None once somebody else wrote in between.
    """

    graph: Graph
    run_id: str
    holder: str
    decay: float
    progress: Progress
    data_version: int | None

    async def write(
        self, kind: str, changes: Differences, starts: Sequence[str], ends: Sequence[str]
    ) -> Counts:
        """Write the differences of one relationship type.

        Args:
            starts: Code -> artist id.
            ends: Code -> id of the node an edge leads to.

        Raises:
            LeaseHeld: Another derivation began; what is written so far is right but not all.
        """
        total = len(changes.delete) + len(changes.update) + len(changes.create)
        done = 0
        for query, edges in (
            (DELETE_EDGES, changes.delete),
            (_UPDATE.get(kind, UPDATE_PAIRS), changes.update),
            (_CREATE.get(kind, CREATE_PAIRS), changes.create),
        ):
            for batch in _batches(edges):
                await self.commit(query, **self._params(query, kind, batch, starts, ends))
                done += len(batch)
                self.progress(kind, done, total)
        return Counts(
            len(changes.create), len(changes.update), len(changes.delete), changes.unchanged
        )

    async def commit(self, query: Query, **params: Any) -> None:
        """Run one statement in a transaction of its own.

        Raises:
            LeaseHeld: Another derivation began.
        """

        async def once(transaction: Transaction) -> int:
            await self._keep_turn(transaction)
            await transaction.run(query, **params)
            return await self._grow(transaction)

        self._grown(await self.graph.transact(once))

    async def untouch(self) -> None:
        """Take the marks of changed facts off, unless facts changed while we derived."""
        if self.data_version is None:
            return

        async def once(transaction: Transaction) -> int:
            await self._keep_turn(transaction)
            written = await transaction.run(UNTOUCH, dataVersion=self.data_version, limit=2 * BATCH)
            return int(written.rows[0]["untouched"])

        while await self.graph.transact(once):
            pass

    async def grow(self) -> None:
        """Say that the data changed by other writes of this run."""

        async def once(transaction: Transaction) -> int:
            return await self._grow(transaction)

        self._grown(await self.graph.transact(once))

    async def _keep_turn(self, transaction: Transaction) -> None:
        holder = (await transaction.run(KEEP_TURN)).rows[0]["holder"]
        if holder != self.holder:
            raise LeaseHeld(
                f"another derivation began while {self.run_id} was writing",
                hint="Let that one finish; it derives what this one did not.",
            )

    async def _grow(self, transaction: Transaction) -> int:
        return int((await transaction.run(GROW_DATA_VERSION)).rows[0]["dataVersion"])

    def _grown(self, version: int) -> None:
        ours = self.data_version is not None and version == self.data_version + 1
        self.data_version = version if ours else None

    def _params(
        self, query: Query, kind: str, edges: Edges, starts: Sequence[str], ends: Sequence[str]
    ) -> dict[str, Any]:
        values: dict[str, Callable[[], Any]] = {
            "type": lambda: kind,
            "starts": lambda: [starts[code] for code in edges.start.tolist()],
            "ends": lambda: [ends[code] for code in edges.end.tolist()],
            "weights": edges.weight.tolist,
            "counts": edges.count.tolist,
            "firsts": lambda: _dates(edges.first),
            "lasts": lambda: _dates(edges.last),
            "kinds": lambda: (
                [kind_names(bits) for bits in edges.kinds.tolist()] if kind == "CONNECTED" else None
            ),
            "actives": edges.active.tolist,
            "decay": lambda: self.decay,
            "runId": lambda: self.run_id,
        }
        return {param.name: values[param.name]() for param in query.params}


def _batches(edges: Edges) -> Iterator[Edges]:
    for at in range(0, len(edges), BATCH):
        yield edges[slice(at, at + BATCH)]


def _dates(days: Ints) -> list[Any]:
    return [_date(day) for day in days.tolist()]


@cache
def _date(day: int) -> Any:
    return None if day == UNDATED else day_of(day)
