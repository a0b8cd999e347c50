"""Scene centrality alone, of connections that need not be stored."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from algorithms.network.columns import Floats, NetworkColumns
from algorithms.network.config import NetworkConfig, PageRankConfig
from algorithms.network.gds import gds_client, in_thread, projected
from algorithms.network.pagerank import pagerank
from algorithms.network.percentiles import midrank_percentiles
from graph.client import Neo4jGraph

_NO_SEED = -1


@dataclass(frozen=True)
class Standing:
    """How central artists with a connection are.

    Attributes:
        as_of: Date computed for.
        ids: Artist ids, sorted. Length N.
        centrality_pct: Percentile of the rank, 0 to 100. Length N.
    """

    as_of: date
    ids: tuple[str, ...]
    centrality_pct: Floats


async def standing(
    graph: Neo4jGraph, columns: NetworkColumns, as_of: date, config: PageRankConfig
) -> Standing:
    """Centrality percentiles; the same that a night publishes for the same connections."""
    size = len(columns.ids)
    if not size:
        return Standing(as_of, (), np.zeros(0))
    seeds = np.full(size, _NO_SEED, dtype=np.int64)
    with gds_client(graph.connection) as gds:
        async with projected(graph, gds, columns, seeds) as projection:
            ranked = await in_thread(
                lambda: pagerank(gds, projection, size, config, NetworkConfig.concurrency)
            )
    return Standing(as_of, columns.ids, midrank_percentiles(ranked.ranks))
