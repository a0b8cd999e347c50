"""How long does a path with its evidence take, over HTTP, between random artists of London?"""

import random
import time
from pathlib import Path
from typing import Any

import httpx

from bench.goals import Outcome, percentile
from bench.machine import resident_mib
from bench.place import Place
from graph.queries import parse

PAIRS = 200

WARM_UP_ROUNDS = 5
"""Rounds over the pairs before the warm one: Java compiles hot code after some thousand runs."""

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
    server = place.drift("serve", "--port", "8767")
    try:
        cold, answers = _ask("http://127.0.0.1:8767", pairs)
        for _ in range(WARM_UP_ROUNDS):
            _ask("http://127.0.0.1:8767", pairs)
        warm, again = _ask("http://127.0.0.1:8767", pairs)
        memory = resident_mib(server.pid)
    finally:
        server.terminate()
        server.wait(30)
    found = [answer["degrees"] for answer in answers if answer["found"]]
    details = {
        "found": len(found),
        "degrees": {degree: found.count(degree) for degree in sorted(set(found))},
        "API process MiB": memory,
        "server MiB": resident_mib(place.server_pid),
    }
    return [
        _outcome("cold", cold, COLD_P95_MS, answers == again, details),
        _outcome("warm", warm, WARM_P95_MS, answers == again, {}),
    ]


def _outcome(
    state: str, seconds: list[float], bar_ms: float, equal: bool, details: dict[str, Any]
) -> Outcome:
    p50, p95 = (1000 * percentile(seconds, share) for share in (0.5, 0.95))
    return Outcome(
        goal=f"path with evidence over HTTP, {PAIRS} random London pairs, {state}: p95 in ms",
        ours=f"p50 {p50:.1f}, p95 {p95:.1f}, max {1000 * max(seconds):.1f} ms",
        peer="",
        ratios=[p95],
        floor=bar_ms,
        at_most=True,
        answers_equal=equal,
        details=details,
    )


def _ask(base: str, pairs: list[list[str]]) -> tuple[list[float], list[dict[str, Any]]]:
    seconds: list[float] = []
    answers: list[dict[str, Any]] = []
    with httpx.Client(base_url=base, timeout=30) as client:
        _wait(client)
        for one, other in pairs:
            body = {"query": PATH, "variables": {"from": one, "to": other}}
            started = time.perf_counter()
            response = client.post("/graphql", json=body)
            seconds.append(time.perf_counter() - started)
            answers.append(response.json()["data"]["degreesOfSeparation"])
    return seconds, answers


def _wait(client: httpx.Client) -> None:
    for _ in range(120):
        try:
            if client.get("/health").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.5)
    raise TimeoutError("the API did not come up")
