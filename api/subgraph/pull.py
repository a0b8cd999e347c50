"""A subgraph as files show it: flat rows, one type a column, names that mean one thing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from graph.shared import EDGE_PROPERTIES, NODE_PROPERTIES, SYMMETRIC, Value

RENAMED: Final[Mapping[str, str]] = {"source": "provenance", "size": "members"}
"""Property -> its name in files, where `source` is where an edge starts and `size` how large a node
is drawn."""

NODE_COLUMNS: Final[Mapping[str, Value]] = {
    "label": Value.TEXT,
    "entity": Value.TEXT,
    "hop": Value.INTEGER,
    **{RENAMED.get(name, name): value for name, value in NODE_PROPERTIES.items()},
}
"""Column of a node -> what it holds: `label` the name to show, `entity` the label in the graph."""

EDGE_COLUMNS: Final[Mapping[str, Value]] = {
    "kind": Value.TEXT,
    "symmetric": Value.FLAG,
    "weight": Value.NUMBER,
    **{RENAMED.get(name, name): value for name, value in EDGE_PROPERTIES.items()},
}
"""Column of an edge -> what it holds: `kind` its type in the graph, `weight` its strength or 1."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Pull:
    """One answer of the GraphQL field `subgraph`.

    Attributes:
        about: What the file says of itself: root, options, what was left out, as of when.
        found: `nodes` and `edges` as the field answers them.
    """

    about: Mapping[str, Any]
    found: Mapping[str, Any]

    @cached_property
    def node_columns(self) -> list[str]:
        """Columns that some node has, in their order."""
        return _used(NODE_COLUMNS, self.nodes())

    @cached_property
    def edge_columns(self) -> list[str]:
        """Columns that some edge has, in their order."""
        return _used(EDGE_COLUMNS, self.edges())

    def nodes(self) -> Iterator[Row]:
        """A row a node: `id` and its columns."""
        for node in self.found["nodes"]:
            properties = node["properties"]
            yield {
                "id": node["id"],
                "label": _shown(properties) or node["id"],
                "entity": node["label"],
                "hop": node["hop"],
                **_columns(properties, NODE_PROPERTIES),
            }

    def edges(self) -> Iterator[Row]:
        """A row an edge: a number as `key`, `source`, `target` and its columns."""
        for at, edge in enumerate(self.found["edges"]):
            properties = edge["properties"]
            yield {
                "key": at,
                "source": edge["from"],
                "target": edge["to"],
                "kind": edge["type"],
                "symmetric": edge["type"] in SYMMETRIC,
                "weight": properties.get("strength", 1.0),
                **_columns(properties, EDGE_PROPERTIES),
            }


def as_text(value: Any) -> str:
    """A value where a file has text only; a list with bars between."""
    if isinstance(value, list):
        return "|".join(map(str, value))  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _shown(properties: Mapping[str, Any]) -> str | None:
    return properties.get("name") or properties.get("title") or properties.get("slug")


def _columns(properties: Mapping[str, Any], types: Mapping[str, Value]) -> Row:
    return {
        RENAMED.get(name, name): str(value) if types[name] is Value.TEXT else value
        for name, value in properties.items()
    }


def _used(columns: Mapping[str, Value], rows: Iterator[Row]) -> list[str]:
    used: set[str] = set()
    for row in rows:
        used |= row.keys()
    return [name for name in columns if name in used]
