"""The emerging signal: how much an artist gains of connections to those who are established."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from algorithms.derive.config import epoch_day
from algorithms.scores.configuration import EmergingConfig
from algorithms.scores.connections import Connections
from algorithms.scores.parts import Floats, percentiles
from algorithms.scores.trajectory import EARLY


def emerging_signal(
    connections: Connections, centrality: Floats, as_of: date, config: EmergingConfig
) -> Floats:
    """Strength of new connections to established artists, by the number of all connections.

    A connection is new if its first evidence is of the last days; without dated evidence it is not.

    Args:
        centrality: Centrality percentile of each artist of the pairs, NaN for unknown.

    Returns:
        `sum of strengths / (connections + 5)` of each artist of the pairs, 0 and above.

    Source:
        Specification of the scene graph, engine 1, emerging signal.
    """
    pairs, size = connections.pairs, len(connections.pairs.ids)
    new = connections.first > epoch_day(as_of) - config.days
    established = centrality >= config.established_pct
    gained, number = np.zeros(size), np.zeros(size)
    for own, other in ((pairs.sources, pairs.targets), (pairs.targets, pairs.sources)):
        counts = new & established[other]
        gained += np.bincount(own[counts], weights=pairs.strengths[counts], minlength=size)
        number += np.bincount(own, minlength=size)
    return gained / (number + config.prior_connections)


def emerging_percentiles(signal: Floats, stages: Sequence[str | None]) -> Floats:
    """Percentile of the signal among artists of early stages, NaN for all others.

    Args:
        signal: Signal of each artist, NaN for none.
        stages: Published stage of each, None for none.
    """
    early = np.array([stage in EARLY for stage in stages], dtype=bool)
    return percentiles(np.where(early, signal, np.nan))
