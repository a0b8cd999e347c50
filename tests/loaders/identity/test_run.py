"""The identity step of the night."""

from itertools import permutations

import pytest

from graph.client import Neo4jGraph
from graph.errors import CandidateRefused
from graph.fingerprint import fingerprint
from graph.settings import Settings
from loaders.identity import merge, reject, run_identity, split
from tests.loaders.identity.scene import Told, tell
from tests.probe import statement

FRIENDS = [f"Friend {number}" for number in range(6)]
YEARS = [("n1", 2017), ("n2", 2018)]


def crowd(source: str, names: list[str]) -> list[Told]:
    return [Told(source, name, name, nights=YEARS) for name in names]


LONDON = Told("ra-london", "midland", "Midland", nights=YEARS)
BERLIN = Told("berghain", "midland", "MIDLAND", nights=YEARS)
FEED = Told("a-feed", "m", "Midland", nights=YEARS)
STRANGER = Told("a-feed", "x", "Quiet Name", nights=[("n9", 2018)])
NAMESAKE = Told("berghain", "quiet name", "Quiet Name", nights=[("n9", 2018)])
SOURCES = {
    "ra-london": [LONDON, *crowd("ra-london", FRIENDS)],
    "berghain": [BERLIN, NAMESAKE, *crowd("berghain", FRIENDS)],
    "a-feed": [FEED, STRANGER, *crowd("a-feed", FRIENDS)],
}
EVERYONE = [told for source in SOURCES.values() for told in source]

ENTITIES = statement("MATCH (a:Artist) RETURN a.name AS value ORDER BY value")
STATUS = statement(
    "MATCH (c:IdentityCandidate) RETURN [c.status, c.score, c.reasons] AS value ORDER BY value"
)
MIDLANDS = statement(
    "MATCH (c:IdentityCandidate), (a:SourceRecord {id: c.recordA}) "
    "WHERE a.payload CONTAINS 'idland' OR a.payload CONTAINS 'IDLAND' "
    "RETURN c.id AS value ORDER BY value"
)
CHANGES = statement(
    "MATCH (n) WHERE NOT n:AlgorithmRun AND n.updatedAt IS NOT NULL "
    "RETURN [n.id, toString(n.updatedAt)] AS value ORDER BY value"
)
RUNS = statement(
    "MATCH (r:AlgorithmRun {kind: 'identity'}) "
    "RETURN [r.status, r.countsJson] AS value ORDER BY r.startedAt"
)
AUDITED = statement("MATCH (e:AuditEvent) RETURN e.action AS value ORDER BY value")
CLEAR = statement(
    "MATCH (n) WHERE NOT n:Migration AND NOT n:Published DETACH DELETE n", mode="write"
)


async def values(graph: Neo4jGraph, query) -> list:
    return [row["value"] for row in await graph.rows(query)]


async def test_company_merges_and_a_bare_name_waits(graph: Neo4jGraph, settings: Settings) -> None:
    await tell(graph, *EVERYONE)
    report = await run_identity(graph, settings)
    assert (report.candidates, report.merged, report.pending) == (22, 14, 1)
    names = await values(graph, ENTITIES)
    assert names == sorted([*FRIENDS, "Midland", "Quiet Name", "Quiet Name"])
    [waiting] = [each for each in await values(graph, STATUS) if each[0] == "pending"]
    assert waiting == ["pending", 0.55, ["same name", "active in 1 same years"]]
    assert await values(graph, AUDITED) == ["merge"] * 7


async def test_a_second_run_writes_its_own_run_and_nothing_else(
    graph: Neo4jGraph, settings: Settings
) -> None:
    await tell(graph, *EVERYONE)
    await run_identity(graph, settings)
    before, print_of = await values(graph, CHANGES), await fingerprint(graph)
    report = await run_identity(graph, settings)
    assert (report.candidates, report.merged, report.pending) == (22, 0, 1)
    assert await values(graph, CHANGES) == before
    assert await fingerprint(graph) == print_of
    assert await values(graph, RUNS) == [
        ["succeeded", '{"candidates":22,"merged":14,"pending":1}'],
        ["succeeded", '{"candidates":22,"merged":0,"pending":1}'],
    ]


@pytest.mark.parametrize("each_time", [False, True], ids=["at the end", "after each source"])
async def test_the_order_of_sources_does_not_matter(
    graph: Neo4jGraph, settings: Settings, each_time: bool
) -> None:
    seen = set()
    for order in permutations(SOURCES):
        await graph.write(CLEAR)
        for source in order:
            await tell(graph, *SOURCES[source])
            if each_time:
                await run_identity(graph, settings)
        await run_identity(graph, settings)
        seen.add((await fingerprint(graph)).digest)
    assert len(seen) == 1


