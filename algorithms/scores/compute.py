"""All scores above the network, one after the other, each leaving a run."""

from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from algorithms.derive.config import StrengthConfig
from algorithms.network.result import NetworkResult
from algorithms.scores.artists import metrics_of, stage_of, underground_factors, works_of
from algorithms.scores.configuration import ScoringConfig
from algorithms.scores.event_prestige import TERMS, event_prestige
from algorithms.scores.months import months_before
from algorithms.scores.nights import NOWHERE, Nights, numbers, read_nights
from algorithms.scores.parts import Floats
from algorithms.scores.places import brand_scores, venue_prestige
from algorithms.scores.reach import reach
from algorithms.scores.table import Scores, ScoreTable, known, lists
from algorithms.scores.underground import FACTORS, PROFILES, underground_index
from algorithms.scores.venue_rank import venue_rank
from graph.client import Neo4jGraph
from graph.queries import cypher
from graph.runs import AlgorithmRun, algorithm_run

METRICS = cypher("facts/artist_metrics")
VENUES = cypher("facts/venues")
WORKS = cypher("facts/artist_works")

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
    """Prestige of venues, series and nights, reach and authenticity of artists.

    Nothing is written but the run nodes.

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
            nights = await read_nights(self.graph, self.as_of)
            score = _centrality(self.network, nights)
            run.counts |= {"nights": len(nights.ids), "bookings": len(nights.night)}
        venues, capacities, prestige = await self._venues(nights, score)
        series, brands = await self._series(nights, score)
        at = {venue: place for place, venue in enumerate(venues.ids)}
        # A night's venue by its place among all venues, of which some never held a night.
        place = np.array([at[venue] for venue in nights.venues], dtype=np.int64)
        capacity = _looked_up(capacities[place], nights.venue)
        async with self._run("event_prestige") as run:
            found = event_prestige(
                venue=_looked_up(prestige[place], nights.venue),
                line_up=nights.mean_by(np.arange(len(nights.ids)), len(nights.ids), score),
                capacity=capacity,
                festival=nights.festival,
                brand=_looked_up(brands, nights.one_of),
                config=config.event_prestige,
            )
            run.counts |= _counted(found.index)
        artists = await self._artists(nights, capacity)
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
            "uaiWeights": [getattr(config.underground, factor) for factor in FACTORS],
        }
        return Scores((venues, series, events, artists), weights)

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
            since = nights.after(months_before(self.as_of, self.config.venue_prestige.months))
            recent = nights.mean_by(nights.venue, len(nights.venues), score, since)
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
        return table, numbers(row[1] for row in rows), found.prestige.value

    async def _series(self, nights: Nights, score: Floats) -> tuple[ScoreTable, Floats]:
        async with self._run("series_brand") as run:
            size = len(nights.series)
            editions = np.bincount(nights.one_of[nights.one_of != NOWHERE], minlength=size)
            line_ups = nights.mean_by(nights.one_of, size, score)
            brands = brand_scores(editions.astype(np.float64), line_ups, self.config.brand)
            run.counts |= _counted(brands)
        columns = {"brandScore": known(brands), "brandLineUps": known(line_ups)}
        return self._table("EventSeries", nights.series, columns, ("brandScore",)), brands

    async def _artists(self, nights: Nights, capacity: Floats) -> ScoreTable:
        config, as_of = self.config.underground, self.as_of
        stands_for = nights.stands_for
        async with self._run("works") as run:
            rows = await self.graph.rows(
                WORKS,
                asOf=as_of,
                contentSince=months_before(as_of, config.content_months),
                organisedSince=months_before(as_of, config.organised_months),
                roles=list(StrengthConfig().roster_roles),
            )
            works = works_of(rows[0]["artists"], stands_for)
            read = (await self.graph.rows(METRICS, asOf=as_of))[0]["metrics"]
            metrics = metrics_of(read, works.ids, stands_for)
            run.counts |= {"artists": len(works.ids), "metrics": sorted(metrics)}
        async with self._run("reach") as run:
            parts, reached = reach(metrics, len(works.ids), self.config.reach)
            run.counts |= _counted(reached.value)
        async with self._run("underground") as run:
            stage = stage_of(nights, capacity, works.ids, as_of, config)
            factors, known_of = underground_factors(
                works, stage, metrics, reached.value, as_of, config
            )
            found = underground_index(factors, config)
            run.counts |= _counted(found.index.value)
        bands: list[int] = found.profiles.tolist()
        columns: dict[str, list[Any]] = {
            "reach": known(reached.value),
            "reachParts": lists(parts),
            "uai": known(found.index.value),
            "uaiProfile": [PROFILES[band] if band >= 0 else None for band in bands],
            "uaiCoverage": known(found.index.coverage),
            "uaiFactors": lists(factors),
            "uaiContributions": lists(found.index.contributions),
            "uaiFactorCoverages": lists(known_of),
        }
        return self._table("Artist", works.ids, columns, ("reach", "uai"))

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
