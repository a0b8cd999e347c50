"""How a field of the schema says where its value comes from.

Each function makes an ordinary Strawberry field whose metadata holds a rule; the compiler reads
the rule back with `rule_of`. See README.md of this folder.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

import strawberry
from graphql import GraphQLField, GraphQLObjectType

from api.compiler.orders import Order
from graph.model import to_camel
from graph.queries import Query, Typed
from graph.queries import cypher as query_file

Then = Callable[[Mapping[str, Any]], Sequence[Query]]
"""Arguments -> fragments that go on from the first one's row; may look at what is given and at
enum values only, since a plan is kept for those."""

Computed = tuple[str, Callable[[Any], Any]]
"""An argument, and what makes a parameter of its value."""

WEIGHT, STEADY = "weight", "steady"
"""Keys in the metadata of a field: what it costs, and whether only the data version changes it."""

Check = Callable[[Any], None]
"""Looks at one argument that is not null; raises `BadArgument`."""


@dataclass(frozen=True)
class Stored:
    """A property of the node; the field's own name if none is given."""

    property: str | None


@dataclass(frozen=True)
class Expression:
    """An expression over `this` or over the columns of the row."""

    text: str


@dataclass(frozen=True)
class Column:
    """A column of the row; the field's own name if none is given.

    Attributes:
        items: Entries at most, where it is a list of objects.
    """

    name: str | None
    items: int | None = None


@dataclass(frozen=True)
class Shared:
    """A sub-object of the same node or row, null where `when` is given and not true."""

    when: str | None


@dataclass(frozen=True)
class Traverse:
    """The rows of a fragment.

    Attributes:
        fixed: Parameters that are no arguments.
        checks: Argument -> what it must satisfy.
        then: Fragments that go on, each from the columns of the one before.
        computed: Parameter that is no argument -> the argument it is made from, and how.
        items: Entries at most, where a row is a list.
        sole: What a client is told where there is more than the one row it asks for; None where
            the first one is meant.
        free: Whether its rows cost nothing, since the field above pays for them.
    """

    query: Query
    fixed: Mapping[str, Any] = field(default_factory=dict[str, Any])
    checks: Mapping[str, Check] = field(default_factory=dict[str, Check])
    then: Then | None = None
    computed: Mapping[str, Computed] = field(default_factory=dict[str, Computed])
    items: int | None = None
    sole: str | None = None
    free: bool = False


@dataclass(frozen=True)
class Paged(Traverse):
    """A page of the rows of a fragment.

    Attributes:
        orders: Order by the value of the enum in `orderBy.field`; None is the usual order.
        narrow: Fields of `where`, the first that is given counts, and the fragment that is read in
            place of the usual one: it goes out from there to fewer rows.
    """

    orders: Mapping[str | None, Order] = field(default_factory=dict[str | None, Order])
    narrow: Mapping[str, Query] = field(default_factory=dict[str, Query])

    @property
    def queries(self) -> tuple[Query, ...]:
        """The fragments that may be read."""
        return (self.query, *self.narrow.values())

    def query_for(self, arguments: Mapping[str, Any]) -> Query:
        """The fragment to read; a plan is kept for which fields of `where` are given."""
        where = arguments.get("where") or {}
        given = (query for name, query in self.narrow.items() if where.get(name) is not None)
        return next(given, self.query)


Rule = Stored | Expression | Column | Shared | Traverse | Paged


def rule_of(definition: GraphQLField) -> Rule | None:
    """The rule of a field, None for a field with an ordinary resolver."""
    declared = definition.extensions.get("strawberry-definition")
    return None if declared is None else declared.metadata.get("graph")


def weight_of(definition: GraphQLField) -> int:
    """What a field costs each time it is answered, beside the nodes it leads to."""
    declared = definition.extensions.get("strawberry-definition")
    return 0 if declared is None else declared.metadata.get(WEIGHT, 0)


def is_steady(definition: GraphQLField) -> bool:
    """Whether the value of a field changes only with the data version."""
    declared = definition.extensions.get("strawberry-definition")
    return declared is None or declared.metadata.get(STEADY, True)


def is_row(type_: GraphQLObjectType) -> bool:
    """Whether objects of a type are rows of a fragment, and not nodes."""
    return any(isinstance(rule_of(field), Column) for field in type_.fields.values())


def stored(property: str | None = None, *, description: str, steady: bool = True) -> Any:
    """A property of the node; not `steady` where it changes without the data version."""
    return _field(Stored(property), description, steady=steady)


def cypher(text: str, *, description: str, weight: int = 0) -> Any:
    """An expression over `this` or over the columns of the row; `weight` is what it costs."""
    return _field(Expression(text), description, weight=weight)


