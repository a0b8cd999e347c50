"""The clean-up: runs and settled rejects that are too old to be asked for."""

from dataclasses import dataclass
from datetime import datetime

from graph.client import Graph
from graph.queries import Query, cypher

ALGORITHM_RUNS = cypher("maintenance/delete_algorithm_runs")
JOB_RUNS = cypher("maintenance/delete_job_runs")
REJECTS = cypher("maintenance/delete_rejects")


@dataclass(frozen=True)
class Cleaned:
    """How many nodes were deleted."""

    algorithm_runs: int
    job_runs: int
    rejects: int


async def clean_up(graph: Graph, before: datetime) -> Cleaned:
    """Delete what ended before a moment and is not needed.

    Runs of loads stay, since every fact names the one that stated it.
    """

    async def deleted(query: Query) -> int:
        return (await graph.write(query, before=before)).rows[0]["deleted"]

    return Cleaned(
        algorithm_runs=await deleted(ALGORITHM_RUNS),
        job_runs=await deleted(JOB_RUNS),
        rejects=await deleted(REJECTS),
    )
