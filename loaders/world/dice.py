"""Seeded chance: named random streams and weighted draws.

Only `random.Random` is used, seeded with text: its numbers are the same on every machine and
Python version, and one part of the world does not shift when another draws more often.
"""

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

Item = TypeVar("Item")


def stream(seed: int, part: str) -> Random:
    """The random numbers of one part of the world."""
    return Random(f"drift world {seed}/{part}")


class Pool(Generic[Item]):
    """Items to draw from, each as often as its weight says.

    Args:
        items: What is drawn.
        weights: One weight an item, >= 0.
    """

    def __init__(self, items: Sequence[Item], weights: Sequence[float]) -> None:
        self._items = items
        self._cumulative = list(accumulate(weights))
        self._total = self._cumulative[-1] if self._cumulative else 0.0

    def __bool__(self) -> bool:
        return self._total > 0

    def draw(self, dice: Random) -> Item:
        """One item; the pool must hold a positive weight."""
        place = bisect(self._cumulative, dice.random() * self._total)
        return self._items[min(place, len(self._items) - 1)]

    def draw_distinct(self, dice: Random, count: int, tries: int = 12) -> list[Item]:
        """Up to `count` different items, fewer if `tries` draws an item find no new one."""
        found: dict[Item, None] = {}
        for _ in range(count * tries):
            if len(found) == count or not self:
                break
            found[self.draw(dice)] = None
        return list(found)


def zipf_weights(count: int, exponent: float) -> list[float]:
    """Weights 1, 1/2^exponent, 1/3^exponent, ..."""
    return [rank**-exponent for rank in range(1, count + 1)]
