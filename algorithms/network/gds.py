"""The graph algorithms client, set up once, and its projection of the connections."""

import asyncio
import uuid
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, TypeVar

import numpy as np
from graphdatascience import GraphDataScience
from graphdatascience.graph.graph_api import Graph as Projection

from algorithms.network.columns import Floats, Ints, NetworkColumns
from graph.client import Graph, Neo4jGraph
from graph.connection import Connection
from graph.errors import DatabaseFeatureMissing
from graph.gds_driver import gds_driver
from graph.queries import cypher

PROJECT = cypher("network/project_columns")
PROJECTIONS = cypher("network/projections")
DROP = cypher("network/drop_projections")

PREFIX = "network-"
"""How the names of our temporary projections begin."""

T = TypeVar("T")


@contextmanager
def gds_client(connection: Connection) -> Generator[GraphDataScience]:
    """A client without Arrow and without progress bars, on a driver of its own."""
    with gds_driver(connection) as driver:
        gds = GraphDataScience(
            driver, arrow=False, database=connection.database, show_progress=False
        )
        yield gds


async def versions_with_gds(graph: Neo4jGraph) -> dict[str, str]:
    """Versions of the server and of its Graph Data Science.

    Raises:
        DatabaseFeatureMissing: The server has none.
    """
    server = await graph.server_info()
    if server.gds_version is None:
        raise DatabaseFeatureMissing(
            "this server has no Graph Data Science: scores cannot be computed, reading works",
            hint="Install its plug-in, or unset DRIFT_NEO4J__URI to use the managed server.",
        )
    return {"neo4j": server.version, "gds": server.gds_version}


async def in_thread(work: Callable[[], T]) -> T:
    """Run a call of the synchronous client without blocking the event loop."""
    return await asyncio.to_thread(work)


@asynccontextmanager
async def projected(
    graph: Graph, gds: GraphDataScience, columns: NetworkColumns, seeds: Ints
) -> AsyncGenerator[Projection]:
    """The connections in the server's memory while the block lasts.

    Node ids are the numbers of the columns, so a result does not depend on where the store
    happens to keep an artist.

    Args:
        seeds: Community each artist starts from. Length N.
    """
    name = f"{PREFIX}{uuid.uuid4().hex[:16]}"
    try:
        await graph.write(
            PROJECT,
            name=name,
            seeds=seeds.tolist(),
            sources=columns.sources.tolist(),
            targets=columns.targets.tolist(),
            strengths=columns.strengths.tolist(),
        )
        yield await in_thread(lambda: gds.graph.get(name))
    finally:
        await graph.write(DROP, names=[name])


async def drop_leftovers(graph: Graph) -> int:
    """Drop the temporary projections of runs that did not end; answer how many there were.

    Only a run that no other one can be beside may do that: it would drop theirs too.
    """
    names = [row["name"] for row in await graph.rows(PROJECTIONS, prefix=PREFIX)]
    await graph.write(DROP, names=names)
    return len(names)


def floats(frame: Any, column: str, size: int) -> Floats:
    """A streamed column of numbers, in the order of the artists' numbers."""
    values = np.zeros(size, dtype=np.float64)
    values[frame["nodeId"].to_numpy()] = frame[column].to_numpy(dtype=np.float64)
    return values


def ints(frame: Any, column: str, size: int) -> Ints:
    """A streamed column of integers, in the order of the artists' numbers."""
    values = np.zeros(size, dtype=np.int64)
    values[frame["nodeId"].to_numpy()] = frame[column].to_numpy(dtype=np.int64)
    return values
