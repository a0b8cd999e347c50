"""Random operations: depth, aliases, fragments, directives, arguments, variables."""

import json
import random
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

IDS = {
    "artist": [f"ar_{n:016d}" for n in (1, 2, 5, 9, 10, 13)]
    + ["ar_ffffffffffffffff", "ar_00000000000000ff", "no id"],
    "event": [f"ev_{n:016d}" for n in (1, 3, 6, 9)] + ["ev_00000000000000ff"],
    "venue": ["ve_000000000000000a", "ve_000000000000000b", "ar_0000000000000001"],
    "label": [f"lb_{n:016d}" for n in (1, 2, 3, 4)] + ["lb_ffffffffffffffff"],
    "release": [f"re_{n:016d}" for n in (1, 2, 3)],
    "track": [f"tr_{n:016d}" for n in (1, 4, 5)],
    "collective": [f"co_{n:016d}" for n in (1, 2)],
    "mix": [f"mx_{n:016d}" for n in (1, 3, 5)] + ["mx_00000000000000ff"],
    "mixPlatform": [f"mp_{n:016d}" for n in (1, 2)],
    "community": ["cm_1", "cm_2", "cm_99"],
    "scene": [f"sc_{n:016d}" for n in (1, 2, 3)],
}
IDS["node"] = [ids[0] for ids in IDS.values()] + [
    "re_0000000000000003",
    "al_0000000000000001",
    "xi_0000000000000001",
]
KIND_OF = {"scene1": "scene", "scene2": "scene", "withinHopsOf": "artist", "ids": "artist"}
"""Arguments that hold ids of a kind that is not their name."""

CLOCKED = frozenset(("SourceFreshness.ageHours",))
"""Fields that are another value a moment later."""

NAMES = ("a", "b", "name", "id", "x1", "venue")


@dataclass
class Operation:
    """A document, and several sets of variables for it."""

    text: str
    variables: list[dict[str, Any]]


