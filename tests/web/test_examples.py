"""The questions GraphiQL opens with are questions to this schema, and fit beside the buttons."""

import json
import re
from typing import Any

import pytest
from graphql import GraphQLSchema, parse, validate

from api.schema.build import build_schema
from api.stored import shipped
from web.build import WEB
from web.node import output

COLUMNS = 52
"""Width of the editor at 1440 pixels, the buttons left aside."""

PRINT = """
import { build } from "esbuild";
const { outputFiles } = await build({
  entryPoints: ["examples.js"], bundle: true, format: "esm", write: false,
  loader: { ".graphql": "text" },
});
const code = encodeURIComponent(outputFiles[0].text);
const { examples, pick, subjects } = await import(`data:text/javascript,${code}`);
console.log(JSON.stringify({ subjects, empty: examples(pick(null)) }));
"""


@pytest.fixture(scope="module")
def page() -> dict[str, Any]:
    """What the page asks first, and its examples over an empty graph."""
    return json.loads(output(WEB, "node", "--input-type=module", "-e", PRINT))


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema()


def test_every_example_is_a_question_to_the_schema(
    page: dict[str, Any], schema: GraphQLSchema
) -> None:
    for document in (page["subjects"], *(example["query"] for example in page["empty"])):
        assert validate(schema, parse(document)) == [], document


def test_every_example_has_a_name_of_its_own_and_says_what_it_is_about(
    page: dict[str, Any],
) -> None:
    queries = [example["query"] for example in page["empty"]]
    names = [re.search(r"^query (\w+)", query, re.MULTILINE) for query in queries]
    assert len({name and name[1] for name in names}) == len(queries)
    assert all(query.startswith("# ") for query in queries)


def test_every_variable_of_an_example_is_given(page: dict[str, Any]) -> None:
    for example in page["empty"]:
        declared = set(re.findall(r"\$(\w+): ", example["query"]))
        assert declared == set(example.get("variables", {}))


def test_every_question_of_the_page_is_a_stored_operation(page: dict[str, Any]) -> None:
    asked = {page["subjects"], *(example["query"] for example in page["empty"])}
    assert asked <= {operation.text for operation in shipped()}


def test_examples_fit_into_the_editor(page: dict[str, Any]) -> None:
    lines = [line for example in page["empty"] for line in example["query"].splitlines()]
    assert [line for line in lines if len(line) > COLUMNS] == []
