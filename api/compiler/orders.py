"""The order of a connection, and the cursors that mark a place in it.

Rows stand by one key, then by a text that no two rows share. Rows without the key come last,
whatever the direction. A cursor holds the order it belongs to, the key and the text of its row
and, where the key is a score, the publication it was read from.
"""

import base64
import binascii
import datetime
import hashlib
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

import orjson

from api.errors import BadArgument

_HIGHEST_TEXT = "\U0010ffff" * 4
_CHECK_BYTES = 4


class KeyType(Enum):
    """Type of the key of an order, with a value below and one above all others."""

    NUMBER = (float("-inf"), float("inf"))
    TEXT = ("", _HIGHEST_TEXT)
    DATE = (datetime.date.min, datetime.date.max)


@dataclass(frozen=True)
class Order:
    """A total order of the rows of a fragment.

    Attributes:
        key: Expression over the columns.
        tie: Expression over the columns, a text that no two rows share.
        type: Type of the key.
        descending: Largest key first.
        nullable: Rows may have no key; they come last, by the tie.
        score: The key is a published score, so a cursor ends with its publication.
        indexed: The predicates go into the fragment's last MATCH, where an index serves them.
    """

    key: str
    tie: str
    type: KeyType
    descending: bool = False
    nullable: bool = False
    score: bool = False
    indexed: bool = False

    @property
    def tag(self) -> str:
        """Names the order inside a cursor."""
        text = f"{self.key}|{self.tie}|{self.descending}"
        return hashlib.blake2b(text.encode(), digest_size=_CHECK_BYTES).hexdigest()

    def directed(self, descending: bool) -> "Order":
        """The same order in the direction asked."""
        return replace(self, descending=descending)


def by(property: str, type: KeyType, *, descending: bool = False, nullable: bool = False) -> Order:
    """All nodes of a label by a property that an index holds, ties by id."""
    return Order(
        f"node.{property}", "node.id", type, descending=descending, nullable=nullable, indexed=True
    )


def by_score(property: str) -> Order:
    """All nodes of a label by a published score that an index holds, the highest first."""
    return replace(by(property, KeyType.NUMBER, descending=True, nullable=True), score=True)


@dataclass(frozen=True)
class Place:
    """Where a page begins: behind (or, backward, before) this row.

    Attributes:
        key: Key of the row, None if it has none.
        tie: Its tie.
        version: Publication the cursor was read from, None where the order is no score.
    """

    key: Any
    tie: str
    version: int | None


def cursor(order: Order, key: Any, tie: str, version: int) -> str:
    """The cursor of a row."""
    body = orjson.dumps([order.tag, key, tie, version if order.score else None])
    check = hashlib.blake2b(body, digest_size=_CHECK_BYTES).digest()
    return base64.urlsafe_b64encode(check + body).rstrip(b"=").decode()


def place(order: Order, text: str, argument: str) -> Place:
    """The place a cursor marks.

    Raises:
        BadArgument: The text is no cursor, or one of another order.
    """
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        body = raw[_CHECK_BYTES:]
        if hashlib.blake2b(body, digest_size=_CHECK_BYTES).digest() != raw[:_CHECK_BYTES]:
            raise ValueError
        tag, key, tie, version = orjson.loads(body)
    except (binascii.Error, UnicodeEncodeError, ValueError) as error:
        raise BadArgument(f"{argument}: not a cursor of this service") from error
    if tag != order.tag:
        raise BadArgument(f"{argument}: the cursor belongs to another order")
    return Place(_key(order, key), tie, version)


def _key(order: Order, key: Any) -> Any:
    if key is not None and order.type is KeyType.DATE:
        return datetime.date.fromisoformat(key)
    return key
