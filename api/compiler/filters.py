"""A filter as a predicate: `and`, `or`, `not` and the fields of its input type.

The text depends on which fields are given, their values are parameters.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLInputObjectType, get_named_type

from api.compiler.declare import predicate_of
from api.compiler.scalars import plain
from api.compiler.tokens import render, template

Path = tuple[str | int, ...]


@dataclass
class Filter:
    """A predicate over a fragment's columns.

    Attributes:
        text: Cypher, empty where nothing is filtered.
        values: Parameter -> where in the filter its value stands.
    """

    text: str = ""
    values: dict[str, Path] = field(default_factory=dict[str, Path])

    def parameters(self, value: Any) -> dict[str, Any]:
        """The parameters of one request's filter of the same shape."""
        return {name: plain(_at(value, path)) for name, path in self.values.items()}


def compile_filter(
    type_: GraphQLInputObjectType, value: Any, variable: Callable[[str], str], suffix: str
) -> Filter:
    """The predicate of a filter.

    Args:
        variable: Column -> its name in the statement.
        suffix: What parameters end in.
    """
    built = Filter()
    built.text = _all(built, type_, value, (), variable, suffix) if value else ""
    return built


def _all(
    built: Filter,
    type_: GraphQLInputObjectType,
    value: dict[str, Any],
    path: Path,
    variable: Callable[[str], str],
    suffix: str,
) -> str:
    terms: list[str] = []
    for name, given in value.items():
        if given is None:
            continue
        definition, here = type_.fields[name], (*path, name)
        text = predicate_of(definition)
        if text is not None:
            parameter = f"where{len(built.values)}_{suffix}"
            built.values[parameter] = here
            terms.append(f"({render(template(text), variable, lambda _, p=parameter: p)})")
            continue
        inner = get_named_type(definition.type)
        assert isinstance(inner, GraphQLInputObjectType)
        if name == "not":
            terms.append(f"NOT {_all(built, inner, given, here, variable, suffix)}")
        else:
            members = [
                _all(built, inner, member, (*here, at), variable, suffix)
                for at, member in enumerate(given)
            ]
            neutral = "true" if name == "and" else "false"
            terms.append(f"({f' {name.upper()} '.join(members) or neutral})")
    return f"({' AND '.join(terms) or 'true'})"


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value
