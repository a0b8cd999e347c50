"""A page of a fragment's rows: keyset predicates, order and limit before anything nested expands.

The rows of a page begin with key and tie, for the cursors. Where an index holds the key, rows
with the key and rows without it are two pieces, and the second runs only when the first does not
fill the page: one scan of the index, a page long.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphql import GraphQLField, GraphQLObjectType, get_named_type
from graphql.execution.collect_fields import FieldDetailsList

from api.compiler.declare import Paged, weight_of
from api.compiler.filters import Filter, compile_filter
from api.compiler.fragments import Fragment, fragment
from api.compiler.orders import KeyType, Order
from api.compiler.pages import PageFacts, asked, bounds
from api.compiler.rows import Use, fragment_parameters, row_value, use_of
from api.compiler.scope import NODE, Compiled, Scope, unwrap
from api.compiler.shape import PageField, PageShape
from api.errors import Unsupported

if TYPE_CHECKING:
    from api.compiler.plan import Compilation

_DESCENDING = "desc"


@dataclass(frozen=True)
class _Page:
    """One connection while it is being compiled.

    Attributes:
        use: Number its parameters end in.
        begins: Whether it begins at a cursor.
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
    filter_type: Any

    def fresh(self) -> Use:
        """The fragment, renamed apart once more, with the same parameters."""
        return use_of(self.compilation, self.read, self.scope, self.use)

    def filter(self, use: Use) -> Filter:
        """The predicate of the argument `where`."""
        where = self.arguments.get("where")
        if not where:
            return Filter()
        return compile_filter(self.filter_type, where, use.variable(NODE), str(self.use))

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


def page(
    compilation: "Compilation",
    rule: Paged,
    definition: GraphQLField,
    details: FieldDetailsList,
    scope: Scope,
) -> Compiled:
    """A connection: `[rows, total]`."""
    arguments = compilation.arguments(definition, details[0])
    order = _order(rule, arguments)
    backward = arguments.get("last") is not None or (
        arguments.get("first") is None and arguments.get("before") is not None
    )
    filter_argument = definition.args.get("where")
    one = _Page(
        compilation=compilation,
        rule=rule,
        read=fragment(rule.query),
        scope=scope,
        order=order,
        use=compilation.number(),
        backward=backward,
        begins=arguments.get("after") is not None or arguments.get("before") is not None,
        arguments=arguments,
        filter_type=get_named_type(filter_argument.type) if filter_argument else None,
    )
    _bind(one, definition, details)
    type_, nullable = unwrap(definition.type)
    return _selected(one, type_, details, nullable)


def _order(rule: Paged, arguments: dict[str, Any]) -> Order:
    given = arguments.get("orderBy")
    if not given:
        return rule.orders[None]
    order = rule.orders[given["field"].value]
    direction = given.get("direction")
    return order if direction is None else order.directed(direction.value == _DESCENDING)


def _bind(one: _Page, definition: GraphQLField, details: FieldDetailsList) -> None:
    use, page_max = one.fresh(), one.compilation.request.page_max
    filtered = one.filter(use)

    def assign(arguments: dict[str, Any]) -> tuple[dict[str, Any], PageFacts]:
        facts = asked(arguments, one.order, page_max)
        filtered.check()
        parameters = fragment_parameters(one.rule, use, arguments)
        parameters |= filtered.parameters(arguments.get("where"))
        limits = bounds(facts)
        if not one.begins:
            limits = {"limit": limits["limit"]}
        return parameters | {f"{name}_{one.use}": value for name, value in limits.items()}, facts

    one.compilation.bind(one.use, definition, details[0], one.scope, assign)


