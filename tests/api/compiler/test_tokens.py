"""Which words of a piece of Cypher are variables and parameters."""

import pytest

from api.compiler.tokens import parameters, render, template, variables


def renamed(source: str) -> str:
    return render(template(source), lambda name: f"{name}_7", lambda name: f"{name}_7")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "MATCH (this)-[shared:CONNECTED {kind: $kind}]-(node:Artist)",
            "MATCH (this_7)-[shared_7:CONNECTED {kind: $kind_7}]-(node_7:Artist)",
        ),
        ("WHERE node.name = 'this node' // node", "WHERE node_7.name = 'this node'  "),
        ("CASE WHEN node:Artist THEN true END", "CASE WHEN node_7:Artist THEN true END"),
        ("COUNT { (this)-[:X]->{1,3}() }", "COUNT { (this_7)-[:X]->{1,3}() }"),
        ("COLLECT { WITH n WHERE n:A RETURN n }", "COLLECT { WITH n_7 WHERE n_7:A RETURN n_7 }"),
        ("CALL (a) { WITH a, b:Act AS c }", "CALL (a_7) { WITH a_7, b_7:Act AS c_7 }"),
        ("{name: name, id: other.id}", "{name: name_7, id: other_7.id}"),
        ("node {.id, name: other}", "node_7 {.id, name: other_7}"),
        ("reduce(sum = 0.0, x IN xs | sum + x)", "reduce(sum_7 = 0.0, x_7 IN xs_7 | sum_7 + x_7)"),
        ("duration.between(a, b).days", "duration.between(a_7, b_7).days"),
        (
            "CALL db.index.fulltext.queryNodes('names', $q) YIELD node, score AS s WHERE s > 1",
            "CALL db.index.fulltext.queryNodes('names', $q_7) YIELD node AS node_7, score AS s_7"
            " WHERE s_7 > 1",
        ),
    ],
)  # fmt: skip
def test_variables_and_parameters_are_renamed_and_nothing_else(source: str, expected: str) -> None:
    assert renamed(source) == expected


def test_names_are_listed() -> None:
    parts = template("MATCH (a)-[b:X]->(:Y {c: $d}) RETURN a.e AS f")
    assert variables(parts) == {"a", "b", "f"}
    assert parameters(parts) == {"d"}
