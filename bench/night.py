"""How long is the night of the load-test world, and how much memory does it need?"""

import json
import resource
import time

from bench.goals import Outcome
from bench.machine import resident_mib
from bench.place import Place, empty
from loaders.world import WorldConfig, generate

ARTISTS, EDGES = 10_000, 500_000
BAR_S = 15 * 60


async def measure(place: Place) -> list[Outcome]:
    """Generate the world, run its first night, then a second one over the same files."""
    config = WorldConfig(artists=ARTISTS, edges=EDGES)
    sources = place.folder / "sources"
    generate(config, sources / "feed", lambda _what, _done, _total: None)
    async with place.graph() as graph:
        await empty(graph)
    first, steps = _night(place, config)
    again, _ = _night(place, config)
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        Outcome(
            goal=f"first night of the {ARTISTS:,}-artist, {EDGES:,}-edge world, in seconds",
            ours=f"{first:.0f} s",
            peer="",
            ratios=[first],
            floor=BAR_S,
            at_most=True,
            details={
                "steps": steps,
                "second night, nothing changed, s": round(again, 1),
                "worker MiB": round(worker, 1),
                "server MiB": resident_mib(place.server_pid),
            },
        )
    ]


def _night(place: Place, config: WorldConfig) -> tuple[float, dict[str, float]]:
    started = time.perf_counter()
    said = place.night(place.folder / "sources", config.as_of)
    seconds = time.perf_counter() - started
    return seconds, {step["name"]: round(step["seconds"], 1) for step in json.loads(said)["steps"]}
