"""Cursors, and the rows a page asks for."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from api.compiler.orders import KeyType, Order, cursor, place
from api.compiler.pages import asked, bounds, cut, page_info
from api.errors import BadArgument

SCORE = Order("n.s", "n.id", KeyType.NUMBER, descending=True, nullable=True, score=True)
NAME = Order("n.name", "n.id", KeyType.TEXT)
DAY = Order("n.day", "n.id", KeyType.DATE, nullable=True)


@given(
    some.one_of(some.none(), some.floats(allow_nan=False, allow_infinity=False)),
    some.text(),
    some.integers(0, 2**53),
)
def test_a_cursor_gives_back_its_place(key: float | None, tie: str, version: int) -> None:
    found = place(SCORE, cursor(SCORE, key, tie, version), "after")
    assert (found.key, found.tie, found.version) == (key, tie, version)


def test_a_cursor_of_days_gives_back_a_day_and_no_version() -> None:
    found = place(DAY, cursor(DAY, "2018-05-01", "e", 8), "after")
    assert (found.key, found.version) == (datetime.date(2018, 5, 1), None)


@given(some.text(max_size=60))
def test_a_text_that_is_no_cursor_is_refused(text: str) -> None:
    with pytest.raises(BadArgument, match="after"):
        place(NAME, text, "after")


def test_a_cursor_of_another_order_is_refused() -> None:
    with pytest.raises(BadArgument, match="another order"):
        place(NAME.directed(True), cursor(NAME, "a", "b", 2), "before")


Row = tuple[float | None, str]
ROWS = some.lists(
    some.tuples(
        some.one_of(some.none(), some.integers(0, 3).map(float)),
        some.text("ab", min_size=1, max_size=3),
    ),
    max_size=12,
    unique_by=lambda row: row[1],
)  # fmt: skip


def taken(rows: list[Row], order: Order, arguments: dict[str, Any]) -> tuple[list[Row], Any]:
    """What a database would send for a page, by the meaning of its parameters."""
    facts = asked(arguments, order, 100)
    limit = bounds(facts)
    falls, before = order.descending != facts.backward, facts.backward

    def beyond(row: Row) -> bool:
        key, tie = row
        past = tie < limit["tie"] if before else tie > limit["tie"]
        if key is None:
            return tie < limit["bare"] if before else tie > limit["bare"]
        outside = key < limit["key"] if falls else key > limit["key"]
        return outside or (key == limit["key"] and past)

    ranked = sorted((r for r in rows if r[0] is not None), key=lambda r: r[1], reverse=before)
    ranked.sort(key=lambda r: r[0] or 0.0, reverse=falls)
    bare = sorted((r for r in rows if r[0] is None), key=lambda r: r[1], reverse=before)
    found = bare + ranked if before else ranked + bare
    return [row for row in found if beyond(row)][: limit["limit"]], facts


@given(ROWS, some.integers(1, 5), some.booleans(), some.booleans())
def test_pages_show_every_row_once(
    rows: list[Row], size: int, descending: bool, backward: bool
) -> None:
    order = SCORE.directed(descending)
    whole, _ = taken(rows, order, {"first": 100})
    seen: list[Row] = []
    mark = None
    while True:
        way = {"last": size, "before": mark} if backward else {"first": size, "after": mark}
        sent, facts = taken(rows, order, way)
        page, more = cut([list(row) for row in sent], facts)
        shown = [(row[0], row[1]) for row in page]
        seen = shown + seen if backward else seen + shown
        if not more:
            break
        name = "startCursor" if backward else "endCursor"
        mark = page_info(facts, page, more, 2, name)
    assert seen == whole


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ({"first": 0}, "first: 0"),
        ({"last": 101}, "last: 101"),
        ({"first": 1, "last": 1}, "not both"),
        ({"last": 1, "after": "x"}, "after"),
        ({"first": 1, "before": "x"}, "before"),
    ],
)
def test_page_arguments_that_contradict_are_refused(arguments: dict[str, Any], word: str) -> None:
    with pytest.raises(BadArgument, match=word):
        asked(arguments, NAME, 100)
