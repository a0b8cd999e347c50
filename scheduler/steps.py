"""What the night does: the sources that are there, then identity, derivation, network scores."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from algorithms.derive import derive
from algorithms.network.compute import compute_network
from algorithms.prediction.predict import with_predictions
from algorithms.publish import publish
from algorithms.scores.compute import compute_scores
from graph.client import Neo4jGraph
from graph.errors import LoadHeld, SourceMissing
from graph.settings import Settings
from loaders.identity.run import run_identity
from loaders.registry import find_source
from loaders.run import load
from scheduler.nightly import Step

REAL_SOURCES = ("ra-london", "berghain")
"""Sources of real data that a night loads wherever it finds them."""

Progress = Callable[[str, int, int | None], None]
"""Told what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True)
class Night:
    """What a night works on.

    Attributes:
        data: Folder that holds the folders of the sources.
        sources: Their names, in the order they are loaded.
    """

    as_of: date
    data: Path
    sources: tuple[str, ...]

    def works_on(self) -> dict[str, Any]:
        """What makes this night another than one of the same date."""
        return {"data": str(self.data.resolve()), "sources": list(self.sources)}


def sources_in(data: Path, extra: Sequence[str] = ()) -> tuple[str, ...]:
    """Sources that a folder holds, and the extra ones that were asked for by name.

    Raises:
        SourceMissing: There is none, or one that was asked for is not there.
        SourceUnknown: No loader has a name that was asked for.
    """
    found: list[str] = []
    for name in (*REAL_SOURCES, "feed"):
        try:
            find_source(name, data)
        except SourceMissing:
            continue
        found.append(name)
    for name in extra:
        find_source(name, data)
    names = (*found, *(name for name in extra if name not in found))
    if not names:
        raise SourceMissing(
            f"{data} holds none of {', '.join((*REAL_SOURCES, 'feed'))}",
            hint="Give the folder that holds the folders of the sources.",
        )
    return names


async def load_source(
    graph: Neo4jGraph, settings: Settings, data: Path, name: str, progress: Progress
) -> dict[str, Any]:
    """Load one source; returns what it counted.

    Raises:
        LoadHeld: Too much of it was rejected or gone.
    """
    source, folder = find_source(name, data)
    report = await load(
        graph,
        source,
        folder,
        settings.loaders,
        progress=lambda done, total: progress(f"load {name}", done, total),
    )
    if report.status == "held":
        raise LoadHeld(
            f"{name}: {report.message}",
            hint="Look at `drift rejects`, then accept it: "
            f"`drift load {name} --data {data} --accept`.",
        )
    return report.as_dict()


def night_steps(
    graph: Neo4jGraph, settings: Settings, night: Night, progress: Progress
) -> list[Step]:
    """The steps of a night, in order."""

    async def load_one(name: str) -> dict[str, Any]:
        return await load_source(graph, settings, night.data, name, progress)

    async def identity() -> dict[str, Any]:
        return asdict(await run_identity(graph, settings))

    async def derive_edges() -> dict[str, Any]:
        return (await derive(graph, night.as_of, progress=progress)).as_json()

    async def compute() -> dict[str, Any]:
        result = await compute_network(
            graph, night.as_of, progress=lambda step: progress(step, 0, None)
        )
        scores = await compute_scores(graph, result, progress=lambda step: progress(step, 0, None))
        progress("prediction", 0, None)
        scores = await with_predictions(graph, scores, night.as_of)
        progress("publish", 0, None)
        return asdict(await publish(graph, result, scores=scores))

    loads = [Step(f"load {name}", lambda name=name: load_one(name)) for name in night.sources]
    return [
        *loads,
        Step("identity", identity),
        Step("derive", derive_edges),
        Step("compute", compute),
    ]
