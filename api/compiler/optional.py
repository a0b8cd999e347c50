"""Predicates that count only if a parameter is given: `($since IS NULL OR link.last >= $since)`.

A statement is made for the shape of its arguments, so such a predicate is left out where its
parameter is null: a database that finds out row by row needs a tenth longer for a long list, and a
walk of which nothing is asked is searched ten times as fast as one with `WHERE true`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.compiler.tokens import Parameter, Part, Template, Text

_OPTIONAL = ("IS", "NULL", "OR")
_OPENING = Text("(")
_BEFORE_TERM = frozenset(("WHERE", "AND", "OR", "("))
"""What a term may stand behind that holds whether the constant before it is said or not."""


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


def is_left_out(one: Optional, arguments: Mapping[str, Any]) -> bool:
    """Whether the parameter of an optional predicate is null.

    Args:
        arguments: Values of the parameters that may be null, maps among them; a plan is kept for
            which of them and of their keys are.
    """
    return one.path[0] in arguments and _is_null(arguments, one.path)


def settled(parts: Template, left_out: Iterable[Optional]) -> Template:
    """The template without some of its optional predicates, given in order."""
    kept: list[Part] = []
    done = 0
    for one in left_out:
        if one.start >= done:
            kept += parts[done : one.start]
            done = one.end + _leave_out(kept, parts[one.end :])
    return (*kept, *parts[done:])


def _leave_out(kept: list[Part], following: Template) -> int:
    """Close the gap of a predicate, with the word that joined it; how much of what follows goes."""
    before = next((n for n in reversed(range(len(kept))) if not _is_space(kept[n])), 0)
    after = next((n for n in range(len(following)) if not _is_space(following[n])), len(following))
    word, next_word = (_word(parts, n) for parts, n in ((kept, before), (following, after)))
    if next_word == "AND" and word in _BEFORE_TERM:
        rest = following[after + 1 :]
        return after + 1 + next(n for n, part in enumerate(rest) if not _is_space(part))
    if word == "AND" or (word == "WHERE" and next_word != "OR"):
        del kept[before:]
        while kept and _is_space(kept[-1]):
            kept.pop()
        return 0
    kept.append(Text("true"))
    return 0


def _word(parts: Sequence[Part], at: int) -> str:
    part = parts[at] if at < len(parts) else None
    return part.text if isinstance(part, Text) else ""


def _is_space(part: Part) -> bool:
    return isinstance(part, Text) and part.text.isspace()


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
