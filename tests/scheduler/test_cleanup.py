"""The clean-up deletes what is old and not needed, and nothing else."""

from datetime import date, timedelta

from graph import publication
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
  ['al_7', 'derive', 'succeeded', '2026-01-01'], ['al_8', 'derive', 'succeeded', '2026-06-01'],
  ['al_9', 'backfill', 'succeeded', '2026-01-01'], ['al_A', 'backfill', 'succeeded', '2026-06-01']
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

HISTORY = """\
UNWIND [['ar_1', 'centralityPct'], ['sc_1', 'healthScore']] AS subject
UNWIND [2025, 2026] AS year
CREATE (history:ScoreHistory {id: 'sh_' + subject[0] + toString(year), subjectId: subject[0],
  year: year, source: 'drift'})
SET history.dates = [n IN range(0, 364) | date({year: year}) + duration({days: n})]
SET history[subject[1]] = [n IN range(0, 364) | toFloat(n)]"""
KEPT = statement(
    "MATCH (history:ScoreHistory) UNWIND range(0, size(history.dates) - 1) AS at "
    "RETURN [history.subjectId, toString(history.dates[at]), "
    "coalesce(history.centralityPct, history.healthScore)[at]] AS value ORDER BY value"
)
PUBLISHED = "MATCH (published:Published) SET published.scoreAsOf = date('2026-03-31')"


async def left(graph: Neo4jGraph) -> list[str]:
    return [row["value"] for row in await graph.rows(LEFT)]


async def test_the_newest_runs_and_the_newest_good_ones_stay(graph: Neo4jGraph) -> None:
    """Of derivation all stay, because edges name them; of the past too, they tell what is done."""
    await graph.write(statement(RUNS, mode="write"))
    cleaned = await clean_up(graph, utc("2026-03-01"), date(2026, 3, 1))
    assert cleaned == Cleaned(algorithm_runs=3, job_runs=0, rejects=0, history=0)
    assert await left(graph) == ["al_2", "al_4", "al_6", "al_7", "al_8", "al_9", "al_A"]


async def test_what_tells_a_job_its_newest_time_stays(graph: Neo4jGraph) -> None:
    """`jr_7` was asked for by a person and is newer than `jr_6`, which ran for a time."""
    await graph.write(statement(JOB_RUNS, mode="write"))
    cleaned = await clean_up(graph, utc("2026-03-01"), date(2026, 3, 1))
    assert cleaned == Cleaned(algorithm_runs=0, job_runs=3, rejects=0, history=0)
    assert await left(graph) == ["jr_2", "jr_5", "jr_6", "jr_7"]


async def test_rejects_go_once_they_were_settled_long_ago(graph: Neo4jGraph) -> None:
    await graph.write(statement(REJECTS, mode="write"))
    cleaned = await clean_up(graph, utc("2026-03-01"), date(2026, 3, 1))
    assert cleaned == Cleaned(algorithm_runs=0, job_runs=0, rejects=1, history=0)
    assert await left(graph) == ["lr_1", "rj_lately", "rj_open"]


async def test_the_job_keeps_as_many_days_as_the_settings_say(graph: Neo4jGraph) -> None:
    await graph.write(statement(JOB_RUNS, mode="write"))
    settings = Settings(schedule=ScheduleSettings(keep_runs_days=90))
    job = job_table(settings).find("cleanup")
    assert await job.work(graph, utc("2026-04-02").date()) == {
        "algorithm_runs": 0, "job_runs": 1, "rejects": 0, "history": 0
    }  # fmt: skip
    assert "jr_1" not in await left(graph)


async def test_of_the_history_months_end_and_the_last_days_stay(graph: Neo4jGraph) -> None:
    await graph.write(statement(HISTORY, mode="write"))
    cleaned = await clean_up(graph, utc("2026-03-01"), date(2026, 3, 10))
    kept = [row["value"] for row in await graph.rows(KEPT)]
    whole = [date(2025, 1, 1) + timedelta(days=n) for n in range(730)]
    expected = [
        day
        for day in whole
        if day >= date(2026, 3, 10) or day.month != (day + timedelta(days=1)).month
    ]
    assert kept == [
        [subject, day.isoformat(), float((day - date(day.year, 1, 1)).days)]
        for subject in ("ar_1", "sc_1")
        for day in expected
    ]
    assert cleaned.history == 2 * (len(whole) - len(expected))
    again = await clean_up(graph, utc("2026-03-01"), date(2026, 3, 10))
    assert again.history == 0


async def test_the_last_day_of_a_month_that_is_kept_stands_for_it(graph: Neo4jGraph) -> None:
    days = "[date('2025-05-03'), date('2025-05-20'), date('2025-07-01')]"
    made = f"CREATE (:ScoreHistory {{id: 'sh_1', subjectId: 'ar_1', year: 2025, dates: {days}}})"
    await graph.write(statement(made, mode="write"))
    assert (await clean_up(graph, utc("2026-03-01"), date(2026, 3, 1))).history == 1
    assert [row["value"][1] for row in await graph.rows(KEPT)] == ["2025-05-20", "2025-07-01"]


async def test_days_count_back_from_the_day_that_is_published(graph: Neo4jGraph) -> None:
    """Scores of a past date, as of real data, are kept day by day up to that date."""
    await graph.write(statement(HISTORY, mode="write"))
    await graph.write(statement(PUBLISHED, mode="write"))
    assert (await publication.read(graph)).score_as_of == date(2026, 3, 31)
    settings = Settings(schedule=ScheduleSettings(keep_daily_history_days=30))
    await job_table(settings).find("cleanup").work(graph, date(2026, 12, 1))
    kept = {row["value"][1] for row in await graph.rows(KEPT)}
    assert {"2026-02-28", "2026-03-01", "2026-03-02", "2026-12-31"} <= kept
    assert not {"2026-02-27", "2025-12-30"} & kept
