"""Values of a request: which are refused, and what the refusal names."""

from datetime import date
from typing import Any

import pytest
from graphql import parse_value

from api.errors import BadArgument
from api.inputs import check_ranges, check_value


def deep(levels: int) -> Any:
    value: Any = "x"
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({"text": "a\x00"}, "v.text: has the character U\\+0000"),
        ({"text": "\ud800"}, "v.text: has half a surrogate pair"),
        ({"list": ["a" * 1001]}, "v.list: 1001 characters, 1000 are allowed"),
        ({"list": ["a"] * 101}, "v.list: 101 entries, 100 are allowed"),
        ({str(n): n for n in range(101)}, "v: 101 entries, 100 are allowed"),
        ([["a"] * 100] * 11, "v: more than 1000 values"),
        (deep(12), "v: nests more than 12 deep"),
        (deep(100_000), "v: nests more than 12 deep"),
        ([float("inf")], "v: the number is out of range"),
        (float("nan"), "v: the number is out of range"),
    ],
)
def test_a_value_no_request_needs_is_refused_by_its_name(value: Any, says: str) -> None:
    with pytest.raises(BadArgument, match=says):
        check_value("v", value)


@pytest.mark.parametrize(
    "value", [None, True, "", "a" * 1000, deep(11), ["a"] * 100, {"a": {"b": [1, 2.5]}}, 10**15]
)
def test_an_ordinary_value_passes(value: Any) -> None:
    check_value("v", value)


@pytest.mark.parametrize(
    ("literal", "says"),
    [
        (f"[{'1 ' * 101}]", "101 entries"),
        ("{ a: { b: 1e999 } }", "v.a.b: the number"),
        ("9" * 41, "v: the number"),
        (f'"{"a" * 1001}"', "1001 characters"),
        ("[" * 12 + "1" + "]" * 12, "nests more than 12 deep"),
    ],
)
def test_a_literal_is_held_to_the_same_limits(literal: str, says: str) -> None:
    with pytest.raises(BadArgument, match=says):
        check_value("v", parse_value(literal))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"window": {"from": date(2020, 1, 2), "to": date(2020, 1, 1)}}, "window: from comes"),
        ({"where": {"and": [{"centralityPct": {"min": 2.0, "max": 1.0}}]}}, "centralityPct: min"),
        ({"since": date(2020, 1, 2), "until": date(2020, 1, 1)}, "^since: since comes after until"),
    ],
)
def test_a_range_the_wrong_way_around_is_refused(arguments: dict[str, Any], says: str) -> None:
    with pytest.raises(BadArgument, match=says):
        check_ranges("", arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        {"from": "ar_b", "to": "ar_a"},
        {"window": {"from": date(2020, 1, 1), "to": date(2020, 1, 1)}},
        {"range": {"min": None, "max": 1.0}},
        {"range": {"max": 1.0}},
    ],
)
def test_open_ranges_and_pairs_of_ids_pass(arguments: dict[str, Any]) -> None:
    check_ranges("", arguments)
