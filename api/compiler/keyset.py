"""The rows of a page as Cypher: keyset predicates, order and limit before anything nested expands.

The rows of a page begin with key and tie, for the cursors. Where an index holds the key, rows
with the key and rows without it are two pieces, and the second runs only when the first does not
fill the page: one scan of the index, a page long. Else the rows are ordered by key and tie alone,
and what else is selected is read of the rows of the page.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from api.compiler.declare import Paged
from api.compiler.filters import Filter, compile_filter
from api.compiler.fragments import Fragment
from api.compiler.orders import KeyType, Order
from api.compiler.rows import Use, use_of
from api.compiler.scope import NODE, Scope

if TYPE_CHECKING:
    from api.compiler.plan import Compilation

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Page:
    """One connection while it is being compiled.

    Attributes:
        use: Number its parameters end in.
        begins: Whether it begins at a cursor.
        known: Arguments that become parameters of the fragment as they are.
    """

    compilation: "Compilation"
    rule: Paged
    read: Fragment
    scope: Scope
    order: Order
    use: int
    backward: bool
    begins: bool
    arguments: dict[str, Any]
    known: dict[str, Any]
    filter_type: Any

    def fresh(self) -> Use:
        """The fragment, renamed apart once more, with the same parameters."""
        return use_of(self.compilation, self.read, self.scope, self.known, self.use)

    def filter(self, use: Use, node: str | None = None) -> Filter:
        """The predicate of the argument `where`; `node` is what stands for that column."""
        where = self.arguments.get("where")
        if not where:
            return Filter()
        return compile_filter(self.filter_type, where, node or use.variable(NODE), str(self.use))

    @property
    def falling(self) -> bool:
        """Whether keys fall in the direction the page is read."""
        return self.order.descending != self.backward

    def ranked(self, key: str, tie: str) -> str:
        """Predicate of the rows with a key, from the cursor on."""
        if not self.begins:
            return f"{key} IS NOT NULL"
        sign = "<" if self.falling else ">"
        return (
            f"{key} {sign}= $key_{self.use} "
            f"AND ({key} {sign} $key_{self.use} OR {tie} {self.tie_sign} $tie_{self.use})"
        )

    def bare(self, key: str, tie: str) -> str:
        """Predicate of the rows without a key, from the cursor on."""
        beyond = f" AND {tie} {self.tie_sign} $bare_{self.use}" if self.begins else ""
        return f"{key} IS NULL{beyond}"

    @property
    def tie_sign(self) -> str:
        """How ties compare with the cursor's."""
        return "<" if self.backward else ">"

    @property
    def tie_word(self) -> str:
        """Direction of the ties."""
        return " DESC" if self.backward else ""

    @property
    def key_word(self) -> str:
        """Direction of the keys."""
        return " DESC" if self.falling else ""


def page_rows(one: Page, source: Use, values: list[str]) -> str:
    """The rows of a page as a list, each with key, tie and the values."""
    if one.order.indexed:
        return _indexed(one, source, values)
    if source.fragment.collapses:
        head, read = f"{source.head}\nWITH {source.projection}", source.expression
    else:
        head, read = source.head, source.behind
    key, tie = f"key_{source.number}", f"tie_{source.number}"
    condition = one.filter(source, read(NODE)).text
    if one.begins:
        beyond = f"({one.ranked(key, tie)})"
        if one.order.nullable:
            beyond = f"({beyond} OR ({one.bare(key, tie)}))"
        condition = f"{condition} AND {beyond}" if condition else beyond
    bare_last = f"{key} IS NULL{one.tie_word}, " if one.order.nullable else ""
    named = f"{read(one.order.key)} AS {key}, {read(one.order.tie)} AS {tie}"
    columns = ", ".join([*_columns(source, read, values), key, tie])
    return "\n".join(
        [
            "COLLECT {",
            head,
            f"WITH *, {named}" + (f" WHERE {condition}" if condition else ""),
            f"WITH {columns} ORDER BY {bare_last}{key}{one.key_word}, {tie}{one.tie_word}"
            f" LIMIT $limit_{one.use}",
            f"RETURN {_row(one.order, key, tie, values)} AS row_{source.number}",
            "}",
        ]
    )


def _columns(source: Use, read: Callable[[str], str], values: list[str]) -> list[str]:
    """The columns that the values use; the database reads them of the rows of the page only."""
    used = set(_WORD.findall(" ".join(values)))
    columns = {name: text for name, text in source.columns().items() if text in used}
    return [
        text if read(name) == text else f"{read(name)} AS {text}" for name, text in columns.items()
    ]


def _indexed(one: Page, source: Use, values: list[str]) -> str:
    """Two pieces, each ordered by its index; the fragment has one column, a node.

    The second piece runs only while the first left room. Its subquery stands alone behind that
    gate: read for each row of something, it would lose the order of the index.
    """
    node = next(iter(source.columns().values()))
    lists: list[str] = []
    clauses: list[str] = []
    pieces = (True, False) if one.order.nullable else (True,)
    for has_key in reversed(pieces) if one.backward else pieces:
        use = one.fresh()
        mine = next(iter(use.columns().values()))
        key, tie = use.expression(one.order.key), use.expression(one.order.tie)
        predicate = one.ranked(key, tie) if has_key else one.bare(key, tie)
        terms = [text for text in (one.filter(use).text, f"({predicate})") if text]
        order = f"{key}{one.key_word}, " if has_key else ""
        piece = f"piece_{use.number}"
        found = (
            f"CALL () {{\n{_filtered(use, terms)}\n"
            f"WITH {mine} ORDER BY {order}{tie}{one.tie_word} LIMIT $limit_{one.use}\n"
            f"RETURN collect({mine}) AS {piece}\n}}"
        )
        if lists:
            room = f"CASE WHEN size({lists[0]}) < $limit_{one.use} THEN [1] ELSE [] END"
            found = (
                f"CALL ({lists[0]}) {{\nUNWIND {room} AS room_{use.number}\n{found}\n"
                f"RETURN collect({piece}) AS more_{use.number}\n}}"
            )
            piece = f"coalesce(more_{use.number}[0], [])"
        clauses.append(found)
        lists.append(piece)
    row = _row(
        one.order, source.expression(one.order.key), source.expression(one.order.tie), values
    )
    return "\n".join(
        [
            "COLLECT {",
            *clauses,
            f"UNWIND {' + '.join(lists)} AS {node}",
            f"WITH {node} LIMIT $limit_{one.use}",
            f"RETURN {row} AS row_{source.number}",
            "}",
        ]
    )


def _filtered(use: Use, terms: list[str]) -> str:
    word = "AND" if use.fragment.filterable == "WHERE" else "WHERE"
    return f"{use.head} {word} {' AND '.join(terms)}" if terms else use.head


def _row(order: Order, key: str, tie: str, values: list[str]) -> str:
    plain = f"toString({key})" if order.type is KeyType.DATE else key
    return f"[{', '.join([plain, tie, *values])}]"


def page_total(one: Page) -> str:
    """How many rows the whole list has."""
    use = one.fresh()
    condition = one.filter(use).text
    if not use.fragment.collapses and (not condition or use.fragment.filterable):
        return f"COUNT {{ {_filtered(use, [condition] if condition else [])} }}"
    where = f"\nWITH * WHERE {condition}" if condition else ""
    return f"COUNT {{ {use.head}\nWITH {use.projection}{where}\nRETURN 1 AS one_{use.number} }}"
