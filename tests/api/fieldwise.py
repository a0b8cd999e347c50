"""The reference: every field its own query, from its file as it stands, paged in Python.

Shares with the compiler the declarations, the GraphQL library and the wording of argument
errors; not the renaming, the nesting, the shaping, the filters, the keyset predicates or the
order of pages.
"""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError, GraphQLField, GraphQLList, GraphQLObjectType, get_named_type
from graphql.execution.values import get_argument_values
from neo4j.graph import Node
from neo4j.time import Date, DateTime

from api.compiler.conditions import Compared, Predicate, Reached, Read, Same, condition_of
from api.compiler.declare import (
    Column,
    Expression,
    Paged,
    Rule,
    Shared,
    Stored,
    Traverse,
    is_row,
    rule_of,
)
from api.compiler.filters import compile_filter
from api.compiler.fragments import Fragment, fragment
from api.compiler.orders import KeyType, Order, cursor
from api.compiler.pages import PageFacts, asked, check_size
from api.compiler.run import CompiledExecution
from api.compiler.scalars import plain
from api.compiler.scope import unwrap
from api.compiler.tokens import render
from api.errors import Ambiguous, ApiError
from api.inputs import check_ranges
from graph.errors import DriftError
from graph.queries import Query
from tests.api.bindings import bindings

PUBLISHED = "MATCH (p:Published {id: 'pb_scores'}) RETURN p.version"


@dataclass(frozen=True)
class Source:
    """What fields are read from: `this`, or the columns of a row."""

    names: Mapping[str, Any]


@dataclass(frozen=True)
class Given:
    """Values by field name."""

    values: Mapping[str, Any]


