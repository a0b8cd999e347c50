"""Hostile documents are refused at once, ordinary ones pass."""

import time

import pytest
from graphql import get_introspection_query, parse

from api.errors import ApiError, DocumentTooLarge, TooDeep
from api.guard import Limits, check_document

LEVELS = 40


def doubling(levels: int) -> str:
    """A document under 3 kB whose fragments spread to 2^levels fields."""
    fragments = [
        f"fragment F{at} on Artist {{ ...F{at + 1} ... on Artist {{ ...F{at + 1} }} }}"
        for at in range(levels)
    ]
    return f"{{ artist {{ ...F0 }} }} {' '.join(fragments)} fragment F{levels} on Artist {{ id }}"


HOSTILE = {
    "doubling fragments": doubling(LEVELS),
    "many aliases": "{ " + " ".join(f"a{at}: __typename" for at in range(401)) + " }",
    "one field again and again": "{ " + "__typename " * 11 + "}",
    "deep fields": "{ a" * 13 + " }" * 13,
    "deep inline fragments": "{ ... " * 70 + "{ a }" + " }" * 70,
    "many directives": "{ a " + "@include(if: true) " * 51 + "}",
    "many variables": "query(" + " ".join(f"$v{at}: Int" for at in range(51)) + ") { a }",
    "deep introspection": "{ __schema { types { " + "ofType { " * 20 + "name" + " }" * 23,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_document_is_refused_within_a_blink(name: str) -> None:
    document = parse(HOSTILE[name])
    started = time.process_time()
    with pytest.raises(ApiError) as caught:
        check_document(document, Limits())
    assert time.process_time() - started < 0.5
    assert isinstance(caught.value, DocumentTooLarge | TooDeep)


def test_cycle_of_fragments_ends_and_is_left_to_validation() -> None:
    check_document(parse("{ a { ...F } } fragment F on A { b { ...F } }"), Limits())


def test_introspection_of_an_ide_is_allowed() -> None:
    check_document(parse(get_introspection_query(input_value_deprecation=True)), Limits())


def test_ordinary_document_is_allowed() -> None:
    check_document(
        parse("{ artists { nodes { id connections { nodes { strength } } } } }"), Limits()
    )
