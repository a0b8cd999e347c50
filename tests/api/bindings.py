"""Values that one query answered, given to the next: nodes by their element ids, also in lists."""

from collections.abc import Iterable, Mapping
from typing import Any

from neo4j.graph import Node


def bindings(values: Mapping[str, Any], names: Iterable[str]) -> tuple[str, dict[str, Any]]:
    """Clauses that bind names to their values, and the parameters for them."""
    matches: list[str] = []
    items: list[str] = []
    parameters: dict[str, Any] = {}
    listed: list[str] = []
    for name in names:
        value, levels = values[name], depth(values[name])
        parameters[f"bound_{name}"] = by_id(value, listed if levels else [])
        if levels == 0:
            matches.append(f"MATCH ({name}) WHERE elementId({name}) = $bound_{name}")
        else:
            items.append(f"{restored(f'$bound_{name}', levels)} AS `{name}`")
    if listed:
        parameters["bound"] = listed
        collected = "MATCH (one) WHERE elementId(one) IN $bound WITH collect(one) AS boundNodes"
        matches.insert(0, collected)
    if items:
        matches.append(f"WITH {', '.join(['*', *items] if matches else items)}")
    return "\n".join(matches), parameters


def depth(value: Any) -> int | None:
    """How many lists a node is inside of, None if there is none."""
    if isinstance(value, Node):
        return 0
    depths = (depth(one) for one in value) if isinstance(value, list) else ()
    return next((1 + found for found in depths if found is not None), None)


def by_id(value: Any, listed: list[str]) -> Any:
    """The value with element ids in place of nodes; they are added to `listed`."""
    if isinstance(value, Node):
        listed.append(value.element_id)
        return value.element_id
    return [by_id(one, listed) for one in value] if isinstance(value, list) else value


def restored(text: str, levels: int | None) -> str:
    """An expression for a value whose nodes, inside of so many lists, were made ids."""
    if levels is None:
        return text
    if levels == 0:
        return f"head([node IN boundNodes WHERE elementId(node) = {text}])"
    return f"[part{levels} IN {text} | {restored(f'part{levels}', levels - 1)}]"
