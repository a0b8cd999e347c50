"""Pulls that schemathesis makes from the OpenAPI document, right and wrong ones."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.api.operations import IDS
from tests.conformance.conftest import ASK_S

CASES = int(os.environ.get("DRIFT_TEST_CASES", "400")) // 4


@pytest.fixture(scope="module")
def schema(served: str) -> Any:
    """The document, as the running server tells it."""
    return schemathesis.openapi.from_url(f"{served}/openapi.json")


@pytest.fixture(scope="module")
def statuses(tell: Callable[[str], object]) -> Iterator[Counter[int]]:
    """How many pulls had which status."""
    counts: Counter[int] = Counter()
    yield counts
    tell(f"schemathesis: {counts.total()} pulls, {dict(sorted(counts.items()))}")


@pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.value)
@pytest.mark.parametrize("known", [True, False], ids=["ids of the scene", "any ids"])
def test_generated_pulls_are_answered_by_the_document(
    mode: GenerationMode, known: bool, schema: Any, statuses: Counter[int]
) -> None:
    pulls = schema["/subgraph/{id}.{format}"]["GET"].as_strategy(generation_mode=mode)
    ids = iter(IDS["subgraph"] * CASES)

    @settings(max_examples=CASES // 4, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=pulls)
    def ask(case: Case) -> None:
        if known:
            case.path_parameters["id"] = next(ids)
        response = case.call(timeout=ASK_S)
        # That since is not after until is in no schema, nor which ids there are.
        case.validate_response(response, excluded_checks=[positive_data_acceptance])
        statuses[response.status_code] += 1

    ask()
