"""Compiled execution against the reference, over random operations: the same JSON, to the byte.

A document is asked with several sets of variables, then with cursors that its answers had.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import orjson
from graphql import GraphQLSchema

from api.compiler.scope import Reader
from api.execute import Answer, Executor
from graph.settings import ApiSettings
from tests.api.fieldwise import FieldwiseExecution
from tests.api.generator import Generator

AT_ONCE = 4
"""Documents under way together; most of the time of one is the database planning its text."""

PAGES = 2
"""Further pages asked for of each cursor."""


@dataclass
class Tally:
    """What was asked and how it was answered; an operation is a document with its variables.

    Attributes:
        documents: Documents asked.
        cursors: Operations with a cursor from an answer.
        paths: Operations by path: `compiled`, `mixed`, `resolved`, `refused`.
        answers: Operations by what the answer had: `data`, `errors`, `data and errors`.
    """

    documents: int = 0
    cursors: int = 0
    paths: Counter[str] = field(default_factory=Counter[str])
    answers: Counter[str] = field(default_factory=Counter[str])

    @property
    def operations(self) -> int:
        """Operations asked."""
        return self.paths.total()

    def add(self, answer: Answer) -> None:
        """Count one operation."""
        has = (("data", answer.data is not None), ("errors", bool(answer.errors)))
        self.answers[" and ".join(what for what, there in has if there)] += 1
        self.paths[answer.path or "refused"] += 1

    def __str__(self) -> str:
        def counts(of: Counter[str]) -> str:
            return ", ".join(f"{what} {count}" for what, count in of.most_common())

        return (
            f"{self.operations} operations of {self.documents} documents, {self.cursors} with a "
            f"cursor: {counts(self.paths)}; {counts(self.answers)}"
        )


class Differential:
    """Asks both executions the same and compares what they tell."""

    def __init__(self, schema: GraphQLSchema, graph: Reader, settings: ApiSettings) -> None:
        self.schema = schema
        self.compiled = Executor(schema, graph, settings)
        self.reference = Executor(schema, graph, settings, execution=FieldwiseExecution)

    async def run(self, seed: int, operations: int) -> Tally:
        """Compare so many operations at least.

        Raises:
            AssertionError: One was answered differently; tells its document and variables.
        """
        tally, generator, numbers = Tally(), Generator(self.schema, seed), count()

        async def work() -> None:
            while tally.operations < operations:
                await self.document(generator, next(numbers), tally)

        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(AT_ONCE):
                    group.create_task(work())
        except ExceptionGroup as found:
            raise found.exceptions[0] from None
        return tally

    async def document(self, generator: Generator, number: int, tally: Tally) -> None:
        """Compare one document, with all its variables and with cursors from its answers."""
        asked = generator.document(number)
        where = f"document {number} of seed {generator.seed}"
        tally.documents += 1
        answers = [await self.ask(asked.text, given, where, tally) for given in asked.variables]
        for cursor in asked.cursors:
            starts = {
                value: variables
                for variables, answer in zip(asked.variables, answers, strict=True)
                for value in marked(answer.data, f"{cursor}_")
            }
            for value, variables in list(starts.items())[:PAGES]:
                tally.cursors += 1
                await self.ask(asked.text, {**variables, cursor: value}, where, tally)

    async def ask(
        self, document: str, variables: dict[str, Any], where: str, tally: Tally
    ) -> Answer:
        """Compare one operation."""
        expected = await self.reference.execute(document, variables)
        got = await self.compiled.execute(document, variables)
        assert told(got) == told(expected), (
            f"{where}\n{document}\n{variables}\ngot      {told(got)!r}\nexpected {told(expected)!r}"
        )
        assert got.statements <= 1, where
        tally.add(got)
        return got


def told(answer: Answer) -> bytes:
    """What of an answer must be equal: data with the order of its keys, and errors but their id."""
    shown = answer.as_dict()
    for error in shown.get("errors", []):
        error["extensions"].pop("requestId", None)
    errors: list[Any] = sorted(shown.get("errors", []), key=orjson.dumps)
    return orjson.dumps([shown.get("data", "absent"), errors])


def marked(data: Any, prefix: str) -> Iterator[str]:
    """The texts under response names that begin so, wherever they stand."""
    match data:
        case dict():
            for key, value in data.items():
                if key.startswith(prefix) and isinstance(value, str):
                    yield value
                else:
                    yield from marked(value, prefix)
        case list():
            for value in data:
                yield from marked(value, prefix)
        case _:
            return
