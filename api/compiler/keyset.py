"""The rows of a page as Cypher: keyset predicates, order and limit before anything nested expands.

The rows of a page begin with key and tie where cursors are asked for. Where an index holds the
key, rows with the key and rows without it are two pieces, and the second runs only when the first
does not fill the page: one scan of the index, a page long. Else keys are ordered first, then the
rows of the first keys by their ties, and what else is selected is read of the rows of the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from api.compiler.declare import Paged
from api.compiler.filters import Filter, compile_filter
from api.compiler.fragments import Fragment
from api.compiler.orders import KeyType, Order
from api.compiler.rows import Use, use_of
from api.compiler.scope import NODE, Scope
from api.compiler.tokens import template, variables, words

if TYPE_CHECKING:
    from api.compiler.plan import Compilation


@dataclass(frozen=True)
class Page:
    """One connection while it is being compiled.

    Attributes:
        use: Number its parameters end in.
        marked: Whether rows begin with key and tie, for cursors.
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
    marked: bool
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
            f"{self.reached(key)} "
            f"AND ({key} {sign} $key_{self.use} OR {tie} {self.tie_sign} $tie_{self.use})"
        )

    def reached(self, key: str) -> str:
        """Predicate of the keys from the cursor's own on."""
        return f"{key} {'<' if self.falling else '>'}= $key_{self.use}"

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
    rows = _Rows(one, source)
    key, tie = rows.key, rows.tie
    columns = rows.columns(values)
    held = rows.held(columns)
    return "\n".join(
        [
            "COLLECT {",
            *rows.ranked(held),
            f"WITH *, {rows.read(one.order.tie)} AS {tie}{rows.beyond}",
            f"WITH {', '.join([*columns.values(), key, tie])} ORDER BY {rows.by_key}"
            f", {tie}{one.tie_word} LIMIT $limit_{one.use}",
            f"RETURN {_row(one, key, tie, values)} AS row_{source.number}",
            "}",
        ]
    )


@dataclass(frozen=True)
class _Rows:
    """Rows that no index orders.

    They are grouped by key first: ties are looked up, and columns read, only of the rows whose
    key may be on the page, which halves the work where a node has hundreds of neighbours.
    """

    one: Page
    source: Use

    @property
    def key(self) -> str:
        """Variable of the key."""
        return f"key_{self.source.number}"

    @property
    def tie(self) -> str:
        """Variable of the tie."""
        return f"tie_{self.source.number}"

    @property
    def by_key(self) -> str:
        """The order by key, rows without one at the end of the list."""
        bare_last = f"{self.key} IS NULL{self.one.tie_word}, " if self.one.order.nullable else ""
        return f"{bare_last}{self.key}{self.one.key_word}"

    @property
    def beyond(self) -> str:
        """WHERE a row lies behind the cursor."""
        if not self.one.begins:
            return ""
        bare = f" OR ({self.one.bare(self.key, self.tie)})" if self.one.order.nullable else ""
        return f" WHERE ({self.one.ranked(self.key, self.tie)}){bare}"

    def read(self, expression: str) -> str:
        """An expression over the columns, as it reads where the fragment's head ends."""
        if self.source.fragment.collapses:
            return self.source.expression(expression)
        return self.source.behind(expression)

    def columns(self, values: list[str]) -> dict[str, str]:
        """The columns that the values use, each with what it is made from."""
        used = words(" ".join(values))
        return {
            name: text if self.read(name) == text else f"{self.read(name)} AS {text}"
            for name, text in self.source.columns().items()
            if text in used
        }

    def held(self, columns: Iterable[str]) -> list[str]:
        """Variables of the head that make the tie and the columns."""
        fragment = self.source.fragment
        names = {*columns, *variables(template(self.one.order.tie))}
        if not fragment.collapses:
            names = {
                name
                for column in names
                for name in variables(template(fragment.expressions[column]))
            }
        return sorted(self.source.variable(name) for name in names - self.source.bound.keys())

    def ranked(self, held: list[str]) -> list[str]:
        """The clauses up to the rows of the keys that may be on the page."""
        one, source, key = self.one, self.source, self.key
        head, tied, row = source.head, f"tied_{source.number}", f"held_{source.number}"
        if source.fragment.collapses:
            head = f"{head}\nWITH {source.projection()}"
        condition = one.filter(source, self.read(NODE)).text if one.filter_type else ""
        reached, groups = "", f"$limit_{one.use}"
        if one.begins:
            bare = f" OR {key} IS NULL" if one.order.nullable else ""
            reached = f" WHERE {one.reached(key)}{bare}"
            # The rows of the cursor's own key, and those without one, may all lie before it.
            groups += " + 2"
        return [
            head,
            *([f"WITH * WHERE {condition}"] if condition else []),
            f"WITH {self.read(one.order.key)} AS {key}, collect([{', '.join(held)}]) AS {tied}"
            f"{reached}",
            f"WITH {key}, {tied} ORDER BY {self.by_key} LIMIT {groups}",
            f"UNWIND {tied} AS {row}",
            f"WITH {key}, {', '.join(f'{row}[{at}] AS {name}' for at, name in enumerate(held))}",
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
    row = _row(one, source.expression(one.order.key), source.expression(one.order.tie), values)
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


def _row(one: Page, key: str, tie: str, values: list[str]) -> str:
    plain = f"toString({key})" if one.order.type is KeyType.DATE else key
    marks = [plain, tie] if one.marked else []
    return f"[{', '.join([*marks, *values]) or '0'}]"


def page_total(one: Page) -> str:
    """How many rows the whole list has."""
    use = one.fresh()
    condition = one.filter(use).text
    if not use.fragment.collapses and (not condition or use.fragment.filterable):
        return f"COUNT {{ {_filtered(use, [condition] if condition else [])} }}"
    where = f"\nWITH * WHERE {condition}" if condition else ""
    return f"COUNT {{ {use.head}\nWITH {use.projection()}{where}\nRETURN 1 AS one_{use.number} }}"
