"""Pages of a connection: what is asked, which rows that needs, what is said about them."""

from dataclasses import dataclass
from typing import Any

from api.compiler.orders import KeyType, Order, Place, cursor, place
from api.errors import BadArgument, StaleSnapshot

DEFAULT_PAGE = 20
"""Rows of a page whose size nobody asked for."""


@dataclass(frozen=True)
class PageFacts:
    """One page, as asked.

    Attributes:
        size: Rows at most.
        backward: Counted from the end.
        start: The row it begins behind (backward: before), None at the end of the list.
    """

    order: Order
    size: int
    backward: bool
    start: Place | None

    def check_version(self, version: int) -> None:
        """Refuse a cursor over scores of another publication.

        Raises:
            StaleSnapshot: The cursor is of an older one.
        """
        of = self.start.version if self.start else None
        if of is not None and of != version:
            raise StaleSnapshot(
                "The scores were published anew since this cursor was made: begin at the start."
            )


def asked(arguments: dict[str, Any], order: Order, page_max: int) -> PageFacts:
    """The page that the four page arguments ask for.

    Raises:
        BadArgument: One is out of range, or they contradict each other.
    """
    first, last = arguments.get("first"), arguments.get("last")
    after, before = arguments.get("after"), arguments.get("before")
    for name, size in (("first", first), ("last", last)):
        check_size(name, size, page_max)
    if first is not None and last is not None:
        raise BadArgument("first, last: give one of them, not both")
    backward = last is not None or (first is None and before is not None)
    if backward and after is not None:
        raise BadArgument("after: goes with first; last goes with before")
    if not backward and before is not None:
        raise BadArgument("before: goes with last; first goes with after")
    size = last if backward else first
    text, name = (before, "before") if backward else (after, "after")
    return PageFacts(
        order=order,
        size=min(DEFAULT_PAGE, page_max) if size is None else size,
        backward=backward,
        start=None if text is None else place(order, text, name),
    )


def check_size(name: str, size: int | None, page_max: int) -> None:
    """Refuse a number of rows out of range.

    Raises:
        BadArgument: It is not between 1 and `page_max`.
    """
    if size is not None and not 1 <= size <= page_max:
        raise BadArgument(f"{name}: {size} is not between 1 and {page_max}")


def bounds(facts: PageFacts, *, ahead: bool = True) -> dict[str, Any]:
    """The parameters of a page's predicates: `key`, `tie`, `bare`, `limit`.

    The limit is a row more than the page where it must be known whether there are more.

    `key` and `tie` bound the rows that have the key, `bare` is the bound of the ties of those
    that have none. Where nothing bounds, they are the lowest or highest value of their type.
    """
    lowest, highest = facts.order.type.value
    falling = facts.order.descending != facts.backward
    open_key, shut_key = (highest, lowest) if falling else (lowest, highest)
    first_text, last_text = KeyType.TEXT.value
    open_tie, shut_tie = (last_text, first_text) if facts.backward else (first_text, last_text)
    start = facts.start
    if start is None:
        key, tie, bare = open_key, open_tie, open_tie
    elif start.key is not None:
        # Forward, every row without the key is still to come; backward, none is.
        key, tie, bare = start.key, start.tie, first_text
    elif facts.backward:
        key, tie, bare = open_key, open_tie, start.tie
    else:
        key, tie, bare = shut_key, shut_tie, start.tie
    return {"key": key, "tie": tie, "bare": bare, "limit": facts.size + ahead}


def cut(rows: list[Any], facts: PageFacts) -> tuple[list[Any], bool]:
    """The rows of the page in the order of the list, and whether there are more that way."""
    more = len(rows) > facts.size
    page = rows[: facts.size] if more else rows
    return (page[::-1] if facts.backward else page), more


def cursor_of(facts: PageFacts, row: list[Any], version: int) -> str:
    """The cursor of a row, which begins with its key and tie."""
    return cursor(facts.order, row[0], row[1], version)


def page_info(facts: PageFacts, rows: list[Any], more: bool, version: int, name: str) -> Any:
    """One field of the page info; the other way counts as having rows if a cursor was given."""
    match name:
        case "hasNextPage":
            return facts.start is not None if facts.backward else more
        case "hasPreviousPage":
            return more if facts.backward else facts.start is not None
        case "startCursor":
            return cursor_of(facts, rows[0], version) if rows else None
        case _:
            return cursor_of(facts, rows[-1], version) if rows else None
