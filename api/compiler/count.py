"""How many rows a record brought, from the shape of its data."""

from collections.abc import Callable, Mapping
from typing import Any

from api.compiler.pages import PageFacts, cut
from api.compiler.shape import (
    LeafShape,
    ListShape,
    ObjectShape,
    PageField,
    PageShape,
    Shape,
    SoleShape,
    TaggedShape,
)

Count = Callable[[Any, Mapping[int, PageFacts]], int]
"""(value, page facts by use) -> objects in the lists of the answer that becomes of it."""


def counter(shape: Shape) -> Count | None:
    """Counts the rows of values of a shape; None where it has no list of objects."""
    match shape:
        case LeafShape():
            return None
        case ListShape():
            return _items(shape)
        case ObjectShape():
            return _parts([(f.at, counter(f.shape)) for f in shape.fields if f.shape])
        case TaggedShape():
            return _tagged([counter(variant) for variant in shape.variants])
        case PageShape():
            return _page(shape)
        case SoleShape():
            return _sole(counter(shape.item))


def _items(shape: ListShape) -> Count | None:
    inner = counter(shape.item)
    own = not isinstance(shape.item, LeafShape | ListShape)
    if inner is None:
        return (lambda value, _: len(value)) if own else None

    def count(value: Any, pages: Mapping[int, PageFacts]) -> int:
        nested = sum(inner(item, pages) for item in value if item is not None)
        return nested + len(value) if own else nested

    return count


def _parts(parts: list[tuple[int | None, Count | None]]) -> Count | None:
    counted = [(at, count) for at, count in parts if at is not None and count is not None]
    if not counted:
        return None

    def count(value: Any, pages: Mapping[int, PageFacts]) -> int:
        return sum(count(value[at], pages) for at, count in counted if value[at] is not None)

    return count


def _sole(inner: Count | None) -> Count | None:
    return inner and (lambda value, pages: inner(value[0], pages) if len(value) == 1 else 0)


def _tagged(variants: list[Count | None]) -> Count | None:
    if not any(variants):
        return None

    def count(value: Any, pages: Mapping[int, PageFacts]) -> int:
        variant = variants[value[0]]
        return variant(value[1], pages) if variant else 0

    return count


def _page(shape: PageShape) -> Count | None:
    shown = [field for field in shape.fields if field.name in ("nodes", "edges")]
    if not shown:
        return None
    inner = _parts([part for field in shown for part in _nodes(field)])

    def count(value: Any, pages: Mapping[int, PageFacts]) -> int:
        rows, _ = cut(value[0], pages[shape.use])
        return len(rows) + (sum(inner(row, pages) for row in rows) if inner else 0)

    return count


def _nodes(field: PageField) -> list[tuple[int | None, Count | None]]:
    holders = field.fields if field.name == "edges" else (field,)
    return [(holder.at, counter(holder.shape)) for holder in holders if holder.shape]
