"""Values that one query answered, given to the next: nodes and relationships by element ids."""

from collections.abc import Iterable, Mapping
from typing import Any

from neo4j.graph import Entity

COLLECTED = """
CALL () { MATCH (one) WHERE elementId(one) IN $bound RETURN collect(one) AS nodes }
CALL () { MATCH ()-[one]->() WHERE elementId(one) IN $bound RETURN collect(one) AS links }
WITH nodes + links AS boundThings
"""


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
        matches.insert(0, COLLECTED)
    if items:
        matches.append(f"WITH {', '.join(['*', *items] if matches else items)}")
    return "\n".join(matches), parameters


def depth(value: Any) -> int | None:
    """How many lists a node or relationship is inside of, None if there is none."""
    if isinstance(value, Entity):
        return 0
    depths = (depth(one) for one in value) if isinstance(value, list) else ()
    return next((1 + found for found in depths if found is not None), None)


def by_id(value: Any, listed: list[str]) -> Any:
    """The value with element ids in place of nodes and links; they are added to `listed`."""
    if isinstance(value, Entity):
        listed.append(value.element_id)
        return value.element_id
    return [by_id(one, listed) for one in value] if isinstance(value, list) else value


def restored(text: str, levels: int | None) -> str:
    """An expression for a value whose things, inside of so many lists, were made ids."""
    if levels is None:
        return text
    if levels == 0:
        return f"head([thing IN boundThings WHERE elementId(thing) = {text}])"
    return f"[part{levels} IN {text} | {restored(f'part{levels}', levels - 1)}]"