class FieldwiseExecution(CompiledExecution):
    """Executes declared fields one by one."""

    async def answer(self, root_type: GraphQLObjectType, fields: Any) -> dict[str, Any]:
        self.turn = asyncio.Lock()
        self.context_value.path = "compiled"
        try:
            self.check_arguments(root_type, fields, ())
        except GraphQLError:
            self.context_value.refused = True
            raise
        self.version = (await self.query(PUBLISHED, {}))[0]
        completed = self.execute_fields(root_type, Source({}), None, fields, None)
        return await completed if self.is_awaitable(completed) else completed

    def check_arguments(self, type_: GraphQLObjectType, fields: Any, path: tuple[str, ...]) -> None:
        """Refuse arguments before anything runs, wherever they stand, in depth-first order."""
        for key, details in fields.items():
            definition = type_.fields.get(details[0].node.name.value)
            if definition is None:
                continue
            rule, here = rule_of(definition), (*path, key)
            arguments = get_argument_values(definition, details[0].node, self.variable_values)
            try:
                self.checked(rule, definition, arguments)
            except ApiError as error:
                raise GraphQLError(
                    error.message, [details[0].node], path=list(here), original_error=error
                ) from error
            named = get_named_type(definition.type)
            for possible in self.possible(named):
                self.check_arguments(possible, self.subfields(possible, details), here)

    def checked(
        self, rule: Rule | None, definition: GraphQLField, arguments: dict[str, Any]
    ) -> None:
        check_ranges("", arguments)
        if isinstance(rule, Paged):
            asked(arguments, self.order(rule, arguments), self.context_value.settings.page_max)
            if arguments.get("where"):
                kind = get_named_type(definition.args["where"].type)
                compile_filter(kind, arguments["where"], "node", "0").check(arguments["where"])
        elif isinstance(rule, Traverse) and isinstance(unwrap(definition.type)[0], GraphQLList):
            check_size("first", arguments.get("first"), self.context_value.settings.page_max)
        if isinstance(rule, Traverse):
            for name, check in rule.checks.items():
                if arguments.get(name) is not None:
                    check(arguments[name])

    def possible(self, named: Any) -> list[GraphQLObjectType]:
        if isinstance(named, GraphQLObjectType):
            return [named]
        return list(self.schema.get_possible_types(named)) if hasattr(named, "resolve_type") else []

    def subfields(self, type_: GraphQLObjectType, details: Any) -> Any:
        return self.collect_subfields(type_, details).grouped_field_set

    async def query(self, text: str, parameters: dict[str, Any]) -> list[Any]:
        async with self.turn:
            values = await self.context_value.graph.record(text, parameters, timeout_s=30.0)
        assert values is not None
        return values

    def execute_field(
        self, parent_type: Any, source: Any, details: Any, path: Any, context: Any
    ) -> Any:
        name = details[0].node.name.value
        if not isinstance(source, Source | Given) or name == "__typename":
            return super().execute_field(parent_type, source, details, path, context)
        definition = parent_type.fields[name]
        info = self.build_resolve_info(definition, [d.node for d in details], parent_type, path)

        async def run() -> Any:
            try:
                if isinstance(source, Given):
                    value = source.values[name]
                else:
                    arguments = get_argument_values(
                        definition, details[0].node, self.variable_values
                    )
                    value = await self.value(definition, name, source, arguments)
                value = self.complete_value(definition.type, details, info, path, value, None)
                return await value if self.is_awaitable(value) else value
            except (GraphQLError, TypeError, ValueError, DriftError) as error:
                self.handle_field_error(error, definition.type, details, path)
                return None

        return run()

    def complete_object_value(
        self, return_type: Any, details: Any, info: Any, path: Any, result: Any, context: Any
    ) -> Any:
        if isinstance(result, Source | Given):
            return self.collect_and_execute_subfields(return_type, details, path, result, context)
        return super().complete_object_value(return_type, details, info, path, result, context)

    def complete_abstract_value(
        self, return_type: Any, details: Any, info: Any, path: Any, result: Any, context: Any
    ) -> Any:
        assert isinstance(result, Source)
        (label,) = result.names["this"].labels & self.schema.type_map.keys()
        return self.complete_object_value(
            self.schema.type_map[label], details, info, path, result, context
        )

    async def value(
        self, definition: GraphQLField, name: str, source: Source, arguments: dict[str, Any]
    ) -> Any:
        match rule_of(definition):
            case Stored(property):
                return self.out(definition.type, source.names["this"].get(property or name))
            case Column(column):
                return self.out(definition.type, source.names[column or name])
            case Expression(text):
                return self.out(definition.type, await self.expression(text, source))
            case Shared(when):
                return source if when is None or await self.expression(when, source) else None
            case Paged() as rule:
                return await self.page(rule, definition, source, arguments)
            case Traverse() as rule:
                return await self.rows(rule, definition, source, arguments)
            case None:
                raise AssertionError(name)

    async def expression(self, text: str, source: Source) -> Any:
        prelude, parameters = bindings(source.names, source.names)
        return (await self.query(f"{prelude} RETURN {text}", parameters))[0]

    async def rows(
        self, rule: Traverse, definition: GraphQLField, source: Source, arguments: dict[str, Any]
    ) -> Any:
        declared = unwrap(definition.type)[0]
        is_list = isinstance(declared, GraphQLList)
        arguments = {k: v for k, v in arguments.items() if v is not None}
        if is_list and "first" in definition.args:
            arguments.setdefault("first", self.context_value.settings.page_max)
        found = [source]
        for query in (rule.query, *(rule.then(arguments) if rule.then else ())):
            read, step = fragment(query), []
            for one in found:
                step += await self.read(read, one, self.given(rule, read, arguments))
            found = step
        if is_list and isinstance(unwrap(declared.of_type)[0], GraphQLList):
            return [self.out(declared.of_type, *row.names.values()) for row in found]
        item = get_named_type(definition.type)
        values = [self.item(item, row.names) for row in found]
        if rule.sole is not None and len(values) > 1:
            raise Ambiguous(rule.sole)
        return values if is_list else (values[0] if values else None)

    def given(self, rule: Traverse, read: Fragment, arguments: dict[str, Any]) -> dict[str, Any]:
        names = [param.name for param in read.query.params]
        made = {
            name: make(arguments[argument])
            for name, (argument, make) in rule.computed.items()
            if name in names
        }
        known = arguments | made | rule.fixed
        return {name: plain(known.get(name)) for name in names}

    async def read(
        self, read: Fragment, source: Source, parameters: dict[str, Any]
    ) -> list[Source]:
        prelude, bound = bindings(source.names, read.reads)
        body = render(read.head, lambda n: n, lambda n: n)
        items = render(read.projection.of(read.columns), str, str)
        columns = ", ".join(f"`{column}`" for column in read.columns)
        text = f"{prelude}\n{body}\nWITH {items}\nRETURN collect([{columns}]) AS rows"
        rows = (await self.query(text, bound | parameters))[0]
        return [Source(dict(zip(read.columns, row, strict=True))) for row in rows]

    def item(self, type_: Any, names: Mapping[str, Any]) -> Any:
        if isinstance(type_, GraphQLObjectType) and is_row(type_):
            return Source(names)
        node = names.get("node", next(iter(names.values())))
        return Source({"this": node}) if isinstance(node, Node) else node

    def out(self, declared: Any, value: Any) -> Any:
        type_ = unwrap(declared)[0]
        if isinstance(type_, GraphQLList):
            return None if value is None else [self.out(type_.of_type, one) for one in value]
        if isinstance(value, Node):
            return Source({"this": value})
        if isinstance(value, dict) and isinstance(type_, GraphQLObjectType):
            return Source(value)
        return iso(value) if isinstance(value, Date | DateTime) else value

    def order(self, rule: Paged, arguments: dict[str, Any]) -> Order:
        given = arguments.get("orderBy")
        if not given:
            return rule.orders[None]
        order = rule.orders[given["field"].value]
        direction = given.get("direction")
        return order if direction is None else order.directed(direction.value == "desc")

    async def page(
        self, rule: Paged, definition: GraphQLField, source: Source, arguments: dict[str, Any]
    ) -> Given:
        read, order = fragment(whole(rule, definition, arguments)), self.order(rule, arguments)
        facts = asked(arguments, order, self.context_value.settings.page_max)
        facts.check_version(self.version)
        found = await self.read(read, source, self.given(rule, read, arguments))
        if arguments.get("where"):
            kind = get_named_type(definition.args["where"].type)
            by_id = {row.names["node"].element_id: row.names["node"] for row in found}
            wanted = [
                i for i, node in by_id.items() if await self.holds(kind, arguments["where"], node)
            ]
            found = [row for row in found if row.names["node"].element_id in wanted]
        keyed = [(*(await self.key(order, row)), row) for row in found]
        return self.paged(rule, definition, facts, in_order(order, keyed))

    async def holds(self, kind: Any, value: dict[str, Any], it: Any) -> bool:
        """Whether all fields of a filter hold of a node, or of the value that it compares."""
        for name, given in value.items():
            if given is not None and not await self.one_holds(kind, name, given, it):
                return False
        return True

    async def one_holds(self, kind: Any, name: str, given: Any, it: Any) -> bool:
        definition = kind.fields[name]
        inner = get_named_type(definition.type)
        about = Source({"node" if isinstance(it, Node) else "it": it})
        prelude, bound = bindings(about.names, about.names)
        match condition_of(definition):
            case Predicate(text, _):
                parameters = bound | {"value": plain(given)}
                return (await self.query(f"{prelude} RETURN {text}", parameters))[0] is True
            case Compared(text):
                compared = (await self.query(f"{prelude} RETURN {text}", bound))[0]
                return await self.holds(inner, given, compared)
            case Reached(match, where, column):
                text = (
                    f"{prelude} {match} WHERE {where or 'true'} RETURN collect(DISTINCT {column})"
                )
                others = (await self.query(text, bound))[0]
                for word, wanted in given.items():
                    like = kind_of(inner, word)
                    found = wanted is not None and any(
                        [await self.holds(like, wanted, other) for other in others]
                    )
                    if wanted is not None and found is (word == "none"):
                        return False
                return True
            case Same():
                return await self.holds(inner, given, it)
            case Read():
                return True
            case None if name == "not":
                return not await self.holds(kind, given, it)
            case None:
                members = [await self.holds(kind, one, it) for one in given]
                return all(members) if name == "and" else any(members)

    async def key(self, order: Order, row: Source) -> tuple[Any, str]:
        prelude, parameters = bindings(row.names, row.names)
        key, tie = await self.query(f"{prelude} RETURN {order.key}, {order.tie}", parameters)
        return (key.to_native() if isinstance(key, Date) else key), tie

    def paged(
        self, rule: Paged, definition: GraphQLField, facts: PageFacts, keyed: list[Any]
    ) -> Given:
        nodes = unwrap(get_named_type(definition.type).fields["nodes"].type)[0]
        item = get_named_type(nodes)
        inside = keyed if facts.start is None else beyond(facts, keyed)
        chosen = inside[-facts.size :] if facts.backward else inside[: facts.size]
        more = len(inside) > len(chosen)
        edges = []
        for key, tie, row in chosen:
            shown = key.isoformat() if facts.order.type is KeyType.DATE and key else key
            mark = cursor(facts.order, shown, tie, self.version)
            edges.append(Given({"cursor": mark, "node": self.item(item, row.names)}))
        info = {
            "hasNextPage": facts.start is not None if facts.backward else more,
            "hasPreviousPage": more if facts.backward else facts.start is not None,
            "startCursor": edges[0].values["cursor"] if edges else None,
            "endCursor": edges[-1].values["cursor"] if edges else None,
        }
        return Given(
            {
                "nodes": [edge.values["node"] for edge in edges],
                "edges": edges,
                "pageInfo": Given(info),
                "totalCount": len(keyed),
            }
        )


