"""Cypher text as a template: which words are variables, which are parameters.

Rests on the convention of the files: keywords upper case, variables start lower case.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

_TOKEN = re.compile(
    r"""(?P<literal>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|//[^\n]*|/\*.*?\*/)
      | (?P<parameter>\$[A-Za-z]\w*)
      | (?P<function>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?=\s*\())
      | (?P<word>[A-Za-z_]\w*)
      | (?P<number>\d[\w.]*)
      | (?P<space>\s+)
      | (?P<mark>\.\.|.)""",
    re.X | re.S,
)
_WORD = re.compile(r"\w+")
_CONSTANTS = frozenset(("true", "false", "null"))
_OPENERS, _CLOSERS = frozenset("([{"), frozenset(")]}")
_SUBQUERIES = frozenset(("COUNT", "COLLECT", "EXISTS", "CALL"))
_AFTER_YIELD = frozenset(("WHERE", "WITH", "RETURN", "MATCH", "OPTIONAL", "UNWIND", "CALL"))


@dataclass(frozen=True)
class Text:
    """Words that stay as they are."""

    text: str


@dataclass(frozen=True)
class Variable:
    """A variable; `yielded` when a procedure names it, so that renaming needs an AS."""

    name: str
    yielded: bool = False


@dataclass(frozen=True)
class Parameter:
    """A `$parameter`, without the dollar."""

    name: str


Part = Text | Variable | Parameter
Template = tuple[Part, ...]


@dataclass
class _Bracket:
    mark: str
    holds_clauses: bool


@cache
def template(source: str) -> Template:
    """The parts of a piece of Cypher."""
    return tuple(_parts(source))


def compact(parts: Template) -> Template:
    """The same template with texts joined, for one that is rendered again and again."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + part.text)
        else:
            joined.append(part)
    return tuple(joined)


def variables(parts: Template) -> frozenset[str]:
    """Names of all variables of a template."""
    return frozenset(part.name for part in parts if isinstance(part, Variable))


def parameters(parts: Template) -> frozenset[str]:
    """Names of all parameters of a template."""
    return frozenset(part.name for part in parts if isinstance(part, Parameter))


def words(text: str) -> frozenset[str]:
    """All words of a text of Cypher, as they stand in a statement."""
    return frozenset(_WORD.findall(text))


def render(parts: Template, variable: Callable[[str], str], parameter: Callable[[str], str]) -> str:
    """The template as text, with new names for its variables and parameters."""
    pieces: list[str] = []
    for part in parts:
        match part:
            case Text(text):
                pieces.append(text)
            case Variable(name, yielded):
                renamed = variable(name)
                pieces.append(f"{name} AS {renamed}" if yielded else renamed)
            case Parameter(name):
                pieces.append(f"${parameter(name)}")
    return "".join(pieces)


def _parts(source: str) -> Iterator[Part]:
    tokens = list(_TOKEN.finditer(source))
    brackets: list[_Bracket] = []
    before, in_yield, after_call = "", False, False
    for at, token in enumerate(tokens):
        kind, text = token.lastgroup, token[0]
        if kind == "space" or (kind == "literal" and text.startswith(("//", "/*"))):
            yield Text(" " if kind == "literal" else text)
            continue
        following = _next(tokens, at)
        if kind == "parameter":
            yield Parameter(text[1:])
        elif kind == "word" and _is_variable(text, before, following, brackets):
            named = in_yield and following != "AS" and before != "AS"
            if in_yield and following == "AS":
                yield Text(text)
            else:
                yield Variable(text, yielded=named)
        else:
            yield Text(text)
        if kind in ("word", "function"):
            in_yield = text == "YIELD" or (in_yield and text not in _AFTER_YIELD)
        if text in _OPENERS:
            clauses = text == "{" and (before in _SUBQUERIES or (before == ")" and after_call))
            brackets.append(_Bracket(text, clauses))
        elif text in _CLOSERS and brackets:
            brackets.pop()
        if text == "CALL":
            after_call = True
        elif text in "{}" or (kind == "word" and text.isupper()):
            after_call = False
        before = text


def _is_variable(text: str, before: str, following: str, brackets: list[_Bracket]) -> bool:
    if not text[0].islower() or text in _CONSTANTS or before == ".":
        return False
    in_map = bool(brackets) and brackets[-1].mark == "{" and not brackets[-1].holds_clauses
    return not (in_map and following == ":" and before in ("{", ","))


def _next(tokens: list[re.Match[str]], at: int) -> str:
    for token in tokens[at + 1 :]:
        if token.lastgroup != "space":
            return token[0]
    return ""
