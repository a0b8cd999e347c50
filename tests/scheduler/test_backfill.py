"""The past is computed as a night of that day would have, kept, and disturbs nothing."""

import asyncio
import itertools
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from algorithms.derive import derive
from algorithms.network.compute import compute_network
from algorithms.publish import publish
from algorithms.scores.compute import compute_scores
from algorithms.scores.history import earlier_centrality
from graph import publication
from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.errors import LeaseHeld
from graph.fingerprint import IGNORED_LABELS, fingerprint
from graph.lease import lease
from graph.queries import cypher
from scheduler.backfill import Every, State, month_ends, plan, run_backfill
from tests.algorithms.derive.scenes import BatchedScene
from tests.algorithms.network.scenes import ask, write

CLEAR = cypher("maintenance/clear")
CREATE_PUBLISHED = cypher("publish/create_published")
TODAY = date(2019, 12, 31)
PAST = [date(2019, 5, 31), date(2019, 6, 30), date(2019, 7, 31)]
ROOT = Path(__file__).resolve().parents[2]

ENTRIES = ask(
    "MATCH (history:ScoreHistory) WHERE history.subjectId STARTS WITH 'ar_' "
    "UNWIND range(0, size(history.dates) - 1) AS at "
    "RETURN history.subjectId AS id, toString(history.dates[at]) AS day, "
    "nullIf(toString(history.centralityPct[at]), 'NaN') AS centrality, "
    "nullIf(toString(history.booking[at]), 'NaN') AS booking, "
    "nullIf(toString(history.momentum[at]), 'NaN') AS momentum, history.careerStage[at] AS stage, "
    "history.stageSince[at] AS since ORDER BY id, day",
    "id", "day", "centrality", "booking", "momentum", "stage", "since",
)  # fmt: skip
PUBLISHED = ask(
    "MATCH (artist:Artist) RETURN artist.id AS id, artist.centralityPct AS centrality, "
    "artist.booking AS booking, artist.careerStage AS stage ORDER BY id",
    "id", "centrality", "booking", "stage",
)  # fmt: skip
OF_SCENES = ask(
    "MATCH (history:ScoreHistory) WHERE history.subjectId STARTS WITH 'sc_' "
    "RETURN [day IN history.dates | toString(day)] AS days, history.eventFrequency AS nights",
    "days", "nights",
)  # fmt: skip
DONE = ask(
    "MATCH (run:AlgorithmRun {kind: 'backfill', status: 'succeeded'}) RETURN count(run) AS done",
    "done",
)
FORGET = write("MATCH (run:AlgorithmRun {kind: 'backfill'}) DETACH DELETE run")
NEW_NIGHT = write(
    "MATCH (artist:Artist {id: 'ar_0000000000000000'}), (venue:Venue {id: 've_0'}) "
    "CREATE (artist)-[:PERFORMED_AT {cancelled: false}]->"
    "(:Event {id: 'ev_new', date: date('2019-06-15'), isFestival: false, cancelled: false})"
    "-[:HELD_AT]->(venue)"
)


async def facts(graph: Neo4jGraph) -> None:
    """Two years of nights of thirty artists at four venues of a city; one plays in 2020 first."""
    random, scene = Random(5), BatchedScene(graph)
    ids = [f"ar_{number:016x}" for number in range(31)]
    for one in ids:
        await scene.node("Artist", one, name=one, synthetic=False)
    await scene.node("City", "ci_london", name="London")
    for number in range(4):
        await scene.node(
            "Venue", f"ve_{number}", name=f"Venue {number}", capacity=200, country="GB"
        )
        await scene.fact("LOCATED_IN", f"ve_{number}", "ci_london")
    for number in range(200):
        day = date(2018, 1, 1) + timedelta(days=random.randrange(730))
        await _night(scene, number, day, random.sample(ids[:30], random.randint(2, 5)), random)
    await _night(scene, 999, date(2020, 2, 1), [ids[30], ids[0]], random)
    await scene.flush()


async def _night(
    scene: BatchedScene, number: int, day: date, artists: list[str], random: Random
) -> None:
    night = f"ev_{number:04d}"
    await scene.node("Event", night, date=day, cancelled=False, isFestival=number % 20 == 0)
    await scene.fact("HELD_AT", night, f"ve_{random.randrange(4)}")
    for artist in artists:
        await scene.fact("PERFORMED_AT", artist, night, cancelled=False, sourceId=night)


async def night(graph: Neo4jGraph, as_of: date) -> None:
    """Derive, compute, publish."""
    await derive(graph, as_of)
    network = await compute_network(graph, as_of)
    await publish(graph, network, scores=await compute_scores(graph, network))


