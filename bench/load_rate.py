"""How much slower than a bare script does the loader write the same rows?"""

import time
from pathlib import Path
from statistics import median

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
    """Load London in turn by both sides; the first load of ours gives the peer its rows."""
    source, folder = find_source("ra-london", data)
    ours: list[float] = []
    bare: list[float] = []
    async with place.graph() as graph:
        await empty(graph)
        await load(graph, source, folder, place.settings.loaders)
        expected = await _counts(graph)
        groups = await bare_load.read_back(graph)
        equal = True
        for _ in range(pairs):
            await empty(graph)
            started = time.perf_counter()
            await bare_load.write(graph, groups)
            bare.append(time.perf_counter() - started)
            equal = equal and await _counts(graph) == expected
            await empty(graph)
            started = time.perf_counter()
            await load(graph, source, folder, place.settings.loaders)
            ours.append(time.perf_counter() - started)
            equal = equal and await _counts(graph) == expected
    return [
        Outcome(
            goal="London load: rate against a bare UNWIND of the same rows, parsed beforehand",
            ours=f"{median(ours):.1f} s",
            peer=f"{median(bare):.1f} s",
            ratios=[theirs / mine for mine, theirs in zip(ours, bare, strict=True)],
            floor=FLOOR,
            answers_equal=equal,
            details={**expected, "nodes and relationships": bare_load.size(groups)},
        )
    ]


async def _counts(graph: Neo4jGraph) -> dict[str, int]:
    return (await graph.rows(COUNTS))[0]