@dataclass
class _Selected:
    """What is selected of a connection: values of a row, fields of the answer."""

    one: _Page
    source: Use
    values: list[str]
    rows: bool = False
    total: bool = False
    edge: str = ""

    def fields(self, type_: GraphQLObjectType, details: FieldDetailsList) -> list[PageField]:
        """The fields of the connection."""
        chosen = self.one.compilation.subfields(type_, details)
        return [self._field(type_, key, found) for key, found in chosen.items()]

    def _field(self, type_: GraphQLObjectType, key: str, found: FieldDetailsList) -> PageField:
        name = found[0].node.name.value
        if name == "__typename":
            return PageField(key, name)
        if name == "totalCount":
            self.total = True
            return PageField(key, name, weight=weight_of(type_.fields[name]))
        self.rows = True
        declared = type_.fields[name].type
        if name == "nodes":
            return self._node(name, unwrap(declared)[0].of_type, key, found, self.one.scope.at(key))
        inner = get_named_type(declared)
        assert isinstance(inner, GraphQLObjectType)
        chosen = self.one.compilation.subfields(inner, found)
        if name == "edges":
            self.edge = inner.name
            scope = self.one.scope.at(key)
            fields = [self._edge_field(inner, k, item, scope) for k, item in chosen.items()]
        elif name == "pageInfo":
            fields = [PageField(k, item[0].node.name.value) for k, item in chosen.items()]
        else:
            raise Unsupported(f"{type_.name}.{name}")
        return PageField(key, name, fields=tuple(fields))

    def _edge_field(
        self, edge: GraphQLObjectType, key: str, found: FieldDetailsList, scope: Scope
    ) -> PageField:
        name = found[0].node.name.value
        if name != "node":
            return PageField(key, name)
        return self._node(name, edge.fields[name].type, key, found, scope.at(key))

    def _node(
        self, name: str, declared: Any, key: str, found: FieldDetailsList, scope: Scope
    ) -> PageField:
        columns = self.source.columns()
        text, shape = row_value(self.one.compilation, declared, columns, found, scope)
        self.values.append(text)
        return PageField(key, name, len(self.values) + 1, shape)


def _selected(
    one: _Page, type_: GraphQLObjectType, details: FieldDetailsList, nullable: bool
) -> Compiled:
    """The fields of a connection, as far as they are asked for."""
    selected = _Selected(one, one.fresh(), [])
    fields = selected.fields(type_, details)
    rows = _rows(one, selected.source, selected.values) if selected.rows else "[]"
    total = _total(one) if selected.total else "0"
    types = (type_.name, selected.edge, "PageInfo")
    return f"[{rows}, {total}]", PageShape(nullable, one.use, types, tuple(fields))


def _rows(one: _Page, source: Use, values: list[str]) -> str:
    if one.order.indexed:
        return _indexed(one, source, values)
    key, tie = f"key_{source.number}", f"tie_{source.number}"
    columns = ", ".join([*source.columns().values(), key, tie])
    named = ", ".join(
        [
            *source.columns().values(),
            f"{source.expression(one.order.key)} AS {key}",
            f"{source.expression(one.order.tie)} AS {tie}",
        ]
    )
    condition = one.filter(source).text
    if one.begins:
        beyond = f"({one.ranked(key, tie)})"
        if one.order.nullable:
            beyond = f"({beyond} OR ({one.bare(key, tie)}))"
        condition = f"{condition} AND {beyond}" if condition else beyond
    bare_last = f"{key} IS NULL{one.tie_word}, " if one.order.nullable else ""
    return "\n".join(
        [
            "COLLECT {",
            source.head,
            f"WITH {source.projection}",
            f"WITH {named}" + (f" WHERE {condition}" if condition else ""),
            f"WITH {columns} ORDER BY {bare_last}{key}{one.key_word}, {tie}{one.tie_word}"
            f" LIMIT $limit_{one.use}",
            f"RETURN {_row(one.order, key, tie, values)} AS row_{source.number}",
            "}",
        ]
    )


def _indexed(one: _Page, source: Use, values: list[str]) -> str:
    """Two pieces, each ordered by its index; the fragment has one column, a node."""
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
        gate = (
            f"UNWIND CASE WHEN size({lists[0]}) < $limit_{one.use} THEN [1] ELSE [] END"
            f" AS unfilled_{use.number}\n"
            if lists
            else ""
        )
        clauses.append(
            f"CALL ({lists[0] if lists else ''}) {{\n{gate}{_filtered(use, terms)}\n"
            f"WITH {mine} ORDER BY {order}{tie}{one.tie_word} LIMIT $limit_{one.use}\n"
            f"RETURN collect({mine}) AS piece_{use.number}\n}}"
        )
        lists.append(f"piece_{use.number}")
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


def _total(one: _Page) -> str:
    use = one.fresh()
    condition = one.filter(use).text
    if not use.fragment.collapses and (not condition or use.fragment.filterable):
        return f"COUNT {{ {_filtered(use, [condition] if condition else [])} }}"
    where = f"\nWITH * WHERE {condition}" if condition else ""
    return f"COUNT {{ {use.head}\nWITH {use.projection}{where}\nRETURN 1 AS one_{use.number} }}"
