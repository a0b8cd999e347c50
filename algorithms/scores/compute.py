"""All scores above the network, one after the other, each leaving a run."""

from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from algorithms.network.result import NetworkResult
from algorithms.scores.configuration import ScoringConfig
from algorithms.scores.event_prestige import TERMS, event_prestige
from algorithms.scores.months import months_before
from algorithms.scores.nights import NOWHERE, Nights, read_nights
from algorithms.scores.parts import Floats
from algorithms.scores.places import brand_scores, venue_prestige
from algorithms.scores.table import Scores, ScoreTable, known, lists
from algorithms.scores.venue_rank import venue_rank
from graph.client import Neo4jGraph
from graph.queries import cypher
from graph.runs import AlgorithmRun, algorithm_run

VENUES = cypher("facts/venues")

Progress = Callable[[str], None]
"""Told what is being computed now, e.g. `event_prestige`."""


def silent(_step: str) -> None:
    """Progress nobody watches."""


async def compute_scores(
    graph: Neo4jGraph,
    network: NetworkResult,
    config: ScoringConfig | None = None,
    progress: Progress = silent,
) -> Scores:
    """Prestige of venues, series and nights; nothing is written but the run nodes.

    A line-up counts with the centrality percentiles of this network, so that no score here depends
    on itself.
    """
    night = _Night(graph, network, config or ScoringConfig(), progress)
    return await night.compute()


@dataclass(frozen=True)
class _Night:
    graph: Neo4jGraph
    network: NetworkResult
    config: ScoringConfig
    progress: Progress

    @property
    def as_of(self) -> date:
        return self.network.as_of

    async def compute(self) -> Scores:
        config = self.config
        async with self._run("line_ups") as run:
            since = months_before(self.as_of, config.venue_prestige.months)
            nights = await read_nights(self.graph, self.as_of, since)
            score = _centrality(self.network, nights)
            run.counts |= {"nights": len(nights.ids), "bookings": len(nights.night)}
        venues, capacities, prestige = await self._venues(nights, score)
        series, brands = await self._series(nights, score)
        at = {venue: place for place, venue in enumerate(venues.ids)}
        # A night's venue by its place among all venues, of which some never held a night.
        place = np.array([at[venue] for venue in nights.venues], dtype=np.int64)
        async with self._run("event_prestige") as run:
            found = event_prestige(
                venue=_looked_up(prestige[place], nights.venue),
                line_up=nights.mean_by(np.arange(len(nights.ids)), len(nights.ids), score),
                capacity=_looked_up(capacities[place], nights.venue),
                festival=nights.festival,
                brand=_looked_up(brands, nights.one_of),
                config=config.event_prestige,
            )
            run.counts |= _counted(found.index)
        events = self._table(
            "Event",
            nights.ids,
            {
                "prestigeRaw": known(found.raw),
                "prestigeIndex": known(found.index),
                "prestigeTerms": lists(found.terms),
                "prestigeContributions": lists(found.contributions),
                "prestigeCoverage": known(found.coverage),
            },
            ("prestigeIndex",),
        )
        weights = {
            "eventPrestigeWeights": [getattr(config.event_prestige, term) for term in TERMS],
            "venuePrestigeWeights": [config.venue_prestige.rank, config.venue_prestige.line_ups],
        }
        return Scores((venues, series, events), weights)

    async def _venues(self, nights: Nights, score: Floats) -> tuple[ScoreTable, Floats, Floats]:
        rows: list[list[Any]] = (await self.graph.rows(VENUES))[0]["venues"]
        ids = tuple(row[0] for row in rows)
        async with self._run("venue_rank") as run:
            rank = await venue_rank(
                self.graph, ids, [row[2] for row in rows], self.config.venue_prestige
            )
            run.counts |= {
                "venues": len(ids),
                "ranIterations": rank.iterations,
                "didConverge": rank.converged,
            }
        async with self._run("venue_prestige") as run:
            recent = nights.mean_by(nights.venue, len(nights.venues), score, nights.recent)
            line_ups = np.full(len(ids), np.nan)
            at = {venue: place for place, venue in enumerate(ids)}
            line_ups[[at[venue] for venue in nights.venues]] = recent
            found = venue_prestige(rank.percentile, line_ups, self.config.venue_prestige)
            run.counts |= _counted(found.prestige.value)
        table = self._table(
            "Venue",
            ids,
            {
                "prestigeScore": known(found.prestige.value),
                "prestigeParts": lists(found.parts),
                "prestigeContributions": lists(found.prestige.contributions),
                "prestigeCoverage": known(found.prestige.coverage),
                "tier": [int(tier) or None for tier in found.tiers],
            },
            ("prestigeScore",),
        )
        capacities = [np.nan if row[1] is None else float(row[1]) for row in rows]
        return table, np.array(capacities, dtype=np.float64), found.prestige.value

    async def _series(self, nights: Nights, score: Floats) -> tuple[ScoreTable, Floats]:
        async with self._run("series_brand") as run:
            size = len(nights.series)
            editions = np.bincount(nights.one_of[nights.one_of != NOWHERE], minlength=size)
            line_ups = nights.mean_by(nights.one_of, size, score)
            brands = brand_scores(editions.astype(np.float64), line_ups, self.config.brand)
            run.counts |= _counted(brands)
        columns = {"brandScore": known(brands), "brandLineUps": known(line_ups)}
        return self._table("EventSeries", nights.series, columns, ("brandScore",)), brands

    def _table(
        self,
        label: str,
        ids: tuple[str, ...],
        columns: Mapping[str, list[Any]],
        percentages: tuple[str, ...],
    ) -> ScoreTable:
        return ScoreTable(label, ids, columns, percentages, self.as_of, self.config.version)

    @asynccontextmanager
    async def _run(self, kind: str) -> AsyncGenerator[AlgorithmRun]:
        self.progress(kind)
        given = {"asOf": self.as_of.isoformat(), **self.config.model_dump()}
        async with algorithm_run(self.graph, kind, given, self.config.version) as run:
            yield run


def _centrality(network: NetworkResult, nights: Nights) -> Floats:
    """Centrality percentile of each booked artist, NaN for those without connections."""
    pct = dict(zip(network.ids, network.centrality_pct.tolist(), strict=True))
    return np.array([pct.get(artist, np.nan) for artist in nights.artists], dtype=np.float64)


def _looked_up(values: Floats, place: Any) -> Floats:
    """The value at each place, NaN where there is none."""
    return np.append(values, np.nan)[np.where(place == NOWHERE, len(values), place)]


def _counted(values: Floats) -> dict[str, int]:
    return {"subjects": len(values), "scored": int(np.count_nonzero(~np.isnan(values)))}
