"""The clean-up deletes what is old and not needed, and nothing else."""

from graph.client import Neo4jGraph
from graph.settings import ScheduleSettings, Settings
from scheduler.cleanup import Cleaned, clean_up
from scheduler.jobs import job_table
from tests.probe import statement
from tests.scheduler.faking import utc

LEFT = statement(
    "MATCH (node) WHERE node:AlgorithmRun OR node:JobRun OR node:Reject OR node:LoadRun "
    "RETURN node.id AS value ORDER BY value"
)

RUNS = """\
UNWIND [
  ['al_1', 'pagerank', 'succeeded', '2026-01-01'], ['al_2', 'pagerank', 'succeeded', '2026-01-02'],
  ['al_3', 'pagerank', 'failed', '2026-01-03'], ['al_4', 'pagerank', 'failed', '2026-01-04'],
  ['al_5', 'louvain', 'running', '2026-01-01'], ['al_6', 'louvain', 'succeeded', '2026-06-01'],
  ['al_7', 'derive', 'succeeded', '2026-01-01'], ['al_8', 'derive', 'succeeded', '2026-06-01']
] AS row
CREATE (:AlgorithmRun {id: row[0], kind: row[1], status: row[2],
  startedAt: datetime(row[3]), finishedAt: CASE row[2] WHEN 'running' THEN null
  ELSE datetime(row[3]) END})"""

JOB_RUNS = """\
UNWIND [
  ['jr_1', 'nightly', 'succeeded', '2026-01-01'], ['jr_2', 'nightly', 'succeeded', '2026-01-02'],
  ['jr_3', 'nightly', 'failed', '2026-01-03'], ['jr_4', 'nightly', 'failed', '2026-01-04'],
  ['jr_5', 'nightly', 'failed', '2026-06-01'],
  ['jr_6', 'sources', 'succeeded', '2026-01-01'], ['jr_7', 'sources', 'succeeded', null]
] AS row
CREATE (:JobRun {id: row[0], job: row[1], status: row[2], scheduledFor: datetime(row[3]),
  startedAt: datetime(coalesce(row[3], '2026-01-05')),
  finishedAt: datetime(coalesce(row[3], '2026-01-05'))})"""

REJECTS = """\
CREATE (run:LoadRun {id: 'lr_1', startedAt: datetime('2026-01-01'), status: 'succeeded'})
CREATE (:Reject {id: 'rj_open'})-[:OF]->(run)
CREATE (:Reject {id: 'rj_settled', resolvedAt: datetime('2026-01-02')})-[:OF]->(run)
CREATE (:Reject {id: 'rj_lately', resolvedAt: datetime('2026-06-02')})-[:OF]->(run)"""


async def left(graph: Neo4jGraph) -> list[str]:
    return [row["value"] for row in await graph.rows(LEFT)]


async def test_the_newest_runs_and_the_newest_good_ones_stay(graph: Neo4jGraph) -> None:
    """Of derivation all stay, because edges name them."""
    await graph.write(statement(RUNS, mode="write"))
    cleaned = await clean_up(graph, utc("2026-03-01"))
    assert cleaned == Cleaned(algorithm_runs=3, job_runs=0, rejects=0)
    assert await left(graph) == ["al_2", "al_4", "al_6", "al_7", "al_8"]


async def test_what_tells_a_job_its_newest_time_stays(graph: Neo4jGraph) -> None:
    """`jr_7` was asked for by a person and is newer than `jr_6`, which ran for a time."""
    await graph.write(statement(JOB_RUNS, mode="write"))
    cleaned = await clean_up(graph, utc("2026-03-01"))
    assert cleaned == Cleaned(algorithm_runs=0, job_runs=3, rejects=0)
    assert await left(graph) == ["jr_2", "jr_5", "jr_6", "jr_7"]


async def test_rejects_go_once_they_were_settled_long_ago(graph: Neo4jGraph) -> None:
    await graph.write(statement(REJECTS, mode="write"))
    cleaned = await clean_up(graph, utc("2026-03-01"))
    assert cleaned == Cleaned(algorithm_runs=0, job_runs=0, rejects=1)
    assert await left(graph) == ["lr_1", "rj_lately", "rj_open"]


async def test_the_job_keeps_as_many_days_as_the_settings_say(graph: Neo4jGraph) -> None:
    await graph.write(statement(JOB_RUNS, mode="write"))
    settings = Settings(schedule=ScheduleSettings(keep_runs_days=90))
    job = job_table(settings).find("cleanup")
    assert await job.work(graph, utc("2026-04-02").date()) == {
        "algorithm_runs": 0, "job_runs": 1, "rejects": 0
    }  # fmt: skip
    assert "jr_1" not in await left(graph)
