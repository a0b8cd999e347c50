"""A Drift feed as a graph: every kind of line, in any order, right or wrong."""

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.client import Neo4jGraph
from graph.errors import SourceCorrupt, SourceMissing
from graph.fingerprint import fingerprint
from graph.settings import Settings
from loaders.outcomes import Tally
from loaders.registry import find_source
from loaders.rejects import OpenReject, open_rejects
from loaders.run import LoadReport, load
from tests.conftest import CLEAR, CREATE_PUBLISHED
from tests.loaders.feed_folder import HEADER, small_feed, write_feed
from tests.probe import statement

NODES = statement("""
    MATCH (node)
    WHERE node:Artist|Label|Venue|Collective|EventSeries|Release|Track|Event|Mix|MixPlatform
      OR node:MetricPoint|City|Country|Genre|ExternalId
    RETURN [label IN labels(node) WHERE label <> 'Touched'][0] + ' '
      + coalesce(node.name, node.title, node.platform + ' '
        + toString(coalesce(node.platformId, node.year))) AS value
""")

LINKS = statement("""
    MATCH (start)-[link]->(end)
    WHERE link.source IS NOT NULL
    UNWIND [[start, end]] AS ends
    WITH link, [node IN ends | coalesce(node.name, node.title, node.platform + ' '
      + toString(coalesce(node.platformId, node.year)))] AS names,
      [key IN keys(link) WHERE NOT key IN ['source', 'sourceId', 'confidence', 'firstSeen',
        'loadRunId', 'fromRecord', 'toRecord'] | key + '=' + toString(link[key])] AS said
    UNWIND CASE WHEN said = [] THEN [''] ELSE said END AS each
    WITH link, names, each ORDER BY each
    WITH elementId(link) AS id, type(link) AS type, names, collect(each) AS said
    RETURN names[0] + ' ' + type + ' ' + names[1]
      + CASE said WHEN [''] THEN '' ELSE ' ' + reduce(all = '', each IN said |
          all + CASE all WHEN '' THEN '' ELSE ' ' END + each) END AS value
""")

UNSTAMPED = statement("""
    MATCH (node) WHERE node.synthetic IS NULL AND NOT node:Published|Migration|Lease
    RETURN labels(node) AS value
    UNION ALL
    MATCH ()-[link]->() WHERE link.source IS NOT NULL AND (link.sourceId IS NULL
      OR link.firstSeen IS NULL OR link.loadRunId IS NULL OR link.confidence IS NULL)
    RETURN [type(link)] AS value
""")

REAL_THINGS = statement("MATCH (node) WHERE node.synthetic = false RETURN labels(node) AS value")


def properties(label: str) -> Any:
    """The query for all nodes of a label with what their source says of them."""
    return statement(f"""
        MATCH (node:{label})
        RETURN node {{.*, id: null, source: null, createdAt: null, updatedAt: null, synthetic: null,
          sourceId: null, contentHash: null, loadRunId: null, firstSeen: null,
          date: toString(node.date), releaseDate: toString(node.releaseDate),
          startsAt: toString(node.startsAt),
          dates: [day IN node.dates | toString(day)]}} AS value
        ORDER BY coalesce(node.name, node.title)
    """)


async def load_feed(graph: Neo4jGraph, settings: Settings, folder: Path) -> LoadReport:
    source, inside = find_source("feed", folder)
    return await load(graph, source, inside, settings.loaders)


async def load_lines(
    graph: Neo4jGraph, settings: Settings, folder: Path, feed: Mapping[str, list[Any]]
) -> LoadReport:
    return await load_feed(graph, settings, write_feed(folder, feed))


async def asked(graph: Neo4jGraph, query: Any) -> list[Any]:
    return [row["value"] for row in await graph.rows(query)]


async def said_of(graph: Neo4jGraph, label: str) -> list[dict[str, Any]]:
    """What the nodes of a label say, without what is null."""
    return [
        {name: value for name, value in row.items() if value is not None}
        for row in await asked(graph, properties(label))
    ]


