"""How long does a path with its evidence take, over HTTP, between random artists of London?"""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from bench.api.client import Connection, request
from bench.api.servers import Server, our_server
from bench.goals import Outcome, percentile
from bench.machine import resident_mib
from bench.place import Place
from graph.connection import resolve
from graph.queries import parse

PAIRS = 200

WARM_UP_ROUNDS = 25
"""Rounds over the pairs before the warm ones: Java compiles hot code after some thousand runs."""

WARM_ROUNDS = 5

COLD_P95_MS, WARM_P95_MS = 150.0, 10.0

ARTISTS = parse(
    "bench/artists",
    "// Ids of all artists.\n//\n// mode: read\n// timeout: 30 s\n// returns: a row an artist\n"
    "//   id  STRING  artist\n\nMATCH (artist:Artist)\nRETURN artist.id AS id\nORDER BY id",
)

PATH = """
query Path($from: ID!, $to: ID!) {
  degreesOfSeparation(from: $from, to: $to) {
    found degrees explanation
    path {
      from { ... on Artist { id name } } to { ... on Artist { id name } }
      kind strength evidence(first: 3) { kind label date }
    }
  }
}
"""


async def measure(place: Place, data: Path) -> list[Outcome]:
    """Ask for 200 random pairs: first cold, as the server comes up, and again when it is warm."""
    place.load_london(data)
    async with place.graph() as graph:
        ids = [row["id"] for row in await graph.rows(ARTISTS)]
    dice = random.Random(200)
    pairs = [dice.sample(ids, 2) for _ in range(PAIRS)]
    with our_server(place, resolve(place.settings), place.folder / "drift.log") as server:
        cold, answers = _ask(server, pairs)
        for _ in range(WARM_UP_ROUNDS):
            _ask(server, pairs)
        rounds, again = zip(*(_ask(server, pairs) for _ in range(WARM_ROUNDS)), strict=True)
        memory = resident_mib(server.pid)
    equal = all(each == answers for each in again)
    found = [answer["degrees"] for answer in answers if answer["found"]]
    details = {
        "found": len(found),
        "degrees": {degree: found.count(degree) for degree in sorted(set(found))},
        "API process MiB": memory,
        "server MiB": resident_mib(place.server_pid),
    }
    return [
        _outcome("cold", [cold], COLD_P95_MS, equal, details),
        _outcome("warm", rounds, WARM_P95_MS, equal, {}),
    ]


def _outcome(
    state: str, rounds: Sequence[list[float]], bar_ms: float, equal: bool, details: dict[str, Any]
) -> Outcome:
    seconds = [each for one in rounds for each in one]
    p50, p95 = (1000 * percentile(seconds, share) for share in (0.5, 0.95))
    return Outcome(
        goal=f"path with evidence over HTTP, {PAIRS} random London pairs, {state}: p95 in ms",
        ours=f"p50 {p50:.1f}, p95 {p95:.1f}, max {1000 * max(seconds):.1f} ms",
        peer="",
        ratios=[1000 * percentile(one, 0.95) for one in rounds],
        floor=bar_ms,
        at_most=True,
        answers_equal=equal,
        details=details,
    )


def _ask(server: Server, pairs: list[list[str]]) -> tuple[list[float], list[dict[str, Any]]]:
    seconds: list[float] = []
    answers: list[dict[str, Any]] = []
    with Connection(server.port) as connection:
        for one, other in pairs:
            variables = {"from": one, "to": other}
            reply = connection.ask(request({"query": PATH, "variables": variables}, server.port))
            seconds.append(reply.seconds)
            answers.append(orjson.loads(reply.body)["data"]["degreesOfSeparation"])
    return seconds, answers