async def test_one_external_id_is_one_artist_whatever_the_names(
    graph: Neo4jGraph, settings: Settings
) -> None:
    one = Told("ra-london", "1", "Harry Agius", external=[("discogs", "7")])
    other = Told("a-feed", "2", "Midland", external=[("discogs", "7"), ("discogs", "8")])
    venue = Told("a-feed", "2", "Midland", kind="Venue", external=[("discogs", "7")])
    await tell(graph, one, other, venue)
    assert (await run_identity(graph, settings)).merged == 1
    assert await values(graph, ENTITIES) == ["Harry Agius"]
    assert await values(graph, STATUS) == [["approved", 1.0, ["same external id discogs 7"]]]
    primary = statement("MATCH (x:ExternalId {isPrimary: true}) RETURN x.platformId AS value")
    assert await values(graph, primary) == ["7"]


async def test_two_ids_of_one_artist_on_one_platform_have_one_primary(
    graph: Neo4jGraph, settings: Settings
) -> None:
    await tell(graph, Told("a-feed", "2", "Midland", external=[("discogs", "8"), ("discogs", "7")]))
    await run_identity(graph, settings)
    primary = statement("MATCH (x:ExternalId {isPrimary: true}) RETURN x.platformId AS value")
    assert await values(graph, primary) == ["7"]


async def test_several_of_one_name_in_one_source_are_never_merged_unasked(
    graph: Neo4jGraph, settings: Settings
) -> None:
    namesake = Told("ra-london", "midland-uk", "Midland", nights=YEARS)
    await tell(graph, *EVERYONE, namesake)
    await run_identity(graph, settings)
    names = [name for name in await values(graph, ENTITIES) if name.lower() == "midland"]
    assert names == ["MIDLAND", "Midland", "Midland"]
    sure = [each for each in await values(graph, STATUS) if "but one source" in each[2][-1]]
    assert {each[0] for each in sure} == {"pending"}
    assert len(sure) == 4


async def test_the_same_home_city_raises_and_does_not_decide(
    graph: Neo4jGraph, settings: Settings
) -> None:
    await tell(
        graph,
        Told("ra-london", "1", "Midland", city="ci_london"),
        Told("a-feed", "2", "Midland", city="ci_london"),
    )
    await run_identity(graph, settings)
    assert await values(graph, STATUS) == [["pending", 0.53, ["same name", "same home city"]]]


async def test_a_rejected_pair_is_not_merged_though_the_evidence_grows(
    graph: Neo4jGraph, settings: Settings
) -> None:
    await tell(graph, LONDON, BERLIN)
    await run_identity(graph, settings)
    [candidate] = await values(graph, MIDLANDS)
    await reject(graph, candidate, reason="two people", actor="a person")
    rest = [told for told in EVERYONE if told not in (LONDON, BERLIN, FEED)]
    await tell(graph, *rest)
    await run_identity(graph, settings)
    assert (await values(graph, ENTITIES)).count("Midland") == 1
    assert (await values(graph, ENTITIES)).count("MIDLAND") == 1
    await reject(graph, candidate, reason="said again", actor="a person")
    assert (await values(graph, AUDITED)).count("reject") == 1


async def test_a_split_outlives_the_next_run_and_a_merge_by_hand_too(
    graph: Neo4jGraph, settings: Settings
) -> None:
    await tell(graph, *EVERYONE)
    await run_identity(graph, settings)
    await split(graph, LONDON.id, [FEED.record], reason="two people", actor="a person")
    await merge(graph, [STRANGER.id, NAMESAKE.id], reason="I know them", actor="a person")
    report = await run_identity(graph, settings)
    assert report.merged == 0
    names = await values(graph, ENTITIES)
    assert names == sorted([*FRIENDS, "Midland", "Midland", "Quiet Name"])


async def test_merged_records_are_not_rejected_but_split(
    graph: Neo4jGraph, settings: Settings
) -> None:
    await tell(graph, LONDON, BERLIN)
    await run_identity(graph, settings)
    await merge(graph, [LONDON.id, BERLIN.id], reason="the same", actor="a person")
    [candidate] = await values(graph, MIDLANDS)
    with pytest.raises(CandidateRefused, match="are merged") as refused:
        await reject(graph, candidate, reason="no", actor="a person")
    assert LONDON.id in refused.value.hint
    with pytest.raises(CandidateRefused, match="ic_nothing"):
        await reject(graph, "ic_nothing", reason="no", actor="a person")


async def test_a_candidate_that_nothing_speaks_for_any_more_is_dropped(
    graph: Neo4jGraph, settings: Settings
) -> None:
    await tell(graph, LONDON, BERLIN)
    await run_identity(graph, settings)
    renamed = 'MATCH (r:SourceRecord {source: "berghain"}) SET r.payload = "{}"'
    await graph.write(statement(renamed, mode="write"))
    assert (await run_identity(graph, settings)).candidates == 0
    assert await values(graph, STATUS) == []
