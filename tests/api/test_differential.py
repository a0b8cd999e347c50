"""Compiled execution answers as field by field execution does.

`DRIFT_TEST_OPERATIONS` says how many operations are compared, `DRIFT_TEST_SEED` from which seed;
the seed of a run, and what it asked, are told at its end.
"""

import os
import random
from collections.abc import Callable, Hashable

import pytest
from graphql import GraphQLSchema

from api.compiler.run import CompiledExecution
from api.execute import Executor
from graph.settings import ApiSettings
from tests.api.conftest import CountingGraph
from tests.api.differential import Differential, told
from tests.api.generator import Generator

OPERATIONS = int(os.environ.get("DRIFT_TEST_OPERATIONS", "2000"))
FRESH = int(os.environ.get("DRIFT_TEST_SEED") or random.SystemRandom().randrange(10**6))
SEEDS = {"fixed": 1, "fresh": FRESH}


@pytest.mark.timeout(10 * 60 + OPERATIONS)
@pytest.mark.parametrize("kind", SEEDS)
async def test_random_operations_answer_as_field_by_field(
    kind: str,
    schema: GraphQLSchema,
    scene: CountingGraph,
    api_settings: ApiSettings,
    tell: Callable[[str], object],
) -> None:
    differential = Differential(schema, scene.graph, api_settings)
    tally = await differential.run(SEEDS[kind], OPERATIONS // len(SEEDS))
    tell(f"differential, seed {SEEDS[kind]}: {tally}")
    assert tally.paths["compiled"] > tally.operations / 2


LISTS_OF_LISTS = """{
  degreesOfSeparation(
    from: "ar_0000000000000002", to: "ar_0000000000000001", options: {mode: STRONGEST}
  ) { alternatives(k: 3) { __typename kind from { ... on Artist { id } } } }
}"""


async def test_lists_of_lists_are_answered_alike(
    schema: GraphQLSchema, scene: CountingGraph, api_settings: ApiSettings
) -> None:
    differential = Differential(schema, scene.graph, api_settings)
    compiled = told(await differential.compiled.execute(LISTS_OF_LISTS, {}))
    assert told(await differential.reference.execute(LISTS_OF_LISTS, {})) == compiled
    assert b"PathStep" in compiled


class ForgetfulExecution(CompiledExecution):
    """Takes one plan for all variables of a document."""

    def plan_key(self) -> Hashable:
        return self.context_value.document


async def test_a_plan_kept_for_the_wrong_variables_would_be_noticed(
    schema: GraphQLSchema, scene: CountingGraph, api_settings: ApiSettings, executor: Executor
) -> None:
    forgetful = Executor(schema, scene.graph, api_settings, execution=ForgetfulExecution)
    generator = Generator(schema, 1)
    for number in range(40):
        asked = generator.document(number)
        for variables in asked.variables:
            right = told(await executor.execute(asked.text, variables))
            try:
                if told(await forgetful.execute(asked.text, variables)) != right:
                    return
            except (KeyError, IndexError, TypeError):
                return
    pytest.fail("no plan was wrong for other variables")
