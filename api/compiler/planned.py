"""For which parameters the database has planned a text.

It keeps a plan for each combination of types, and of texts and lists also by their length: none,
1, 2 to 10, 11 to 100, more (counted in its cache, Neo4j 2026.01, November 2026). A first run of
another combination is planned again, which takes from a few to a thousand times as long as running.
"""

from collections.abc import Hashable, Mapping
from typing import Any

SIGNATURES_KEPT = 256
"""Combinations remembered of one text; the database keeps 1 000 plans of all texts."""

_LONGEST = (0, 1, 10, 100)
"""Upper bounds of the lengths that share a plan."""


def signature(parameters: Mapping[str, Any]) -> Hashable:
    """What a plan depends on; equal for parameters that share one.

    The names are those of one statement, always in the same order.
    """
    return tuple(_kind(value) for value in parameters.values())


def _kind(value: Any) -> Hashable:
    if isinstance(value, str | list):
        length = len(value)  # pyright: ignore[reportUnknownArgumentType]
        return type(value), sum(length > longest for longest in _LONGEST)
    return type(value)
