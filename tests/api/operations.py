"""What random documents are given: ids of the scene, values for arguments, variables."""

import json
import random
import re
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    get_named_type,
    is_list_type,
    is_non_null_type,
)

IDS = {
    "artist": [f"ar_{n:016d}" for n in (1, 2, 5, 9, 10, 13)]
    + ["ar_ffffffffffffffff", "ar_00000000000000ff"],
    "event": [f"ev_{n:016d}" for n in (1, 3, 6, 9)] + ["ev_00000000000000ff"],
    "venue": ["ve_000000000000000a", "ve_000000000000000b"],
    "label": [f"lb_{n:016d}" for n in (1, 2, 3, 4)] + ["lb_ffffffffffffffff"],
    "release": [f"re_{n:016d}" for n in (1, 2, 3)],
    "track": [f"tr_{n:016d}" for n in (1, 4, 5)],
    "collective": [f"co_{n:016d}" for n in (1, 2)],
    "mix": [f"mx_{n:016d}" for n in (1, 3, 5)] + ["mx_00000000000000ff"],
    "mixPlatform": [f"mp_{n:016d}" for n in (1, 2)],
    "series": ["es_0000000000000001", "es_00000000000000ff"],
    "community": ["cm_1", "cm_2", "cm_99"],
    "scene": [f"sc_{n:016d}" for n in (1, 2, 3, 5, 6)],
}
IDS["subgraph"] = [
    "ar_0000000000000001",
    "ev_0000000000000003",
    "lb_ffffffffffffffff",
    "mx_1",
    "al_1",
]
IDS["node"] = [ids[0] for ids in IDS.values()] + [
    "re_0000000000000003",
    "al_0000000000000001",
    "xi_0000000000000001",
    "no id",
]
KIND_OF = {
    "scene1": "scene", "scene2": "scene", "withinHopsOf": "artist", "parent": "label",
    "platform": "mixPlatform", "compareArtists": "artist", "compareLabels": "label",
}  # fmt: skip
"""Arguments and fields whose ids are of a kind that is not their name."""

NAMED_TEXTS = {
    "isrc": ("GBAAA1600001", "gb-aaa-16-00002", "GBAAA1600003"),
    "slug": ("london", "germany_techno", "radio", "podcast", "nowhere"),
    "upc": ("036000291452", "1"),
    "catalogNumber": ("ost 1", "OST 2"),
    "city": ("London", "berlin"),
    "country": ("GB", "DE"),
    "genre": ("house", "Techno"),
    "contains": ("a", "1", "NI", "t 1"),
    "startsWith": ("ni", "Track", "f"),
    "nameContains": ("TO", "artist 1"),
}
"""Texts that arguments of a name may hold; others hold any of `TEXTS`."""

CLOCKED = frozenset(("SourceFreshness.ageHours",))
"""Fields that are another value a moment later."""

TEXTS = ("GB", "London", "1", "Artist", "ra", "someone", "house")
HOSTILE = ('O"Neil\\', "it's", "`a` $b {c} /* d", "Äé\u200b\u2028", "")

SETS = 3
"""Sets of variables a document is asked with."""


@dataclass
class Document:
    """A document with one operation, and several sets of variables for it.

    Attributes:
        cursors: Variables for `after` or `before`; an answer has cursors for one of them under
            response names that begin with its name and `_`.
    """

    text: str
    variables: list[dict[str, Any]]
    cursors: list[str]


@dataclass(frozen=True)
class Reference:
    """A variable where a value could stand."""

    name: str


@dataclass(frozen=True)
class Variable:
    """A declared variable.

    Attributes:
        default: Its default as it stands in the document.
    """

    type: Any
    values: list[Any]
    default: str | None


