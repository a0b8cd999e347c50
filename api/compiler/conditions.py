"""How a field of a filter says what it asks of a row.

A filter is an input type made by `filter_input`; its fields hold of the rows of a fragment that
returns a column `node`. The compiler reads a field's condition back with `condition_of`; `and`,
`or` and `not` have none. See README.md of this folder.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import strawberry
from graphql import GraphQLInputField

from api.compiler.declare import Check

IT = "it"
"""The free name of what a comparison compares."""

T = TypeVar("T")
Class = TypeVar("Class", bound=type)


@dataclass(frozen=True)
class Predicate:
    """A predicate over the row, or over `it`, and `$value`.

    Attributes:
        check: What the value must satisfy, None for anything its type allows.
    """

    text: str
    check: Check | None = None


@dataclass(frozen=True)
class Compared:
    """An expression over the row, called `it` by the conditions of the field's own type."""

    expression: str


@dataclass(frozen=True)
class Reached:
    """A pattern from the row to others.

    Attributes:
        match: The clauses, the last one a MATCH without its WHERE.
        where: Predicate of the last MATCH, empty for none.
        column: Variable of the others, the `node` of the filter they are held to.
    """

    match: str
    where: str
    column: str


@dataclass(frozen=True)
class Same:
    """The row itself is held to the filter that the field's type is."""


@dataclass(frozen=True)
class Read:
    """No condition: a value that the fragment reads, as a computed parameter."""


Condition = Predicate | Compared | Reached | Same | Read


@strawberry.input(description="Which of the related ones there must be; both must hold.")
class Related(Generic[T]):
    some: T | None = strawberry.field(
        default=strawberry.UNSET, description="One of them is like this; `{}` is like any."
    )
    none: T | None = strawberry.field(
        default=strawberry.UNSET, description="None of them is like this."
    )


def condition_of(definition: GraphQLInputField) -> Condition | None:
    """The condition of a field of a filter, None for `and`, `or`, `not`."""
    declared = definition.extensions.get("strawberry-definition")
    return None if declared is None else declared.metadata.get("graph")


def predicate(
    text: str, *, description: str, name: str | None = None, check: Check | None = None
) -> Any:
    """A predicate over the row and `$value`; in a type that compares, over `it` and `$value`."""
    return _field(Predicate(text, check), description, name)


def compared(expression: str, *, description: str) -> Any:
    """A value of the row, compared as the field's type says: `TextFilter`, `FloatRange`."""
    return _field(Compared(expression), description)


def related(match: str, *, where: str = "", column: str, description: str) -> Any:
    """A field of type `Related[...]`: what the row leads to.

    Args:
        match: Clauses from `node` to the related ones, the last one a MATCH without its WHERE.
        where: Predicate of that MATCH.
        column: Variable of the related ones.
    """
    return _field(Reached(match, where, column), description)


def same(*, description: str) -> Any:
    """A field whose type is a filter of the same row."""
    return _field(Same(), description)


def read(*, description: str) -> Any:
    """A value that is no condition: the fragment reads it, as a computed parameter."""
    return _field(Read(), description)


def filter_input(*, description: str) -> Callable[[Class], Class]:
    """Makes a filter of a class whose fields are conditions: adds `and`, `or` and `not`."""

    def made(class_: Class) -> Class:
        name = class_.__name__
        composed = (
            ("and", f"list[{name}] | None", "All of these hold."),
            ("or", f"list[{name}] | None", "One of these holds."),
            ("not", f"{name} | None", "This does not hold, or is unknown."),
        )
        for word, annotation, said in composed:
            setattr(class_, f"{word}_", _field(None, said, name=word))
            class_.__annotations__[f"{word}_"] = annotation
        return strawberry.input(class_, description=description)

    return made


def _field(condition: Condition | None, description: str, name: str | None = None) -> Any:
    return strawberry.field(
        name=name,
        description=description,
        default=strawberry.UNSET,
        metadata={"graph": condition},
    )