@dataclass
class Generator:
    """Makes operations from a seed."""

    schema: GraphQLSchema
    seed: int
    depth: int = 4
    skip: frozenset[str] = CLOCKED
    dice: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)

    def operation(self) -> Operation:
        """The next operation."""
        self.variables: dict[str, tuple[str, list[Any]]] = {}
        self.fragments: list[str] = []
        root = self.schema.query_type
        assert root is not None
        body = self.selection(root, self.depth, 1 + self.dice.randrange(2))
        declared = ", ".join(f"${name}: {type_}" for name, (type_, _) in self.variables.items())
        head = f"query Q({declared})" if declared else "query Q"
        sets = [
            {
                name: values[at % len(values)]
                for name, (type_, values) in self.variables.items()
                if type_.split(" ")[0].endswith("!") or self.dice.random() < 0.8 or "=" not in type_
            }
            for at in range(3)
        ]
        return Operation("\n".join([f"{head} {body}", *self.fragments]), sets)

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def selection(self, type_: Any, depth: int, most: int = 4) -> str:
        names = [
            name
            for name, definition in type_.fields.items()
            if (depth > 1 or is_leaf_type(get_named_type(definition.type)))
            and f"{type_.name}.{name}" not in self.skip
        ]
        chosen = (
            [self.dice.choice(names) for _ in range(1 + self.dice.randrange(most))] if names else []
        )
        used: dict[str, str] = {}
        parts = []
        for name in chosen:
            text, key = self.field(type_, name, depth)
            if used.setdefault(key, text) == text:
                parts.append(self.wrapped(type_, text))
        if is_abstract_type(type_):
            for possible in self.dice.sample(list(self.schema.get_possible_types(type_)), 3):
                parts.append(f"... on {possible.name} {self.apart(possible, depth)}")
        if not parts or self.chance(0.2):
            parts.append("__typename")
        return "{ " + " ".join(parts) + " }"

    def apart(self, type_: GraphQLObjectType, depth: int) -> str:
        """A selection whose names cannot clash with those of other types."""
        leaves = [n for n, d in type_.fields.items() if is_leaf_type(get_named_type(d.type))]
        name = self.dice.choice(leaves)
        return f"{{ {type_.name.lower()}_{name}: {name} }}"

    def wrapped(self, type_: Any, text: str) -> str:
        roll = self.dice.random()
        if roll < 0.08:
            return f"... on {type_.name} {{ {text} }}"
        if roll < 0.16:
            name = f"F{len(self.fragments)}"
            self.fragments.append(f"fragment {name} on {type_.name} {{ {text} }}")
            return f"...{name}"
        if roll < 0.24:
            word = self.dice.choice(("include", "skip"))
            return f"... @{word}(if: {self.boolean()}) {{ {text} }}"
        return text

    def boolean(self) -> str:
        if self.chance(0.4):
            return self.dice.choice(("true", "false"))
        return self.variable("Boolean!", [True, False, self.chance(0.5)])

    def field(self, type_: Any, name: str, depth: int) -> tuple[str, str]:
        definition = type_.fields[name]
        key = name
        prefix = ""
        if definition.args or self.chance(0.25):
            key = f"{self.dice.choice(NAMES)}{self.dice.randrange(1000)}"
            prefix = f"{key}: "
        arguments = self.arguments(type_, name, definition)
        named = get_named_type(definition.type)
        inner = "" if is_leaf_type(named) else " " + self.selection(named, depth - 1)
        directive = f" @include(if: {self.boolean()})" if self.chance(0.06) else ""
        return f"{prefix}{name}{arguments}{directive}{inner}", key

    def arguments(self, parent: Any, name: str, definition: Any) -> str:
        given = []
        backward = self.chance(0.25)
        for argument, defined in definition.args.items():
            if argument in ("after", "before") or argument == ("first" if backward else "last"):
                continue
            required = is_non_null_type(defined.type)
            if not required and self.chance(0.45) and argument != "id":
                continue
            if not is_root(parent) and argument == "last" and "first" not in definition.args:
                continue
            values = [self.value(name, argument, defined.type) for _ in range(3)]
            if self.chance(0.5):
                text = self.variable(str(defined.type), values)
            else:
                text = literal(values[0], defined.type)
            given.append(f"{argument}: {text}")
        return f"({', '.join(given)})" if given else ""

    def variable(self, type_: str, values: list[Any]) -> str:
        name = f"v{len(self.variables)}"
        self.variables[name] = (type_, values)
        return f"${name}"

    def value(self, field: str, argument: str, type_: Any) -> Any:
        if is_non_null_type(type_):
            return self.value(field, argument, type_.of_type)
        if self.chance(0.08) and argument != "id":
            return None
        if is_list_type(type_):
            return [
                self.value(field, argument, non_null(type_.of_type))
                for _ in range(self.dice.randrange(5 if argument == "ids" else 3))
            ]
        if isinstance(type_, GraphQLEnumType):
            return self.dice.choice(list(type_.values))
        if isinstance(type_, GraphQLInputObjectType):
            return self.input(field, type_)
        match type_.name:
            case "ID":
                return self.dice.choice(ids_of(argument, field))
            case "Int" if argument == "maxHops":
                return self.dice.choice((1, 2, 3, 3, 2, 4))
            case "Int":
                return self.dice.choice((1, 2, 3, 5, 20, 100, 100, 3, 2, 1, 0, 101))
            case "Float":
                return self.dice.choice((0.0, 0.3, 0.5, 10.0, 25.5))
            case "Boolean":
                return self.chance(0.5)
            case "Date":
                return self.dice.choice(("2015-06-01", "2018-02-01", "2018-04-30"))
            case _:
                return self.dice.choice(("GB", "London", "1", "Artist", "ra", "someone", "house"))

    def input(self, field: str, type_: GraphQLInputObjectType) -> dict[str, Any]:
        made = {}
        for name, defined in type_.fields.items():
            nested = get_named_type(defined.type) is type_
            if is_non_null_type(defined.type) or self.chance(0.15 if nested else 0.35):
                made[name] = self.value(field, name, defined.type)
        return made


def ids_of(argument: str, field: str) -> list[str]:
    """Ids that an argument may hold."""
    return IDS.get(KIND_OF.get(argument, argument)) or IDS.get(field) or IDS["node"]


def is_root(type_: Any) -> bool:
    return type_.name == "Query"


def non_null(type_: Any) -> Any:
    return type_.of_type if is_non_null_type(type_) else type_


def literal(value: Any, type_: Any) -> str:
    """A value as it stands in a document."""
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
