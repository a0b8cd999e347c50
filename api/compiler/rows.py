"""Fields that read a fragment: all its rows, its first row, or a page of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphql import GraphQLField, GraphQLList, GraphQLOutputType, is_object_type
from graphql.execution.collect_fields import FieldDetailsList

from api.compiler.declare import Traverse, is_row
from api.compiler.fragments import Fragment, fragment
from api.compiler.pages import PageFacts, check_size
from api.compiler.scalars import plain
from api.compiler.scope import Compiled, Scope, unwrap
from api.compiler.shape import ListShape
from api.compiler.tokens import render, template

if TYPE_CHECKING:
    from api.compiler.plan import Compilation

NODE = "node"
"""The column that holds the node, where a fragment has several and the type is no row type."""


@dataclass(frozen=True)
class Use:
    """One use of a fragment in a statement: its names, renamed apart.

    Attributes:
        number: What its own variables end in.
        parameters: What its parameters end in; several uses may share them.
        bound: Names it reads from outside -> what stands for them.
        prelude: A WITH for names that are no variables outside.
    """

    fragment: Fragment
    number: int
    parameters: int
    bound: dict[str, str]
    prelude: str

    def variable(self, name: str) -> str:
        """A variable of the fragment as it is called in the statement."""
        return self.bound.get(name) or f"{name}_{self.number}"

    def parameter(self, name: str) -> str:
        """A parameter of the fragment as it is called in the statement."""
        return f"{name}_{self.parameters}"

    @property
    def head(self) -> str:
        """All clauses before the final RETURN."""
        text = render(self.fragment.head, self.variable, self.parameter)
        return f"{self.prelude}{text.rstrip()}"

    @property
    def projection(self) -> str:
        """The final RETURN's items, order and limit."""
        return render(self.fragment.projection, self.variable, self.parameter).strip()

    def expression(self, source: str) -> str:
        """An expression over the fragment's columns."""
        return render(template(source), self.variable, self.parameter)

    def columns(self) -> dict[str, str]:
        """Column -> its variable."""
        return {column: self.variable(column) for column in self.fragment.columns}


def use_of(
    compilation: "Compilation", read: Fragment, scope: Scope, parameters: int | None = None
) -> Use:
    """A new use of a fragment under a scope."""
    number = compilation.number()
    bound: dict[str, str] = {}
    prelude: list[str] = []
    for name in read.reads:
        outside = scope.expression(name)
        if outside.isidentifier():
            bound[name] = outside
        else:
            prelude.append(f"{outside} AS {name}_{number}")
    return Use(
        fragment=read,
        number=number,
        parameters=number if parameters is None else parameters,
        bound=bound,
        prelude=f"WITH {', '.join(prelude)}\n" if prelude else "",
    )


def rows(
    compilation: "Compilation",
    rule: Traverse,
    definition: GraphQLField,
    details: FieldDetailsList,
    scope: Scope,
) -> Compiled:
    """All rows of a fragment as a list, or its first row."""
    use = use_of(compilation, fragment(rule.query), scope)
    is_list = isinstance(unwrap(definition.type)[0], GraphQLList)
    compilation.bind(
        use.parameters, definition, details[0], scope, assigner(rule, use, compilation, is_list)
    )
    declared, nullable = unwrap(definition.type)
    item = declared.of_type if is_list else definition.type
    value, shape = row_value(compilation, item, use.columns(), details, scope)
    text = f"COLLECT {{\n{use.head}\nWITH {use.projection}\nRETURN {value} AS row_{use.number}\n}}"
    if is_list:
        return text, ListShape(nullable, shape)
    return f"head({text})", shape


def row_value(
    compilation: "Compilation",
    declared: GraphQLOutputType,
    columns: dict[str, str],
    details: FieldDetailsList,
    scope: Scope,
) -> Compiled:
    """What is selected of one row of a fragment."""
    type_, nullable = unwrap(declared)
    if is_object_type(type_) and is_row(type_):
        fields = compilation.subfields(type_, details)
        return compilation.selection(type_, fields, scope.holding(columns), nullable=nullable)
    node = columns.get(NODE) or next(iter(columns.values()))
    return compilation.output(declared, node, details, scope, present=True)


def assigner(
    rule: Traverse, use: Use, compilation: "Compilation", is_list: bool
) -> Callable[[dict[str, Any]], tuple[dict[str, Any], PageFacts | None]]:
    """How a field's arguments become the parameters of a fragment."""
    page_max = compilation.request.page_max

    def assign(arguments: dict[str, Any]) -> tuple[dict[str, Any], PageFacts | None]:
        if is_list:
            check_size("first", arguments.get("first"), page_max)
        return fragment_parameters(rule, use, arguments), None

    return assign


def fragment_parameters(rule: Traverse, use: Use, arguments: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a fragment, its arguments checked."""
    for name, check in rule.checks.items():
        if arguments.get(name) is not None:
            check(arguments[name])
    return {
        use.parameter(param.name): plain(
            rule.fixed[param.name] if param.name in rule.fixed else arguments.get(param.name)
        )
        for param in rule.query.params
    }
