"""Holds the filters of the schema to the convention their conditions are written in."""

from collections.abc import Iterator

from graphql import (
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
)

from api.compiler.conditions import (
    IT,
    Compared,
    Condition,
    Predicate,
    Reached,
    Read,
    Same,
    condition_of,
)
from api.compiler.scope import NODE
from api.compiler.tokens import parameters, template, variables

_COMPOSED = frozenset(("and", "or", "not"))
_RELATED = frozenset(("some", "none"))


def wrong_filters(schema: GraphQLSchema) -> Iterator[str]:
    """What is wrong with the types of all arguments `where`."""
    walk = _Walk()
    for type_ in schema.type_map.values():
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for name, definition in type_.fields.items():
                if "where" in definition.args:
                    argument = get_named_type(definition.args["where"].type)
                    yield from walk.type(argument, NODE, f"{type_.name}.{name}(where)")


class _Walk:
    """Goes through filters once each, from what they are about to what that leads to."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, str]] = set()

    def type(self, type_: object, about: str, whence: str) -> Iterator[str]:
        """What is wrong with a filter, or a type that compares."""
        if not isinstance(type_, GraphQLInputObjectType):
            yield f"{whence}: {type_} is no filter"
        elif (type_.name, about) not in self._seen:
            self._seen.add((type_.name, about))
            for name, definition in type_.fields.items():
                condition = condition_of(definition)
                here, inner = f"{type_.name}.{name}", get_named_type(definition.type)
                if condition is not None:
                    yield from (f"{here}: {problem}" for problem in _words(condition, about))
                    yield from self.inner(condition, inner, here)
                elif name not in _COMPOSED or inner is not type_:
                    yield f"{here}: has no condition"

    def inner(self, condition: Condition, inner: object, here: str) -> Iterator[str]:
        """What is wrong with the type of a field."""
        match condition:
            case Compared():
                yield from self.type(inner, IT, here)
            case Same():
                yield from self.type(inner, NODE, here)
            case Reached():
                words = inner.fields if isinstance(inner, GraphQLInputObjectType) else {}
                if words.keys() != _RELATED:
                    yield f"{here}: {inner} is not some and none of others"
                for field in words.values():
                    yield from self.type(get_named_type(field.type), NODE, here)
            case Predicate() | Read():
                return


def _words(condition: Condition, about: str) -> Iterator[str]:
    match condition:
        case Predicate(text):
            value = frozenset(("value",))
        case Compared(text):
            value = frozenset[str]()
        case Reached(match, where, column):
            text, value = f"{match} WHERE {where}", frozenset[str]()
            if column == NODE or column not in variables(template(match)):
                yield f"no variable {column} is reached"
        case Same() | Read():
            return
    parts = template(text)
    if about not in variables(parts):
        yield f"says nothing about {about}"
    if parameters(parts) != value:
        yield f"uses the parameters {sorted(parameters(parts))}, not {sorted(value)}"
