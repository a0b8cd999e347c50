"""How much slower than a bare script does the loader write the same rows?"""

import time
from pathlib import Path

from bench import bare_load
from bench.goals import Outcome
from bench.place import Place, empty
from graph.client import Neo4jGraph
from graph.queries import parse
from loaders.registry import find_source
from loaders.run import load

FLOOR = 0.6

COUNTS = parse(
    "bench/counts",
    "// What both sides must have written.\n//\n// mode: read\n// timeout: 30 s\n"
    "// returns: 1 row\n//   events    INTEGER  nights\n//   bookings  INTEGER  line-up entries\n\n"
    "MATCH (event:Event)\n"
    "RETURN count(event) AS events, sum(COUNT { ()-[:PERFORMED_AT]->(event) }) AS bookings",
)


async def measure(place: Place, data: Path, pairs: int) -> list[Outcome]:
    """Load London in turn by both sides; the first pair warms up and is dropped."""
    source, folder = find_source("ra-london", data)
    rows = bare_load.read(folder)
    ours: list[float] = []
    bare: list[float] = []
    equal = True
    async with place.graph() as graph:
        for _ in range(pairs + 1):
            await empty(graph)
            started = time.perf_counter()
            await bare_load.write(graph, rows)
            bare.append(time.perf_counter() - started)
            expected = await _counts(graph)
            await empty(graph)
            started = time.perf_counter()
            await load(graph, source, folder, place.settings.loaders)
            ours.append(time.perf_counter() - started)
            equal = equal and await _counts(graph) == expected
    ours, bare = ours[1:], bare[1:]
    return [
        Outcome(
            goal="London load: rate against a bare UNWIND of the same rows, parsed beforehand",
            ours=f"{min(ours):.1f} s",
            peer=f"{min(bare):.1f} s",
            ratios=[theirs / mine for mine, theirs in zip(ours, bare, strict=True)],
            floor=FLOOR,
            answers_equal=equal,
            details={"events and bookings": expected},
        )
    ]


async def _counts(graph: Neo4jGraph) -> dict[str, int]:
    return (await graph.rows(COUNTS))[0]
