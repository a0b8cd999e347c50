"""Values that one query answered, given to the next: nodes and relationships by element ids."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from neo4j.graph import Entity, Node

COLLECTED = """
CALL () { MATCH (one) WHERE elementId(one) IN $bound RETURN collect(one) AS boundNodes }
CALL () { MATCH ()-[one]->() WHERE elementId(one) IN $bound RETURN collect(one) AS boundLinks }
"""
"""Two lists: of one with nodes and links, the planner takes the items for maps."""


def bindings(values: Mapping[str, Any], names: Iterable[str]) -> tuple[str, dict[str, Any]]:
    """Clauses that bind names to their values, and the parameters for them."""
    matches: list[str] = []
    items: list[str] = []
    parameters: dict[str, Any] = {}
    listed: list[str] = []
    for name in names:
        # A row that is a map need not have every key.
        value, parameter = values.get(name), f"bound_{name}"
        parameters[parameter] = by_id(value)
        if isinstance(value, Node):
            matches.append(f"MATCH ({name}) WHERE elementId({name}) = ${parameter}")
        else:
            things = list(entities(value))
            listed += [thing.element_id for thing in things]
            items.append(f"{restored(f'${parameter}', value, things)} AS `{name}`")
    if listed:
        parameters["bound"] = listed
        matches.insert(0, COLLECTED)
    if items:
        matches.append(f"WITH {', '.join(['*', *items] if matches else items)}")
    return "\n".join(matches), parameters


def entities(value: Any) -> Iterator[Entity]:
    """The nodes and relationships in a value."""
    if isinstance(value, Entity):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from entities(one)


def depth(value: Any) -> int:
    """How many lists a node or relationship is inside of; there is one."""
    if isinstance(value, Entity):
        return 0
    return 1 + next(depth(one) for one in value if any(entities(one)))


def by_id(value: Any) -> Any:
    """The value with element ids in place of nodes and links."""
    if isinstance(value, Entity):
        return value.element_id
    return [by_id(one) for one in value] if isinstance(value, list) else value


def restored(text: str, value: Any, things: list[Entity]) -> str:
    """An expression for a value whose things, all nodes or all links, were made ids."""
    if not things:
        return text
    kept = "boundNodes" if isinstance(things[0], Node) else "boundLinks"

    def at(level: int, text: str) -> str:
        if level == 0:
            return f"head([thing IN {kept} WHERE elementId(thing) = {text}])"
        return f"[part{level} IN {text} | {at(level - 1, f'part{level}')}]"

    return at(depth(value), text)
