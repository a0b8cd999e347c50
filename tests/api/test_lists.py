"""Lists of every kind of thing, filtered and ordered: exact rows, pages both ways, indexes read."""

from typing import Any

import pytest

from api.execute import Executor
from tests.api.conftest import CountingGraph, Explain
from tests.api.test_catalogue import ask
from tests.probe import statement

PREFIX = {
    "events": "ev", "venues": "ve", "labels": "lb", "collectives": "co", "releases": "re",
    "tracks": "tr", "mixes": "mx", "scenes": "sc",
}  # fmt: skip
VENUE = {"a": "ve_000000000000000a", "b": "ve_000000000000000b", "c": "ve_000000000000000c"}

ORDERS = [
    ("events", None, [10, 11, 8, 9, 7, 4, 5, 2, 3, 1, 6]),
    ("events", "DATE", [10, 11, 8, 9, 7, 4, 5, 2, 3, 1, 6]),
    ("events", "DATE, direction: ASC", [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 6]),
    ("events", "NAME", [1, 10, 11, 2, 3, 5, 6, 7, 9, 4, 8]),
    ("venues", None, ["b", "a", "c"]),
    ("venues", "NAME, direction: DESC", ["c", "a", "b"]),
    ("venues", "CAPACITY", ["a", "c", "b"]),
    ("labels", None, [2, 1, 3, 4]),
    ("labels", "NAME", [2, 1, 3, 4]),
    ("labels", "PRESTIGE", [1, 3, 2, 4]),
    ("labels", "PRESTIGE, direction: ASC", [3, 1, 2, 4]),
    ("labels", "ROSTER_COUNT", [1, 3, 2, 4]),
    ("labels", "ACTIVE_SINCE", [1, 3, 2, 4]),
    ("collectives", None, [1, 2]),
    ("collectives", "NAME, direction: DESC", [2, 1]),
    ("collectives", "FOUNDED_YEAR", [1, 2]),
    ("releases", None, [4, 3, 1, 2]),
    ("releases", "RELEASE_DATE", [4, 3, 1, 2]),
    ("releases", "TITLE", [1, 2, 4, 3]),
    ("tracks", None, [1, 5, 2, 3, 4, 6]),
    ("tracks", "TITLE, direction: DESC", [6, 4, 3, 2, 1, 5]),
    ("tracks", "DURATION", [4, 3, 2, 1, 5, 6]),
    ("tracks", "BPM", [4, 3, 2, 1, 5, 6]),
    ("mixes", None, [6, 4, 5, 2, 1, 3]),
    ("mixes", "DATE", [6, 4, 5, 2, 1, 3]),
    ("mixes", "TITLE", [4, 1, 5, 2, 6, 3]),
    ("mixes", "LENGTH", [6, 5, 4, 3, 1, 2]),
    ("mixes", "VIEW_COUNT", [6, 5, 4, 3, 2, 1]),
    ("scenes", None, [7, 4, 6, 3, 5, 1, 2]),
    ("scenes", "NAME", [7, 4, 6, 3, 5, 1, 2]),
]

