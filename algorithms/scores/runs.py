"""What the computations of one night share: the graph, the date, the configuration, their runs."""

from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from algorithms.derive.as_of import Derived
from algorithms.scores.configuration import ScoringConfig
from algorithms.scores.parts import Floats
from algorithms.scores.table import ScoreTable
from graph.client import Neo4jGraph
from graph.runs import AlgorithmRun, algorithm_run

Progress = Callable[[str], None]
"""Told what is being computed now, e.g. `event_prestige`."""


def silent(_step: str) -> None:
    """Progress nobody watches."""


@dataclass(frozen=True)
class Night:
    """One computation of all scores.

    Attributes:
        derived: Edges that stand for the date; the stored ones do if not given.
        recorded: Whether each score leaves a run node.
    """

    graph: Neo4jGraph
    as_of: date
    config: ScoringConfig
    progress: Progress
    derived: Derived | None = None
    recorded: bool = True

    @asynccontextmanager
    async def run(self, kind: str) -> AsyncGenerator[AlgorithmRun]:
        """A run node around one score."""
        self.progress(kind)
        if not self.recorded:
            yield AlgorithmRun("", kind)
            return
        given = {"asOf": self.as_of.isoformat(), **self.config.model_dump()}
        async with algorithm_run(self.graph, kind, given, self.config.version) as run:
            yield run

    def table(
        self,
        label: str,
        ids: tuple[str, ...],
        columns: Mapping[str, list[Any]],
        percentages: tuple[str, ...],
    ) -> ScoreTable:
        """Scores with the date and the configuration of the night."""
        return ScoreTable(label, ids, columns, percentages, self.as_of, self.config.version)


def counted(values: Floats) -> dict[str, int]:
    """How many subjects a run had, and how many of them have a score."""
    return {"subjects": len(values), "scored": int(np.count_nonzero(~np.isnan(values)))}