@pytest.fixture
async def published(graph: Neo4jGraph) -> Neo4jGraph:
    """The scene with the scores of today."""
    await facts(graph)
    await night(graph, TODAY)
    return graph


async def of_day(graph: Neo4jGraph, day: date) -> dict[str, dict[str, Any]]:
    """Entries of a day by artist."""
    rows = await graph.rows(ENTRIES)
    return {row["id"]: row for row in rows if row["day"] == day.isoformat()}


def number(text: str | None) -> float | None:
    """A kept number; None for unknown."""
    return None if text is None else float(text)


async def test_a_past_day_is_what_a_night_of_that_day_would_have_published(
    graph: Neo4jGraph,
) -> None:
    await facts(graph)
    await night(graph, PAST[1])
    expected = {row["id"]: row for row in await graph.rows(PUBLISHED)}
    await graph.write(CLEAR)
    await graph.write(CREATE_PUBLISHED)
    await facts(graph)
    await night(graph, TODAY)
    await run_backfill(graph, [PAST[1]])
    kept = await of_day(graph, PAST[1])
    assert kept.keys() == expected.keys() - {"ar_000000000000001e"}
    for artist, entry in kept.items():
        assert number(entry["centrality"]) == pytest.approx(expected[artist]["centrality"])
        assert number(entry["booking"]) == pytest.approx(expected[artist]["booking"])
        assert (entry["stage"] or None) == expected[artist]["stage"]
    (scene,) = await graph.rows(OF_SCENES)
    assert scene["days"] == ["2019-06-30", "2019-12-31"]
    assert scene["nights"][0] > 0


