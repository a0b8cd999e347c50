"""All network metrics of the connections that are stored, one algorithm after the other."""

import math
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from graphdatascience import GraphDataScience
from graphdatascience.graph.graph_api import Graph as Projection

from algorithms.network import bridge
from algorithms.network.columns import Ints, NetworkColumns, read_columns
from algorithms.network.communities import find_communities
from algorithms.network.community_ids import NONE, Numbered, number_communities
from algorithms.network.components import components
from algorithms.network.config import NetworkConfig
from algorithms.network.gds import (
    drop_leftovers,
    gds_client,
    in_thread,
    projected,
    versions_with_gds,
)
from algorithms.network.naming import Naming, name_communities, terms_of
from algorithms.network.pagerank import pagerank
from algorithms.network.percentiles import midrank_percentiles
from algorithms.network.result import Community, NetworkResult
from algorithms.network.stored import Published, read_published
from graph.client import Graph, Neo4jGraph
from graph.queries import cypher
from graph.runs import AlgorithmRun, algorithm_run

GENRES = cypher("network/artist_genres")
CITIES = cypher("network/artist_cities")
VENUES = cypher("network/artist_venues")
SYNTHETIC = cypher("network/synthetic_artists")

Progress = Callable[[str], None]
"""Told what is being computed now, e.g. `pagerank`."""


def silent(_step: str) -> None:
    """Progress nobody watches."""


async def compute_network(
    graph: Neo4jGraph,
    as_of: date,
    config: NetworkConfig | None = None,
    progress: Progress = silent,
) -> NetworkResult:
    """Components, centrality, communities and bridges; nothing is written but the run nodes.

    From the same connections, the same last communities and the same configuration the result is
    the same, bit by bit.

    Args:
        as_of: Date the connections were derived for.

    Raises:
        DatabaseFeatureMissing: The server has no GDS.
    """
    config = config or NetworkConfig()
    versions = await versions_with_gds(graph)
    await drop_leftovers(graph)
    progress("reading connections")
    columns = await read_columns(graph)
    published = await read_published(graph)
    night = _Night(
        graph,
        columns,
        published,
        as_of,
        config,
        progress,
        versions,
    )
    return await night.compute()


