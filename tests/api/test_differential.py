"""Compiled execution against the reference, over random operations: the same JSON, to the byte."""

from collections.abc import Hashable
from typing import Any

import orjson
import pytest
from graphql import GraphQLSchema

from api.compiler.run import CompiledExecution
from api.execute import Answer, Executor
from graph.settings import ApiSettings
from tests.api.conftest import CountingGraph
from tests.api.fieldwise import FieldwiseExecution
from tests.api.operations import Generator

SEEDS = range(20)
OPERATIONS_A_SEED = 12


def told(answer: Answer) -> bytes:
    """What of an answer must be equal: data with the order of its keys, and errors but their id."""
    shown = answer.as_dict()
    for error in shown.get("errors", []):
        error["extensions"].pop("requestId")
    errors: list[Any] = sorted(shown.get("errors", []), key=orjson.dumps)
    return orjson.dumps([shown.get("data", "absent"), errors])


@pytest.mark.parametrize("seed", SEEDS)
async def test_random_operations_answer_as_field_by_field(
    seed: int,
    executor: Executor,
    schema: GraphQLSchema,
    scene: CountingGraph,
    api_settings: ApiSettings,
) -> None:
    reference = Executor(schema, scene.graph, api_settings, execution=FieldwiseExecution)
    generator = Generator(schema, seed)
    for _ in range(OPERATIONS_A_SEED):
        operation = generator.operation()
        for variables in operation.variables:
            expected = await reference.execute(operation.text, variables)
            scene.sent.clear()
            got = await executor.execute(operation.text, variables)
            assert told(got) == told(expected), f"{operation.text}\n{variables}"
            assert len(scene.sent) <= 1, operation.text


class ForgetfulExecution(CompiledExecution):
    """Takes one plan for all variables of a document."""

    def plan_key(self) -> Hashable:
        return self.context_value.document


async def test_a_plan_kept_for_the_wrong_variables_would_be_noticed(
    schema: GraphQLSchema, scene: CountingGraph, api_settings: ApiSettings, executor: Executor
) -> None:
    forgetful = Executor(schema, scene.graph, api_settings, execution=ForgetfulExecution)
    generator = Generator(schema, 1)
    differences = 0
    for _ in range(40):
        operation = generator.operation()
        for variables in operation.variables:
            right = told(await executor.execute(operation.text, variables))
            try:
                differences += told(await forgetful.execute(operation.text, variables)) != right
            except KeyError:
                differences += 1
    assert differences > 0
