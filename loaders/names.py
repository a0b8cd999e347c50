"""Choosing among the spellings of one name."""

from collections.abc import Mapping


def most_frequent(spellings: Mapping[str, int]) -> str:
    """The spelling that occurs most; of several, the first in the order of code points.

    Args:
        spellings: How often each occurs; at least one.
    """
    return min(spellings, key=lambda spelling: (-spellings[spelling], spelling))


def variants(spellings: Mapping[str, int]) -> list[str] | None:
    """The other spellings in order, None if there are none."""
    chosen = most_frequent(spellings)
    return sorted(spelling for spelling in spellings if spelling != chosen) or None
