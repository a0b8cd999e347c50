"""A fragment is taken apart at its final RETURN."""

import pytest

from api.compiler.fragments import Fragment, fragment
from graph.errors import QueryHeaderInvalid
from graph.queries import parse


def read(body: str, columns: str = "node  NODE", this: str = "this: Artist\n// ") -> Fragment:
    lines = "".join(f"//   {column}\n" for column in columns.split("; "))
    header = f"// Rows.\n//\n// mode: fragment\n// {this}returns: rows\n{lines}"
    return fragment(parse("test/fragment", f"{header}\n{body}\n"))


def test_the_last_return_of_the_outermost_level_ends_the_head() -> None:
    found = read("CALL (this) { MATCH (a) RETURN a }\nRETURN a AS node ORDER BY node.id LIMIT 1")
    assert found.columns == ("node",)
    assert found.expressions == {"node": "a"}
    assert found.reads == ("this",)
    assert found.collapses


def test_a_fragment_under_a_row_names_the_columns_it_reads() -> None:
    body = "MATCH (left)-[:X]-(node)-[:X]-(right) RETURN node"
    assert read(body, this="this: left Artist, right Artist\n// ").reads == ("left", "right")


@pytest.mark.parametrize(
    ("body", "clause"),
    [
        ("MATCH (node:Artist)\nRETURN node", "MATCH"),
        ("MATCH (node:Artist)\nWHERE node.x = 1\nRETURN node", "WHERE"),
        ("MATCH (a:Artist)\nUNWIND [a] AS node\nRETURN node", ""),
    ],
)
def test_a_predicate_can_be_added_to_a_last_match(body: str, clause: str) -> None:
    assert read(body).filterable == clause


def test_a_union_at_the_outermost_level_is_refused() -> None:
    with pytest.raises(QueryHeaderInvalid, match="UNION"):
        read("MATCH (node:A) RETURN node UNION MATCH (node:B) RETURN node")


def test_a_query_of_another_mode_is_no_fragment() -> None:
    query = parse(
        "test/read", "// Rows.\n//\n// mode: read\n// timeout: 1 s\n\nMATCH (n) DELETE n\n"
    )
    with pytest.raises(QueryHeaderInvalid, match="not fragment"):
        fragment(query)
