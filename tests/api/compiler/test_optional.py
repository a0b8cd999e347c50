"""Optional predicates: left out exactly where their parameter is null."""

from typing import Any

import pytest

from api.compiler.optional import is_left_out, optional_predicates, settled
from api.compiler.tokens import compact, render, template

KINDS = "($kinds IS NULL OR any(kind IN link.kinds WHERE (kind IN $kinds)))"
WINDOW = "($window.from IS NULL OR link.last >= $window.from)"
OWN = "(link.weight IS NULL OR link.weight > 0)"


def text(source: str, arguments: dict[str, Any]) -> str:
    parts = template(source)
    left_out = [one for one in optional_predicates(parts) if is_left_out(one, arguments)]
    return render(compact(settled(parts, left_out)), str, str)


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        ({}, (KINDS, WINDOW, OWN)),
        ({"kinds": ["same_event"], "window": {"from": "2019-01-01"}}, (KINDS, WINDOW, OWN)),
        ({"kinds": None}, (WINDOW, OWN)),
        ({"window": None}, (KINDS, OWN)),
        ({"window": {"to": "2019-01-01"}}, (KINDS, OWN)),
        ({"window": {"from": None}}, (KINDS, OWN)),
        ({"kinds": None, "window": None}, (OWN,)),
    ],
)
def test_a_predicate_is_left_out_where_its_parameter_is_null(
    arguments: dict[str, Any], left: tuple[str, ...]
) -> None:
    match = "MATCH (this)-[link:CONNECTED]-(other)\nWHERE "
    source = match + " AND ".join((KINDS, WINDOW, OWN))
    assert text(source, arguments) == match + " AND ".join(left)


@pytest.mark.parametrize(
    ("source", "left"),
    [
        (f"WITH link WHERE {KINDS}\nRETURN link", "WITH link\nRETURN link"),
        (f"-[link:CONNECTED\n  WHERE {KINDS}\n    AND {WINDOW}]-", "-[link:CONNECTED]-"),
        (f"WHERE {OWN}\n  AND {KINDS}\nRETURN", f"WHERE {OWN}\nRETURN"),
        (f"WHERE {OWN} OR {KINDS}", f"WHERE {OWN} OR true"),
        (f"WHERE {KINDS} OR {OWN}", f"WHERE true OR {OWN}"),
        (f"WHERE {OWN} OR {KINDS} AND {OWN}", f"WHERE {OWN} OR {OWN}"),
        (f"WHERE NOT {KINDS} AND {OWN}", f"WHERE NOT true AND {OWN}"),
    ],
)
def test_the_word_that_joined_it_goes_too(source: str, left: str) -> None:
    assert text(source, {"kinds": None, "window": None}) == left
