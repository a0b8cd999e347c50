"""The fingerprint: blind to order, times and runs, and to nothing else."""

import pytest

from graph.client import Neo4jGraph
from graph.fingerprint import Fingerprint, fingerprint
from graph.queries import Query, parse

SCENE = """
UNWIND range(1, 40) AS number
CREATE (a:Artist {id: 'ar_' + number, name: 'a' + number, genres: ['dub', 'acid'],
                  createdAt: datetime()})
CREATE (e:Event {id: 'ev_' + number, date: date('2019-01-01'), position: point({x: 1, y: 2})})
CREATE (a)-[:PERFORMED_AT {sourceId: toString(number), loadRunId: randomUUID(),
                           firstSeen: datetime(), setStart: datetime('2019-01-01T23:00+01:00'),
                           slots: [1, 2]}]->(e)
"""


def write(body: str) -> Query:
    """A statement of a test."""
    return parse("test", f"// Of a test.\n//\n// mode: write\n// timeout: 10 s\n\n{body}")


@pytest.fixture
async def before(graph: Neo4jGraph) -> Fingerprint:
    await graph.write(write(SCENE))
    return await fingerprint(graph)


async def test_it_counts_by_label_and_type(before: Fingerprint) -> None:
    assert before.nodes == {":Artist": 40, ":Event": 40}
    assert before.relationships == {"PERFORMED_AT": 40}


async def test_the_same_graph_written_in_another_order_and_run_is_the_same(
    graph: Neo4jGraph, before: Fingerprint
) -> None:
    await graph.write(write("MATCH (node:Artist|Event) DETACH DELETE node"))
    await graph.write(write(SCENE.replace("range(1, 40)", "range(40, 1, -1)")))
    assert await fingerprint(graph) == before


@pytest.mark.parametrize("rows_per_slice", [1, 7, 1000])
async def test_slices_do_not_matter(
    graph: Neo4jGraph, before: Fingerprint, rows_per_slice: int
) -> None:
    assert await fingerprint(graph, rows_per_slice=rows_per_slice) == before


@pytest.mark.parametrize(
    "body",
    [
        "CREATE (:LoadRun {id: 'lr_1'})<-[:OF]-(:AuditEvent {id: 'au_1'})",
        "MATCH (node:Published) SET node.version = 6, node.dataVersion = 4",
        "MATCH (node:Artist) SET node:Touched",
        "MATCH (node:Artist) SET node.updatedAt = datetime(), node.loadRunId = 'lr_2'",
        "MATCH ()-[link:PERFORMED_AT]->() SET link.firstSeen = datetime('2001-01-01T00:00Z')",
        "MATCH (node:Artist {id: 'ar_1'}) CREATE (node)<-[:OF]-(:LoadRun {id: 'lr_1'})",
    ],
)
async def test_runs_marks_and_times_do_not_count(
    graph: Neo4jGraph, before: Fingerprint, body: str
) -> None:
    assert (await graph.write(write(body))).changes > 0
    assert await fingerprint(graph) == before


@pytest.mark.parametrize(
    "body",
    [
        "MATCH (node:Artist {id: 'ar_7'}) SET node.name = 'b7'",
        "MATCH (node:Artist {id: 'ar_7'}) SET node.genres = ['acid', 'dub']",
        "MATCH (node:Artist {id: 'ar_7'}) SET node.genres = ['dub,acid']",
        "MATCH (node:Artist {id: 'ar_7'}) SET node.formedYear = 1999",
        "MATCH (node:Artist {id: 'ar_7'}) SET node:Label",
        "MATCH (node:Artist {id: 'ar_7'}) DETACH DELETE node",
        "MATCH (node:Event {id: 'ev_7'}) SET node.date = '2019-01-01'",
        "MATCH (node:Event {id: 'ev_7'}) SET node.position = point({x: 2, y: 1})",
        "MATCH (:Artist {id: 'ar_7'})-[link]->() DELETE link",
        "MATCH (:Artist {id: 'ar_7'})-[link]->() SET link.lastSeen = datetime()",
        "MATCH (:Artist {id: 'ar_7'})-[link]->() SET link.slots = [2, 1]",
        "MATCH (a:Artist {id: 'ar_7'})-[link]->(e) CREATE (a)-[:HELD_AT]->(e) DELETE link",
        "MATCH (a:Artist {id: 'ar_7'})-[link]->(e) CREATE (e)-[:PERFORMED_AT]->(a)",
        "CREATE (:IdentityCandidate {id: 'ic_1'})",
        "MATCH (node:Event {id: 'ev_7'}) SET node.resolvedAt = datetime()",
    ],
)
async def test_every_other_difference_counts(
    graph: Neo4jGraph, before: Fingerprint, body: str
) -> None:
    assert (await graph.write(write(body))).changes > 0
    assert (await fingerprint(graph)).digest != before.digest


async def test_swapped_facts_count_though_their_parts_are_the_same(
    graph: Neo4jGraph, before: Fingerprint
) -> None:
    await graph.write(
        write(
            "MATCH (a:Artist {id: 'ar_1'})-[one:PERFORMED_AT]->(e), "
            "(b:Artist {id: 'ar_2'})-[other:PERFORMED_AT]->(f) "
            "CREATE (a)-[new:PERFORMED_AT]->(f), (b)-[newer:PERFORMED_AT]->(e) "
            "SET new = properties(one), newer = properties(other) DELETE one, other"
        )
    )
    assert (await fingerprint(graph)).digest != before.digest
