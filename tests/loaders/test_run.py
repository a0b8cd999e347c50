"""Loading a small made-up source: what is written, skipped, closed, held, and taken up again."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import psutil
import pytest

from graph.client import Neo4jGraph
from graph.errors import LoadRunning, RowsUnaccounted
from graph.fingerprint import fingerprint
from graph.model import node_id
from graph.queries import cypher, parse
from graph.settings import LoaderSettings
from loaders.outcomes import Accepted, Filtered, Outcome, Rejected, Source, Tally
from loaders.rejects import open_rejects
from loaders.rows import (
    Fact,
    Statement,
    Subject,
    city,
    city_in_country,
    external_id,
    key,
    reference,
)
from loaders.run import LoadReport, load

CLEAR = cypher("maintenance/clear")
CREATE_PUBLISHED = cypher("publish/create_published")
HELD_RUNS = cypher("loads/held_runs")

NAME = "toy"
LONDON = city("London", "GB")


def artist(own_id: str, name: str | None = None, **more: Any) -> Accepted:
    subject = Subject("Artist", NAME, key("artist", own_id), {"name": name or own_id, **more})
    return Accepted((Statement(subject),))


def event(own_id: str, *line_up: str, day: date | None = date(2019, 5, 4)) -> Accepted:
    subject = Subject(
        "Event",
        NAME,
        key("event", own_id),
        {"name": f"Night {own_id}", "date": day, "cancelled": False},
    )
    facts = tuple(
        Fact(
            "PERFORMED_AT",
            reference("Artist", NAME, key("artist", name)),
            subject.ref,
            f"{subject.source_id}/{key('artist', name)}/1",
            {"position": at, "cancelled": False},
        )
        for at, name in enumerate(line_up, start=1)
    )
    return Accepted((Statement(subject, facts),))


def source(*rows: Outcome, version: str = "1", read: int | None = None) -> Source:
    def outcomes(folder: Path, tally: Tally) -> Iterator[Outcome]:
        for row in rows:
            tally.rows += row.rows
            yield row
        if read is not None:
            tally.rows = read

    return Source(NAME, version, (), outcomes)


SCENE: Sequence[Outcome] = (
    replace(Accepted((city_in_country(LONDON, "GB"),)), rows=0),
    artist("a"),
    artist("b"),
    artist("c"),
    event("1", "a", "b"),
    event("2", "b", "c"),
)

NODES = parse(
    "test/nodes",
    "// Nodes.\n//\n// mode: read\n// timeout: 10 s\n// returns: rows\n"
    "//   label     STRING  label\n//   sourceId  STRING  id\n//   touched  BOOLEAN  marked\n"
    "\nMATCH (node) WHERE NOT node:Migration AND NOT node:Lease AND NOT node:Published\n"
    "RETURN [x IN labels(node) WHERE x <> 'Touched'][0] AS label,\n"
    "  coalesce(node.sourceId, node.name, '') AS sourceId, node:Touched AS touched",
)
FACTS = parse(
    "test/facts",
    "// Facts.\n//\n// mode: read\n// timeout: 10 s\n// returns: rows\n"
    "//   sourceId  STRING  id\n//   start  STRING  start\n//   end  STRING  end\n"
    "//   current  BOOLEAN  still stated\n//   runId  STRING  run\n"
    "\nMATCH (start)-[fact]->(end) WHERE fact.source IS NOT NULL\n"
    "RETURN fact.sourceId AS sourceId, start.id AS start, end.id AS end,\n"
    "  fact.lastSeen IS NULL AS current, fact.loadRunId AS runId",
)
UNTOUCH = parse(
    "test/untouch",
    "// Untouch.\n//\n// mode: write\n// timeout: 10 s\n\nMATCH (node:Touched) REMOVE node:Touched",
)
OWN_RUN = parse(
    "test/own_run",
    "// A run of some process.\n//\n// mode: write\n// timeout: 10 s\n// params:\n"
    "//   $owner  STRING  process\n"
    "\nCREATE (:LoadRun {id: 'lr_other', source: 'other', status: 'running', owner: $owner,\n"
    "  startedAt: datetime() - duration('PT1M'), updatedAt: datetime(), fileHash: 'x',\n"
    "  parserVersion: '1'})",
)
MERGE_B_INTO_A = parse(
    "test/merge",
    "// One entity for two records.\n//\n// mode: write\n// timeout: 10 s\n// params:\n"
    "//   $a  STRING  kept\n//   $b  STRING  absorbed\n"
    "\nMATCH (a:Artist {id: $a}), (b:Artist {id: $b})<-[old:DESCRIBES]-(record)\n"
    "CREATE (record)-[:DESCRIBES]->(a)\nDETACH DELETE b",
)


@pytest.fixture
def limits() -> LoaderSettings:
    return LoaderSettings(batch_rows=100)


async def run(
    graph: Neo4jGraph,
    rows: Sequence[Outcome],
    limits: LoaderSettings,
    tmp_path: Path,
    *,
    accept: bool = False,
    version: str = "1",
) -> LoadReport:
    return await load(graph, source(*rows, version=version), tmp_path, limits, accept=accept)


async def facts(graph: Neo4jGraph) -> dict[str, bool]:
    return {row["sourceId"]: row["current"] for row in await graph.rows(FACTS)}


async def nodes(graph: Neo4jGraph) -> list[tuple[str, str]]:
    return sorted((row["label"], row["sourceId"]) for row in await graph.rows(NODES))


async def touched(graph: Neo4jGraph) -> set[str]:
    return {row["sourceId"] for row in await graph.rows(NODES) if row["touched"]}


async def test_a_load_writes_exactly_what_its_source_states(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    report = await run(graph, SCENE, limits, tmp_path)
    assert await nodes(graph) == sorted(
        [
            ("Artist", "a"),
            ("Artist", "b"),
            ("Artist", "c"),
            ("City", "London"),
            ("Country", "GB"),
            ("Event", "event/1"),
            ("Event", "event/2"),
            ("LoadRun", ""),
            ("SourceRecord", "artist/a"),
            ("SourceRecord", "artist/b"),
            ("SourceRecord", "artist/c"),
        ]
    )
    assert await facts(graph) == {
        f"city/{LONDON.id}/country/GB": True,
        "event/1/artist/a/1": True,
        "event/1/artist/b/1": True,
        "event/2/artist/b/1": True,
        "event/2/artist/c/1": True,
    }
    assert await touched(graph) == {"London", "event/1", "event/2"}
    assert report.status == "succeeded"
    assert (report.counts.written, report.counts.unchanged) == (5, 0)


async def test_facts_join_the_entities_of_their_records(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    await run(graph, SCENE, limits, tmp_path)
    ends = {row["sourceId"]: (row["start"], row["end"]) for row in await graph.rows(FACTS)}
    assert ends["event/2/artist/c/1"] == (
        node_id("Artist", NAME, "artist/c"),
        node_id("Event", NAME, "event/2"),
    )


async def test_a_second_run_writes_its_own_run_and_nothing_else(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    await run(graph, SCENE, limits, tmp_path)
    before, named = await fingerprint(graph), await nodes(graph)
    stamped = {row["sourceId"]: row["runId"] for row in await graph.rows(FACTS)}
    report = await run(graph, SCENE, limits, tmp_path)
    assert report.counts.changes == 0
    assert (report.counts.written, report.counts.unchanged) == (0, 5)
    assert await nodes(graph) == sorted([*named, ("LoadRun", "")])
    assert (await fingerprint(graph)).digest == before.digest
    assert {row["sourceId"]: row["runId"] for row in await graph.rows(FACTS)} == stamped


async def test_only_the_changed_row_is_written(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    await run(graph, SCENE, limits, tmp_path)
    await graph.write(UNTOUCH)
    report = await run(graph, (*SCENE[:-1], event("2", "a", "b")), limits, tmp_path)
    assert (report.counts.written, report.counts.unchanged) == (1, 4)
    assert await touched(graph) == {"event/2"}
    said = await facts(graph)
    assert (said["event/2/artist/a/1"], said["event/2/artist/c/1"]) == (True, False)


async def test_a_fact_that_comes_back_is_opened_again(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    await run(graph, SCENE, limits, tmp_path)
    first = await fingerprint(graph)
    await run(graph, (*SCENE[:-1], event("2", "b")), limits, tmp_path)
    assert (await facts(graph))["event/2/artist/c/1"] is False
    await run(graph, SCENE, limits, tmp_path)
    assert (await facts(graph))["event/2/artist/c/1"] is True
    assert (await fingerprint(graph)).digest == first.digest


async def test_a_property_that_a_source_no_longer_knows_is_gone(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    await run(graph, [event("1", day=date(2019, 1, 1)), artist("a", city="York")], limits, tmp_path)
    await run(graph, [event("1", day=None), artist("a", city=None)], limits, tmp_path)
    left = await fingerprint(graph)
    await graph.write(CLEAR)
    await graph.write(CREATE_PUBLISHED)
    await run(graph, [event("1", day=None), artist("a", city=None)], limits, tmp_path)
    assert (await fingerprint(graph)).digest == left.digest


async def test_rows_are_accounted_for_by_the_rule_that_decided(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    rows = [*SCENE, Filtered("double"), Filtered("double"), rejected(3)]
    report = await run(graph, rows, lenient_about(limits, share=1.0), tmp_path)
    counts = report.counts
    assert (counts.filtered, counts.rejected) == ({"double": 2}, {"bad": 1})
    assert counts.rows == counts.written + counts.unchanged + 3 == 8


async def test_rows_that_nobody_dealt_with_fail_the_run(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    with pytest.raises(RowsUnaccounted):
        await load(graph, source(*SCENE, read=7), tmp_path, limits)


async def test_a_rejected_row_is_kept_once_and_resolved_when_it_is_right(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    lenient = lenient_about(limits, share=1.0)
    await run(graph, [*SCENE, rejected(7)], lenient, tmp_path)
    await run(graph, [*SCENE, rejected(7)], lenient, tmp_path)
    (kept,) = await open_rejects(graph, NAME, 10)
    assert (kept.rule, kept.file, kept.line, kept.raw_row) == ("bad", "rows.jsonl", 7, "raw 7")
    await run(graph, SCENE, lenient, tmp_path)
    assert await open_rejects(graph, NAME, 10) == []


async def test_too_many_rejected_rows_hold_the_run_until_it_is_accepted(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    rows = [*SCENE, rejected(1)]
    report = await run(graph, rows, limits, tmp_path)
    assert report.status == "held"
    assert "1 of 6 rows were rejected" in report.message
    assert [held["source"] for held in await graph.rows(HELD_RUNS)] == [NAME]
    assert (await facts(graph))["event/1/artist/a/1"] is True
    assert (await run(graph, rows, limits, tmp_path, accept=True)).status == "succeeded"
    assert await graph.rows(HELD_RUNS) == []


async def test_a_file_cut_short_holds_the_run_and_closes_nothing(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    await run(graph, SCENE, limits, tmp_path)
    report = await run(graph, SCENE[:-1], limits, tmp_path)
    assert report.status == "held"
    assert "1 of 5 things" in report.message
    assert all((await facts(graph)).values())
    accepted = await run(graph, SCENE[:-1], limits, tmp_path, accept=True)
    assert (accepted.status, accepted.counts.closed) == ("succeeded", 1)
    said = await facts(graph)
    assert (said["event/2/artist/b/1"], said["event/2/artist/c/1"]) == (False, False)
    assert said["event/1/artist/b/1"] is True


async def test_the_few_that_a_complete_run_no_longer_meets_are_closed_and_touched(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    many = [*SCENE, *(artist(f"x{at}") for at in range(40))]
    await run(graph, many, limits, tmp_path)
    await graph.write(UNTOUCH)
    without = [*many[:5], *many[6:]]
    report = await run(graph, without, limits, tmp_path)
    assert (report.status, report.counts.closed) == ("succeeded", 1)
    assert await touched(graph) == {"event/2"}
    assert (await run(graph, without, limits, tmp_path)).counts.changes == 0


async def test_nothing_is_closed_while_a_row_is_rejected(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    many = [*SCENE, *(artist(f"x{at}") for at in range(40))]
    lenient = lenient_about(limits, share=1.0)
    await run(graph, many, lenient, tmp_path)
    report = await run(graph, [*many[:5], *many[6:], rejected(1)], lenient, tmp_path)
    assert (report.status, report.counts.closed) == ("succeeded", 0)


async def test_a_fact_that_leads_nowhere_is_written_once_its_end_is_there(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    early = [artist("a"), event("1", "a", "later")]
    report = await run(graph, early, limits, tmp_path)
    assert (report.counts.orphaned, report.status) == (1, "succeeded")
    (kept,) = await open_rejects(graph, NAME, 10)
    assert (kept.rule, kept.raw_row) == ("dangling_reference", "event/1/artist/later/1")
    assert (await run(graph, early, limits, tmp_path)).counts.changes == 0
    report = await run(graph, [artist("a"), artist("later"), early[1]], limits, tmp_path)
    assert report.counts.orphaned == 0
    assert (await facts(graph))["event/1/artist/later/1"] is True
    assert await open_rejects(graph, NAME, 10) == []
    assert (
        await run(graph, [artist("a"), artist("later"), early[1]], limits, tmp_path)
    ).counts.changes == 0


async def test_facts_of_a_merged_record_land_at_the_survivor_and_a_reload_undoes_nothing(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    await run(graph, [artist("a"), artist("b")], limits, tmp_path)
    a, b = (node_id("Artist", NAME, f"artist/{own_id}") for own_id in "ab")
    await graph.write(MERGE_B_INTO_A, a=a, b=b)
    rows = [artist("a"), artist("b", "B", country="GB"), event("1", "b")]
    await run(graph, rows, limits, tmp_path)
    ends = {row["sourceId"]: row["start"] for row in await graph.rows(FACTS)}
    assert ends == {"event/1/artist/b/1": a}
    assert [each for each in await nodes(graph) if each[0] == "Artist"] == [("Artist", "a")]
    assert (await run(graph, rows, limits, tmp_path)).counts.changes == 0


async def test_a_shared_node_is_one_for_two_sources_and_real_if_one_of_them_is(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    there = external_id("ra", "dixon")

    def says(name: str) -> Accepted:
        subject = Subject("Artist", name, "artist/dixon", {"name": "Dixon"})
        fact = Fact("HAS_EXTERNAL_ID", subject.ref, there.ref, "artist/dixon/external/ra/dixon")
        return Accepted((Statement(subject, (fact,), (there,)),))

    made_up = replace(source(says("made-up")), name="made-up", synthetic=True)
    await load(graph, made_up, tmp_path, limits)
    await load(graph, replace(source(says("real")), name="real"), tmp_path, limits)
    one_way = await fingerprint(graph)
    await graph.write(CLEAR)
    await graph.write(CREATE_PUBLISHED)
    await load(graph, replace(source(says("real")), name="real"), tmp_path, limits)
    await load(graph, made_up, tmp_path, limits)
    assert (await fingerprint(graph)).digest == one_way.digest
    assert one_way.nodes[":ExternalId"] == 1


class Stopped(Exception):
    """The process ends here."""


def stops_after(rows: Sequence[Outcome], count: int) -> Source:
    def outcomes(folder: Path, tally: Tally) -> Iterator[Outcome]:
        for at, row in enumerate(rows):
            if at == count:
                raise Stopped
            tally.rows += row.rows
            yield row

    return Source(NAME, "1", (), outcomes)


@pytest.mark.parametrize("count", [0, 99, 100, 101, 250, 349])
async def test_a_run_that_was_stopped_goes_on_where_it_was(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path, count: int
) -> None:
    rows = [
        *(artist(str(at)) for at in range(150)),
        *(event(str(at), str(at % 150), str(at * 7 % 150)) for at in range(200)),
    ]
    await run(graph, rows, limits, tmp_path)
    undisturbed = await fingerprint(graph)
    await graph.write(CLEAR)
    await graph.write(CREATE_PUBLISHED)
    with pytest.raises(Stopped):
        await load(graph, stops_after(rows, count), tmp_path, limits)
    report = await run(graph, rows, limits, tmp_path)
    assert report.resumed
    assert (report.counts.written, report.counts.unchanged) == (350, 0)
    assert (await fingerprint(graph)).digest == undisturbed.digest
    assert [each for each in await nodes(graph) if each[0] in ("LoadRun", "Checkpoint")] == [
        ("LoadRun", "")
    ]


async def test_another_parser_begins_a_run_of_its_own(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    with pytest.raises(Stopped):
        await load(graph, stops_after(SCENE, 3), tmp_path, limits)
    report = await run(graph, SCENE, limits, tmp_path, version="2")
    assert not report.resumed
    assert report.counts.written == 5


async def test_only_one_process_loads_at_a_time(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    parent = psutil.Process(os.getppid())
    host = os.uname().nodename
    await graph.write(OWN_RUN, owner=f"{host}/{parent.pid}/{parent.create_time():.2f}")
    with pytest.raises(LoadRunning, match=str(parent.pid)):
        await run(graph, SCENE, limits, tmp_path)
    assert await facts(graph) == {}


async def test_a_dead_process_does_not_keep_others_from_loading(
    graph: Neo4jGraph, limits: LoaderSettings, tmp_path: Path
) -> None:
    parent = psutil.Process(os.getppid())
    host = os.uname().nodename
    await graph.write(OWN_RUN, owner=f"{host}/{parent.pid}/{parent.create_time() - 60:.2f}")
    assert (await run(graph, SCENE, limits, tmp_path)).status == "succeeded"


def rejected(line: int) -> Rejected:
    return Rejected("bad", "rows.jsonl", line, "it is bad", f"raw {line}")


def lenient_about(limits: LoaderSettings, *, share: float) -> LoaderSettings:
    return limits.model_copy(update={"reject_share_max": share})