FILTERS: list[tuple[str, str, list[Any]]] = [
    ("events", '{city: "LONDON"}', [10, 8, 4, 2, 6]),
    ("events", '{scene: "sc_0000000000000005"}', [4, 2]),
    ("events", '{series: "es_0000000000000001"}', [9, 3, 6]),
    ("events", '{venue: "ve_000000000000000a", isFestival: false}', [8, 4, 2, 6]),
    ("events", "{cancelled: true}", [7]),
    ("events", "{isFestival: true}", [10, 5]),
    ("events", '{window: {from: "2018-02-01", to: "2018-04-15"}}', [7, 4, 5]),
    ("events", '{organisers: {some: {name: {eq: "Nightshift"}}}}', [10, 7, 4, 1]),
    ("events", "{venues: {none: {}}}", [10, 5]),
    ("events", '{not: {venues: {some: {name: {startsWith: "f"}}}}, mode: [IN_PERSON]}', [10]),
    ("venues", '{city: "london"}', ["a", "c"]),
    ("venues", "{capacity: {min: 1000}}", ["a"]),
    ("venues", "{status: [CLOSED, OPEN], capacity: {max: 1000}}", ["c"]),
    ("venues", '{scene: "sc_0000000000000003"}', ["a"]),
    ("venues", '{events: {some: {window: {from: "2018-05-20"}}}}', ["b"]),
    ("venues", "{events: {none: {}}}", ["c"]),
    ("labels", "{independenceStatus: [SUBSIDIARY, MAJOR]}", [2, 4]),
    ("labels", "{tier: [LEGENDARY, RISING]}", [3]),
    ("labels", "{prestige: {min: 40, max: 68}}", [1, 3]),
    ("labels", '{city: "berlin"}', [1]),
    ("labels", '{country: "DE"}', [1, 3]),
    ("labels", '{genre: "TECHNO"}', [1]),
    ("labels", '{parent: "lb_ffffffffffffffff"}', [3, 4]),
    ("labels", '{nameContains: "TO", activeSince: {min: 2000}}', [3]),
    ("labels", '{releases: {some: {title: {contains: "release 1"}}}}', [1]),
    ("labels", "{releases: {none: {}}, artists: {none: {}}}", [2, 4]),
    ("collectives", "{kind: [PROMOTER]}", [2]),
    ("collectives", "{members: {some: {}}, foundedYear: {max: 2009}}", [1]),
    ("collectives", "{events: {none: {cancelled: false}}}", []),
    ("releases", "{formats: [CD, VINYL]}", [1, 2]),
    ("releases", '{upc: "036000291452", type: [EP]}', [1, 2]),
    ("releases", '{catalogNumber: "ost 3"}', [3]),
    ("releases", '{artist: "ar_0000000000000005"}', [4]),
    ("releases", '{label: "lb_ffffffffffffffff", window: {to: "2016-05-04"}}', [3, 1]),
    ("releases", '{tracks: {some: {isrc: "gb-aaa-16-00002"}}}', [4, 2]),
    ("releases", '{labels: {some: {name: {eq: "Ostgut"}}}, title: {contains: "4"}}', [4]),
    ("tracks", '{isrc: "GB-AAA-16-00001"}', [1, 5]),
    ("tracks", "{bpm: {max: 122}}", [1]),
    ("tracks", '{release: "re_0000000000000001"}', [1, 3]),
    ("tracks", '{artist: "ar_0000000000000002", durationSec: {min: 301}}', [1]),
    ("tracks", "{releases: {none: {}}}", [5, 6]),
    ("mixes", '{platform: "mp_0000000000000001"}', [6, 4, 2, 1, 3]),
    ("mixes", '{artist: "ar_0000000000000002"}', [1]),
    ("mixes", "{viewCount: {min: 4294967301}}", [6, 5]),
    ("mixes", "{hasVideo: true, isB2b: true}", [6, 4]),
    ("mixes", "{setLengthMinutes: {max: 180}}", [3]),
    ("mixes", '{tracks: {none: {title: {eq: "Track 3"}}}}', [2, 1]),
    ("scenes", "{region: [EUROPE, ASIA]}", [4, 6, 3, 5]),
    ("scenes", '{genre: "Techno", country: "GB"}', [5]),
    ("scenes", "{kind: [CITY]}", [7, 4, 3, 1, 2]),
    ("scenes", '{city: "london", name: {startsWith: "london t"}}', [5]),
]


def ids(root: str, places: list[Any]) -> list[str]:
    """The ids that are meant."""
    return [VENUE[at] if root == "venues" else f"{PREFIX[root]}_{at:016d}" for at in places]


