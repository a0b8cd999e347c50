"""Scene centrality: weighted PageRank over undirected connections."""

from dataclasses import dataclass

from graphdatascience import GraphDataScience
from graphdatascience.graph.graph_api import Graph as Projection

from algorithms.network.columns import Floats
from algorithms.network.config import PageRankConfig
from algorithms.network.gds import floats

_SCORE = "pagerank"


@dataclass(frozen=True)
class PageRank:
    """Ranks, and how they were reached.

    Attributes:
        ranks: Rank of each artist; all together 1. Length N.
        iterations: Iterations that were run.
        converged: Whether the tolerance was reached.
    """

    ranks: Floats
    iterations: int
    converged: bool


def pagerank(
    gds: GraphDataScience,
    projection: Projection,
    size: int,
    config: PageRankConfig,
    concurrency: int,
) -> PageRank:
    """PageRank weighted by strength, divided by its sum.

    Only artists with a connection are projected and connections are undirected, so no rank is
    lost at dead ends. An artist whose connections have no strength, as no evidence is dated,
    passes none on; the division makes up for it.

    Source:
        Page, Brin, Motwani, Winograd 1999, "The PageRank citation ranking", section 2.
    """
    ran = gds.page_rank.mutate(
        projection,
        _SCORE,
        damping_factor=config.damping,
        tolerance=config.tolerance,
        max_iterations=config.max_iterations,
        relationship_weight_property="strength",
        concurrency=concurrency,
    )
    frame = gds.graph.node_properties.stream(projection, _SCORE, concurrency=concurrency)
    gds.graph.node_properties.drop(projection, [_SCORE])
    ranks = floats(frame, _SCORE, size)
    return PageRank(ranks / ranks.sum(), ran.ran_iterations, ran.did_converge)
