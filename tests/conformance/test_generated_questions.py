"""Questions that schemathesis makes from the schema, right and wrong ones, to the running server.

`DRIFT_TEST_CASES` says how many questions about; a failure prints the request as a curl command.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import CheckContext, not_a_server_error
from schemathesis.core.transport import Response
from schemathesis.graphql import nodes
from schemathesis.specs.openapi.checks import positive_data_acceptance

from api.errors import Code
from api.schema.build import build_schema
from tests.api.operations import IDS
from tests.conformance.conftest import ASK_S

QUERY = build_schema().query_type
assert QUERY is not None
ROOTS = sorted(QUERY.fields)
MODES = list(GenerationMode)
CASES = int(os.environ.get("DRIFT_TEST_CASES", "400"))
CASES_A_ROOT = max(2, CASES // (len(ROOTS) * len(MODES)))

OURS = frozenset({Code.INTERNAL, Code.TIMEOUT, Code.UPSTREAM_UNAVAILABLE, Code.OVERLOADED})
"""Codes that say the fault is not the client's."""

MODEST = st.integers(1, 20)
ANY_INT = st.integers(-(2**31), 2**31 - 1)

EXCLUDED = [
    positive_data_acceptance,  # bounds of a number and forms of an id are in no GraphQL schema
    not_a_server_error,  # takes every code but its own for a fault of the server; see `answered`
]


@pytest.fixture(scope="module")
def schema(graphql: str) -> Any:
    """The schema, as the running server tells it."""
    return schemathesis.graphql.from_url(graphql)


@pytest.fixture(scope="module")
def answers(tell: Callable[[str], object]) -> Iterator[Counter[str]]:
    """How many questions had data, errors or both."""
    counts: Counter[str] = Counter()
    yield counts
    tell(f"schemathesis: {counts.total()} questions, {dict(sorted(counts.items()))}")


def use_values_of_the_scene(root: str) -> None:
    """Make schemathesis take ids that the scene has, and numbers that mostly are in bounds."""
    ids = st.sampled_from(IDS.get(root, IDS["artist"]))
    schemathesis.graphql.scalar("ID", ids.map(nodes.String))
    schemathesis.graphql.scalar("Int", st.one_of(MODEST, MODEST, MODEST, ANY_INT).map(nodes.Int))


def answered(context: CheckContext, response: Response, case: Case) -> None:
    """A GraphQL response, whose errors, if any, are the client's."""
    told = response.json()
    assert response.status_code == 200
    assert told.keys() <= {"data", "errors", "extensions"}
    assert "data" in told or told["errors"]
    for error in told.get("errors", []):
        assert error.keys() <= {"message", "locations", "path", "extensions"}
        assert Code(error["extensions"]["code"]) not in OURS


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.value)
@pytest.mark.parametrize("root", ROOTS)
def test_generated_questions_are_answered_by_the_contract(
    root: str, mode: GenerationMode, schema: Any, answers: Counter[str]
) -> None:
    use_values_of_the_scene(root)
    questions = schema["Query"][root].as_strategy(generation_mode=mode)

    @settings(max_examples=CASES_A_ROOT, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=questions)
    def ask(case: Case) -> None:
        response = case.call(timeout=ASK_S)
        case.validate_response(response, excluded_checks=EXCLUDED, additional_checks=[answered])
        told = response.json()
        answers[" and ".join(key for key in ("data", "errors") if told.get(key))] += 1

    ask()
