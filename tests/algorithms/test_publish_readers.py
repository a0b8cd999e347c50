"""A reader sees the old scores or the new ones, never a mixture, while they are published."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from algorithms.network.config import PublicationConfig
from algorithms.network.differences import Differences, score_rows
from algorithms.network.result import NetworkResult
from algorithms.publish import publish, write_between_versions
from graph.client import Neo4jGraph
from tests.algorithms.network.results import result_of
from tests.algorithms.network.scenes import artist, put

ARTISTS = 300
PUBLICATIONS = 1000
READERS = 2

LIMITS = PublicationConfig()

READ = """
MATCH (published:Published {id: 'pb_scores'})
WITH published.version AS first
MATCH (artist:Artist)
OPTIONAL MATCH (artist)-[member:IN_COMMUNITY]->(community:Community)
WITH first, collect([artist.scoreVersion, toInteger(artist.betweenness), artist.communityId,
  community.communityId, community.name]) AS seen
CALL (seen) {
  WITH size(seen) AS rows
  MATCH (published:Published {id: 'pb_scores'})
  RETURN published.version AS last
}
RETURN first, seen, last
"""


@dataclass
class Tally:
    """What readers saw."""

    accepted: int = 0
    repeated: int = 0
    mixed_accepted: int = 0
    mixed_repeated: int = 0
    generations: set[str] = field(default_factory=set[str])


def is_mixed(seen: list[list[object]]) -> bool:
    """Whether an answer holds values of more than one generation."""
    generations: set[object] = set()
    for version, betweenness, own, of_edge, name in seen:
        generations |= {
            version,
            f"generation-{betweenness}",
            str(name).partition(" of ")[2].replace(" ", "-"),
        }
        if own != of_edge:
            return True
    return len(generations) != 1


def everything(result: NetworkResult, before: NetworkResult) -> Differences:
    """Every value of a result, which all differ from those before."""
    gone = {community.id for community in before.communities}
    return Differences(
        scores=tuple(score_rows(result).items()),
        assignments=tuple(zip(result.ids, result.community_ids.tolist(), strict=True)),
        communities=result.communities,
        removed=tuple(sorted(gone - {community.id for community in result.communities})),
        summary=True,
    )


async def read_until(graph: Neo4jGraph, done: asyncio.Event, tally: Tally) -> None:
    """Read all the time; trust an answer if the version is even and the same before and after."""
    while not done.is_set():
        record = await graph.record(READ, {}, timeout_s=10)
        assert record is not None
        first, seen, last = record
        mixed = is_mixed(seen)
        if first == last and first % 2 == 0:
            tally.accepted += 1
            tally.mixed_accepted += mixed
            tally.generations.add(seen[0][0])
        else:
            tally.repeated += 1
            tally.mixed_repeated += mixed


@pytest.mark.timeout(900)
async def test_no_reader_ever_sees_half_a_publication(
    graph: Neo4jGraph, record_property: Callable[[str, object], None]
) -> None:
    """Those who did not look at the version would: the answers that were repeated hold mixtures."""
    await put(graph, [(artist(n), artist(n + 1), 0.5) for n in range(ARTISTS - 1)])
    await publish(graph, result_of(ARTISTS, 0))
    done, tally = asyncio.Event(), Tally()
    readers = [asyncio.create_task(read_until(graph, done, tally)) for _ in range(READERS)]
    for generation in range(1, PUBLICATIONS + 1):
        result = result_of(ARTISTS, generation)
        found = everything(result, result_of(ARTISTS, generation - 1))
        version = await write_between_versions(graph, "al_test", result, found, LIMITS)
    done.set()
    await asyncio.gather(*readers)
    record_property("answers accepted", tally.accepted)
    record_property("answers repeated", tally.repeated)
    record_property("mixtures among the repeated", tally.mixed_repeated)
    assert version == 2 * (PUBLICATIONS + 1)
    assert tally.mixed_accepted == 0, tally
    assert tally.accepted > 100
    assert len(tally.generations) > 50
    assert tally.mixed_repeated > 0, "nobody was in danger: this test would not notice a mixture"
