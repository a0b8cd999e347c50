"""Query files: header and body are held to each other when they are read."""

import pytest

from graph.errors import QueryHeaderInvalid, QueryParametersWrong
from graph.queries import cypher, parse, returned_columns

GOOD = """// Two artists a row.
//
// mode: read
// timeout: 2 s
// params:
//   $id     STRING        artist id
//   $limit  INTEGER       rows at most
// returns: 0 to $limit rows
//   other   STRING        the other artist
//   kinds   LIST<STRING>  why
// source: written by hand

MATCH (:Artist {id: $id})-[pair:CONNECTED]-(node) // not $this
WHERE node.name <> 'RETURN $that'
RETURN node.id AS other, pair.kinds AS kinds
ORDER BY other
LIMIT $limit"""


def test_header_becomes_a_query() -> None:
    query = parse("test/good", GOOD)
    assert (query.mode, query.timeout_s, query.this) == ("read", 2.0, None)
    assert [param.name for param in query.params] == ["id", "limit"]
    assert [(column.name, column.type) for column in query.columns] == [
        ("other", "STRING"),
        ("kinds", "LIST<STRING>"),
    ]
    assert query.text.startswith("MATCH")


@pytest.mark.parametrize(
    ("returns", "most"),
    [
        ("0 to $limit rows", "limit"),
        ("0 or 1 row", 1),
        ("1 row, since one is enough", 1),
        ("0 to 8 rows, one per degree", 8),
        ("1 row per pair", None),
        ("0 to few rows", None),
        ("every artist", None),
    ],
)
def test_header_says_how_many_rows_at_most(returns: str, most: int | str | None) -> None:
    assert parse("test/good", GOOD.replace("0 to $limit rows", returns)).most == most


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("mode: read", "mode: reed", "mode is 'reed'"),
        ("timeout: 2 s", "timeout: soon", "timeout is 'soon'"),
        ("//   $limit  INTEGER       rows at most\n", "", r"declares \['id'\]"),
        ("LIMIT $limit", "LIMIT 5", r"body uses \['id'\]"),
        ("AS other", "AS another", "body returns"),
        ("0 to $limit rows", "0 to $most rows", "no such parameter"),
        ("//   kinds ", "//   $kinds ", "stands under returns"),
        ("// Two artists a row.\n", "", "begins with a sentence"),
    ],
)
def test_mistake_is_refused_and_named(old: str, new: str, says: str) -> None:
    assert old in GOOD
    with pytest.raises(QueryHeaderInvalid, match=says):
        parse("test/bad", GOOD.replace(old, new))


def test_missing_file_is_named() -> None:
    with pytest.raises(QueryHeaderInvalid, match="cypher/no/such.cypher does not exist"):
        cypher("no/such")


@pytest.mark.parametrize("given", [set(), {"id"}, {"id", "limit", "more"}])
def test_call_with_other_parameters_is_refused(given: set[str]) -> None:
    with pytest.raises(QueryParametersWrong, match="test/good"):
        parse("test/good", GOOD).check_arguments(frozenset(given))


@pytest.mark.parametrize(
    ("code", "columns"),
    [
        ("MATCH (a) RETURN a", ["a"]),
        ("MATCH (a) RETURN DISTINCT a.x AS x, count(*) AS n ORDER BY n", ["x", "n"]),
        (
            "MATCH (a) CALL (a) { RETURN 1 AS one } RETURN [x IN [1] | x] AS list, one",
            ["list", "one"],
        ),
        ("MATCH (a) SET a.x = 1", []),
        ("RETURN 1 + 1", None),
    ],
)
def test_columns_are_those_of_the_last_return(code: str, columns: list[str] | None) -> None:
    assert returned_columns(code) == columns
