"""What follows the final RETURN of a fragment, taken apart: items, then their order and limit."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from api.compiler.tokens import Part, Template, Text, Variable, render, variables

_ENDINGS = frozenset(("ORDER", "SKIP", "LIMIT"))
_SUBQUERIES = frozenset(("COUNT", "COLLECT", "EXISTS"))
_OPENERS, _CLOSERS = frozenset("([{"), frozenset(")]}")
_AROUND = re.compile(r"^DISTINCT\s+|\s+AS\s+\w+$")
_AGGREGATING = re.compile(r"\bDISTINCT\b|\b(?:count|collect|sum|min|max|avg)\s*\(")


@dataclass(frozen=True)
class Projection:
    """The items of a RETURN, its order and its limit.

    Attributes:
        items: Column -> its item, alias and all.
        ending: What follows the items: ORDER BY, SKIP, LIMIT.
        aggregates: Whether a row depends on all items: DISTINCT, or an aggregate.
    """

    items: dict[str, Template]
    ending: Template
    aggregates: bool

    @property
    def limits(self) -> bool:
        """Whether it leaves rows out by their number."""
        return Text("LIMIT") in self.ending

    @cached_property
    def expressions(self) -> dict[str, str]:
        """Column -> the expression behind it."""
        return {name: _expression(item) for name, item in self.items.items()}

    def of(self, needed: Iterable[str]) -> Template:
        """The projection with only the columns that are needed, or that its order uses.

        One that aggregates is whole, and there is always a column.
        """
        wanted = {*needed, *variables(self.ending)} if not self.aggregates else {*self.items}
        kept = [item for name, item in self.items.items() if name in wanted]
        parts: list[Part] = []
        for item in kept or [*self.items.values()][:1]:
            parts += [Text(", "), *item] if parts else item
        return (*parts, *self.ending)


def projection(parts: Template) -> Projection:
    """The projection of what follows a RETURN."""
    pieces, ending = _split(parts)
    return Projection(
        items={_name(piece): piece for piece in pieces},
        ending=ending,
        aggregates=bool(_AGGREGATING.search("".join(_outside_subqueries(parts)))),
    )


def _split(parts: Template) -> tuple[list[Template], Template]:
    pieces: list[Template] = []
    depth = start = 0
    end = len(parts)
    for at, word in enumerate(_words(parts)):
        depth += (word in _OPENERS) - (word in _CLOSERS)
        if depth == 0 and word in _ENDINGS:
            end = at
            break
        if depth == 0 and word == ",":
            pieces.append(parts[start:at])
            start = at + 1
    return [*map(_stripped, (*pieces, parts[start:end]))], (Text("\n"), *_stripped(parts[end:]))


def _words(parts: Template) -> Iterator[str]:
    return (part.text if isinstance(part, Text) else "" for part in parts)


def _stripped(parts: Template) -> Template:
    solid = [at for at, word in enumerate(_words(parts)) if not word.isspace()]
    return parts[solid[0] : solid[-1] + 1] if solid else ()


def _name(item: Template) -> str:
    last = item[-1]
    assert isinstance(last, Variable), "an item is a variable, or ends in AS and a name"
    return last.name


def _expression(item: Template) -> str:
    return _AROUND.sub("", render(item, str, str))


def _outside_subqueries(parts: Template) -> Iterator[str]:
    before, skipping = "", 0
    for part, word in zip(parts, _words(parts), strict=True):
        if word == "{" and (skipping or before in _SUBQUERIES):
            skipping += 1
        elif word == "}" and skipping:
            skipping -= 1
        elif not skipping:
            yield word
        if not (isinstance(part, Text) and word.isspace()):
            before = word
