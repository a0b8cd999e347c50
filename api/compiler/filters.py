"""A filter as a predicate: `and`, `or`, `not`, `some`, `none` and the fields of its input type.

The text depends on which fields are given, their values are parameters. What is unknown does not
hold, so every row is either among those of a filter or among those of its `not`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLInputField, GraphQLInputObjectType, get_named_type

from api.compiler.conditions import (
    IT,
    Compared,
    Predicate,
    Reached,
    Read,
    Same,
    condition_of,
)
from api.compiler.declare import Check
from api.compiler.scalars import plain
from api.compiler.scope import NODE
from api.compiler.tokens import render, template
from api.errors import BadArgument

CONDITIONS_MAX = 50
"""Conditions of one filter at most, those of related things included."""

LOOKS_MAX = 25
"""Subqueries of one filter at most; artists asked for every field once need 22. The database plans
fifty plain conditions in 0.7 s, 25 with a subquery each in 3 s and fifty in 11 to 19 s (measured on
a busy machine of two cores, 2026-11-26)."""

REACH_MAX = 3
"""How far one filter may go, from related to related: each step multiplies the work."""

_SUBQUERY = re.compile(r"\b(?:EXISTS|COUNT|COLLECT) \{")

TRUE, FALSE = "true", "false"
"""What always and what never holds. A constant is folded away here, as the planner of Neo4j 2026.01
fails on `a OR EXISTS { ... } OR true` beside another predicate."""

Path = tuple[str | int, ...]
Bound = dict[str, str]
"""Free name of a condition -> what stands for it in the statement."""


@dataclass
class Filter:
    """A predicate over a row.

    Attributes:
        text: Cypher, empty where nothing is filtered.
        values: Parameter -> where in the filter its value stands.
        checks: Where values stand, and what they must satisfy.
        reach: How far it goes, from related to related.
        looks: Subqueries it has.
    """

    text: str = ""
    values: dict[str, Path] = field(default_factory=dict[str, Path])
    checks: list[tuple[Path, Check]] = field(default_factory=list[tuple[Path, Check]])
    reach: int = 0
    looks: int = 0

    def parameters(self, value: Any) -> dict[str, Any]:
        """The parameters of one request's filter of the same shape."""
        return {name: plain(_at(value, path)) for name, path in self.values.items()}

    def check(self, value: Any) -> None:
        """Refuse one request's filter of the same shape.

        Raises:
            BadArgument: It has too many conditions, goes too far, or a value that cannot be.
        """
        if len(self.values) > CONDITIONS_MAX:
            raise BadArgument(f"where: {len(self.values)} conditions, {CONDITIONS_MAX} are allowed")
        if self.looks > LOOKS_MAX:
            raise BadArgument(
                f"where: looks at other things {self.looks} times, {LOOKS_MAX} are allowed"
            )
        if self.reach > REACH_MAX:
            raise BadArgument(f"where: {self.reach} relations deep, {REACH_MAX} are allowed")
        for path, check in self.checks:
            check(_at(value, path))


def compile_filter(type_: GraphQLInputObjectType, value: Any, node: str, suffix: str) -> Filter:
    """The predicate of a filter.

    Args:
        node: What the row is called in the statement.
        suffix: What parameters and variables of the filter end in.
    """
    if not value:
        return Filter()
    compiling = _Compiling(suffix)
    text = compiling.all(type_, value, _Place({NODE: node}))
    text = "" if text == TRUE else text
    looks = len(_SUBQUERY.findall(text))
    return Filter(text, compiling.values, compiling.checks, compiling.reach, looks)


@dataclass(frozen=True)
class _Place:
    """Where in the filter something stands, and what it is about."""

    bound: Bound
    path: Path = ()
    reach: int = 0

    def at(self, *steps: str | int) -> "_Place":
        return _Place(self.bound, self.path + steps, self.reach)

    def about(self, name: str, expression: str, reach: int = 0) -> "_Place":
        return _Place({name: expression}, self.path, self.reach + reach)


