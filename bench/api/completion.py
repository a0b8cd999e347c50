"""In process, without a database: a large answer shaped by us and completed as is usual."""

import time
from collections.abc import Awaitable, Callable, Mapping
from statistics import median
from typing import Any

import orjson
import strawberry
from strawberry.extensions import ParserCache, ValidationCache

from api.execute import Executor
from api.schema.build import build_schema
from bench.goals import Outcome
from graph.settings import ApiSettings

ARTISTS = 1000
PAIRS = 12
"""Pairs of answers; the first two are dropped."""

QUESTION = "{ artists(first: 1000) { nodes { id name country } } }"

ROWS: list[list[Any]] = [
    [f"ar_{at:016x}", f"Artist {at}", None if at % 3 else "de"] for at in range(ARTISTS)
]


@strawberry.type
class OrdinaryArtist:
    id: strawberry.ID
    name: str
    country: str | None


@strawberry.type
class OrdinaryArtists:
    nodes: list[OrdinaryArtist]


@strawberry.type
class OrdinaryQuery:
    @strawberry.field
    def artists(self, first: int) -> OrdinaryArtists:
        """Dataclasses made from the rows, as a resolver makes them."""
        return OrdinaryArtists(
            nodes=[
                OrdinaryArtist(id=strawberry.ID(id), name=name, country=country)
                for id, name, country in ROWS[:first]
            ]
        )


class Rows:
    """Gives the rows as the database gives them to a compiled statement."""

    async def record(
        self, statement: str, parameters: Mapping[str, Any], *, timeout_s: float
    ) -> list[Any]:
        """See `Graph.record`."""
        return [2, 2, 1, [[[[row] for row in ROWS], 0]]]


async def measure() -> list[Outcome]:
    """The whole way from the document to the bytes of the answer, on both sides."""
    executor = Executor(build_schema(), Rows(), ApiSettings(page_max=ARTISTS))
    ordinary = strawberry.Schema(
        OrdinaryQuery, extensions=[lambda: ParserCache(8), lambda: ValidationCache(8)]
    )
    shaped = [dict(zip(("id", "name", "country"), row, strict=True)) for row in ROWS]

    async def ours() -> bytes:
        return (await executor.execute(QUESTION)).as_json()

    async def usual() -> bytes:
        result = await ordinary.execute(QUESTION)
        return orjson.dumps({"data": result.data})

    async def bare() -> bytes:
        return orjson.dumps({"data": {"artists": {"nodes": shaped}}})

    return [
        await _compare("an ordinary Strawberry answer", ours, usual, floor=50, aim=150),
        await _compare("orjson on shaped rows", ours, bare, floor=1 / 3, aim=1 / 1.6),
    ]


async def _compare(
    what: str,
    ours: Callable[[], Awaitable[bytes]],
    peer: Callable[[], Awaitable[bytes]],
    *,
    floor: float,
    aim: float,
) -> Outcome:
    equal, mine, other = True, list[float](), list[float]()
    for _ in range(PAIRS):
        answers = [await _timed(side, seconds) for side, seconds in ((ours, mine), (peer, other))]
        equal &= orjson.loads(answers[0])["data"] == orjson.loads(answers[1])["data"]
    mine, other = mine[2:], other[2:]
    return Outcome(
        goal=f"in process, {ARTISTS:,} artists x 3 fields: against {what}",
        ours=f"{1000 * median(mine):.2f} ms",
        peer=f"{1000 * median(other):.2f} ms",
        ratios=[one / another for one, another in zip(other, mine, strict=True)],
        floor=floor,
        aim=aim,
        answers_equal=equal,
    )


async def _timed(side: Callable[[], Awaitable[bytes]], seconds: list[float]) -> bytes:
    began = time.perf_counter()
    answer = await side()
    seconds.append(time.perf_counter() - began)
    return answer
