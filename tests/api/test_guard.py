"""Hostile documents are refused by the walk, quickly and with the figure and the limit."""

import time

import pytest
from graphql import parse

from api.errors import DocumentTooLarge, TooDeep
from api.guard import Limits, check_document


def exponential(levels: int) -> str:
    """Each fragment spreads the next twice: 2^levels fields."""
    fragments = [
        f"fragment F{n} on Query {{ a: x {{ ...F{n + 1} }} b: x {{ ...F{n + 1} }} }}"
        for n in range(levels)
    ]
    return "\n".join(["{ ...F0 }", *fragments, f"fragment F{levels} on Query {{ x }}"])


def nested(depth: int) -> str:
    return "{ a " * depth + "{ b }" + " }" * depth


@pytest.mark.parametrize(
    ("document", "error", "figure"),
    [
        (exponential(8), DocumentTooLarge, "400"),
        (exponential(30), DocumentTooLarge, "400"),
        (nested(12), TooDeep, "12"),
        (nested(63), TooDeep, "12"),
        (nested(100), TooDeep, "64"),
        ("{ " + " ".join(f"a{n}: x" for n in range(401)) + " }", DocumentTooLarge, "400"),
        ("{ " + "x " * 11 + "}", DocumentTooLarge, "10"),
        ("{ " + "...F " * 11 + "} fragment F on Query { x }", DocumentTooLarge, "10"),
        ("{ x " + "@include(if: true) " * 51 + "}", DocumentTooLarge, "50"),
        (
            "query (" + " ".join(f"$v{n}: Int" for n in range(51)) + ") { x }",
            DocumentTooLarge,
            "50",
        ),
        ("{ __schema " + "{ a " * 21 + "{ b }" + " }" * 21 + " }", TooDeep, "20"),
    ],
)
def test_a_document_beyond_a_limit_is_refused(
    document: str, error: type[Exception], figure: str
) -> None:
    ast = parse(document)
    began = time.perf_counter()
    with pytest.raises(error, match=figure):
        check_document(ast, Limits())
    assert time.perf_counter() - began < 0.5


def test_a_cycle_of_fragments_ends_the_walk() -> None:
    check_document(parse("{ ...A } fragment A on Q { x ...B } fragment B on Q { ...A }"), Limits())


def test_a_document_at_the_limits_passes() -> None:
    check_document(parse(nested(11)), Limits())
    check_document(parse("{ " + " ".join(f"a{n}: x" for n in range(400)) + " }"), Limits())
