"""The projection that strongest paths are searched in: `paths-<version>`.

It holds every connection with `cost = -ln(strength)` and stays in the server's memory from one
publication to the next; a restart of the server loses it, so whoever needs it makes sure first.
"""

from graph import publication
from graph.client import Graph
from graph.queries import cypher

PROJECT = cypher("network/project_paths")
PROJECTIONS = cypher("network/projections")
DROP = cypher("network/drop_projections")

PREFIX = "paths-"


def path_projection(version: int) -> str:
    """Name of the projection that belongs to a published (even) version."""
    return f"{PREFIX}{version}"


async def project_paths(graph: Graph, version: int) -> str | None:
    """Project the connections as they are now for a version, in place of an earlier attempt.

    Returns:
        Name of the projection, None if nothing is connected.
    """
    name = path_projection(version)
    await graph.write(DROP, names=[name])
    projected = await graph.write(PROJECT, name=name)
    return None if projected.rows[0]["nodeCount"] is None else name


async def ensure_path_projection(graph: Graph) -> str | None:
    """Make sure the published version has its projection, and that older ones are gone.

    A newer one is left alone: a publisher projects it shortly before it raises the version.

    Returns:
        Name of the projection, None if nothing is connected.

    Raises:
        StatementFailed: The server has no GDS.
    """
    version = (await publication.read(graph)).published_version
    names = {row["name"] for row in await graph.rows(PROJECTIONS, prefix=PREFIX)}
    old = sorted(name for name in names if int(name.removeprefix(PREFIX)) < version)
    await graph.write(DROP, names=old)
    name = path_projection(version)
    return name if name in names else await project_paths(graph, version)
