"""Arguments: where a field's parameters come from, once a plan and once a request."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from graphql import FieldNode, GraphQLField, print_ast
from graphql.execution.collect_fields import FieldDetails
from graphql.execution.values import VariableValues, get_argument_values
from graphql.language import DirectiveNode, DocumentNode, VariableNode, Visitor, visit
from graphql.language.ast import Node

from api.compiler.pages import PageFacts
from api.errors import ApiError, located
from api.inputs import check_ranges

Assign = Callable[[dict[str, Any]], tuple[dict[str, Any], PageFacts | None]]
"""Coerced arguments of a field -> its parameters by name in the statement, and its page."""


@dataclass(frozen=True)
class Binding:
    """The arguments of one use of a field.

    Attributes:
        use: The number its names in the statement end in.
        path: Response names from the root to the field.
        constant: Whether the operation gives every value, so that no request changes them.
    """

    use: int
    definition: GraphQLField
    node: FieldNode
    details: FieldDetails
    path: tuple[str, ...]
    constant: bool
    assign: Assign

    def values(self, variables: VariableValues) -> tuple[dict[str, Any], PageFacts | None]:
        """Parameters and page for one request.

        Raises:
            GraphQLError: An argument cannot be answered; located.
        """
        arguments = coerced(self.definition, self.details, variables)
        try:
            check_ranges("", arguments)
            return self.assign(arguments)
        except ApiError as error:
            raise located(error, self.node, path=list(self.path)) from error


def coerced(
    definition: GraphQLField, details: FieldDetails, variables: VariableValues
) -> dict[str, Any]:
    """The arguments of a field by their GraphQL names, defaults filled in."""
    if not definition.args:
        return {}
    return get_argument_values(
        definition, details.node, variables, details.fragment_variable_values
    )


def is_constant(node: FieldNode) -> bool:
    """Whether no argument of a field holds a variable."""
    return not any("$" in print_ast(argument.value) for argument in node.arguments or ())


def shaping_variables(document: DocumentNode) -> frozenset[str]:
    """Names of the variables in `@include` and `@skip`."""
    collector = _Conditions()
    visit(document, collector)
    return frozenset(collector.names)


def shape_of(
    variables: Mapping[str, Any], names: tuple[str, ...], conditions: frozenset[str]
) -> tuple[Any, ...]:
    """What of the variables' values the text of a statement depends on.

    Whether each was given and is null; values of conditions and enums; of input objects which
    fields they have.
    """
    return tuple(
        (variables[name] if name in conditions else _shape(variables[name]))
        if name in variables
        else "absent"
        for name in names
    )


def _shape(value: Any) -> Any:
    match value:
        case None:
            return None
        case Enum():
            return value.value
        case dict():
            return tuple((key, _shape(item)) for key, item in sorted(value.items()))  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        case [dict(), *_]:
            return tuple(_shape(item) for item in value)
        case _:
            return "given"


class _Conditions(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_directive(self, node: DirectiveNode, *_: Node) -> None:
        for argument in node.arguments or ():
            if isinstance(argument.value, VariableNode):
                self.names.add(argument.value.name.value)