def kind_of(related: Any, word: str) -> Any:
    return get_named_type(related.fields[word].type)


def whole(rule: Paged, definition: GraphQLField, arguments: dict[str, Any]) -> Query:
    """The fragment of the whole list, unless a narrower one is what its field means."""
    narrower = rule.query_for(arguments)
    if narrower is rule.query:
        return rule.query
    kind = get_named_type(definition.args["where"].type)
    name = next(name for name, query in rule.narrow.items() if query is narrower)
    return narrower if isinstance(condition_of(kind.fields[name]), Read) else rule.query


def iso(value: Date | DateTime) -> str:
    """ISO 8601 without needless zeros, as the database writes it."""
    text = re.sub(r"\.(\d*?)0+(?=[+\-Z])", r".\1", value.iso_format())
    return re.sub(r"\+00:00$", "Z", re.sub(r"\.(?=[+\-Z])", "", text))


def in_order(order: Order, keyed: list[Any]) -> list[Any]:
    """Rows with the key by key and tie, then those without by tie."""
    ranked = sorted((one for one in keyed if one[0] is not None), key=lambda one: one[1])
    ranked.sort(key=lambda one: one[0], reverse=order.descending)
    return ranked + sorted((one for one in keyed if one[0] is None), key=lambda one: one[1])


def beyond(facts: PageFacts, keyed: list[Any]) -> list[Any]:
    """The rows behind the place where a page begins, backward before it; it need be no row."""
    assert facts.start is not None
    start = (facts.start.key, facts.start.tie)
    placed = in_order(facts.order, [*keyed, (*start, None)])
    at = next(n for n, (_, _, row) in enumerate(placed) if row is None)
    before = [one for one in placed[:at] if one[:2] != start]
    return before if facts.backward else placed[at + 1 :]
