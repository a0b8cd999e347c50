"""A final RETURN is taken apart, and only what is used of it is read."""

import pytest

from api.compiler.projection import projection
from api.compiler.tokens import render, template

ITEMS = """ entity, coalesce(entity.name, 'a, b') AS label, date,
  CASE WHEN entity:Event THEN COUNT { MATCH (entity)--(act) RETURN DISTINCT act } END AS value
ORDER BY date IS NULL, date DESC, entity.id
LIMIT $first"""


def left(source: str, *needed: str) -> str:
    text = render(projection(template(source)).of(needed), str, lambda name: name)
    return " ".join(text.split())


def test_columns_have_the_expressions_behind_them() -> None:
    found = projection(template(ITEMS))
    assert list(found.expressions) == ["entity", "label", "date", "value"]
    assert found.expressions["label"] == "coalesce(entity.name, 'a, b')"
    assert found.expressions["date"] == "date"
    assert found.limits
    assert not found.aggregates


def test_only_what_is_needed_or_orders_is_returned() -> None:
    order = "ORDER BY date IS NULL, date DESC, entity.id LIMIT $first"
    assert left(ITEMS, "label") == (f"entity, coalesce(entity.name, 'a, b') AS label, date {order}")
    assert left(ITEMS) == f"entity, date {order}"
    assert left("one AS a, two AS b", "b") == "two AS b"
    assert left("one AS a, two AS b") == "one AS a"


@pytest.mark.parametrize(
    "source", ["DISTINCT one AS a, two AS b", "one AS a, toFloat(count(two)) AS b"]
)
def test_a_projection_whose_rows_depend_on_all_items_stays_whole(source: str) -> None:
    found = projection(template(source))
    assert found.aggregates
    assert found.expressions["a"] == "one"
    assert left(source, "a") == source


def test_an_aggregate_inside_a_subquery_is_none_of_the_projection() -> None:
    source = "COLLECT { MATCH (a)--(b) RETURN count(b) AS n } AS all, a AS b"
    assert not projection(template(source)).aggregates
    assert left(source, "b") == "a AS b"
