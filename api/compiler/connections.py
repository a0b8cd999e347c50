"""A connection: what is asked of a page, what is selected of it, and the shape of its answer."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graphql import GraphQLField, GraphQLObjectType, get_named_type
from graphql.execution.collect_fields import FieldDetailsList

from api.compiler.declare import Paged, weight_of
from api.compiler.fragments import fragment
from api.compiler.keyset import Page, page_rows, page_total
from api.compiler.orders import Order
from api.compiler.pages import PageFacts, asked, bounds
from api.compiler.rows import (
    Use,
    fragment_parameters,
    nullable_arguments,
    row_value,
)
from api.compiler.scope import Compiled, Scope, unwrap
from api.compiler.shape import PageField, PageShape
from api.errors import Unsupported

if TYPE_CHECKING:
    from api.compiler.plan import Compilation

_DESCENDING = "desc"
_CURSORS = frozenset(("cursor", "startCursor", "endCursor"))
_LOOKING_AHEAD = frozenset(("hasNextPage", "hasPreviousPage"))


def page(
    compilation: "Compilation",
    rule: Paged,
    definition: GraphQLField,
    details: FieldDetailsList,
    scope: Scope,
) -> Compiled:
    """A connection: `[rows, total]`."""
    arguments = compilation.arguments(definition, details[0])
    read = fragment(rule.query_for(arguments))
    order = _order(rule, arguments)
    if order.indexed and not read.is_indexable:
        order = replace(order, indexed=False)
    backward = arguments.get("last") is not None or (
        arguments.get("first") is None and arguments.get("before") is not None
    )
    filter_argument = definition.args.get("where")
    type_, nullable = unwrap(definition.type)
    words = _words(compilation, type_, details)
    one = Page(
        compilation=compilation,
        rule=rule,
        read=read,
        scope=scope,
        order=order,
        use=compilation.number(),
        backward=backward,
        marked=bool(words & _CURSORS),
        begins=arguments.get("after") is not None or arguments.get("before") is not None,
        arguments=arguments,
        known=nullable_arguments(rule, definition, arguments),
        filter_type=get_named_type(filter_argument.type) if filter_argument else None,
    )
    _bind(one, definition, details, ahead=bool(words & _LOOKING_AHEAD))
    return _selected(one, type_, details, nullable)


def _order(rule: Paged, arguments: dict[str, Any]) -> Order:
    given = arguments.get("orderBy")
    if not given:
        return rule.orders[None]
    order = rule.orders[given["field"].value]
    direction = given.get("direction")
    return order if direction is None else order.directed(direction.value == _DESCENDING)


def _words(
    compilation: "Compilation", type_: GraphQLObjectType, details: FieldDetailsList
) -> frozenset[str]:
    """The fields that are selected of the page's edges and of its page info."""
    words: set[str] = set()
    for found in compilation.subfields(type_, details).values():
        name = found[0].node.name.value
        if name in ("edges", "pageInfo"):
            inner = get_named_type(type_.fields[name].type)
            assert isinstance(inner, GraphQLObjectType)
            chosen = compilation.subfields(inner, found)
            words |= {each[0].node.name.value for each in chosen.values()}
    return frozenset(words)


def _bind(one: Page, definition: GraphQLField, details: FieldDetailsList, *, ahead: bool) -> None:
    use, page_max = one.fresh(), one.compilation.request.page_max
    filtered = one.filter(use)

    def assign(arguments: dict[str, Any]) -> tuple[dict[str, Any], PageFacts]:
        facts = asked(arguments, one.order, page_max)
        filtered.check(arguments.get("where"))
        parameters = fragment_parameters(one.rule, use, arguments)
        parameters |= filtered.parameters(arguments.get("where"))
        limits = bounds(facts, ahead=ahead)
        if not one.begins:
            limits = {"limit": limits["limit"]}
        return parameters | {f"{name}_{one.use}": value for name, value in limits.items()}, facts

    one.compilation.bind(one.use, definition, details[0], one.scope, assign)


@dataclass
class _Selected:
    """What is selected of a connection: values of a row, fields of the answer."""

    one: Page
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
        at = len(self.values) + (2 if self.one.marked else 0)
        self.values.append(text)
        return PageField(key, name, at, shape)


def _selected(
    one: Page, type_: GraphQLObjectType, details: FieldDetailsList, nullable: bool
) -> Compiled:
    """The fields of a connection, as far as they are asked for."""
    selected = _Selected(one, one.fresh(), [])
    fields = selected.fields(type_, details)
    rows = page_rows(one, selected.source, selected.values) if selected.rows else "[]"
    total = page_total(one) if selected.total else "0"
    types = (type_.name, selected.edge, "PageInfo")
    return f"[{rows}, {total}]", PageShape(nullable, one.use, types, tuple(fields))
