"""What an operation costs at most, worked out from its shape before the database is asked.

A node is an object that is read from the graph: an entry of a list, a row of a page, or what a
field leads to. An operation costs one point a node, and the weights of its fields each time they
are answered. Lists multiply what is below them by the rows they have at most.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from api.compiler.bounds import Asked, Bound, Given, PageSize
from api.compiler.ceilings import Ceilings
from api.compiler.pages import PageFacts
from api.compiler.shape import (
    ListShape,
    ObjectShape,
    PageField,
    PageShape,
    Shape,
    SoleShape,
    TaggedShape,
)
from api.errors import TooCostly
from graph.settings import ApiSettings

_KEPT = 64
"""Costs a plan remembers, one for each set of list sizes it was asked for."""


@dataclass(frozen=True)
class Cost:
    """The worst case of one request.

    Attributes:
        nodes: Objects the answer may have.
        points: Those, and the weights of fields.
    """

    nodes: int = 0
    points: int = 0

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.nodes + other.nodes, self.points + other.points)

    def check(self, settings: ApiSettings) -> None:
        """Refuse what is too large.

        Raises:
            TooCostly: There may be more nodes, or more points, than allowed.
        """
        for what, figure, limit in (
            ("nodes", self.nodes, settings.nodes_max),
            ("points", self.points, settings.cost_max),
        ):
            if figure > limit:
                raise TooCostly(
                    f"up to {figure} {what}, {limit} are allowed: ask for smaller pages"
                )

    def times(self, rows: int) -> "Cost":
        """The cost of as many."""
        return Cost(rows * self.nodes, rows * self.points)


NODE = Cost(1, 1)
NOTHING = Cost()


class Price:
    """The cost of one plan, worked out once for each set of list sizes."""

    def __init__(self, shape: ObjectShape) -> None:
        self._shape = shape
        self._asked = tuple(dict.fromkeys(_asked(shape)))
        self._known: dict[tuple[int, ...], Cost] = {}

    def of(
        self, parameters: Mapping[str, Any], pages: Mapping[int, PageFacts], ceilings: Ceilings
    ) -> Cost:
        """The cost of a request with these parameters and pages."""
        sizes = tuple(_size(bound, parameters, pages, ceilings) for bound in self._asked)
        cost = self._known.get(sizes)
        if cost is None:
            cost = _worst(self._shape, dict(zip(self._asked, sizes, strict=True)))
            if len(self._known) == _KEPT:
                self._known.clear()
            self._known[sizes] = cost
        return cost


def _size(
    bound: Asked,
    parameters: Mapping[str, Any],
    pages: Mapping[int, PageFacts],
    ceilings: Ceilings,
) -> int:
    if isinstance(bound, PageSize):
        return pages[bound.use].size
    if not isinstance(bound, Given):
        return ceilings.of(bound.fragment)
    value: int | list[Any] | None = parameters[bound.parameter]
    return len(value) if isinstance(value, list) else value or 0


def _asked(shape: Shape | None) -> Iterator[Asked]:
    """The bounds that no declaration gives as a number."""
    match shape:
        case ObjectShape(fields=fields):
            for field in fields:
                yield from _asked(field.shape)
        case TaggedShape(variants=variants):
            for variant in variants:
                yield from _asked(variant)
        case ListShape(item=item, most=most):
            if not isinstance(most, int):
                yield most
            yield from _asked(item)
        case SoleShape(item=item):
            yield from _asked(item)
        case PageShape(use=use, fields=fields):
            yield PageSize(use)
            for field in _flat(fields):
                yield from _asked(field.shape)
        case _:
            return


def _worst(shape: Shape | None, sizes: Mapping[Asked, int]) -> Cost:
    match shape:
        case ObjectShape(fields=fields, is_node=is_node):
            below = (_worst(f.shape, sizes) + Cost(points=f.weight) for f in fields)
            return sum(below, NODE if is_node else NOTHING)
        case TaggedShape(variants=variants):
            each = [_worst(variant, sizes) for variant in variants]
            return Cost(max(one.nodes for one in each), max(one.points for one in each))
        case ListShape(item=item, most=most):
            return _worst(item, sizes).times(_rows(most, sizes))
        case SoleShape(item=item):
            return _worst(item, sizes)
        case PageShape(use=use, fields=fields):
            row = sum((_worst(f.shape, sizes) for f in _flat(fields)), NOTHING)
            if row == NOTHING and any(f.name in ("nodes", "edges") for f in fields):
                row = NODE
            page = row.times(sizes[PageSize(use)])
            return page + Cost(points=sum(f.weight for f in fields))
        case _:
            return NOTHING


def _rows(bound: Bound, sizes: Mapping[Asked, int]) -> int:
    return bound if isinstance(bound, int) else sizes[bound]


def _flat(fields: tuple[PageField, ...]) -> Iterator[PageField]:
    """The fields of a connection and of its edges."""
    for field in fields:
        yield field
        yield from _flat(field.fields)
