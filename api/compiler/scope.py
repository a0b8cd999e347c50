"""The words the parts of the compiler share: what is asked, and what a selection is read from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from graphql import GraphQLNonNull, GraphQLOutputType, GraphQLSchema, OperationDefinitionNode
from graphql.execution.collect_fields import FragmentDetails
from graphql.execution.values import VariableValues

from api.compiler.shape import Shape

THIS = "this"
"""The free name of the node a selection is read from."""

NODE = "node"
"""The column that holds the node, where a fragment has several and the type is no row type; a
filter is about it."""

Compiled = tuple[str, Shape]
"""An expression and the shape of its value."""


@dataclass(frozen=True)
class Scope:
    """What a selection is read from.

    Attributes:
        names: Free name -> the variable that stands for it. A node is called `this`, the columns
            of a row have their own names.
        path: Response names from the root.
        row: Variable of the map whose keys are the columns, where the row is a map.
    """

    names: Mapping[str, str]
    path: tuple[str, ...] = ()
    row: str | None = None

    def has(self, name: str) -> bool:
        """Whether a name comes from here."""
        return name in self.names

    def expression(self, name: str) -> str:
        """What stands for a name that comes from here."""
        if self.row is not None and name not in self.names:
            return f"{self.row}.{name}"
        return self.names[name]

    def at(self, key: str) -> "Scope":
        """The same, one response name further."""
        return Scope(self.names, (*self.path, key), self.row)

    def holding(self, names: Mapping[str, str], row: str | None = None) -> "Scope":
        """The same place, read from something else."""
        return Scope(names, self.path, row)


@dataclass(frozen=True)
class Request:
    """What the GraphQL library knows of an operation, and the page maximum."""

    schema: GraphQLSchema
    fragments: dict[str, FragmentDetails]
    operation: OperationDefinitionNode
    variables: VariableValues
    page_max: int


class Reader(Protocol):
    """What is needed of the graph."""

    async def record(
        self, statement: str, parameters: Mapping[str, Any], *, timeout_s: float
    ) -> list[Any] | None:
        """The values of the one record of a statement."""
        ...


def unwrap(type_: GraphQLOutputType) -> tuple[Any, bool]:
    """A type without its non-null mark, and whether it may be null."""
    if isinstance(type_, GraphQLNonNull):
        return type_.of_type, False
    return type_, True
