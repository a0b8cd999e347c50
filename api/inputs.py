"""Limits on the values of a request, variables and literals alike, checked before any work.

A value is walked without recursion, so that one that nests too deeply is told and not fallen over.
"""

import math
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final, cast

from graphql import (
    FloatValueNode,
    IntValueNode,
    ListValueNode,
    ObjectValueNode,
    StringValueNode,
)

from api.errors import BadArgument

DEPTH_MAX: Final = 12
"""Lists and objects in one another."""

ENTRIES_MAX: Final = 100
"""Entries of a list, of ids for example, and fields of an object."""

VALUES_MAX: Final = 1000
"""Values of one request's variables, those inside lists and objects counted."""

TEXT_MAX: Final = 1000
"""Characters of a text; arguments that are searched for have a shorter limit of their own."""

DIGITS_MAX: Final = 40
"""Characters of a number in a document."""

RANGES: Final = (("from", "to"), ("min", "max"), ("since", "until"))
"""How the two ends of a range are called in arguments and input types."""


def check_value(name: str, value: Any) -> None:
    """Refuse a value that is too large, or has what no value may have.

    Args:
        name: What it is called in the message.
        value: As JSON gives it, or the syntax of a literal.

    Raises:
        BadArgument: It is; the message says where.
    """
    count = 0
    left = [(name, value, 1)]
    while left:
        where, item, depth = left.pop()
        count += 1
        if count > VALUES_MAX:
            raise BadArgument(f"{name}: more than {VALUES_MAX} values")
        if depth > DEPTH_MAX:
            raise BadArgument(f"{name}: nests more than {DEPTH_MAX} deep")
        _check_leaf(where, item)
        left.extend((*part, depth + 1) for part in _parts(where, item))


def check_ranges(name: str, value: Any) -> None:
    """Refuse a range whose ends are the wrong way around.

    Args:
        name: What the value is called, empty for the arguments of a field.
        value: Coerced, so that its ends compare; it nests as deep as `check_value` allows.

    Raises:
        BadArgument: One is.
    """
    for entry in _entries(value):
        check_ranges(name, entry)
    ends = dict(_fields(value))
    for low, high in RANGES:
        first, last = ends.get(low), ends.get(high)
        if first is not None and last is not None and _is_beyond(first, last):
            raise BadArgument(f"{name or low}: {low} comes after {high}")
    for key, entry in ends.items():
        check_ranges(f"{name}.{key}" if name else key, entry)


def _is_beyond(first: Any, last: Any) -> bool:
    return type(first) is type(last) and not isinstance(first, str) and first > last


def _check_leaf(where: str, item: Any) -> None:
    match item:
        case str(text) | StringValueNode(value=text):
            _check_text(where, text)
        case IntValueNode(value=digits) | FloatValueNode(value=digits):
            if len(digits) > DIGITS_MAX or not math.isfinite(float(digits)):
                raise BadArgument(f"{where}: the number is out of range")
        case float(number) if not math.isfinite(number):
            raise BadArgument(f"{where}: the number is out of range")
        case _:
            return


def _check_text(where: str, text: str) -> None:
    if len(text) > TEXT_MAX:
        raise BadArgument(f"{where}: {len(text)} characters, {TEXT_MAX} are allowed")
    if "\x00" in text:
        raise BadArgument(f"{where}: has the character U+0000")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadArgument(f"{where}: has half a surrogate pair, which is no character") from error


def _parts(where: str, item: Any) -> Iterator[tuple[str, Any]]:
    entries, fields = _entries(item), _fields(item)
    for count in (len(entries), len(fields)):
        if count > ENTRIES_MAX:
            raise BadArgument(f"{where}: {count} entries, {ENTRIES_MAX} are allowed")
    yield from ((where, entry) for entry in entries)
    yield from ((f"{where}.{key}", entry) for key, entry in fields)


def _entries(item: Any) -> Sequence[Any]:
    """The entries of a list, none of anything else."""
    if isinstance(item, ListValueNode):
        return item.values
    return cast(list[Any], item) if isinstance(item, list) else ()


def _fields(item: Any) -> Collection[tuple[str, Any]]:
    """The fields of an object, none of anything else."""
    if isinstance(item, ObjectValueNode):
        return [(field.name.value, field.value) for field in item.fields]
    return cast(dict[str, Any], item).items() if isinstance(item, dict) else ()