@dataclass(frozen=True)
class _Night:
    graph: Neo4jGraph
    columns: NetworkColumns
    published: Published
    as_of: date
    config: NetworkConfig
    progress: Progress
    versions: Mapping[str, str]
    counts: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])

    async def compute(self) -> NetworkResult:
        if not self.columns.ids:
            return self._empty()
        seeds = self.published.last.seeds(self.columns)
        with gds_client(self.graph.connection) as gds:
            async with projected(self.graph, gds, self.columns, seeds) as projection:
                return await self._scores(gds, projection)

    async def _scores(self, gds: GraphDataScience, projection: Projection) -> NetworkResult:
        config, size, threads = self.config, len(self.columns.ids), self.config.concurrency
        async with self._run("components", {}) as run:
            parts = await in_thread(lambda: components(gds, projection, size, threads))
            run.counts |= {"components": len(parts.sizes), "largest": int(parts.sizes[0])}
        async with self._run("pagerank", config.pagerank.model_dump()) as run:
            ranked = await in_thread(
                lambda: pagerank(gds, projection, size, config.pagerank, threads)
            )
            run.counts |= {"ranIterations": ranked.iterations, "didConverge": ranked.converged}
        async with self._run("louvain", config.communities.model_dump()) as run:
            numbered, modularity = await self._communities(gds, projection, run)
            communities = await self._named(numbered)
        async with self._run("betweenness", config.bridge.model_dump()) as run:
            between = await in_thread(
                lambda: bridge.betweenness(gds, projection, size, config.bridge, threads)
            )
            run.counts |= {"sampled": size > config.bridge.sample_above}
        async with self._run("bridge", {}) as run:
            spread = bridge.participation(self.columns, numbered.ids)
            raw = between * spread
            run.counts |= {"bridging": int(np.count_nonzero(raw))}
        return NetworkResult(
            as_of=self.as_of,
            version=config.version,
            ids=self.columns.ids,
            pagerank=ranked.ranks,
            centrality_pct=midrank_percentiles(ranked.ranks),
            betweenness=between,
            participation=spread,
            bridge_raw=raw,
            bridge_pct=midrank_percentiles(raw),
            component_ids=parts.ids,
            community_ids=numbered.ids,
            communities=communities,
            community_input=self._community_input(),
            next_community_id=numbered.next_id,
            modularity=modularity,
            community_churn=numbered.overall_churn,
            counts=self.counts,
        )

    async def _communities(
        self, gds: GraphDataScience, projection: Projection, run: AlgorithmRun
    ) -> tuple[Numbered, float | None]:
        """The communities, and their modularity.

        Found once for one input: the published ones are the answer when they were found in the
        very same connections. So a repeated night changes nothing, and one that was cut off
        after it wrote communities does not start from its own result.
        """
        last, state = self.published.last, self.published.state
        if state.community_input == self._community_input():
            ids = last.labels(self.columns)
            churn = dict(last.churn)
            numbered = Numbered(ids, churn, last.next_id, state.community_churn)
            modularity = state.modularity
            run.counts |= {"reused": True}
        else:
            found = await in_thread(
                lambda: find_communities(
                    gds,
                    projection,
                    len(self.columns.ids),
                    from_last=bool(last.members),
                    config=self.config.communities,
                    concurrency=self.config.concurrency,
                )
            )
            numbered = number_communities(found.labels, self.columns, last, self.config.communities)
            modularity = found.modularity if math.isfinite(found.modularity) else None
            run.counts |= {"reused": False, "rounds": found.rounds, "fromLast": found.from_last}
        run.counts |= {
            "communities": len(numbered.churn),
            "withoutCommunity": int(np.count_nonzero(numbered.ids == NONE)),
            "modularity": modularity,
            "churn": numbered.overall_churn,
            "churnByCommunity": {str(key): value for key, value in numbered.churn.items()},
        }
        return numbered, modularity

    async def _named(self, numbered: Numbered) -> tuple[Community, ...]:
        genres, cities, venues = [
            terms_of(await self.graph.rows(query), self.columns)
            for query in (GENRES, CITIES, VENUES)
        ]
        names = name_communities(numbered.ids, genres, cities, venues, self.config.communities)
        made_up = await _synthetic(self.graph, self.columns)
        return tuple(
            _community(number, names[number], numbered, made_up) for number in sorted(names)
        )

    def _community_input(self) -> str:
        return self.columns.digest(self.config.communities.model_dump_json())

    @asynccontextmanager
    async def _run(self, kind: str, params: Mapping[str, Any]) -> AsyncGenerator[AlgorithmRun]:
        self.progress(kind)
        given = {
            **params,
            **self.versions,
            "asOf": self.as_of.isoformat(),
            "concurrency": self.config.concurrency,
        }
        async with algorithm_run(self.graph, kind, given, self.config.version) as run:
            run.counts |= {"artists": len(self.columns.ids), "pairs": len(self.columns.sources)}
            yield run
        self.counts[kind] = run.counts

    def _empty(self) -> NetworkResult:
        nothing, none = np.zeros(0, dtype=np.float64), np.zeros(0, dtype=np.int64)
        return NetworkResult(
            as_of=self.as_of,
            version=self.config.version,
            ids=(),
            pagerank=nothing,
            centrality_pct=nothing,
            betweenness=nothing,
            participation=nothing,
            bridge_raw=nothing,
            bridge_pct=nothing,
            component_ids=none,
            community_ids=none,
            communities=(),
            community_input=self._community_input(),
            next_community_id=self.published.last.next_id,
            modularity=None,
            community_churn=None,
            counts={},
        )


async def _synthetic(graph: Graph, columns: NetworkColumns) -> Ints:
    made_up = set((await graph.rows(SYNTHETIC))[0]["ids"])
    return np.array([artist in made_up for artist in columns.ids], dtype=np.int64)


def _community(number: int, naming: Naming, numbered: Numbered, made_up: Ints) -> Community:
    members = numbered.ids == number
    return Community(
        id=number,
        name=naming.name,
        size=int(np.count_nonzero(members)),
        top_genre=naming.top_genre,
        top_city=naming.top_city,
        top_venues=naming.top_venues,
        churn=numbered.churn[number],
        synthetic=bool(made_up[members].any()),
    )
