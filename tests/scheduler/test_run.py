"""Whose turn it is: after downtime, after a restart, and while the clock jumps."""

from datetime import date, timedelta

import pytest

from graph import jobs as memory
from graph.client import Neo4jGraph, Row
from graph.errors import DatabaseUnreachable, LeaseHeld, LoadHeld
from graph.lease import FREE, TAKE
from graph.owner import this_process
from scheduler.jobs import Table
from scheduler.run import attend, make_known, run_now
from tests.scheduler.faking import FakeClock, Work, table_of, utc


async def look(graph: Neo4jGraph, table: Table, clock: FakeClock, at: str) -> str | None:
    """How the job ended that was looked at when the clock showed `at`."""
    clock.set(at)
    return await attend(graph, table.jobs[0], table, clock)


async def known(graph: Neo4jGraph, table: Table, at: str) -> FakeClock:
    """A clock, by which the table becomes known."""
    clock = FakeClock(at)
    await make_known(graph, table, clock())
    return clock


async def runs(graph: Neo4jGraph) -> list[Row]:
    """Runs, oldest first."""
    return list(reversed(await memory.history(graph, None, 100)))


async def told(graph: Neo4jGraph) -> list[tuple[str, int, str]]:
    """Hour, attempt and outcome of each run."""
    found = await runs(graph)
    return [(run["scheduledFor"][8:13], run["attempt"], run["status"]) for run in found]


async def test_a_run_is_a_node_that_says_how_it_went(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work)
    clock = await known(graph, table, "2026-11-20T12:00")
    assert await look(graph, table, clock, "2026-11-21T02:59") is None
    assert await look(graph, table, clock, "2026-11-21T03:00:20") == "succeeded"
    (run,) = await runs(graph)
    assert run.pop("id").startswith("jr_")
    assert run.pop("milliseconds") >= 0
    assert run == {
        "job": "nightly",
        "scheduledFor": "2026-11-21T03:00:00Z",
        "startedAt": "2026-11-21T03:00:20Z",
        "finishedAt": "2026-11-21T03:00:20Z",
        "status": "succeeded",
        "error": None,
        "attempt": 1,
        "owner": this_process(),
        "countsJson": '{"days":1}',
    }


async def test_before_its_first_time_nothing_was_missed(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work)
    clock = await known(graph, table, "2026-11-20T03:01")
    assert await look(graph, table, clock, "2026-11-20T03:02") is None
    assert work.days == []


async def test_missed_nights_are_made_up_for_once(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work)
    clock = await known(graph, table, "2026-11-01T12:00")
    assert await look(graph, table, clock, "2026-11-20T16:00") == "succeeded"
    assert await look(graph, table, clock, "2026-11-20T16:01") is None
    assert work.days == [date(2026, 11, 20)]
    assert await look(graph, table, clock, "2026-11-21T03:00") == "succeeded"
    assert work.days == [date(2026, 11, 20), date(2026, 11, 21)]


async def test_what_is_older_than_the_grace_is_noted_as_missed(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work, grace=timedelta(hours=6))
    clock = await known(graph, table, "2026-11-19T12:00")
    assert await look(graph, table, clock, "2026-11-20T09:01") is None
    assert await look(graph, table, clock, "2026-11-20T09:02") is None
    assert await told(graph) == [("20T03", 1, "missed")]
    assert await look(graph, table, clock, "2026-11-21T09:00") == "succeeded"
    assert work.days == [date(2026, 11, 21)]


async def test_a_restart_runs_nothing_twice_and_leaves_nothing_out(graph: Neo4jGraph) -> None:
    work = Work()
    clock = await known(graph, table_of(work), "2026-11-19T12:00")
    await look(graph, table_of(work), clock, "2026-11-20T03:00")
    clock.set("2026-11-20T03:01")
    await make_known(graph, table_of(work), clock())
    assert await look(graph, table_of(work), clock, "2026-11-20T03:01") is None
    assert await look(graph, table_of(work), clock, "2026-11-21T03:01") == "succeeded"
    assert work.days == [date(2026, 11, 20), date(2026, 11, 21)]


async def test_a_clock_that_jumps_forward_brings_one_night(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work)
    clock = await known(graph, table, "2026-11-19T12:00")
    await look(graph, table, clock, "2026-11-20T02:59")
    assert await look(graph, table, clock, "2026-11-20T08:59") == "succeeded"
    assert await look(graph, table, clock, "2026-11-20T09:00") is None
    assert work.days == [date(2026, 11, 20)]


async def test_a_clock_that_jumps_back_brings_no_night_twice(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work)
    clock = await known(graph, table, "2026-11-19T12:00")
    await look(graph, table, clock, "2026-11-20T03:00")
    for at in ("2026-11-19T22:00", "2026-11-20T02:59", "2026-11-20T03:00", "2026-11-20T03:01"):
        assert await look(graph, table, clock, at) is None
    assert await look(graph, table, clock, "2026-11-21T03:00") == "succeeded"
    assert work.days == [date(2026, 11, 20), date(2026, 11, 21)]


async def test_a_clock_that_was_years_ahead_keeps_no_night_from_coming(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work)
    clock = await known(graph, table, "2036-01-01T12:00")
    await look(graph, table, clock, "2036-01-02T03:00")
    clock.set("2026-11-19T12:00")
    await make_known(graph, table, clock())
    assert await look(graph, table, clock, "2026-11-19T12:01") is None
    assert await look(graph, table, clock, "2026-11-20T03:00") == "succeeded"
    assert await look(graph, table, clock, "2026-11-20T03:01") is None
    assert work.days == [date(2036, 1, 2), date(2026, 11, 20)]


