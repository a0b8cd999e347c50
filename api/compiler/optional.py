"""Predicates that count only if a parameter is given: `($since IS NULL OR link.last >= $since)`.

A statement is made for the shape of its arguments, so such a predicate is left out where its
parameter is null: a database that finds out row by row needs a tenth longer for a long list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from api.compiler.tokens import Parameter, Part, Template, Text

_OPTIONAL = ("IS", "NULL", "OR")
_OPENING = Text("(")


@dataclass(frozen=True)
class Optional:
    """An optional predicate of a template.

    Attributes:
        start, end: Its bracket and the place behind the closing one.
        path: Its parameter and the keys below it.
    """

    start: int
    end: int
    path: tuple[str, ...]


def optional_predicates(parts: Template) -> tuple[Optional, ...]:
    """The optional predicates of a template, in the order in which they begin."""
    found: list[Optional] = []
    for at, part in enumerate(parts):
        if part == _OPENING and (path := _path(parts, at)):
            found.append(Optional(at, _end(parts, at), path))
    return tuple(found)


def settled(
    parts: Template, optional: Iterable[Optional], arguments: Mapping[str, Any]
) -> Template:
    """The template with `true` for each optional predicate whose parameter is null.

    Args:
        optional: The optional predicates of the template.
        arguments: Values of the parameters that may be null, maps among them; a plan is kept for
            which of them and of their keys are.
    """
    kept: list[Part] = []
    done = 0
    for one in optional:
        if one.start >= done and one.path[0] in arguments and _is_null(arguments, one.path):
            kept += [*parts[done : one.start], Text("true")]
            done = one.end
    return (*kept, *parts[done:])


def _path(parts: Template, at: int) -> tuple[str, ...]:
    """Parameter and keys of the optional predicate that opens here, empty if none does."""
    following = [part for part in parts[at + 1 : at + 16] if part != Text(" ")]
    match following:
        case [Parameter(name), *rest]:
            words = [part.text if isinstance(part, Text) else "" for part in rest]
        case _:
            return ()
    keys: list[str] = []
    while words[:1] == ["."]:
        keys.append(words[1])
        words = words[2:]
    return (name, *keys) if tuple(words[:3]) == _OPTIONAL else ()


def _is_null(arguments: Mapping[str, Any], path: tuple[str, ...]) -> bool:
    value: Any = arguments
    for step in path:
        if not isinstance(value, Mapping):
            break
        value = value.get(step)
    return value is None


def _end(parts: Template, at: int) -> int:
    """Index behind the bracket that closes the one here."""
    depth = 0
    for here in range(at, len(parts)):
        part = parts[here]
        text = part.text if isinstance(part, Text) else ""
        depth += (text == "(") - (text == ")")
        if depth == 0:
            return here + 1
    raise AssertionError("a fragment closes its brackets")