@pytest.mark.parametrize(("root", "order", "expected"), ORDERS)
async def test_a_list_stands_in_the_order_asked_and_its_pages_show_every_row_once(
    executor: Executor, root: str, order: str | None, expected: list[Any]
) -> None:
    by = f", orderBy: {{field: {order}}}" if order else ""
    for size_name, cursor_name, mark, more in (
        ("first", "after", "endCursor", "hasNextPage"),
        ("last", "before", "startCursor", "hasPreviousPage"),
    ):
        document = (
            f"query ($size: Int, $c: String) {{ {root}({size_name}: $size, {cursor_name}: $c{by})"
            f" {{ totalCount nodes {{ id }} pageInfo {{ {mark} {more} }} }} }}"
        )
        for size in (2, 100):
            seen: list[str] = []
            cursor: str | None = None
            while True:
                page = (await ask(executor, document, size=size, c=cursor))[root]
                shown = [node["id"] for node in page["nodes"]]
                seen = shown + seen if size_name == "last" else seen + shown
                cursor = page["pageInfo"][mark]
                if not page["pageInfo"][more]:
                    break
            assert seen == ids(root, expected)
            assert page["totalCount"] == len(expected)


@pytest.mark.parametrize(("root", "where", "expected"), FILTERS)
async def test_a_filter_leaves_what_is_meant(
    executor: Executor, scene: CountingGraph, root: str, where: str, expected: list[Any]
) -> None:
    document = f"{{ {root}(where: {where}) {{ totalCount nodes {{ id }} }} }}"
    page = (await ask(executor, document))[root]
    assert [node["id"] for node in page["nodes"]] == ids(root, expected)
    assert page["totalCount"] == len(expected)
    assert len(scene.sent) == 1


async def test_a_night_that_no_source_lists_any_more_is_in_no_list(
    executor: Executor, scene: CountingGraph
) -> None:
    night = "MATCH (node:Event {id: 'ev_0000000000000001'}) SET node.lastSeen ="
    try:
        await scene.graph.write(statement(f"{night} datetime()", mode="write"))
        assert (await ask(executor, "{ events { totalCount } }"))["events"]["totalCount"] == 10
    finally:
        await scene.graph.write(statement(f"{night} null", mode="write"))


@pytest.mark.parametrize(("root", "order"), [(root, order) for root, order, _ in ORDERS if order])
async def test_an_ordered_page_reads_the_index_of_its_order(
    executor: Executor, scene: CountingGraph, explain: Explain, root: str, order: str
) -> None:
    await ask(executor, f"{{ {root}(first: 3, orderBy: {{field: {order}}}) {{ nodes {{ id }} }} }}")
    (sent,) = scene.sent
    plan = (await explain(sent)).plan
    found = [operator for operator, details in operators(plan) if "RANGE INDEX" in details]
    assert found in (["NodeIndexScan"], ["NodeIndexSeekByRange"])
    # Rows come from the index by their key, only equal keys are sorted by id.
    assert "PartialTop" in [operator for operator, _ in operators(plan)]


@pytest.mark.parametrize(
    ("root", "where"),
    [
        ("events", '{artist: "ar_0000000000000001", isFestival: false}'),
        ("events", '{venue: "ve_000000000000000a"}'),
        ("releases", '{label: "lb_0000000000000001"}'),
        ("tracks", '{release: "re_0000000000000001"}'),
        ("mixes", '{platform: "mp_0000000000000001"}'),
    ],
)
async def test_a_list_around_one_thing_goes_out_from_it(
    executor: Executor, scene: CountingGraph, explain: Explain, root: str, where: str
) -> None:
    await ask(executor, f"{{ {root}(first: 3, where: {where}) {{ totalCount nodes {{ id }} }} }}")
    (sent,) = scene.sent
    found = [details for _, details in operators((await explain(sent)).plan) if "INDEX" in details]
    assert not [details for details in found if "RANGE" in details]


def operators(plan: Any) -> list[tuple[str, str]]:
    """Name and details of every operator of a plan."""
    own = (plan["operatorType"].partition("@")[0], plan["args"].get("Details", ""))
    return [own, *(found for child in plan.get("children", []) for found in operators(child))]
