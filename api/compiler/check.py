"""Holds the schema to the fragments it names, before anything runs.

A wrong column, parameter or name is found when the schema is built and not when a client first
asks for it.
"""

from collections.abc import Iterator

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_list_type,
)

from api.compiler.check_filters import wrong_filters
from api.compiler.declare import Column, Paged, Rule, Traverse, is_row, rule_of
from api.compiler.fragments import Fragment, fragment
from api.compiler.scalars import plain
from api.compiler.scope import NODE, THIS, unwrap
from api.compiler.tokens import parameters, template, variables
from graph.queries import Query

_PAGE_ARGUMENTS = frozenset(("first", "after", "last", "before", "orderBy", "where"))


class DeclarationWrong(Exception):
    """A declared field and its fragment disagree."""


def check_schema(schema: GraphQLSchema) -> None:
    """Hold every declared field to its fragment.

    Raises:
        DeclarationWrong: They disagree; all disagreements are named.
    """
    wrong = list(_wrongs(schema))
    if wrong:
        raise DeclarationWrong("; ".join(wrong))


def declared_fields(
    schema: GraphQLSchema,
) -> Iterator[tuple[GraphQLObjectType, str, GraphQLField, Rule]]:
    """Every field that has a rule."""
    for type_ in schema.type_map.values():
        if isinstance(type_, GraphQLObjectType):
            for name, definition in type_.fields.items():
                rule = rule_of(definition)
                if rule is not None:
                    yield type_, name, definition, rule


def _wrongs(schema: GraphQLSchema) -> Iterator[str]:
    whole: set[str] = set()
    for type_, name, definition, rule in declared_fields(schema):
        whole.add(type_.name)
        for problem in _lengths(definition, rule):
            yield f"{type_.name}.{name}: {problem}"
        if isinstance(rule, Traverse):
            for problem in _traverse(type_, definition, rule, schema):
                yield f"{type_.name}.{name}: {problem}"
    for type_name in sorted(whole - {"Query"}):
        for name, definition in _fields(schema, type_name).items():
            if rule_of(definition) is None:
                yield f"{type_name}.{name}: has a resolver below declared fields"
    yield from wrong_filters(schema)


def _fields(schema: GraphQLSchema, type_name: str) -> dict[str, GraphQLField]:
    type_ = schema.type_map[type_name]
    assert isinstance(type_, GraphQLObjectType)
    return type_.fields


def _traverse(
    type_: GraphQLObjectType, definition: GraphQLField, rule: Traverse, schema: GraphQLSchema
) -> Iterator[str]:
    queries = rule.queries if isinstance(rule, Paged) else (rule.query,)
    params = {param.name for query in queries for param in query.params}
    wanted = params - rule.fixed.keys() - rule.computed.keys()
    given = set(definition.args) - {argument for argument, _ in rule.computed.values()} | (
        wanted & definition.args.keys()
    )
    if isinstance(rule, Paged):
        given -= _PAGE_ARGUMENTS - wanted
        yield from _orders(rule, definition)
        yield from _indexes(rule)
    if rule.then is None and wanted != given:
        yield f"arguments are {sorted(given)}, {rule.query.name} takes {sorted(wanted)}"
    for read in map(fragment, queries):
        yield from _reads(type_, read, schema)
        if isinstance(rule, Paged):
            yield from _page(definition, rule, read)
        if rule.then is None:
            yield from _columns(definition, rule, read)


def _reads(type_: GraphQLObjectType, read: Fragment, schema: GraphQLSchema) -> Iterator[str]:
    is_root = type_ is schema.query_type
    if is_root != (read.reads == ()):
        yield f"{read.name} starts from {read.query.this}"
    if not is_root and is_row(type_) == (read.reads == (THIS,)):
        yield f"{read.name} reads {read.reads} below {'a row' if is_row(type_) else 'a node'}"


def _lengths(definition: GraphQLField, rule: Rule) -> Iterator[str]:
    """Every list of objects says how long it is, or can be measured: the cost needs it."""
    if is_leaf_type(get_named_type(definition.type)) or isinstance(rule, Paged):
        return
    lists = str(definition.type).count("[")
    if isinstance(rule, Traverse) and lists:
        lists -= 1
        if rule.then is None and not _has_length(rule.query):
            yield f"{rule.query.name} does not say how many rows it returns at most"
    items = rule.items if isinstance(rule, Column | Traverse) else None
    if lists > 1 or (lists and items is None):
        yield "a list inside a row says how many `items` it has at most"


def _has_length(query: Query) -> bool:
    """Whether the header says how many rows at most, or every parent can be looked at."""
    if query.most is not None:
        return True
    return not query.params and fragment(query).reads in ((), (THIS,))


def _columns(definition: GraphQLField, rule: Traverse, read: Fragment) -> Iterator[str]:
    item = _item(definition, rule)
    if isinstance(item, GraphQLObjectType) and is_row(item):
        for name, field in item.fields.items():
            column = rule_of(field)
            if isinstance(column, Column) and (column.name or name) not in read.columns:
                yield f"{read.name} has no column {column.name or name} for {item.name}.{name}"
    elif len(read.columns) > 1 and NODE not in read.columns:
        yield f"{read.name} has several columns, {item} is a node"


def _item(definition: GraphQLField, rule: Traverse) -> object:
    if not isinstance(rule, Paged):
        declared, _ = unwrap(definition.type)
        return unwrap(declared.of_type)[0] if is_list_type(declared) else declared
    named = get_named_type(definition.type)
    assert isinstance(named, GraphQLObjectType)
    nodes, _ = unwrap(named.fields["nodes"].type)
    assert is_list_type(nodes)
    return get_named_type(nodes)


def _orders(rule: Paged, definition: GraphQLField) -> Iterator[str]:
    argument = definition.args.get("orderBy")
    if argument is None:
        return
    kind = get_named_type(argument.type)
    assert isinstance(kind, GraphQLInputObjectType)
    field = get_named_type(kind.fields["field"].type)
    assert isinstance(field, GraphQLEnumType)
    values = {plain(value.value) for value in field.values.values()}
    if values != set(rule.orders) - {None}:
        yield f"{field.name} has {sorted(values)}, orders are {sorted(map(str, rule.orders))}"


def _indexes(rule: Paged) -> Iterator[str]:
    if any(order.indexed for order in rule.orders.values()):
        read = fragment(rule.query)
        if not read.is_indexable:
            yield f"an index can serve {read.name} only if it is one MATCH that returns one node"


def _page(definition: GraphQLField, rule: Paged, read: Fragment) -> Iterator[str]:
    if "where" in definition.args and read.expressions.get(NODE) != NODE:
        yield f"{read.name} returns no variable node for the filter"
    columns = frozenset(read.columns)
    for order in rule.orders.values():
        used = variables(template(f"{order.key}, {order.tie}"))
        if not used <= columns:
            yield f"the order uses {sorted(used - columns)}, which {read.name} does not return"
    if _PAGE_ARGUMENTS & (parameters(read.head) | parameters(read.projection.of(read.columns))):
        yield f"{read.name} limits itself, the page does that"