async def test_what_is_published_stays_as_it_is(
    published: Neo4jGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.fingerprint.IGNORED_LABELS", [*IGNORED_LABELS, "ScoreHistory"])
    before, state = await fingerprint(published), await publication.read(published)
    today = await of_day(published, TODAY)
    reports = await run_backfill(published, [*PAST, TODAY], again=True)
    assert [report.state for report in reports] == [*3 * [State.COMPUTE], State.PUBLISHED]
    assert await fingerprint(published) == before
    assert await of_day(published, TODAY) == today
    after = await publication.read(published)
    assert (after.version, after.score_as_of) == (state.version, state.score_as_of)
    assert after.data_version > state.data_version


async def test_after_it_a_night_knows_how_central_artists_were(published: Neo4jGraph) -> None:
    assert not any(row["momentum"] for row in (await of_day(published, TODAY)).values())
    await run_backfill(published, PAST)
    ids = ["ar_0000000000000000", "ar_000000000000001e"]
    known, unknown = await earlier_centrality(published, ids, TODAY, 180, 31)
    assert str(known) == (await of_day(published, PAST[1]))[ids[0]]["centrality"]
    assert str(unknown) == "nan"
    await night(published, TODAY)
    today = (await of_day(published, TODAY)).values()
    assert sum(0 <= float(row["momentum"] or -1) <= 100 for row in today) == 30


async def test_doing_it_again_changes_nothing_and_computes_only_what_is_asked_for(
    published: Neo4jGraph,
) -> None:
    await run_backfill(published, PAST)
    before = await fingerprint(published)
    data_version = (await publication.read(published)).data_version
    again = await run_backfill(published, PAST)
    assert [report.state for report in again] == 3 * [State.DONE]
    anew = await run_backfill(published, PAST, again=True)
    assert [report.counts["written"] for report in anew] == [0, 0, 0]
    assert await fingerprint(published) == before
    assert (await publication.read(published)).data_version == data_version


async def test_facts_that_came_later_are_seen_when_it_is_done_again(published: Neo4jGraph) -> None:
    await run_backfill(published, PAST)
    before = await of_day(published, PAST[0]), await of_day(published, PAST[1])
    await published.write(NEW_NIGHT)
    await run_backfill(published, PAST, again=True)
    assert await of_day(published, PAST[0]) == before[0]
    assert await of_day(published, PAST[1]) != before[1]


async def test_stopped_between_it_goes_on_with_the_day_that_is_not_done(
    published: Neo4jGraph,
) -> None:
    await run_backfill(published, PAST)
    expected = await of_day(published, PAST[1]), await of_day(published, PAST[2])

    def stop(done: int, what: str) -> None:
        if what == f"{PAST[1]} writing":
            raise RuntimeError(what)

    await published.write(FORGET)
    await published.write(CLEAR)
    await published.write(CREATE_PUBLISHED)
    await facts(published)
    await night(published, TODAY)
    with pytest.raises(RuntimeError):
        await run_backfill(published, PAST, progress=stop)
    assert await of_day(published, PAST[0])
    assert not await of_day(published, PAST[1])
    reports = await run_backfill(published, PAST)
    assert [report.state for report in reports] == [State.DONE, State.COMPUTE, State.COMPUTE]
    assert (await of_day(published, PAST[1]), await of_day(published, PAST[2])) == expected


async def test_killed_it_goes_on_and_ends_in_the_same_history(
    published: Neo4jGraph, connection: Connection
) -> None:
    await run_backfill(published, PAST)
    whole = await published.rows(ENTRIES)
    await published.write(CLEAR)
    await published.write(CREATE_PUBLISHED)
    await facts(published)
    await night(published, TODAY)
    command = [sys.executable, "-m", "api.cli", "backfill", "--from", "2019-05", "--to", "2019-07"]
    environment = {
        **os.environ,
        "DRIFT_NEO4J__URI": connection.uri,
        "DRIFT_NEO4J__PASSWORD": connection.password.get_secret_value(),
        "COLUMNS": "200",
    }
    process = await asyncio.create_subprocess_exec(
        *command, env=environment, cwd=ROOT, stdout=DEVNULL, stderr=DEVNULL
    )
    while not (await published.rows(DONE))[0]["done"]:
        assert process.returncode is None
        await asyncio.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    assert await process.wait() == -signal.SIGKILL
    assert (await published.rows(DONE))[0]["done"] < len(PAST)
    finished = await asyncio.create_subprocess_exec(
        *command, env=environment, cwd=ROOT, stdout=PIPE, stderr=DEVNULL
    )
    said, _ = await finished.communicate()
    assert finished.returncode == 0
    assert "2019-05-31  done before" in said.decode()
    assert "2019-07-31  computed" in said.decode()
    assert await published.rows(ENTRIES) == whole


async def test_it_does_not_run_beside_the_night(published: Neo4jGraph) -> None:
    async with lease(published, "nightly"):
        with pytest.raises(LeaseHeld):
            await run_backfill(published, PAST)
    assert not await of_day(published, PAST[0])


async def test_a_stage_changes_only_after_four_weeks_of_agreement(published: Neo4jGraph) -> None:
    await run_backfill(published, month_ends(date(2018, 3, 1), PAST[2], Every.MONTH))
    rows = await published.rows(ENTRIES)
    stages = [(row["id"], row["day"], row["stage"], row["since"]) for row in rows]
    changed = [
        (before, after)
        for before, after in itertools.pairwise(stages)
        if before[0] == after[0] and before[2] != after[2]
    ]
    assert changed
    assert all(after[3] == after[1] for _, after in changed)
    kept = [(b, a) for b, a in itertools.pairwise(stages) if b[0] == a[0]]
    assert all(a[3] == b[3] for b, a in kept if a[2] == b[2] and a[1] <= "2019-07-31")


def test_months_quarters_and_years_end_with_those_of_the_calendar() -> None:
    span = date(2015, 2, 1), date(2016, 3, 1)
    months = month_ends(*span, Every.MONTH)
    assert (months[0], months[-1], len(months)) == (date(2015, 2, 28), date(2016, 3, 31), 14)
    assert month_ends(*span, Every.QUARTER)[:2] == [date(2015, 3, 31), date(2015, 6, 30)]
    assert month_ends(*span, Every.YEAR) == [date(2015, 12, 31)]


def ran(day: date, version: str = "v", status: str = "succeeded") -> dict[str, Any]:
    """A row of a run."""
    return {"paramsJson": f'{{"asOf": "{day}"}}', "version": version, "status": status}


def test_after_the_first_day_that_is_computed_all_are() -> None:
    runs = [ran(PAST[0]), ran(PAST[2])]
    states = plan(PAST, runs, {PAST[0], PAST[2]}, None, "v")
    assert list(states.values()) == [State.DONE, State.COMPUTE, State.COMPUTE]


def test_another_configuration_and_a_run_that_did_not_end_are_computed() -> None:
    assert set(plan(PAST[:1], [ran(PAST[0], "old")], {PAST[0]}, None, "v").values()) == {
        State.COMPUTE
    }
    assert set(plan(PAST[:1], [ran(PAST[0], status="running")], {PAST[0]}, None, "v").values()) == {
        State.COMPUTE
    }


def test_days_that_a_night_published_are_left_alone() -> None:
    states = plan(PAST, [ran(PAST[2])], {PAST[0], PAST[2]}, PAST[2], "v")
    assert list(states.values()) == [State.PUBLISHED, State.COMPUTE, State.PUBLISHED]
