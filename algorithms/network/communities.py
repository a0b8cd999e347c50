"""Scene families: Louvain, started from the communities of the last publication."""

from dataclasses import dataclass

import numpy as np
from graphdatascience import GraphDataScience
from graphdatascience.graph.graph_api import Graph as Projection

from algorithms.network.columns import Ints
from algorithms.network.config import CommunityConfig
from algorithms.network.gds import ints

SEED = "seed"
"""Node property of the projection that holds the last communities."""


@dataclass(frozen=True)
class Partition:
    """Artists in groups.

    Attributes:
        labels: Group of each artist, any integers. Length N.
        modularity: Modularity of the groups, weighted by strength; not a number without strength.
        rounds: Times Louvain was run to reach it.
        from_last: Whether it grew out of the last communities.
    """

    labels: Ints
    modularity: float
    rounds: int
    from_last: bool


def find_communities(
    gds: GraphDataScience,
    projection: Projection,
    size: int,
    *,
    from_last: bool,
    config: CommunityConfig,
    concurrency: int,
) -> Partition:
    """Communities by modularity, weighted by strength.

    Louvain is started from the last communities (`seed` of the projection), because from nothing
    a few changed connections may shatter whole families. It cannot split a community, though, so
    a start from nothing replaces it where that gains `config.restart_gain`. Either is then
    repeated from its own result until that stays: what is found again changes nothing.

    Source:
        Blondel, Guillaume, Lambiotte, Lefebvre 2008, "Fast unfolding of communities in large
        networks".
    """
    louvain = _Louvain(gds, projection, size, config, concurrency)
    fresh = louvain.run("fresh", None)
    if not from_last:
        return louvain.refine("fresh", fresh)
    seeded = louvain.refine("seeded", louvain.run("seeded", SEED))
    if fresh.modularity > seeded.modularity + config.restart_gain:
        return louvain.refine("fresh", fresh)
    return seeded


@dataclass(frozen=True)
class _Louvain:
    gds: GraphDataScience
    projection: Projection
    size: int
    config: CommunityConfig
    concurrency: int

    def run(self, name: str, start: str | None) -> Partition:
        """One run; its labels stay in the projection under `name`."""
        ran = self.gds.louvain.mutate(
            self.projection,
            name,
            tolerance=self.config.tolerance,
            max_levels=self.config.max_levels,
            max_iterations=self.config.max_iterations,
            seed_property=start,
            relationship_weight_property="strength",
            concurrency=self.concurrency,
        )
        frame = self.gds.graph.node_properties.stream(
            self.projection, name, concurrency=self.concurrency
        )
        labels = ints(frame, name, self.size)
        return Partition(labels, ran.modularity, 1, from_last=name.startswith("seeded"))

    def refine(self, name: str, found: Partition) -> Partition:
        """Start again from the result until a round changes nothing."""
        for rounds in range(2, self.config.max_rounds + 1):
            again = self.run(f"{name}{rounds}", name if rounds == 2 else f"{name}{rounds - 1}")
            if same_groups(again.labels, found.labels):
                return found
            found = Partition(again.labels, again.modularity, rounds, again.from_last)
        return found


def same_groups(one: Ints, other: Ints) -> bool:
    """Whether two labellings put the same artists together."""
    return bool(np.array_equal(first_members(one), first_members(other)))


def first_members(labels: Ints) -> Ints:
    """Each label replaced by the number of its first member."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    return first[inverse].astype(np.int64)
