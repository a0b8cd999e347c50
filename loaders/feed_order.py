"""Lines that name other lines of their own file, in an order in which what is named comes first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class _Waiting(Generic[T]):
    item: T
    missing: set[str]


def named_first(
    items: Iterable[T], own_id: Callable[[T], str], named: Callable[[T], set[str]]
) -> Iterator[tuple[T, ...]]:
    """The items, each behind those it names; at the end, together, those that wait in a circle or
    for something that never comes.

    Only items that wait are held in memory.
    """
    met: set[str] = set()
    waiting: dict[str, list[_Waiting[T]]] = defaultdict(list)
    held = 0
    for item in items:
        missing = named(item) - met - {own_id(item)}
        if missing:
            held += 1
            entry = _Waiting(item, missing)
            for name in missing:
                waiting[name].append(entry)
            continue
        ready = [item]
        while ready:
            next_item = ready.pop()
            name = own_id(next_item)
            met.add(name)
            yield (next_item,)
            for entry in waiting.pop(name, ()):
                entry.missing.discard(name)
                if not entry.missing:
                    held -= 1
                    ready.append(entry.item)
    if held:
        left = {own_id(each.item): each.item for entries in waiting.values() for each in entries}
        yield tuple(left[name] for name in sorted(left))
