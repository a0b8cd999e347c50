"""The clean-up: runs, settled rejects and days of the history that are too old to be asked for."""

from dataclasses import dataclass
from datetime import date, datetime

from graph.client import Graph
from graph.queries import Query, cypher

ALGORITHM_RUNS = cypher("maintenance/delete_algorithm_runs")
JOB_RUNS = cypher("maintenance/delete_job_runs")
REJECTS = cypher("maintenance/delete_rejects")
HISTORY = cypher("maintenance/thin_history")


@dataclass(frozen=True)
class Cleaned:
    """How many nodes were deleted, and of the history how many days of artists and scenes."""

    algorithm_runs: int
    job_runs: int
    rejects: int
    history: int


async def clean_up(graph: Graph, before: datetime, daily_from: date) -> Cleaned:
    """Delete what ended before a moment and is not needed.

    Runs of loads stay, since every fact names the one that stated it. So does of each month the
    last day that the history has.

    Args:
        daily_from: From this day on every day of the history stays.
    """

    async def deleted(query: Query) -> int:
        return (await graph.write(query, before=before)).rows[0]["deleted"]

    return Cleaned(
        algorithm_runs=await deleted(ALGORITHM_RUNS),
        job_runs=await deleted(JOB_RUNS),
        rejects=await deleted(REJECTS),
        history=await thin_history(graph, daily_from),
    )


async def thin_history(graph: Graph, daily_from: date) -> int:
    """Keep of the days before one the last of each month; answers how many entries are gone."""
    return (await graph.write(HISTORY, before=daily_from)).rows[0]["deleted"]
