"""Fields that read a fragment: all its rows, its first row, or a page of them."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graphql import GraphQLField, GraphQLList, GraphQLNonNull, GraphQLOutputType, is_object_type
from graphql.execution.collect_fields import FieldDetailsList

from api.compiler.arguments import Assign
from api.compiler.bounds import Bound, Given, Measured
from api.compiler.declare import Traverse, is_row
from api.compiler.fragments import Fragment, fragment
from api.compiler.pages import check_size
from api.compiler.scalars import plain
from api.compiler.scope import NODE, Compiled, Scope, unwrap
from api.compiler.shape import ListShape, SoleShape
from api.compiler.tokens import render, template, words

if TYPE_CHECKING:
    from api.compiler.plan import Compilation


@dataclass(frozen=True)
class Use:
    """One use of a fragment in a statement: its names, renamed apart.

    Attributes:
        number: What its own variables end in.
        parameters: What its parameters end in; several uses may share them.
        bound: Names it reads from outside -> what stands for them.
        prelude: A WITH for names that are no variables outside.
        arguments: Values of its parameters that may be null, for what is optional.
    """

    fragment: Fragment
    number: int
    parameters: int
    bound: dict[str, str]
    prelude: str
    arguments: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def variable(self, name: str) -> str:
        """A variable of the fragment as it is called in the statement."""
        return self.bound.get(name) or f"{name}_{self.number}"

    def parameter(self, name: str) -> str:
        """A parameter of the fragment as it is called in the statement."""
        return f"{name}_{self.parameters}"

    @property
    def head(self) -> str:
        """All clauses before the final RETURN."""
        head = self.fragment.head_for(self.arguments)
        text = render(head, self.variable, self.parameter)
        return f"{self.prelude}{text.rstrip()}"

    def projection(self, used: Container[str] | None = None) -> str:
        """The final RETURN's items, order and limit; of the items those among the used names."""
        needed = [name for name, called in self.columns().items() if used is None or called in used]
        return render(self.fragment.projection.of(needed), self.variable, self.parameter).strip()

    def expression(self, source: str) -> str:
        """An expression over the fragment's columns."""
        return render(template(source), self.variable, self.parameter)

    def behind(self, source: str) -> str:
        """The same, as it reads before the final RETURN."""
        expressions = self.fragment.expressions
        if source in expressions:
            return render(template(expressions[source]), self.variable, self.parameter)
        return render(template(source), self._behind, self.parameter)

    def _behind(self, name: str) -> str:
        text = self.behind(name) if name in self.fragment.expressions else self.variable(name)
        return text if text.isidentifier() else f"({text})"

    def columns(self) -> dict[str, str]:
        """Column -> its variable."""
        return {column: self.variable(column) for column in self.fragment.columns}


def use_of(
    compilation: "Compilation",
    read: Fragment,
    scope: Scope,
    arguments: Mapping[str, Any],
    parameters: int | None = None,
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
        arguments=arguments,
    )


def rows(
    compilation: "Compilation",
    rule: Traverse,
    definition: GraphQLField,
    details: FieldDetailsList,
    scope: Scope,
) -> Compiled:
    """All rows of a fragment, or of a chain of them, as a list; or the first row."""
    uses = _chain(compilation, rule, definition, details, scope)
    declared, nullable = unwrap(definition.type)
    is_list = isinstance(declared, GraphQLList)
    compilation.bind(
        uses[0].number,
        definition,
        details[0],
        scope,
        _assign(rule, uses, definition, compilation.request.page_max, is_list),
    )
    last = uses[-1]
    item = declared.of_type if is_list else definition.type
    present = not is_list or isinstance(item, GraphQLNonNull)
    value, shape = row_value(
        compilation, item, last.columns(), details, scope, items=rule.items, present=present
    )
    used, clauses = words(value), [f"RETURN {value} AS row_{last.number}", "}"]
    for use in reversed(uses):
        head, items = use.head, use.projection(used)
        clauses[:0] = [head, f"WITH {items}"]
        used |= words(head) | words(items)
    text = "\n".join(["COLLECT {", *clauses])
    if is_list:
        return text, ListShape(nullable, shape, 0 if rule.free else _bound(last))
    if rule.sole is not None:
        return text, SoleShape(shape, rule.sole)
    return f"head({text})", shape


def _chain(
    compilation: "Compilation",
    rule: Traverse,
    definition: GraphQLField,
    details: FieldDetailsList,
    scope: Scope,
) -> list[Use]:
    arguments = compilation.arguments(definition, details[0])
    known = nullable_arguments(rule, definition, arguments)
    uses = [use_of(compilation, fragment(rule.query), scope, known)]
    if rule.then is not None:
        for query in rule.then(arguments):
            inside = scope.holding(uses[-1].columns())
            uses.append(use_of(compilation, fragment(query), inside, known))
    return uses


def row_value(
    compilation: "Compilation",
    declared: GraphQLOutputType,
    columns: dict[str, str],
    details: FieldDetailsList,
    scope: Scope,
    *,
    items: int | None = None,
    present: bool = True,
) -> Compiled:
    """What is selected of one row of a fragment; its node is null unless `present`."""
    type_, nullable = unwrap(declared)
    if is_object_type(type_) and is_row(type_):
        fields = compilation.subfields(type_, details)
        return compilation.selection(type_, fields, scope.holding(columns), nullable=nullable)
    node = columns.get(NODE) or next(iter(columns.values()))
    return compilation.output(declared, node, details, scope, present=present, items=items)


def _bound(last: Use) -> Bound:
    most = last.fragment.query.most
    if most is None:
        return Measured(last.fragment.name)
    return Given(last.parameter(most)) if isinstance(most, str) else most


def nullable_arguments(
    rule: Traverse, definition: GraphQLField, arguments: Mapping[str, Any]
) -> dict[str, Any]:
    """The arguments that become parameters as they are; an argument `first` never is null."""
    made = {"first", *rule.fixed, *rule.computed}
    return {name: arguments.get(name) for name in definition.args if name not in made}


def _assign(
    rule: Traverse, uses: list[Use], definition: GraphQLField, page_max: int, is_list: bool
) -> Assign:
    """How a field's arguments become the parameters of its fragments.

    An argument `first` of a list that is not given is the page maximum.
    """

    def assign(arguments: dict[str, Any]) -> tuple[dict[str, Any], None]:
        if is_list and "first" in definition.args:
            check_size("first", arguments.get("first"), page_max)
            arguments = {"first": page_max} | {k: v for k, v in arguments.items() if v is not None}
        parameters: dict[str, Any] = {}
        for use in uses:
            parameters |= fragment_parameters(rule, use, arguments)
        return parameters, None

    return assign


def fragment_parameters(rule: Traverse, use: Use, arguments: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a fragment, its arguments checked."""
    for name, check in rule.checks.items():
        if arguments.get(name) is not None:
            check(arguments[name])
    return {
        use.parameter(param.name): plain(_parameter(rule, param.name, arguments))
        for param in use.fragment.query.params
    }


def _parameter(rule: Traverse, name: str, arguments: dict[str, Any]) -> Any:
    if name in rule.fixed:
        return rule.fixed[name]
    if name in rule.computed:
        argument, made = rule.computed[name]
        return made(arguments[argument])
    return arguments.get(name)
