"""An empty scene for the tests of derivation."""

import pytest

from graph.client import Neo4jGraph
from tests.algorithms.derive.scenes import Scene


@pytest.fixture
def scene(graph: Neo4jGraph) -> Scene:
    """An empty scene."""
    return Scene(graph)
