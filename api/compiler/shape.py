"""What a record looks like, and the Python that turns it into the answer.

The shaper is generated as source and compiled once a plan: it unpacks the positional lists into
dictionaries in the order asked, and checks each value on the way. Made unchecked, the same
generator gives the plain tree that the GraphQL library's completion walks when a check failed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from api.compiler.bounds import Bound
from api.compiler.pages import PageFacts, cursor_of, cut, page_info
from api.compiler.scalars import Leaf
from api.errors import Ambiguous

_VALUE = re.compile(r"\bv\b")


class Violation(Exception):
    """A value is null where it may not be, or of another type than declared."""


class Tree(dict[str, Any]):
    """An object as it came from the graph, its values unchecked; knows its type."""

    __slots__ = ("type_name",)

    def __init__(self, type_name: str, values: dict[str, Any]) -> None:
        super().__init__(values)
        self.type_name = type_name


@dataclass(frozen=True)
class LeafShape:
    """A scalar or an enum value."""

    nullable: bool
    leaf: Leaf


@dataclass(frozen=True)
class ListShape:
    """A list, and how many entries it has at most; of leaves nobody counts them."""

    nullable: bool
    item: "Shape"
    most: Bound = 0


@dataclass(frozen=True)
class FieldShape:
    """A field of an object: its response name and its place in the row; None is the type's name.

    Attributes:
        weight: What it costs beside the nodes below it.
    """

    key: str
    at: int | None
    shape: "Shape | None"
    weight: int = 0


@dataclass(frozen=True)
class ObjectShape:
    """An object: a row of `width` values.

    Attributes:
        is_node: Whether it is read from the graph, and not a part of the object above.
    """

    nullable: bool
    type_name: str
    fields: tuple[FieldShape, ...]
    width: int
    is_node: bool = True


@dataclass(frozen=True)
class TaggedShape:
    """One of several objects: a row that begins with its number."""

    nullable: bool
    variants: tuple[ObjectShape, ...]


@dataclass(frozen=True)
class PageField:
    """A field of a connection, of one of its edges, or of its page info."""

    key: str
    name: str
    at: int | None = None
    shape: "Shape | None" = None
    fields: tuple["PageField", ...] = ()
    weight: int = 0


@dataclass(frozen=True)
class PageShape:
    """A connection: its rows, each with key and tie first if cursors are asked for, and its total.

    Attributes:
        use: Number under which the request's page facts are found.
        types: GraphQL names of connection, edge and page info.
    """

    nullable: bool
    use: int
    types: tuple[str, str, str]
    fields: tuple[PageField, ...]


@dataclass(frozen=True)
class SoleShape:
    """The one row of a list that may be empty; with more rows it is an error.

    Attributes:
        complaint: What a client is told of more rows.
    """

    item: "Shape"
    complaint: str
    nullable: bool = True


Shape = LeafShape | ListShape | ObjectShape | TaggedShape | PageShape | SoleShape
Shaper = Callable[[Any, Mapping[int, PageFacts], int], dict[str, Any]]
"""(record, page facts by use, publication) -> the data of the answer."""


def shaper(root: ObjectShape, *, checked: bool) -> Shaper:
    """The function that shapes records of `root`.

    Raises (when called, if checked):
        Violation: A value does not fit.
    """
    writer = _Writer(checked)
    name = writer.function(root)
    lines = [
        *writer.lines,
        f"def shape(record, pages, version):\n    return {name}(record, pages, version)",
    ]
    scope: dict[str, Any] = {
        "bad": _bad,
        "ambiguous": Ambiguous,
        "Tree": Tree,
        "cut": cut,
        "cursor_of": cursor_of,
        "page_info": page_info,
        **writer.constants,
    }
    exec(compile("\n".join(lines), "<shaper>", "exec"), scope)
    return scope["shape"]


def _bad() -> NoReturn:
    raise Violation


class _Writer:
    def __init__(self, checked: bool) -> None:
        self._checked = checked
        self._count = 0
        self.lines: list[str] = []
        self.constants: dict[str, Any] = {}

    def function(self, shape: Shape) -> str:
        """Write the function of one shape, return its name. Its value `v` is never null."""
        self._count += 1
        name = f"f{self._count}"
        match shape:
            case ObjectShape():
                body = self._object(shape)
            case TaggedShape():
                body = self._tagged(shape)
            case ListShape():
                body = [f"return [{self._value(shape.item, 'i')} for i in v]"]
            case LeafShape():
                body = self._leaf(shape.leaf)
            case PageShape():
                body = self._page(shape)
            case SoleShape():
                body = self._sole(shape)
        self.lines.append(f"def {name}(v, pages, version):")
        self.lines += [f"    {line}" for line in body]
        return name

    def _value(self, shape: Shape, value: str) -> str:
        """An expression for a value that may be null."""
        if isinstance(shape, LeafShape) and not self._checked:
            return value
        call = f"{self.function(shape)}({value}, pages, version)"
        if shape.nullable or not self._checked:
            return f"(None if {value} is None else {call})"
        return f"(bad() if {value} is None else {call})"

    def _leaf(self, leaf: Leaf) -> list[str]:
        if leaf.decode is not None:
            decode = self._constant(leaf.decode)
            return [f"if not ({leaf.check}): bad()", f"return {decode}(v)"]
        if leaf.names is None:
            return [f"return v if {leaf.check} else bad()"]
        names = self._constant(leaf.names)
        return [f"return {names}[v] if type(v) is str and v in {names} else bad()"]

    def _object(self, shape: ObjectShape) -> list[str]:
        lines: list[str] = []
        fields: list[str] = []
        if shape.width:
            lines.append("".join(f"a{at}, " for at in range(shape.width)) + "= v")
        for field in shape.fields:
            if field.at is None or field.shape is None:
                fields.append(f"{field.key!r}: {shape.type_name!r}")
                continue
            value = f"a{field.at}"
            if isinstance(field.shape, LeafShape) and field.shape.leaf.passes:
                lines += self._leaf_check(field.shape, value)
                fields.append(f"{field.key!r}: {value}")
            else:
                fields.append(f"{field.key!r}: {self._value(field.shape, value)}")
        return [*lines, f"return {self._made(shape.type_name, fields)}"]

    def _leaf_check(self, shape: LeafShape, value: str) -> list[str]:
        if not self._checked:
            return []
        condition = _VALUE.sub(value, shape.leaf.check)
        if shape.nullable:
            condition = f"{value} is None or ({condition})"
        return [f"if not ({condition}): bad()"]

    def _tagged(self, shape: TaggedShape) -> list[str]:
        names = [self.function(variant) for variant in shape.variants]
        return [f"return ({', '.join(names)},)[v[0]](v[1], pages, version)"]

    def _sole(self, shape: SoleShape) -> list[str]:
        # The error stands in the plain tree, and the library's completion raises it in its place.
        several = "bad()" if self._checked else f"return ambiguous({shape.complaint!r})"
        return [
            f"if len(v) > 1: {several}",
            f"return {self._value(shape.item, 'v[0]')} if v else None",
        ]

    def _page(self, shape: PageShape) -> list[str]:
        facts = f"pages[{shape.use}]"
        connection, edge, info = shape.types
        fields: list[str] = []
        for field in shape.fields:
            match field.name:
                case "nodes" if field.shape is not None:
                    value = f"[{self._value(field.shape, f'r[{field.at}]')} for r in rows]"
                case "edges":
                    value = f"[{self._edge(field, edge, facts)} for r in rows]"
                case "pageInfo":
                    value = self._page_info(field, info, facts)
                case "totalCount":
                    value = "total"
                case _:
                    value = repr(connection)
            fields.append(f"{field.key!r}: {value}")
        return [
            "rows, total = v",
            f"rows, more = cut(rows, {facts})",
            f"return {self._made(connection, fields)}",
        ]

    def _edge(self, edge: PageField, type_name: str, facts: str) -> str:
        fields: list[str] = []
        for field in edge.fields:
            if field.name == "cursor":
                value = f"cursor_of({facts}, r, version)"
            elif field.shape is not None:
                value = self._value(field.shape, f"r[{field.at}]")
            else:
                value = repr(type_name)
            fields.append(f"{field.key!r}: {value}")
        return self._made(type_name, fields)

    def _page_info(self, info: PageField, type_name: str, facts: str) -> str:
        fields = [
            f"{field.key!r}: "
            + (
                repr(type_name)
                if field.name == "__typename"
                else f"page_info({facts}, rows, more, version, {field.name!r})"
            )
            for field in info.fields
        ]
        return self._made(type_name, fields)

    def _made(self, type_name: str, fields: list[str]) -> str:
        literal = "{" + ", ".join(fields) + "}"
        return literal if self._checked else f"Tree({type_name!r}, {literal})"

    def _constant(self, value: Any) -> str:
        name = f"c{len(self.constants)}"
        self.constants[name] = value
        return name
