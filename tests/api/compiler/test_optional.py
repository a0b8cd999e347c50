"""Optional predicates: left out exactly where their parameter is null."""

from typing import Any

import pytest

from api.compiler.optional import optional_predicates, settled
from api.compiler.tokens import render, template

HEAD = """MATCH (this)-[link:CONNECTED]-(other)
WHERE ($kinds IS NULL OR any(kind IN link.kinds WHERE (kind IN $kinds)))
  AND ($window.from IS NULL OR link.last >= $window.from)
  AND (link.weight IS NULL OR link.weight > 0)"""
KINDS = "($kinds IS NULL OR any(kind IN link.kinds WHERE (kind IN $kinds)))"
WINDOW = "($window.from IS NULL OR link.last >= $window.from)"


def text(arguments: dict[str, Any]) -> str:
    parts = template(HEAD)
    return render(settled(parts, optional_predicates(parts), arguments), str, str)


@pytest.mark.parametrize(
    ("arguments", "gone"),
    [
        ({}, ()),
        ({"kinds": ["same_event"], "window": {"from": "2019-01-01"}}, ()),
        ({"kinds": None}, (KINDS,)),
        ({"window": None}, (WINDOW,)),
        ({"window": {"to": "2019-01-01"}}, (WINDOW,)),
        ({"window": {"from": None}}, (WINDOW,)),
        ({"kinds": None, "window": None}, (KINDS, WINDOW)),
    ],
)
def test_a_predicate_is_left_out_where_its_parameter_is_null(
    arguments: dict[str, Any], gone: tuple[str, ...]
) -> None:
    expected = HEAD
    for predicate in gone:
        expected = expected.replace(predicate, "true")
    assert text(arguments) == expected
