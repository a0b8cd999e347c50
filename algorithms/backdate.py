"""All scores as of any date, from facts and history alone: what is stored stays as it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from algorithms.derive.as_of import Derived, derived_as_of
from algorithms.derive.config import StrengthConfig
from algorithms.network.centrality import Standing, standing
from algorithms.network.columns import columns_as_of
from algorithms.network.config import NetworkConfig, PageRankConfig
from algorithms.network.gds import versions_with_gds
from algorithms.scores.compute import scores_of
from algorithms.scores.configuration import ScoringConfig
from algorithms.scores.runs import Night
from algorithms.scores.table import Scores
from graph.client import Neo4jGraph


@dataclass(frozen=True)
class Constants:
    """Every constant that the scores of an artist depend on."""

    strength: StrengthConfig = field(default_factory=StrengthConfig)
    pagerank: PageRankConfig = field(default_factory=PageRankConfig)
    scores: ScoringConfig = field(default_factory=ScoringConfig)

    @property
    def version(self) -> str:
        """Name of these constants."""
        network = NetworkConfig(pagerank=self.pagerank)
        return f"{self.strength.version} {network.version} {self.scores.version}"


@dataclass(frozen=True)
class Connections:
    """The edges of a day, and how central artists are by them."""

    derived: Derived
    network: Standing


@dataclass(frozen=True)
class Backdated:
    """How central artists were on a day, and all scores above that."""

    network: Standing
    scores: Scores


async def backdate(
    graph: Neo4jGraph, as_of: date, constants: Constants, progress: Callable[[str], None]
) -> Backdated:
    """Connections, centrality and scores as of a date; nothing is written, not even runs.

    What it depends on of the past is read from the history before the date: the last Drift Scores
    of line-ups, the centrality half a year before, the stages and what would replace them.

    Args:
        progress: Told what is being computed now.

    Raises:
        DatabaseFeatureMissing: The server has no GDS.
    """
    connections = await connections_on(graph, as_of, constants, progress)
    return await scores_on(graph, as_of, connections, constants.scores, progress)


async def connections_on(
    graph: Neo4jGraph, as_of: date, constants: Constants, progress: Callable[[str], None]
) -> Connections:
    """The first half: edges and centrality.

    Raises:
        DatabaseFeatureMissing: The server has no GDS.
    """
    await versions_with_gds(graph)
    progress("connections")
    derived = await derived_as_of(graph, as_of, constants.strength)
    progress("centrality")
    columns = columns_as_of(derived)
    return Connections(derived, await standing(graph, columns, as_of, constants.pagerank))


async def scores_on(
    graph: Neo4jGraph,
    as_of: date,
    connections: Connections,
    config: ScoringConfig,
    progress: Callable[[str], None],
) -> Backdated:
    """The second half: the scores above them."""
    night = Night(graph, as_of, config, progress, connections.derived, recorded=False)
    return Backdated(connections.network, await scores_of(night, connections.network))
