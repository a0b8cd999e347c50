"""What arguments must satisfy before the database is asked."""

import re
from collections.abc import Callable
from typing import Any

from api.errors import BadArgument, BadId
from graph.model import ID_PREFIX

ID_PATTERN = "^([a-z]{2})_[0-9a-z_]{1,40}$"
"""The form of an id, the letters of its kind as a group."""

_ID = re.compile(ID_PATTERN)
_LABEL_OF = {prefix: label for label, prefix in ID_PREFIX.items()}


def is_id(*labels: str) -> Callable[[Any], None]:
    """An id of one of these kinds; of any kind if none is named.

    Raises (when called):
        BadId: It has not the form of an id, or is of another kind.
    """
    wanted = (
        " or ".join(f"`{ID_PREFIX[label]}_...`" for label in labels)
        or "`ar_...`, `ev_...` and so on"
    )

    def check(value: Any) -> None:
        match = _ID.fullmatch(value)
        label = _LABEL_OF.get(match[1]) if match else None
        if label is None or (labels and label not in labels):
            raise BadId(f"{value[:60]!r} is not an id of the form {wanted}")

    return check


def are_ids(label: str, *, least: int, most: int) -> Callable[[Any], None]:
    """A list of ids of one kind, not too short and not too long.

    Raises (when called):
        BadArgument: It is.
        BadId: One of them is no id of that kind.
    """
    check_one = is_id(label)

    def check(values: Any) -> None:
        if not least <= len(values) <= most:
            raise BadArgument(f"{len(values)} ids, expected {least} to {most}")
        for value in values:
            check_one(value)

    return check


def is_text(name: str, longest: int) -> Callable[[Any], None]:
    """A text that is not blank and not too long.

    Raises (when called):
        BadArgument: It is.
    """

    def check(value: Any) -> None:
        if not value.strip() or len(value) > longest or "\x00" in value:
            raise BadArgument(f"{name}: expected 1 to {longest} characters")

    return check
