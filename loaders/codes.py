"""Recording and product codes as sources write them: one spelling, and whether they are right.

A wrong code is kept as it came, beside a flag, and is never a key.
"""

import re
from collections.abc import Callable
from typing import Any, Final

_ISRC: Final = re.compile(r"[A-Z]{2}[A-Z0-9]{3}[0-9]{7}")
_UPC: Final = re.compile(r"[0-9]{12,13}")
_BETWEEN: Final = str.maketrans("", "", " -.")


def isrc_properties(raw: str | None) -> dict[str, Any]:
    """An ISRC as properties: `isrc` in capitals without hyphens, or `isrcRaw`; and `isrcValid`.

    Args:
        raw: As the source has it; nothing follows from None.
    """
    return _properties("isrc", raw, lambda code: _ISRC.fullmatch(code) is not None)


def upc_properties(raw: str | None) -> dict[str, Any]:
    """A UPC or EAN as properties: `upc` in digits alone, or `upcRaw`; and `upcValid`."""
    return _properties("upc", raw, _is_upc)


def _properties(name: str, raw: str | None, is_right: Callable[[str], bool]) -> dict[str, Any]:
    if raw is None:
        return {}
    code = raw.upper().translate(_BETWEEN)
    if is_right(code):
        return {name: code, f"{name}Valid": True}
    return {f"{name}Raw": raw, f"{name}Valid": False}


def _is_upc(code: str) -> bool:
    """12 or 13 digits, the last of which checks the others: from the right, 3 and 1 by turns."""
    if _UPC.fullmatch(code) is None:
        return False
    digits = [int(digit) for digit in reversed(code)]
    return (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10 == 0
