"""The projection that strongest paths are searched in."""

import math

import pytest

from graph import publication
from graph.client import Neo4jGraph
from graph.path_projection import (
    DROP,
    PREFIX,
    PROJECTIONS,
    ensure_path_projection,
    path_projection,
    project_paths,
)
from tests.algorithms.network.scenes import ask, put

COSTS = ask(
    "CALL gds.graph.relationshipProperty.stream('paths-0', 'cost') "
    "YIELD propertyValue RETURN propertyValue AS cost ORDER BY cost",
    "cost",
)
PAIRS = [("ar_a", "ar_b", 0.5), ("ar_b", "ar_c", 1.0), ("ar_c", "ar_d", 0.0)]


async def names(graph: Neo4jGraph) -> list[str]:
    return [row["name"] for row in await graph.rows(PROJECTIONS, prefix=PREFIX)]


@pytest.fixture
async def clean(graph: Neo4jGraph) -> Neo4jGraph:
    """An empty graph without projections of paths."""
    await graph.write(DROP, names=await names(graph))
    return graph


async def test_costs_are_minus_the_logarithm_of_strength_both_ways(clean: Neo4jGraph) -> None:
    await put(clean, PAIRS)
    assert await ensure_path_projection(clean) == "paths-0"
    costs = [row["cost"] for row in await clean.rows(COSTS)]
    assert costs == pytest.approx([0.0, 0.0, math.log(2), math.log(2)], abs=1e-15)


async def test_making_sure_twice_projects_once_and_old_ones_go(clean: Neo4jGraph) -> None:
    await put(clean, PAIRS)
    await ensure_path_projection(clean)
    await publication.end(clean, await publication.begin(clean, "al_one"))
    await project_paths(clean, 4)
    assert await ensure_path_projection(clean) == path_projection(2)
    assert await ensure_path_projection(clean) == path_projection(2)
    assert await names(clean) == ["paths-2", "paths-4"]


async def test_while_scores_are_written_the_last_version_counts(clean: Neo4jGraph) -> None:
    await put(clean, PAIRS)
    await publication.begin(clean, "al_one")
    assert await ensure_path_projection(clean) == "paths-0"


async def test_without_connections_there_is_no_projection(clean: Neo4jGraph) -> None:
    assert await ensure_path_projection(clean) is None
    assert await names(clean) == []
