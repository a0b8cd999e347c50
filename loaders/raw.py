"""Taking values out of raw rows, loudly: what is not as expected is refused by a named rule."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from loaders.outcomes import Malformed


def scalar(raw: Mapping[str, Any], name: str) -> object:
    """The value of a key, which may stand in a list of none or one; None if there is none.

    Raises:
        Malformed: It has another shape.
    """
    if name not in raw:
        raise Malformed("missing_key", f"{name} is missing")
    value = raw[name]
    if not isinstance(value, list):
        return value
    values = cast(list[object], value)
    if len(values) > 1:
        raise Malformed("several_values", f"{name} holds {len(values)} values, expected 0 or 1")
    return values[0] if values else None


def optional(raw: Mapping[str, Any], name: str, kind: type) -> Any:
    """The value of a key, None if there is none.

    Raises:
        Malformed: It has another shape.
    """
    value = scalar(raw, name)
    if value is not None and type(value) is not kind:
        raise Malformed("wrong_type", f"{name} is {value!r}, expected {kind.__name__}")
    return value


def needed(raw: Mapping[str, Any], name: str, kind: type) -> Any:
    """The value of a key, which must be there.

    Raises:
        Malformed: It has another shape.
    """
    value = optional(raw, name, kind)
    if value is None or value == "":
        raise Malformed("missing_value", f"{name} is empty")
    return value


def text(raw: Mapping[str, Any], name: str) -> str:
    """A text that must be there and not be empty.

    Raises:
        Malformed: It has another shape.
    """
    return needed(raw, name, str)


def number(raw: Mapping[str, Any], name: str) -> int:
    """A whole number that must be there.

    Raises:
        Malformed: It has another shape.
    """
    return needed(raw, name, int)


def entries(raw: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    """The objects in the list of a key.

    Raises:
        Malformed: It has another shape.
    """
    if name not in raw:
        raise Malformed("missing_key", f"{name} is missing")
    entries = raw[name]
    if not isinstance(entries, list):
        raise Malformed("wrong_type", f"{name} is no list")
    for entry in cast(list[object], entries):
        if not isinstance(entry, dict):
            raise Malformed("wrong_type", f"an entry of {name} is no object")
        yield cast(dict[str, Any], entry)
