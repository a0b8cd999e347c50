"""Connected components: who can reach whom at all."""

from dataclasses import dataclass

import numpy as np
from graphdatascience import GraphDataScience
from graphdatascience.graph.graph_api import Graph as Projection

from algorithms.network.columns import Ints
from algorithms.network.gds import ints


@dataclass(frozen=True)
class Components:
    """Connected components of the artists that have a connection.

    Attributes:
        ids: Component of each artist, from 1: the largest is 1; of equal ones the one with the
            smallest artist id comes first. Length N.
        sizes: Artists of component 1, 2, ...
    """

    ids: Ints
    sizes: Ints


def components(
    gds: GraphDataScience, projection: Projection, size: int, concurrency: int
) -> Components:
    """Weakly connected components, numbered by size."""
    frame = gds.wcc.stream(projection, concurrency=concurrency)
    return number_by_size(ints(frame, "componentId", size))


def number_by_size(labels: Ints) -> Components:
    """Any labels of groups, renumbered from 1 by size, then by their first member."""
    _, first, inverse, counts = np.unique(
        labels, return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -counts))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(1, len(order) + 1)
    return Components(ids=rank[inverse], sizes=counts[order].astype(np.int64))
