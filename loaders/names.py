"""Choosing among the spellings of one name."""

from collections.abc import Mapping


def most_frequent(spellings: Mapping[str, int], otherwise: str) -> str:
    """The spelling that occurs most; of several, the first in the order of code points.

    Args:
        spellings: How often each occurs; the empty one does not count.
        otherwise: What it is called if nobody spells it.
    """
    written = [spelling for spelling in spellings if spelling]
    return min(written, key=lambda spelling: (-spellings[spelling], spelling), default=otherwise)


def variants(spellings: Mapping[str, int], chosen: str) -> list[str] | None:
    """The other spellings in order, None if there are none."""
    return sorted(spelling for spelling in spellings if spelling not in ("", chosen)) or None