async def rejects(graph: Neo4jGraph) -> list[OpenReject]:
    return sorted(await open_rejects(graph, "club-archive", 100), key=lambda each: each.line)


async def test_every_kind_of_line_becomes_its_nodes(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    report = await load_lines(graph, settings, tmp_path, small_feed())

    assert report.status == "succeeded"
    assert sorted(await asked(graph, NODES)) == [
        "Artist Ann",
        "Artist Bob",
        "Artist Duo",
        "Artist Salt",
        "City Berlin",
        "Collective Crew",
        "Country DE",
        "Event Lowlight #12",
        "Event Some night",
        "EventSeries Lowlight",
        "ExternalId discogs 7",
        "Genre dub",
        "Genre techno",
        "Label Quarry Tapes",
        "Label Änderung & Co",
        "MetricPoint soundcloud 2024",
        "Mix Ann and Bob",
        "MixPlatform Radio",
        "Release Hits",
        "Release Salt Echo",
        "Track Echo",
        "Track Salt (as sold)",
        "Venue Quarry",
    ]


async def test_every_reference_becomes_its_fact(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    await load_lines(graph, settings, tmp_path, small_feed())

    assert sorted(await asked(graph, LINKS)) == [
        "Ann APPEARED_ON Ann and Bob",
        "Ann AUDIENCE_IN Berlin isEstimated=true observed=2024-05-15 period=2024-05 share=0.25",
        "Ann AUDIENCE_IN DE isEstimated=true observed=2024-05-15 period=2024-05 share=0.5",
        "Ann BASED_IN Berlin",
        "Ann CREDITED_ON Salt (as sold) role=primary",
        "Ann CREDITED_ON Salt Echo role=primary",
        "Ann FOUNDED Crew",
        "Ann FOUNDED Quarry Tapes",
        "Ann HAS_EXTERNAL_ID discogs 7",
        "Ann MEMBER_OF Duo from=2015-07-01 role=voice to=2020-05-16",
        "Ann PERFORMED_AT Lowlight #12 billing=headliner cancelled=false floor=Cellar isB2b=true "
        "isLive=false position=1 setEnd=2024-05-04T04:00:00+02:00 setKey=x "
        "setStart=2024-05-04T02:00:00+02:00",
        "Ann PERFORMED_AT Lowlight #12 cancelled=true isB2b=false isLive=true position=3",
        "Ann RESIDENT_AT Quarry detected=false from=2019-01-01",
        "Ann SIGNED_TO Quarry Tapes active=false from=2022-07-01 to=2024-02-01",
        "Ann TAGGED dub position=2",
        "Ann TAGGED techno position=1",
        "Ann and Bob HOSTED_BY Radio",
        "Berlin IN_COUNTRY DE",
        "Bob APPEARED_ON Ann and Bob",
        "Bob CREDITED_ON Salt (as sold) role=remixer",
        "Bob FOUNDED Lowlight",
        "Bob MEMBER_OF Crew from=2013-03-01 to=2014-04-01",
        "Bob ORGANISED Lowlight #12",
        "Bob PERFORMED_AT Lowlight #12 cancelled=false isB2b=true isLive=false position=2 setKey=x",
        "Crew BASED_IN Berlin",
        "Crew ORGANISED Lowlight #12",
        "Echo ON_RELEASE Salt Echo discNumber=1",
        "Lowlight #12 HELD_AT Quarry",
        "Lowlight #12 IN_SERIES Lowlight edition=12",
        "Quarry LOCATED_IN Berlin",
        "Quarry Tapes BASED_IN Berlin",
        "Quarry Tapes SUBLABEL_OF Änderung & Co",
        "Quarry Tapes TAGGED techno position=1",
        "Salt (as sold) ON_RELEASE Hits discNumber=1 trackNumber=9",
        "Salt (as sold) ON_RELEASE Salt Echo discNumber=1 trackNumber=1",
        "Salt ALIAS_OF Ann",
        "Salt Echo ISSUED_BY Quarry Tapes catalogNumber=QT1",
        "soundcloud 2024 OF Ann",
    ]


async def test_nodes_hold_what_the_lines_say(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    await load_lines(graph, settings, tmp_path, small_feed())

    assert (await said_of(graph, "Artist"))[0] == {
        "name": "Ann",
        "sortName": "Ann, A.",
        "type": "person",
        "country": "DE",
        "homeCity": "Berlin",
        "genres": ["Techno", "Dub"],
        "formedYear": 2010,
        "isVerified": True,
    }
    assert await said_of(graph, "Event") == [
        {
            "name": "Lowlight #12",
            "date": "2024-05-03",
            "datePrecision": "day",
            "startsAt": "2024-05-03T23:00:00+02:00",
            "timezone": "Europe/Berlin",
            "isFestival": False,
            "cancelled": False,
            "mode": "in_person",
            "seriesName": "Lowlight",
        },
        {
            "name": "Some night",
            "date": "2023-07-01",
            "datePrecision": "year",
            "isFestival": False,
            "cancelled": False,
        },
    ]
    assert await said_of(graph, "Venue") == [
        {"name": "Quarry", "city": "Berlin", "country": "DE", "capacity": 350, "tier": 3}
    ]
    assert await said_of(graph, "City") == [
        {"name": "Berlin", "lat": 52.5, "timezone": "Europe/Berlin", "population": 3_700_000}
    ]
    assert await said_of(graph, "MetricPoint") == [
        {
            "platform": "soundcloud",
            "metricType": "followers",
            "year": 2024,
            "dates": ["2024-01-01", "2024-02-01"],
            "values": [900.0, 940.5],
            "isEstimated": False,
        }
    ]


async def test_wrong_codes_are_kept_beside_a_flag(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    await load_lines(graph, settings, tmp_path, small_feed())

    assert await said_of(graph, "Track") == [
        {"title": "Echo", "isrcRaw": "unknown", "isrcValid": False},
        {
            "title": "Salt (as sold)",
            "durationSec": 300,
            "isrc": "DEABC2300001",
            "isrcValid": True,
        },
    ]
    assert await said_of(graph, "Release") == [
        {"title": "Hits", "upcRaw": "123", "upcValid": False},
        {
            "title": "Salt Echo",
            "type": "ep",
            "releaseDate": "2023-11-15",
            "datePrecision": "month",
            "formats": ["vinyl"],
            "catalogNumber": "QT1",
            "upc": "200000000011",
            "upcValid": True,
        },
    ]


async def test_everything_says_that_it_is_synthetic_and_where_it_comes_from(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    await load_lines(graph, settings, tmp_path, small_feed())

    assert await asked(graph, UNSTAMPED) == []
    assert await asked(graph, REAL_THINGS) == []


async def test_a_second_load_changes_nothing(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    first = await load_lines(graph, settings, tmp_path, small_feed())
    before = await fingerprint(graph)
    second = await load_feed(graph, settings, tmp_path)

    lines = sum(map(len, small_feed().values()))
    assert (first.counts.rows, second.counts.rows) == (lines, lines)
    assert (second.counts.written, second.counts.changes) == (0, 0)
    assert await fingerprint(graph) == before


async def test_the_order_of_lines_does_not_matter(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    await load_lines(graph, settings, tmp_path / "one", small_feed())
    before = await fingerprint(graph)
    await graph.write(CLEAR)
    await graph.write(CREATE_PUBLISHED)
    shuffled = small_feed()
    for lines in shuffled.values():
        random.Random(4).shuffle(lines)
        lines.reverse()
    report = await load_lines(graph, settings, tmp_path / "two", shuffled)

    assert shuffled != small_feed()
    assert report.counts.orphaned == 0
    assert await fingerprint(graph) == before


async def test_groups_that_are_members_of_each_other_are_loaded_together(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    artists = [
        {"id": "1", "name": "One", "memberOf": [{"artist": "2"}]},
        {"id": "2", "name": "Two", "memberOf": [{"artist": "1"}]},
    ]
    report = await load_lines(graph, settings, tmp_path, {"feed": [HEADER], "artist": artists})

    assert (report.counts.written, report.counts.orphaned) == (2, 0)
    assert sorted(await asked(graph, LINKS)) == ["One MEMBER_OF Two", "Two MEMBER_OF One"]


async def test_two_feeds_with_the_same_ids_are_two_sources(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    await load_lines(graph, settings, tmp_path / "one", small_feed())
    other = small_feed() | {"feed": [HEADER | {"source": "radio-archive", "synthetic": False}]}
    report = await load_lines(graph, settings, tmp_path / "two", other)

    assert report.source == "radio-archive"
    assert len(await said_of(graph, "Artist")) == 8
    assert len(await said_of(graph, "City")) == 1
    assert report.counts.orphaned == 0


async def test_what_a_feed_no_longer_says_is_closed(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    await load_lines(graph, settings, tmp_path, small_feed())
    shorter = small_feed()
    shorter["event"][0]["lineup"].pop()
    shorter["signing"].clear()
    report = await load_lines(graph, settings, tmp_path, shorter)

    assert (report.status, report.counts.written) == ("succeeded", 2)
    closed = statement(
        "MATCH ()-[link]->() WHERE link.lastSeen IS NOT NULL RETURN link.sourceId AS value"
    )
    assert sorted(await asked(graph, closed)) == ["event/e%2F1/artist/ann/2", "label/l/signing/g"]


BAD_LINES = [
    (b'{"kind": "artist", "id": "x", "na', "corrupt_json", "the line: invalid JSON"),
    (b'["artist"]', "wrong_value", "the line: input should be an object"),
    (b'{"kind": "artist", "id": "x", "name": "\xff"}', "corrupt_json", "the line: invalid JSON"),
    (b'{"kind": "artist", "id": "x"}', "missing_field", "name: field required"),
    (b'{"id": "x", "name": "X", "colour": 1}', "unknown_field", "colour: extra inputs"),
    (b'{"kind": "artist", "id": "x", "name": 7}', "wrong_value", "name: input should be a valid"),
    (b'{"kind": "dancer", "id": "x", "name": "X"}', "unknown_kind", "kind is 'dancer'; known are"),
    (b'{"kind": "venue", "id": "x", "name": "X"}', "wrong_file", "a line of kind 'venue' belongs"),
    (
        b'{"kind": "artist", "id": "ann", "name": "Ann again"}',
        "duplicate_id",
        "line 2 has the same",
    ),
]


@pytest.mark.parametrize(("line", "rule", "reason"), BAD_LINES, ids=lambda value: str(value)[:40])
async def test_a_line_that_breaks_a_rule_is_rejected_alone(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path, line: bytes, rule: str, reason: str
) -> None:
    feed: dict[str, list[Any]] = {**small_feed()}
    feed["artist"].append(line)
    report = await load_lines(graph, settings, tmp_path, feed)

    assert (report.status, report.counts.rejected.total()) == ("held", 1)
    [reject] = await rejects(graph)
    assert (reject.rule, reject.file, reject.line) == (rule, "artists.jsonl", 5)
    assert reject.reason.startswith(reason)
    assert len(await said_of(graph, "Artist")) == 4


async def test_what_is_mended_is_no_longer_rejected(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    feed: dict[str, list[Any]] = {**small_feed()}
    await load_lines(graph, settings, tmp_path, feed | {"venue": [b"{"]})
    report = await load_lines(graph, settings, tmp_path, small_feed())

    assert report.status == "succeeded"
    assert await rejects(graph) == []
    assert len(await asked(graph, LINKS)) == 38


async def test_a_reference_to_nothing_is_told_and_the_rest_is_loaded(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    feed = small_feed()
    feed["event"][0]["lineup"].append({"artist": "nobody"})
    feed["event"][0]["venue"] = "nowhere"
    feed["artist"][2]["homeCity"] = "atlantis"
    feed["artist"][3]["aliasOf"] = "nobody"
    feed["signing"].append({"id": "h", "artist": "ann", "label": "none", "active": True})
    shares = [{"city": "b", "share": 0.5}]
    feed["audience"].append({"id": "w", "artist": "none", "period": "2024", "shares": shares})
    report = await load_lines(graph, settings, tmp_path, feed)

    assert report.counts.orphaned == 4
    told = {(each.raw_row[:40], each.rule) for each in await rejects(graph)}
    assert {rule for _, rule in told} == {"dangling_reference"}
    assert {row for row, _ in told} == {
        "event/e%2F1/artist/nobody/1",
        "event/e%2F1/venue/nowhere",
        "artist/bob/city",
        "artist/duo/alias-of",
        '{"kind":"signing","id":"h","artist":"ann',
        '{"kind":"audience","id":"w","artist":"no',
    }
    assert len(await said_of(graph, "Artist")) == 4


async def test_times_without_a_zone_are_left_out_and_counted(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    feed = small_feed()
    del feed["event"][0]["timezone"]
    report = await load_lines(graph, settings, tmp_path, feed)

    assert report.counts.notes == {"times_without_zone": 1}
    assert "startsAt" not in (await said_of(graph, "Event"))[0]


async def test_a_zone_that_does_not_exist_is_refused(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    feed = small_feed()
    feed["event"][0]["timezone"] = "Europe/Atlantis"
    report = await load_lines(graph, settings, tmp_path, feed)

    assert report.counts.rejected == {"unknown_timezone": 1}


async def test_a_misspelt_file_is_told(
    graph: Neo4jGraph, settings: Settings, tmp_path: Path
) -> None:
    write_feed(tmp_path, small_feed())
    (tmp_path / "artist.jsonl").touch()
    await load_feed(graph, settings, tmp_path)

    [reject] = await rejects(graph)
    assert (reject.rule, reject.file) == ("unknown_file", "artist.jsonl")


def test_it_is_known_from_the_start_how_many_lines_there_are(tmp_path: Path) -> None:
    source, folder = find_source("feed", write_feed(tmp_path, small_feed()))
    tally = Tally()
    outcomes = source.outcomes(folder, tally)
    next(outcomes)

    assert (tally.rows, tally.total) == (1, sum(map(len, small_feed().values())))
    assert len(list(outcomes)) > 0
    assert tally.rows == tally.total


def test_a_folder_without_a_header_is_no_feed(tmp_path: Path) -> None:
    (tmp_path / "artists.jsonl").touch()
    with pytest.raises(SourceMissing, match=r"feed\.jsonl not found"):
        find_source("feed", tmp_path)


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (b"", "holds no line"),
        (b"{", "line 1: the line: invalid JSON"),
        (b'{"kind": "artist", "id": "a", "name": "A"}', "line 1: kind: input should be 'feed'"),
    ],
)
def test_a_header_that_is_not_right_is_said(tmp_path: Path, header: bytes, message: str) -> None:
    (tmp_path / "feed.jsonl").write_bytes(header)
    with pytest.raises(SourceCorrupt, match=message):
        find_source("feed", tmp_path)


def test_a_feed_cannot_take_the_name_of_another_source(tmp_path: Path) -> None:
    write_feed(tmp_path, {"feed": [HEADER | {"source": "ra-london"}]})
    with pytest.raises(SourceCorrupt, match="cannot be called 'ra-london'"):
        find_source("feed", tmp_path)
