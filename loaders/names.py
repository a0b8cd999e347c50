"""What names and titles say: the usual spelling, several artists in one name, a cancelled night."""

import re
from collections.abc import Mapping
from typing import Final

_CANCELLED: Final = re.compile(r"\bcancel(l?ed)?\b", re.IGNORECASE)
_BACK_TO_BACK: Final = re.compile(r"\s+b\db\s+", re.IGNORECASE)


def says_cancelled(title: str) -> bool:
    """Whether a title says that the night does not take place."""
    return _CANCELLED.search(title) is not None


def split_back_to_back(name: str) -> tuple[str, ...]:
    """The artists of "A b2b B" or "A B3B B B3B C"; the name itself if it says nothing like that.

    "A & B" and "A, B" stay whole: as many are duos with a name of their own.
    """
    parts = tuple(part.strip() for part in _BACK_TO_BACK.split(name))
    return parts if all(parts) else (name,)


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