@dataclass
class _Compiling:
    suffix: str
    values: dict[str, Path] = field(default_factory=dict[str, Path])
    checks: list[tuple[Path, Check]] = field(default_factory=list[tuple[Path, Check]])
    reach: int = 0
    pieces: int = 0

    def all(self, type_: GraphQLInputObjectType, value: dict[str, Any], place: _Place) -> str:
        """All given fields hold."""
        terms = [
            self.one(type_, name, given, place.at(name))
            for name, given in value.items()
            if given is not None
        ]
        return conjunction(terms)

    def one(self, type_: GraphQLInputObjectType, name: str, given: Any, place: _Place) -> str:
        """One field holds."""
        definition = type_.fields[name]
        match condition_of(definition):
            case Predicate() as stated:
                return self.predicate(stated, place)
            case Compared(expression):
                it = f"({self.renaming(place.bound)(expression)})"
                return self.all(_input(definition), given, place.about(IT, it))
            case Reached() as reached:
                return self.related(reached, _input(definition), given, place)
            case Same():
                return self.all(_input(definition), given, place)
            case Read():
                return TRUE
            case None if name == "not":
                return negation(known(self.all(type_, given, place)))
            case None:
                members = [self.all(type_, one, place.at(n)) for n, one in enumerate(given)]
                return conjunction(members) if name == "and" else disjunction(members)

    def predicate(self, stated: Predicate, place: _Place) -> str:
        """A predicate, its value a parameter."""
        parameter = f"where{len(self.values)}_{self.suffix}"
        self.values[parameter] = place.path
        if stated.check is not None:
            self.checks.append((place.path, stated.check))
        return f"({self.renaming(place.bound)(stated.text, parameter)})"

    def related(
        self, reached: Reached, type_: GraphQLInputObjectType, given: Any, place: _Place
    ) -> str:
        """One of the related ones is so, or none is."""
        terms: list[str] = []
        self.reach = max(self.reach, place.reach + 1)
        for word, value in given.items():
            if value is None:
                continue
            renamed = self.renaming(place.bound)
            other = place.at(word).about(NODE, renamed(reached.column), reach=1)
            held = [renamed(f"({reached.where})")] if reached.where else []
            held.append(self.all(_input(type_.fields[word]), value, other))
            exists = existence(renamed(reached.match), conjunction(held))
            terms.append(exists if word == "some" else negation(exists))
        return conjunction(terms)

    def renaming(self, bound: Bound) -> Callable[..., str]:
        """Renders pieces of one condition: what they bind themselves is renamed apart."""
        self.pieces += 1
        ending = f"{self.pieces}_{self.suffix}"

        def renamed(text: str, parameter: str = "") -> str:
            return render(
                template(text),
                lambda name: bound.get(name, f"{name}_{ending}"),
                lambda _: parameter,
            )

        return renamed


def conjunction(terms: list[str]) -> str:
    """All hold."""
    given = [term for term in terms if term != TRUE]
    if FALSE in given:
        return FALSE
    return _joined(" AND ", given) or TRUE


def disjunction(terms: list[str]) -> str:
    """At least one holds."""
    given = [term for term in terms if term != FALSE]
    if TRUE in given:
        return TRUE
    return _joined(" OR ", given) or FALSE


def negation(term: str) -> str:
    """It does not hold; the term is known to hold or not."""
    return {TRUE: FALSE, FALSE: TRUE}.get(term) or f"NOT {term}"


def known(term: str) -> str:
    """It holds, and not if that is unknown."""
    return term if term in (TRUE, FALSE) else f"coalesce({term}, false)"


def existence(match: str, held: str) -> str:
    """One of the matched is so."""
    if held == FALSE:
        return FALSE
    return f"EXISTS {{ {match} }}" if held == TRUE else f"EXISTS {{ {match} WHERE {held} }}"


def _joined(operator: str, terms: list[str]) -> str:
    return f"({operator.join(terms)})" if len(terms) > 1 else "".join(terms)


def _input(definition: GraphQLInputField) -> GraphQLInputObjectType:
    named = get_named_type(definition.type)
    assert isinstance(named, GraphQLInputObjectType)
    return named


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value
