"""Rank of venues: PageRank over who played where, through Graph Data Science."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from algorithms.network.columns import columns_of
from algorithms.network.config import NetworkConfig, PageRankConfig
from algorithms.network.gds import gds_client, in_thread, projected
from algorithms.network.pagerank import pagerank
from algorithms.network.percentiles import midrank_percentiles
from algorithms.scores.configuration import VenuePrestigeConfig
from algorithms.scores.parts import Floats
from graph.client import Neo4jGraph

_NO_SEED = -1


@dataclass(frozen=True)
class VenueRank:
    """Percentiles of N venues.

    Attributes:
        percentile: 0 to 100 among venues where somebody played, NaN for the others. Length N.
        iterations: Iterations that were run.
        converged: Whether the tolerance was reached.
    """

    percentile: Floats
    iterations: int
    converged: bool


async def venue_rank(
    graph: Neo4jGraph,
    venues: Sequence[str],
    artists: Sequence[Sequence[str]],
    config: VenuePrestigeConfig,
) -> VenueRank:
    """PageRank on undirected, unweighted `PLAYED_AT`, as percentile among venues.

    Args:
        venues: Venue ids.
        artists: Artists that played at each.
    """
    pairs = [
        (artist, venue, 1.0)
        for venue, played in zip(venues, artists, strict=True)
        for artist in played
    ]
    percentile = np.full(len(venues), np.nan)
    if not pairs:
        return VenueRank(percentile, 0, True)
    columns = columns_of(pairs)
    seeds = np.full(len(columns.ids), _NO_SEED, dtype=np.int64)
    settings = PageRankConfig(
        damping=config.damping, tolerance=config.tolerance, max_iterations=config.max_iterations
    )
    with gds_client(graph.connection) as gds:
        async with projected(graph, gds, columns, seeds) as projection:
            ranked = await in_thread(
                lambda: pagerank(
                    gds, projection, len(columns.ids), settings, NetworkConfig.concurrency
                )
            )
    played = np.array([venue in columns.number_of for venue in venues])
    numbers = [columns.number_of[venue] for venue in venues if venue in columns.number_of]
    percentile[played] = midrank_percentiles(ranked.ranks[numbers])
    return VenueRank(percentile, ranked.iterations, ranked.converged)