async def test_a_failed_night_is_tried_again_after_a_pause_and_not_for_ever(
    graph: Neo4jGraph,
) -> None:
    work = Work()
    table = table_of(work)
    clock = await known(graph, table, "2026-11-19T12:00")
    work.failure = DatabaseUnreachable("nobody answers")
    assert await look(graph, table, clock, "2026-11-20T03:00") == "failed"
    assert await look(graph, table, clock, "2026-11-20T03:14") is None
    assert await look(graph, table, clock, "2026-11-20T03:15") == "failed"
    work.failure = RuntimeError("a secret")
    assert await look(graph, table, clock, "2026-11-20T03:30") == "failed"
    assert await look(graph, table, clock, "2026-11-20T04:30") is None
    work.failure = None
    assert await look(graph, table, clock, "2026-11-21T03:00") == "succeeded"
    assert await told(graph) == [
        ("20T03", 1, "failed"),
        ("20T03", 2, "failed"),
        ("20T03", 3, "failed"),
        ("21T03", 1, "succeeded"),
    ]
    errors = [run["error"] for run in await runs(graph)]
    assert errors == ["nobody answers", "nobody answers", "RuntimeError", None]


async def test_a_second_try_is_for_the_same_day(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work, cron="55 23 * * *")
    clock = await known(graph, table, "2026-11-19T12:00")
    work.failure = RuntimeError()
    await look(graph, table, clock, "2026-11-19T23:55")
    work.failure = None
    assert await look(graph, table, clock, "2026-11-20T00:10") == "succeeded"
    assert work.days == [date(2026, 11, 19)]


async def test_a_held_load_waits_for_a_person(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work)
    clock = await known(graph, table, "2026-11-19T12:00")
    work.failure = LoadHeld("feed: 3 % rejected")
    assert await look(graph, table, clock, "2026-11-20T03:00") == "held"
    assert await look(graph, table, clock, "2026-11-20T05:00") is None
    assert await told(graph) == [("20T03", 1, "held")]


async def test_the_day_of_a_time_is_that_of_its_time_zone(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work, timezone="Asia/Tokyo")
    clock = await known(graph, table, "2026-11-20T12:00")
    assert await look(graph, table, clock, "2026-11-20T18:00") == "succeeded"
    assert work.days == [date(2026, 11, 21)]


async def test_a_killed_scheduler_is_followed_by_the_next(graph: Neo4jGraph) -> None:
    """The run it left behind is stopped, and its time is run again at once."""
    work = Work()
    table = table_of(work)
    clock = await known(graph, table, "2026-11-19T12:00")
    died = f"0 {this_process().partition('/')[0]}/1/0.00"
    await graph.write(TAKE, id="le_job_nightly", holder=died, seconds=60)
    await memory.start(graph, "nightly", utc("2026-11-20T03:00"), 1, utc("2026-11-20T03:00"))
    assert await look(graph, table, clock, "2026-11-20T03:01") == "succeeded"
    assert await told(graph) == [("20T03", 1, "stopped"), ("20T03", 2, "succeeded")]
    assert (await runs(graph))[0]["error"] == "its process ended"


async def test_a_scheduler_elsewhere_that_lives_is_left_at_it(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work)
    clock = await known(graph, table, "2026-11-19T12:00")
    elsewhere = "0 another-machine/1/0.00"
    await graph.write(TAKE, id="le_job_nightly", holder=elsewhere, seconds=60)
    await memory.start(graph, "nightly", utc("2026-11-20T03:00"), 1, utc("2026-11-20T03:00"))
    assert await look(graph, table, clock, "2026-11-20T03:01") is None
    with pytest.raises(LeaseHeld, match="another-machine"):
        await run_now(graph, table.jobs[0], table, clock)
    assert await told(graph) == [("20T03", 1, "running")]
    await graph.write(FREE, id="le_job_nightly", holder=elsewhere)
    assert await look(graph, table, clock, "2026-11-20T03:02") == "succeeded"
    assert await told(graph) == [("20T03", 1, "stopped"), ("20T03", 2, "succeeded")]


async def test_two_schedulers_run_a_time_once(graph: Neo4jGraph) -> None:
    """Their clocks differ by ten minutes; the second comes while the first is at it, and later."""
    work = Work()
    table = table_of(work)
    clock = await known(graph, table, "2026-11-19T12:00")
    behind, seen = FakeClock("2026-11-20T03:00"), list[str | None]()

    async def meanwhile() -> None:
        seen.append(await attend(graph, table.jobs[0], table, behind))

    work.meanwhile = meanwhile
    assert await look(graph, table, clock, "2026-11-20T03:10") == "succeeded"
    behind.set("2026-11-20T03:01")
    seen.append(await attend(graph, table.jobs[0], table, behind))
    assert seen == [None, None]
    assert work.days == [date(2026, 11, 20)]


async def test_a_run_that_a_person_asked_for_takes_no_time_away(graph: Neo4jGraph) -> None:
    work = Work()
    table = table_of(work)
    clock = await known(graph, table, "2026-11-19T12:00")
    clock.set("2026-11-20T02:50")
    assert await run_now(graph, table.jobs[0], table, clock) == {"days": 1}
    assert await look(graph, table, clock, "2026-11-20T03:00") == "succeeded"
    assert [run["scheduledFor"] for run in await runs(graph)] == [None, "2026-11-20T03:00:00Z"]
