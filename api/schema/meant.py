"""Filter fields that name one thing by its id."""

from collections.abc import Callable
from typing import Any

from api.compiler.conditions import predicate
from api.schema.checks import is_id


def leads_to(label: str, pattern: str, where: str, *, description: str) -> Any:
    """A field that holds where a pattern leads from `node` to one thing, named by its id.

    An id that was merged away names its survivor.

    Args:
        pattern: Leads from `node` to `meant`.
        where: What else must hold of it.
    """
    text = (
        f"EXISTS {{ MATCH {pattern} WHERE {where} AND (meant.id = $value"
        " OR EXISTS { MATCH (:Redirect {id: $value})-[:TO]->(meant) }) }"
    )
    return predicate(text, check=is_id(label), description=description)


def first_given(*names: str) -> Callable[[Any], Any]:
    """What gives the value of the first of these fields of a filter that is given."""
    return lambda where: next(where[name] for name in names if where.get(name) is not None)


def is_synthetic() -> Any:
    """A field that asks whether something was made up for a demonstration."""
    return predicate(
        "coalesce(node.synthetic, false) = $value",
        description="Whether made up for a demonstration.",
    )
