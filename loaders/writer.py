"""A transaction that stamps what it writes, counts changes and marks what deriving must see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from graph.client import Row, Transaction
from graph.queries import Query, cypher

TOUCH = cypher("loads/touch")

TOUCHED_WHEN_WRITTEN: Final = frozenset({"Event", "Release", "Track"})
"""Labels whose own properties derived edges depend on."""

TOUCHED_ENDS: Final[Mapping[str, tuple[bool, bool]]] = {
    "PERFORMED_AT": (False, True),
    "ORGANISED": (False, True),
    "HELD_AT": (True, False),
    "LOCATED_IN": (True, False),
    "IN_COUNTRY": (True, False),
    "IN_SERIES": (True, False),
    "TAGGED": (True, False),
    "CREDITED_ON": (False, True),
    "ON_RELEASE": (True, True),
    "ISSUED_BY": (True, True),
    "SIGNED_TO": (True, True),
    "MEMBER_OF": (True, True),
    "ALIAS_OF": (True, True),
    "SUBLABEL_OF": (True, True),
}
"""Fact type -> whether a change of it concerns what is derived from its start and from its end."""


@dataclass(frozen=True)
class Stamp:
    """What everything that a run writes is marked with.

    Attributes:
        at: When the run started first, with its time zone.
    """

    run_id: str
    source: str
    synthetic: bool
    at: datetime


class Writer:
    """The writing side of one transaction.

    Attributes:
        changes: Nodes, relationships, properties and labels changed so far.
    """

    def __init__(self, tx: Transaction, stamp: Stamp) -> None:
        self.tx = tx
        self.stamp = stamp
        self.changes = 0
        self._marked: set[str] = set()
        self._touched: set[str] = set()

    async def run(self, query: Query, **params: Any) -> list[Row]:
        """Run a statement and count what it changed; returns its rows."""
        written = await self.tx.run(query, **params)
        self.changes += written.changes
        return written.rows

    async def value(self, query: Query, **params: Any) -> Any:
        """Run a statement of one row and one column; returns what stands there."""
        (row,) = await self.run(query, **params)
        (value,) = row.values()
        return value

    def labels(self, label: str) -> list[str]:
        """Labels of a new node."""
        return [label, "Touched"] if label in TOUCHED_WHEN_WRITTEN else [label]

    def made(self, label: str, nodes: Iterable[str]) -> None:
        """Remember new nodes, which need no second mark."""
        if label in TOUCHED_WHEN_WRITTEN:
            self._marked.update(nodes)

    def changed_node(self, label: str, node: str) -> None:
        """Remember a node whose properties changed."""
        if label in TOUCHED_WHEN_WRITTEN:
            self._touched.add(node)

    def changed_fact(self, type: str, start: str, end: str) -> None:
        """Remember the ends, as element ids, of a fact that is new, changed or closed."""
        touches_start, touches_end = TOUCHED_ENDS.get(type, (False, False))
        if touches_start:
            self._touched.add(start)
        if touches_end:
            self._touched.add(end)

    async def touch(self) -> None:
        """Mark what was remembered."""
        if nodes := sorted(self._touched - self._marked):
            await self.run(TOUCH, nodes=nodes)
