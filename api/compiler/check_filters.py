"""Holds the filters of the schema to the convention their conditions are written in."""

from collections.abc import Iterator

from graphql import GraphQLInputObjectType, GraphQLSchema, get_named_type

from api.compiler.conditions import IT, Compared, Condition, Predicate, Reached, condition_of
from api.compiler.scope import NODE
from api.compiler.tokens import parameters, template, variables

_COMPOSED = frozenset(("and", "or", "not"))
_RELATED = frozenset(("some", "none"))


def wrong_filters(schema: GraphQLSchema) -> Iterator[str]:
    """What is wrong with the input types whose fields have conditions."""
    for type_ in schema.type_map.values():
        if isinstance(type_, GraphQLInputObjectType) and any(
            map(condition_of, type_.fields.values())
        ):
            for problem in _filter(type_):
                yield f"{type_.name}.{problem}"


def is_filter(type_: object) -> bool:
    """Whether a type is a filter of nodes."""
    return isinstance(type_, GraphQLInputObjectType) and type_.fields.keys() >= _COMPOSED


def _filter(type_: GraphQLInputObjectType) -> Iterator[str]:
    about = NODE if is_filter(type_) else IT
    for name, definition in type_.fields.items():
        condition = condition_of(definition)
        inner = get_named_type(definition.type)
        if condition is None:
            if name not in _COMPOSED or inner is not type_:
                yield f"{name}: has no condition"
            continue
        for problem in (*_words(condition, about), *_inner(condition, inner)):
            yield f"{name}: {problem}"


def _words(condition: Condition, about: str) -> Iterator[str]:
    match condition:
        case Predicate(text):
            value = frozenset(("value",))
        case Compared(text):
            value = frozenset[str]()
        case Reached(match, where, _):
            text, value = f"{match} WHERE {where}", frozenset[str]()
    parts = template(text)
    if about not in variables(parts):
        yield f"says nothing about {about}"
    if parameters(parts) != value:
        yield f"uses the parameters {sorted(parameters(parts))}, not {sorted(value)}"


def _inner(condition: Condition, inner: object) -> Iterator[str]:
    match condition:
        case Compared():
            if not isinstance(inner, GraphQLInputObjectType) or is_filter(inner):
                yield f"{inner} compares nothing"
        case Reached(match, _, column):
            words = inner.fields if isinstance(inner, GraphQLInputObjectType) else {}
            if words.keys() != _RELATED:
                yield f"{inner} is not some and none of others"
            if not all(is_filter(get_named_type(field.type)) for field in words.values()):
                yield f"{inner} asks for no filter"
            if column == NODE or column not in variables(template(match)):
                yield f"no variable {column} is reached"
        case Predicate():
            pass