def column(
    name: str | None = None, *, description: str, items: int | None = None, steady: bool = True
) -> Any:
    """A value that the fragment's row brings.

    Args:
        items: Entries at most, of a list of objects.
        steady: Not where it changes without the data version.
    """
    return _field(Column(name, items), description, steady=steady)


def part(*, description: str, when: str | None = None) -> Any:
    """A sub-object of the same node or row, null where `when` is not true."""
    return _field(Shared(when), description)


def traverse(
    name: str,
    *,
    description: str | None = None,
    fixed: Mapping[str, Any] | None = None,
    checks: Mapping[str, Check] | None = None,
    then: Then | None = None,
    computed: Mapping[str, Computed] | None = None,
    items: int | None = None,
    sole: str | None = None,
    weight: int = 0,
    steady: bool = True,
    free: bool = False,
) -> Any:
    """The rows of the fragment `cypher/<name>.cypher`: a field, or the decorator of a method.

    Args:
        description: Given for a field; a method has its docstring.
        fixed: Parameters that are no arguments.
        checks: Argument name in GraphQL -> what it must satisfy.
        then: Which fragments go on from its row.
        computed: Parameter -> (argument, function): the parameter is the function's value.
        items: Entries at most, where a row is a list of objects.
        sole: What a client is told where there are several rows and it asked for one.
        weight: What it costs each time, beside the nodes it leads to.
        steady: Not where its rows change without the data version.
        free: Whether its rows cost nothing, since the field above pays for them.
    """
    rule = Traverse(
        query_file(name), fixed or {}, checks or {}, then, computed or {}, items, sole, free
    )
    if description is not None:
        return _field(rule, description, weight=weight, steady=steady)
    return lambda method: _method(method, rule, weight=weight, steady=steady)


def connection(
    name: str,
    *,
    order: Order | Mapping[str | None, Order],
    fixed: Mapping[str, Any] | None = None,
    checks: Mapping[str, Check] | None = None,
    computed: Mapping[str, Computed] | None = None,
    narrow: Mapping[str, str] | None = None,
) -> Any:
    """Pages of the rows of the fragment `cypher/<name>.cypher`; decorates a method.

    Args:
        order: The order, or one for each value of the enum of `orderBy.field` and the usual
            one under None.
        computed: Parameter -> (argument, function): the parameter is the function's value.
        narrow: Field of `where` -> name of the fragment to read where it is given.
    """
    rule = Paged(
        query_file(name),
        fixed or {},
        checks or {},
        computed=computed or {},
        orders={None: order} if isinstance(order, Order) else order,
        narrow={name: query_file(file) for name, file in (narrow or {}).items()},
    )
    return lambda method: _method(method, rule, _PAGE_ARGUMENTS)


_PAGE_ARGUMENTS: Mapping[str, tuple[Any, str]] = {
    "first": (int | None, "Rows at most, from the start; 20 unless given."),
    "after": (str | None, "Cursor of the row to go on after."),
    "last": (int | None, "Rows at most, from the end."),
    "before": (str | None, "Cursor of the row to stop before."),
}


_USUAL_ARGUMENTS: Mapping[str, str] = {
    "where": "Only rows for which this holds.",
    "order_by": "Order of the rows; the usual one unless given.",
}


def _field(rule: Rule, description: str, **facts: Any) -> Any:
    return strawberry.field(description=description, metadata={"graph": rule, **facts})


def _method(
    method: Callable[..., Any],
    rule: Traverse,
    extra: Mapping[str, tuple[Any, str]] | None = None,
    **facts: Any,
) -> Any:
    described = {param.name: param for param in rule.query.params}
    signature = inspect.signature(method)
    parameters = [
        parameter.replace(annotation=_described(parameter, described))
        for parameter in signature.parameters.values()
    ]
    for name, (type_, description) in (extra or {}).items():
        annotation = Annotated[type_, strawberry.argument(description=description)]
        parameters.append(
            inspect.Parameter(
                name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation
            )
        )

    def unresolved(*_: Any, **__: Any) -> Any:
        raise AssertionError("a declared field is compiled, never resolved")

    unresolved.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    unresolved.__annotations__ = {p.name: p.annotation for p in parameters} | {
        "return": signature.return_annotation
    }
    unresolved.__name__ = method.__name__
    unresolved.__module__ = method.__module__
    description = " ".join((inspect.getdoc(method) or "").split())
    return strawberry.field(
        resolver=unresolved,
        description=description,
        metadata={"graph": rule, **facts},
    )


def _described(parameter: inspect.Parameter, described: Mapping[str, Typed]) -> Any:
    typed = described.get(to_camel(parameter.name))
    description = typed.description if typed else _USUAL_ARGUMENTS.get(parameter.name)
    if description is None or getattr(parameter.annotation, "__metadata__", None):
        return parameter.annotation
    return Annotated[parameter.annotation, strawberry.argument(description=description)]
