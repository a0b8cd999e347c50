"""The graph algorithms client of the test server."""

from collections.abc import Iterator

import pytest
from graphdatascience import GraphDataScience

from algorithms.network.gds import gds_client
from graph.connection import Connection


@pytest.fixture(scope="session")
def gds(connection: Connection) -> Iterator[GraphDataScience]:
    """A client on the test server."""
    with gds_client(connection) as client:
        yield client
