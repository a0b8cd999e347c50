"""Evidence -> edges, weights added up in a fixed order: a part gives what the whole gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from algorithms.derive.config import StrengthConfig
from algorithms.derive.evidence import Evidence
from algorithms.derive.facts import UNDATED, Bools, Floats, Ints
from graph.model import ConnectionKind

KINDS = tuple(sorted(ConnectionKind))
"""The kinds in the order in which their weights are added; the place is the bit in `kinds`."""


@dataclass(frozen=True)
class Edges:
    """Edges of one relationship type between coded nodes, N rows sorted by (start, end).

    Attributes:
        start, end: Codes of the nodes, not repeated.
        weight: Sum of the evidence; 0 for types without weight.
        count: Pieces of evidence.
        first, last: Days of dated evidence, UNDATED without any.
        kinds: Bits of the kinds, see `KINDS`; 0 but for CONNECTED.
        active: Of RELEASED_ON, False for other types.
    """

    start: Ints
    end: Ints
    weight: Floats
    count: Ints
    first: Ints
    last: Ints
    kinds: Ints
    active: Bools

    def __len__(self) -> int:
        return len(self.start)

    def __getitem__(self, rows: Ints | Bools | slice) -> "Edges":
        return Edges(
            self.start[rows], self.end[rows], self.weight[rows], self.count[rows],
            self.first[rows], self.last[rows], self.kinds[rows], self.active[rows],
        )  # fmt: skip


def add_up(evidence: Evidence, config: StrengthConfig, within: Bools) -> Edges:
    """One edge a pair.

    A pair's terms are added one after the other by day and then by id of the evidence, whatever
    other pairs are computed along with it.

    Args:
        within: For each artist code, whether its edges are asked for; a pair needs both.
    """
    chosen = np.flatnonzero(within[evidence.start] & within[evidence.end])
    start, end, day = evidence.start[chosen], evidence.end[chosen], evidence.day[chosen]
    order = np.lexsort((evidence.source[chosen], day, end, start))
    start, end, day, chosen = start[order], end[order], day[order], chosen[order]
    terms = evidence.share[chosen] * _growths(day, config)
    heads, pair = _runs(start, end)
    dated = day != UNDATED
    far = np.iinfo(np.int64).max
    since = np.where(dated, evidence.since[chosen], far)
    first = np.minimum.reduceat(since, heads) if len(heads) else since
    return Edges(
        start=start[heads],
        end=end[heads],
        weight=np.bincount(pair, terms, len(heads)).astype(np.float64),
        count=np.bincount(pair, minlength=len(heads)),
        first=np.where(first == far, UNDATED, first),
        last=np.maximum.reduceat(day, heads) if len(heads) else day,
        kinds=np.zeros(len(heads), np.int64),
        active=np.zeros(len(heads), np.bool_),
    )


def _growths(day: Ints, config: StrengthConfig) -> Floats:
    # Powers come from Python one distinct day at a time: an array function may round
    # differently depending on where in the array a value stands.
    distinct, which = np.unique(day, return_inverse=True)
    table = [0.0 if one == UNDATED else config.growth(int(one)) for one in distinct]
    return np.array(table, np.float64)[which]


def _runs(start: Ints, end: Ints) -> tuple[Ints, Ints]:
    """First row of each pair, and each row's pair, of rows sorted by pair."""
    if not len(start):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    new = np.concatenate(([True], (start[1:] != start[:-1]) | (end[1:] != end[:-1])))
    return np.flatnonzero(new), np.cumsum(new) - 1


def connected(by_kind: Mapping[ConnectionKind, Edges]) -> Edges:
    """All kinds of a pair as one edge from the smaller to the larger id.

    Weights and counts are sums over the kinds; remixes of both directions count.
    """
    parts = [(KINDS.index(kind), by_kind[kind]) for kind in KINDS if kind in by_kind]
    edges = [edges for _, edges in parts]
    bits = _ints([np.full(len(part), 1 << bit, np.int64) for bit, part in parts])
    one = _ints([part.start for part in edges])
    other = _ints([part.end for part in edges])
    start, end = np.minimum(one, other), np.maximum(one, other)
    order = np.lexsort((one, bits, end, start))
    heads, pair = _runs(start[order], end[order])
    weight = np.concatenate([np.empty(0), *(part.weight for part in edges)])[order]
    count = _ints([part.count for part in edges])[order]
    first = _ints([part.first for part in edges])[order]
    last = _ints([part.last for part in edges])[order]
    far = np.iinfo(np.int64).max
    known = np.where(first == UNDATED, far, first)
    if not len(heads):
        return nothing()
    earliest = np.minimum.reduceat(known, heads)
    return Edges(
        start=start[order][heads],
        end=end[order][heads],
        weight=np.bincount(pair, weight, len(heads)).astype(np.float64),
        count=np.add.reduceat(count, heads),
        first=np.where(earliest == far, UNDATED, earliest),
        last=np.maximum.reduceat(last, heads),
        kinds=np.bitwise_or.reduceat(bits[order], heads),
        active=np.zeros(len(heads), np.bool_),
    )


def nothing() -> Edges:
    """No edges."""
    none = np.empty(0, np.int64)
    return Edges(none, none, np.empty(0), none, none, none, none, np.empty(0, np.bool_))


def kind_names(bits: int) -> list[str]:
    """The kinds of a CONNECTED edge as the graph stores them, sorted."""
    return [str(kind.value) for bit, kind in enumerate(KINDS) if bits >> bit & 1]


def kind_bits(names: Sequence[str]) -> int:
    """The bits of stored kinds; an unknown name gives a value that no computed edge has."""
    values = [kind.value for kind in KINDS]
    return sum(1 << values.index(name) if name in values else 1 << len(KINDS) for name in names)


def _ints(parts: list[Ints]) -> Ints:
    return np.concatenate([np.empty(0, np.int64), *parts])