@dataclass
class Values:
    """Makes values and variables for one document."""

    dice: random.Random
    declared: dict[str, Variable] = field(default_factory=dict[str, Variable])
    cursors: list[str] = field(default_factory=list[str])

    def chance(self, share: float) -> bool:
        """Whether something that happens in this share of cases happens now."""
        return self.dice.random() < share

    def argument(self, field: str, argument: str, type_: Any) -> str:
        """A value for an argument, or a variable, as it stands in the document."""
        if self.chance(0.5):
            return f"${self.variable(field, argument, type_)}"
        return literal(self.value(field, argument, type_, refer=True), type_)

    def variable(self, field: str, argument: str, type_: Any) -> str:
        """Name of a variable of a type: one that is there, or a new one."""
        known = [name for name, variable in self.declared.items() if variable.type == type_]
        if known and self.chance(0.25):
            return self.dice.choice(known)
        values = [self.value(field, argument, type_) for _ in range(SETS)]
        default = self.value(field, argument, non_null(type_))
        has_default = default is not None and self.chance(0.2)
        if has_default and self.chance(0.5):
            type_ = non_null(type_)
        return self.declare(type_, values, literal(default, type_) if has_default else None)

    def boolean(self, type_: Any) -> str:
        """A condition: a constant, or a variable that is true and false in turn."""
        if self.chance(0.3):
            return self.dice.choice(("true", "false"))
        known = [name for name, variable in self.declared.items() if variable.type == type_]
        if known and self.chance(0.4):
            return f"${self.dice.choice(known)}"
        values = [True, False, self.chance(0.5)]
        self.dice.shuffle(values)
        return f"${self.declare(type_, values, None)}"

    def cursor(self, type_: Any) -> str:
        """Name of a variable that takes a cursor, once an answer has one."""
        values = ["", "bm8gY3Vyc29y", None] if self.chance(0.1) else []
        name = self.declare(type_, values, None)
        self.cursors.append(name)
        return name

    def declare(self, type_: Any, values: list[Any], default: str | None) -> str:
        """Name of a new variable."""
        name = f"v{len(self.declared)}"
        self.declared[name] = Variable(type_, values, default)
        return name

    def head(self, text: str) -> str:
        """The declarations of what a text uses, in brackets; what it does not use is dropped."""
        used = set(re.findall(r"\$(v\d+)", text))
        self.declared = {name: self.declared[name] for name in self.declared if name in used}
        told = (
            f"${name}: {variable.type}" + (f" = {variable.default}" if variable.default else "")
            for name, variable in self.declared.items()
        )
        return f"({', '.join(told)})" if self.declared else ""

    def sets(self) -> list[dict[str, Any]]:
        """Sets of values; sometimes one more with a value that is none of its type."""
        if not self.declared:
            return [{}]
        sets = [self.set(at) for at in range(SETS)]
        if self.chance(0.15):
            name = self.dice.choice(list(self.declared))
            sets.append({**sets[0], name: self.wrong(self.declared[name].type)})
        return sets

    def set(self, at: int) -> dict[str, Any]:
        """One set; what need not be given is sometimes not."""
        return {
            name: variable.values[at % len(variable.values)]
            for name, variable in self.declared.items()
            if variable.values
            and ((is_non_null_type(variable.type) and variable.default is None) or self.chance(0.8))
        }

    def wrong(self, type_: Any) -> Any:
        """A value that a variable of the type cannot have."""
        if is_non_null_type(type_):
            return None if self.chance(0.3) else self.wrong(type_.of_type)
        if is_list_type(type_):
            return [self.wrong(type_.of_type)]
        return self.dice.choice((["x"], {"no": "such field"}, "NOBODY", 1.5, "2018-02-30", 2**40))

    def value(self, field: str, argument: str, type_: Any, *, refer: bool = False) -> Any:
        """A value of a type that means something to the field.

        Args:
            refer: Whether a variable may stand inside of it.
        """
        if not is_non_null_type(type_) and argument != "id" and self.chance(0.08):
            return None
        type_ = non_null(type_)
        if is_list_type(type_):
            items = range(self.dice.randrange(5 if argument == "ids" else 3))
            return [self.inside(field, argument, type_.of_type, refer) for _ in items]
        if isinstance(type_, GraphQLEnumType):
            return self.dice.choice(list(type_.values))
        if isinstance(type_, GraphQLInputObjectType):
            return self.input(field, type_, refer)
        match type_.name:
            case "ID":
                wrong = self.chance(0.04)
                return self.dice.choice(IDS["node"] if wrong else ids_of(argument, field))
            case "Int" if argument == "maxHops":
                return self.dice.choice((1, 2, 3, 3, 2, 4))
            case "Int":
                return self.dice.choice((0, 101) if self.chance(0.06) else (1, 2, 3, 5, 20, 100))
            case "Float":
                return self.dice.choice((0.0, 0.3, 0.5, 10.0, 25.5))
            case "Boolean":
                return self.chance(0.5)
            case "Date":
                return self.dice.choice(("2015-06-01", "2018-02-01", "2018-04-30"))
            case "Long":
                return self.dice.choice((1, 2, 180, 302, 1000, 2005, 2012, 2**32 + 4))
            case _:
                texts = NAMED_TEXTS.get(argument, TEXTS)
                return self.dice.choice(HOSTILE if self.chance(0.05) else texts)

    def input(self, field: str, type_: GraphQLInputObjectType, refer: bool) -> dict[str, Any]:
        """An input object with some of its fields."""
        made = {}
        for name, defined in type_.fields.items():
            nested = get_named_type(defined.type) is type_
            if is_non_null_type(defined.type) or self.chance(0.15 if nested else 0.35):
                made[name] = self.inside(field, name, defined.type, refer)
        return made

    def inside(self, field: str, argument: str, type_: Any, refer: bool) -> Any:
        """A value inside of another."""
        if refer and self.chance(0.15):
            return Reference(self.variable(field, argument, type_))
        return self.value(field, argument, type_, refer=refer)


def ids_of(argument: str, field: str) -> list[str]:
    """Ids that an argument may hold."""
    named = IDS.get(KIND_OF.get(argument, argument)) or IDS.get(KIND_OF.get(field, field))
    return named or IDS["artist"]


def non_null(type_: Any) -> Any:
    """The type without its exclamation mark."""
    return type_.of_type if is_non_null_type(type_) else type_


def literal(value: Any, type_: Any) -> str:
    """A value as it stands in a document."""
    if isinstance(value, Reference):
        return f"${value.name}"
    if is_non_null_type(type_):
        return literal(value, type_.of_type)
    if value is None:
        return "null"
    if is_list_type(type_):
        return "[" + ", ".join(literal(one, type_.of_type) for one in value) + "]"
    if isinstance(type_, GraphQLInputObjectType):
        fields = (f"{k}: {literal(v, type_.fields[k].type)}" for k, v in value.items())
        return "{" + ", ".join(fields) + "}"
    return value if isinstance(type_, GraphQLEnumType) else json.dumps(value)
