"""Made-up results for tests of publication: no algorithm runs."""

from datetime import date

import numpy as np

from algorithms.network.result import Community, NetworkResult
from tests.algorithms.network.scenes import artist

AS_OF = date(2019, 12, 31)


def result_of(size: int, generation: int, communities: int = 3) -> NetworkResult:
    """A valid result for `size` artists in which every value tells its generation."""
    ranks = np.arange(1, size + 1, dtype=np.float64) + generation
    members = np.arange(size, dtype=np.int64) % communities + 1 + generation % 2
    numbers, sizes = np.unique(members, return_counts=True)
    return NetworkResult(
        as_of=AS_OF,
        version=f"generation-{generation}",
        ids=tuple(map(artist, range(size))),
        pagerank=ranks / ranks.sum(),
        centrality_pct=np.full(size, generation % 100, dtype=np.float64),
        betweenness=np.full(size, generation, dtype=np.float64),
        participation=np.full(size, 0.5),
        bridge_raw=np.full(size, generation / 2),
        bridge_pct=np.full(size, 50.0),
        component_ids=np.ones(size, dtype=np.int64),
        community_ids=members,
        communities=tuple(
            Community(
                id=number,
                name=f"family {number} of generation {generation}",
                size=count,
                top_genre=None,
                top_city=None,
                top_venues=(),
                churn=None,
                synthetic=False,
            )
            for number, count in zip(numbers.tolist(), sizes.tolist(), strict=True)
        ),
        community_input=f"input-{generation}",
        next_community_id=communities + 2,
        modularity=0.5,
        community_churn=0.25,
        counts={},
    )
