"""A fragment file, taken apart at its final RETURN so that it can stand inside a statement."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from api.compiler.optional import Optional, is_left_out, optional_predicates, settled
from api.compiler.projection import Projection, projection
from api.compiler.tokens import Template, Text, compact, template
from graph.errors import QueryHeaderInvalid
from graph.queries import Query

_THIS = re.compile(r"^(?:(?P<name>[a-z]\w*)\s+)?(?P<label>[A-Z]\w*(?:\|[A-Z]\w*)*)$")
_ALTERNATIVES = ("OR", "XOR")
_CLAUSES = ("RETURN", "WHERE", "MATCH", "WITH", "UNWIND", "CALL", "YIELD")


@dataclass(frozen=True)
class Fragment:
    """A piece of Cypher with a final RETURN.

    Attributes:
        query: The file as it was read.
        reads: Names it takes from outside: `this`, or columns of the row it stands under.
        head: All clauses before the final RETURN.
        projection: What follows the word RETURN, up to the end: items, ORDER BY, LIMIT.
        columns: Names of the returned columns, in order.
        filterable: `WHERE` or `MATCH` when a predicate can be added to the last clause of the
            head by AND or WHERE, else empty; an OR outside brackets is in the way.
    """

    query: Query
    reads: tuple[str, ...]
    head: Template
    projection: Projection
    columns: tuple[str, ...]
    filterable: str

    @cached_property
    def _heads(self) -> dict[tuple[Optional, ...], Template]:
        return {}

    def head_for(self, arguments: Mapping[str, Any]) -> Template:
        """The head as it is rendered, without the optional predicates whose parameter is null."""
        left_out = tuple(one for one in self.optional if is_left_out(one, arguments))
        if left_out not in self._heads:
            self._heads[left_out] = compact(settled(self.head, left_out))
        return self._heads[left_out]

    @cached_property
    def optional(self) -> tuple[Optional, ...]:
        """Predicates of the head that count only if a parameter is given."""
        return optional_predicates(self.head)

    @property
    def expressions(self) -> dict[str, str]:
        """Column -> the expression behind it."""
        return self.projection.expressions

    @property
    def collapses(self) -> bool:
        """Whether the final RETURN makes fewer rows than its head."""
        return self.projection.aggregates or self.projection.limits

    @property
    def name(self) -> str:
        """Path of the file below `cypher/`."""
        return self.query.name

    @property
    def is_indexable(self) -> bool:
        """Whether an index can serve its order: one MATCH of a root that returns one node."""
        one = len(self.columns) == 1 and not self.collapses
        return one and bool(self.filterable) and not self.reads

    def is_node(self, column: str) -> bool:
        """Whether the header calls a column a NODE."""
        return any(c.name == column and c.type == "NODE" for c in self.query.columns)


@cache
def fragment(query: Query) -> Fragment:
    """The fragment of a query of mode `fragment`.

    Raises:
        QueryHeaderInvalid: It is not of that mode, has no final RETURN, or a UNION at its top.
    """
    if query.mode != "fragment":
        raise QueryHeaderInvalid(f"{query.name}: mode is {query.mode}, not fragment")
    parts = template(query.text)
    last, clause = _outline(query, parts)
    return Fragment(
        query=query,
        reads=_reads(query),
        head=parts[:last],
        projection=projection(parts[last + 1 :]),
        columns=tuple(column.name for column in query.columns),
        filterable=clause if clause in ("WHERE", "MATCH") else "",
    )


def _outline(query: Query, parts: Template) -> tuple[int, str]:
    depth, last, clause, before_last = 0, None, "", ""
    for at, part in enumerate(parts):
        word = part.text if isinstance(part, Text) else ""
        if word in "([{" and word:
            depth += 1
        elif word in ")]}" and word:
            depth -= 1
        elif depth == 0 and word == "UNION":
            raise QueryHeaderInvalid(f"{query.name}: a UNION stands inside CALL () {{ ... }}")
        elif depth == 0 and word in _CLAUSES:
            if word == "RETURN":
                last, before_last = at, clause
            clause = word
        elif depth == 0 and word in _ALTERNATIVES and clause == "WHERE":
            clause = word
    if last is None:
        raise QueryHeaderInvalid(f"{query.name}: a fragment ends in RETURN")
    return last, before_last


def _reads(query: Query) -> tuple[str, ...]:
    if query.this is None:
        return ()
    names: list[str] = []
    for item in query.this.split(","):
        match = _THIS.match(item.strip())
        if match is None:
            raise QueryHeaderInvalid(f"{query.name}: cannot read `this: {query.this}`")
        names.append(match["name"] or "this")
    return tuple(names)
