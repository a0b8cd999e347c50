"""Bridges: artists on many shortest paths whose connections spread over communities."""

import numpy as np
from graphdatascience import GraphDataScience
from graphdatascience.graph.graph_api import Graph as Projection

from algorithms.network.columns import Floats, Ints, NetworkColumns
from algorithms.network.config import BridgeConfig
from algorithms.network.gds import floats


def betweenness(
    gds: GraphDataScience,
    projection: Projection,
    size: int,
    config: BridgeConfig,
    concurrency: int,
) -> Floats:
    """Shortest paths through each artist, each pair of ends once; length N.

    Above `config.sample_above` artists only paths from a sample of ends are counted, and not
    scaled up: the values rank artists of one run, they do not compare across runs of other sizes.

    Source:
        Brandes, Pich 2007, "Centrality estimation in large networks".
    """
    sampled = size > config.sample_above
    frame = gds.betweenness_centrality.stream(
        projection,
        sampling_size=config.sample_size if sampled else None,
        sampling_seed=config.sample_seed if sampled else None,
        concurrency=concurrency,
    )
    return floats(frame, "score", size)


def participation(columns: NetworkColumns, communities: Ints) -> Floats:
    """How evenly an artist's strength spreads over communities: 0 in one only, towards 1 in many.

    `1 - sum over communities c of (strength into c / total strength)^2`. Artists without a
    community (label -1) count as one community together; without any strength it is 0.

    Args:
        communities: Community of each artist, -1 for none. Length N.

    Source:
        Guimera, Amaral 2005, "Functional cartography of complex metabolic networks", equation 2.
    """
    size = len(columns.ids)
    labels, community = np.unique(communities, return_inverse=True)
    ends = np.concatenate((columns.sources, columns.targets))
    beyond = community[np.concatenate((columns.targets, columns.sources))]
    strengths = np.concatenate((columns.strengths, columns.strengths))
    keys, inverse = np.unique(ends * len(labels) + beyond, return_inverse=True)
    into = np.bincount(inverse, weights=strengths, minlength=len(keys))
    artist = keys // len(labels)
    total = np.bincount(artist, weights=into, minlength=size)
    shares = np.divide(into, total[artist], out=np.ones_like(into), where=total[artist] > 0)
    spread = 1.0 - np.bincount(artist, weights=shares**2, minlength=size)
    # One community leaves 1 - 1.0^2, which is 0 exactly; rounding of several stays within [0, 1].
    return np.clip(spread, 0.0, 1.0).astype(np.float64)
