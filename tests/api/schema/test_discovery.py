"""Discovery on the small scene, against a walk in Python."""

from typing import Any

import networkx
import pytest

from api.execute import Executor
from tests.api.conftest import CountingGraph

DOCUMENT = (
    "query Q($w: DiscoverFilter!) { discover(first: 100, where: $w)"
    " { totalCount nodes { id network { centralityPercentile } } } }"
)
LINKS = (
    "{ artists(first: 100) { nodes { id connections(first: 100)"
    " { nodes { artist { id } first } } } } }"
)
START = "ar_0000000000000001"


async def found(executor: Executor, where: dict[str, Any]) -> list[str]:
    answer = await executor.execute(DOCUMENT, {"w": where})
    assert answer.errors == [], where
    assert answer.data is not None
    page = answer.data["discover"]
    ranks = [node["network"]["centralityPercentile"] for node in page["nodes"]]
    known = [rank for rank in ranks if rank is not None]
    assert ranks == sorted(known, reverse=True) + [None] * (len(ranks) - len(known))
    assert page["totalCount"] == len(ranks)
    return [node["id"] for node in page["nodes"]]


async def network(executor: Executor) -> Any:
    """Who is connected with whom since when, told by another question."""
    answer = await executor.execute(LINKS)
    assert answer.data is not None
    graph = networkx.Graph()
    for node in answer.data["artists"]["nodes"]:
        for link in node["connections"]["nodes"]:
            graph.add_edge(node["id"], link["artist"]["id"], first=link["first"])
    return graph


@pytest.mark.parametrize("hops", [1, 2, 3, None])
@pytest.mark.parametrize("start", [START, "ar_ffffffffffffffff"])
async def test_artists_near_another_are_within_so_many_steps(
    hops: int | None, start: str, executor: Executor
) -> None:
    reached = networkx.single_source_shortest_path_length(
        await network(executor), START, cutoff=hops or 2
    )
    where = {"withinHopsOf": start, "maxHops": hops}
    assert set(await found(executor, where)) == set(reached) - {START}


async def test_an_alias_is_near_whom_its_artist_is_near(
    executor: Executor, scene: CountingGraph
) -> None:
    everybody = await found(executor, {"withinHopsOf": START, "maxHops": 3})
    assert await found(executor, {"withinHopsOf": "ar_0000000000000012"}) == []
    assert len(everybody) == 8


async def test_nobody_is_near_an_unknown_artist(executor: Executor) -> None:
    assert await found(executor, {"withinHopsOf": "ar_00000000000000ff"}) == []


async def test_what_changed_is_a_new_connection_or_a_set(executor: Executor) -> None:
    graph = await network(executor)
    day = "2015-06-01"
    newly = {artist for edge in graph.edges(data="first") for artist in edge[:2] if edge[2] >= day}
    played = {"performances": {"some": {"window": {"from": day}}}}
    with_sets = set(await found(executor, {"base": played}))
    assert set(await found(executor, {"changedSince": day})) == newly | with_sets
    assert await found(executor, {"changedSince": "2019-01-01"}) == []


async def test_all_fields_given_must_hold(executor: Executor) -> None:
    near = set(await found(executor, {"withinHopsOf": START, "maxHops": 1}))
    base = {"or": [{"country": "GB"}, {"nameContains": "artist 5"}]}
    like = set(await found(executor, {"base": base}))
    both = await found(executor, {"withinHopsOf": START, "maxHops": 1, "base": base})
    assert set(both) == near & like
    assert 0 < len(both) < len(near)
    assert len(await found(executor, {})) == 14


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ({"maxHops": 2}, "BAD_USER_INPUT"),
        ({"withinHopsOf": START, "maxHops": 0}, "BAD_USER_INPUT"),
        ({"withinHopsOf": START, "maxHops": 4}, "BAD_USER_INPUT"),
        ({"withinHopsOf": "ev_0000000000000001"}, "BAD_ID"),
        ({"base": {"scene": "ar_0000000000000001"}}, "BAD_ID"),
    ],
)
async def test_what_cannot_be_looked_for_is_refused(
    where: dict[str, Any], code: str, executor: Executor, scene: CountingGraph
) -> None:
    answer = await executor.execute(DOCUMENT, {"w": where})
    assert [error["extensions"]["code"] for error in answer.errors] == [code]
    assert scene.sent == []
