"""What random documents have in them; no database is asked."""

import re
from typing import Any

import pytest
from graphql import (
    FieldNode,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    parse,
    validate,
    visit,
)

from tests.api.generator import Generator
from tests.api.operations import CLOCKED, Document

HAS = {
    "a fragment in a fragment": r"^fragment F\d+ .*\.\.\.",
    "a fragment on an interface": r"(\.\.\.|fragment F\d+) on Node",
    "a fragment without a type": r"\.\.\. [@{]",
    "a fragment twice": r"\.\.\.(F\d+)\b.*\.\.\.\1\b",
    "a condition": r"@include\(if: (true|false)",
    "a condition by a variable": r"@skip\(if: \$",
    "both conditions": r"@include\(if: \S+\) @skip|@skip\(if: \S+\) @include",
    "a field twice with other arguments": r"\w+\d: (\w+)\(.*\w+\d: \1\(",
    "a type name": r"__typename",
    "introspection": r"__schema|__type\(",
    "a variable with a default": r"\$v\d+: [\w!\[\]]+ = ",
    "a variable in an input object": r"[{ ]\w+: \{[^(){}]*: \$v",
    "null": r": null",
    "an empty list": r": \[\]",
    "a page from the end": r"\(.*last: \d",
    "a cursor": r"(after|before): \$v",
}


class Asked(Visitor):
    """The fields of a document, as `Type.field`."""

    def __init__(self, info: TypeInfo) -> None:
        super().__init__()
        self.info = info
        self.fields: set[str] = set()

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        parent = self.info.get_parent_type()
        assert parent is not None
        self.fields.add(f"{parent.name}.{node.name.value}")


@pytest.fixture(scope="module")
def documents(schema: GraphQLSchema) -> list[Document]:
    generator = Generator(schema, 1)
    return [generator.document(number) for number in range(3000)]


def test_document_is_the_same_each_time(schema: GraphQLSchema, documents: list[Document]) -> None:
    assert Generator(schema, 1).document(7) == documents[7]
    assert Generator(schema, 2).document(7) != documents[7]


def test_documents_are_valid(schema: GraphQLSchema, documents: list[Document]) -> None:
    wrong = [
        (one.text, errors)
        for one in documents[:200]
        if (errors := validate(schema, parse(one.text)))
    ]
    assert wrong == []


@pytest.mark.parametrize("what", HAS)
def test_some_documents_have(what: str, documents: list[Document]) -> None:
    pattern = re.compile(HAS[what], re.M)
    assert sum(bool(pattern.search(one.text)) for one in documents) >= 10


def test_variables_are_given_absent_null_and_of_a_wrong_type(documents: list[Document]) -> None:
    sets = [given for one in documents for given in one.variables]
    assert any(
        given.keys() < set(re.findall(r"\$(v\d+):", one.text))
        for one in documents
        for given in one.variables
    )
    assert any(None in given.values() for given in sets)
    assert any("NOBODY" in given.values() for given in sets)
    assert any(
        {given.get(name) for given in one.variables} >= {True, False}
        for one in documents
        for name in re.findall(r"\$(v\d+): Boolean!", one.text)
    )


def test_nearly_every_field_is_asked(schema: GraphQLSchema, documents: list[Document]) -> None:
    there = {
        f"{type_.name}.{name}"
        for type_ in schema.type_map.values()
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
        and not type_.name.startswith("__")
        for name in type_.fields
    } - CLOCKED
    asked: set[str] = set()
    for one in documents:
        info = TypeInfo(schema)
        visitor = Asked(info)
        visit(parse(one.text), TypeInfoVisitor(info, visitor))
        asked |= visitor.fields
    assert len(there & asked) > 0.9 * len(there), there - asked
