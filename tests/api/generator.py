"""Random documents with everything that the language has for selecting."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLField,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLString,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_non_null_type,
)

from tests.api.operations import CLOCKED, Document, Values

DEPTHS = (2, 2, 2, 2, 3)
NARROW = 0.2
"""Share of the documents that are narrow and deep."""

NARROW_DEPTH = 5
NAMES = ("a", "b", "name", "id", "x1", "venue")
INTROSPECTION = (
    "__schema { queryType { name } directives { name isRepeatable } }",
    '__type(name: "Artist") { kind name fields { name type { kind ofType { name } } } }',
    '__type(name: "Nothing") { name }',
)
RARE = {"Query.degreesOfSeparation": 0.2, "Query.node": 0.5}
"""How often a field may be chosen whose text the database plans for long."""

CONDITION = GraphQLNonNull(GraphQLBoolean)


@dataclass(frozen=True)
class Generator:
    """Makes documents from a seed, each from its own number."""

    schema: GraphQLSchema
    seed: int

    def document(self, number: int) -> Document:
        """The document of a number, the same each time."""
        dice = random.Random(f"{self.seed}/{number}")
        narrow = dice.random() < NARROW
        selections = Selections(self.schema, Values(dice), narrow)
        body = selections.root(NARROW_DEPTH if narrow else dice.choice(DEPTHS))
        text = "\n".join([body, *selections.spread_in(body)])
        values = selections.values
        return Document(f"query Q{values.head(text)} {text}", values.sets(), values.cursors)


@dataclass(frozen=True)
class Selections:
    """Makes the selections of one document, its fragments and what they need of variables.

    Attributes:
        narrow: One field a level, so that a small document leads far.
    """

    schema: GraphQLSchema
    values: Values
    narrow: bool
    fragments: dict[str, str] = field(default_factory=dict[str, str])
    on: dict[str, str] = field(default_factory=dict[str, str])

    def root(self, depth: int) -> str:
        """The selection of its operation."""
        query = self.schema.query_type
        assert query is not None
        parts = self.parts(query, depth, 1 + self.values.chance(0.25))
        if self.values.chance(0.06):
            parts.append(f"{self.key('')}: {self.values.dice.choice(INTROSPECTION)}")
        return self.braced(parts)

    def selection(self, type_: Any, depth: int, prefix: str = "", marks: str = "") -> str:
        """A selection of an object, interface or union.

        Args:
            depth: Levels it may have.
            prefix: Begins its response names, so that they clash with those of no other type.
            marks: What must be in it.
        """
        parts = self.parts(type_, depth, 1 + self.values.dice.randrange(3), prefix)
        if is_abstract_type(type_):
            possible = list(self.schema.get_possible_types(type_))
            for one in self.values.dice.sample(possible, 1 if self.narrow else 2):
                inner = self.selection(one, depth, one.name.lower())
                parts.append(f"{self.conditional(f'... on {one.name}', 0.1)} {inner}")
        return self.braced([*parts, marks] if marks else parts)

    def braced(self, parts: list[str]) -> str:
        """The parts as a selection, shuffled, with the name of the type now and then."""
        if not parts or self.values.chance(0.25):
            parts.append("__typename" if self.values.chance(0.7) else "type_: __typename")
        self.values.dice.shuffle(parts)
        return f"{{ {' '.join(parts)} }}"

    def parts(self, type_: Any, depth: int, most: int, prefix: str = "") -> list[str]:
        """Some fields of a type, now and then one with several sets of arguments."""
        names = [
            name
            for name, definition in getattr(type_, "fields", {}).items()
            if (depth > 1 or is_leaf_type(get_named_type(definition.type)))
            and f"{type_.name}.{name}" not in CLOCKED
            and self.values.chance(RARE.get(f"{type_.name}.{name}", 1.0))
        ]
        inner = [
            name for name in names if not is_leaf_type(get_named_type(type_.fields[name].type))
        ]
        if self.narrow and inner:
            names, most = inner, 1
        chosen = [self.values.dice.choice(names) for _ in range(most)] if names else []
        chosen += [name for name in chosen if self.values.chance(0.1)]
        parts: dict[str, str] = {}
        for name in chosen:
            for number, text in enumerate(self.field(type_, name, depth, prefix)):
                shown = f"{text.partition(' ')[0]} {number}"
                parts.setdefault(shown, self.wrapped(type_, name, text, prefix))
        return list(parts.values())

    def field(self, type_: Any, name: str, depth: int, prefix: str) -> Iterator[str]:
        """A field; now and then twice under one name, each time with a selection of its own.

        What a page is made of costs no depth.
        """
        definition = type_.fields[name]
        cursor = None
        if "after" in definition.args and self.values.chance(0.4):
            cursor = self.values.cursor(GraphQLString)
        head = name + self.arguments(name, definition, cursor)
        if definition.args or prefix or self.values.chance(0.25):
            head = f"{self.key(prefix)}: {head}"
        named = get_named_type(definition.type)
        if is_leaf_type(named):
            yield self.conditional(head, 0.06)
            return
        depth -= not type_.name.endswith(("Connection", "Edge"))
        marks = (
            f"pageInfo {{ {cursor}_s: startCursor {cursor}_e: endCursor }} "
            f"edges {{ {cursor}_c: cursor }}"
            if cursor
            else ""
        )
        yield f"{self.conditional(head, 0.06)} {self.selection(named, depth, marks=marks)}"
        if self.values.chance(0.1):
            yield f"{head} {self.selection(named, depth)}"

    def key(self, prefix: str) -> str:
        """A response name that hardly any other has."""
        return f"{prefix}{self.values.dice.choice(NAMES)}{self.values.dice.randrange(1000)}"

    def arguments(self, name: str, definition: GraphQLField, cursor: str | None) -> str:
        """Some arguments of a field; those of a page mostly agree with each other."""
        backward = self.values.chance(0.3)
        start, other = ("before", "after") if backward else ("after", "before")
        size, unused = ("last", "first") if backward else ("first", "last")
        given = [f"{start}: ${cursor}"] if cursor else []
        for argument, defined in definition.args.items():
            if argument in (start, other) and "last" in definition.args:
                continue
            if argument == unused and "last" in definition.args and self.values.chance(0.98):
                continue
            if argument == size and cursor:
                given.append(f"{size}: {self.values.dice.choice((1, 2, 3))}")
                continue
            optional = not is_non_null_type(defined.type) and argument != "id"
            if optional and self.values.chance(0.45):
                continue
            given.append(f"{argument}: {self.values.argument(name, argument, defined.type)}")
        return f"({', '.join(given)})" if given else ""

    def conditional(self, head: str, share: float) -> str:
        """A field, spread or inline fragment, in a share of cases with conditions."""
        if not self.values.chance(share):
            return head
        words = self.values.dice.sample(("include", "skip"), 1 if self.values.chance(0.8) else 2)
        conditions = (f"@{word}(if: {self.values.boolean(CONDITION)})" for word in words)
        return f"{head} {' '.join(conditions)}"

    def wrapped(self, type_: Any, name: str, text: str, prefix: str) -> str:
        """A field as it is, or in fragments in fragments."""
        while self.values.chance(0.25):
            on = self.values.dice.choice([type_.name, *self.interfaces_with(type_, name)])
            match self.values.dice.randrange(3):
                case 0:
                    text = f"{self.conditional(f'... on {on}', 0.2)} {{ {text} }}"
                case 1:
                    text = f"{self.conditional('...', 0.7)} {{ {text} }}"
                case _:
                    text = self.conditional(f"...{self.fragment(on, text)}", 0.2)
            known = [spread for spread, kind in self.on.items() if kind == type_.name]
            if known and not prefix and self.values.chance(0.1):
                text += f" ...{self.values.dice.choice(known)}"
        return text

    def fragment(self, on: str, text: str) -> str:
        """Name of a new fragment."""
        name = f"F{len(self.fragments)}"
        self.fragments[name] = f"fragment {name} on {on} {{ {text} }}"
        self.on[name] = on
        return name

    def spread_in(self, text: str) -> list[str]:
        """The fragments that a text spreads, directly or not."""
        names: list[str] = []
        pending = [text]
        while pending:
            for name in re.findall(r"\.\.\.(F\d+)", pending.pop()):
                if name not in names:
                    names.append(name)
                    pending.append(self.fragments[name])
        return [self.fragments[name] for name in names]

    def interfaces_with(self, type_: Any, name: str) -> list[str]:
        """Interfaces of an object that have the field too."""
        if not isinstance(type_, GraphQLObjectType):
            return []
        return [one.name for one in type_.interfaces if name in one.fields]
