"""The version protocol of a publication."""

from datetime import UTC, datetime, timedelta

import pytest

from graph import publication
from graph.client import Neo4jGraph
from graph.errors import PublicationTaken
from graph.publication import DEAD_PUBLISHER_AFTER


async def test_the_version_is_odd_between_begin_and_end(graph: Neo4jGraph) -> None:
    current = await publication.begin(graph, "al_one")
    during = await publication.read(graph)
    assert (during.version, during.publishing, during.published_version) == (1, True, 0)
    assert during.publisher == "al_one"
    assert await publication.end(graph, current) == 2
    after = await publication.read(graph)
    assert (after.version, after.publishing, after.published_version) == (2, False, 2)
    assert (after.publisher, after.publishing_since) == (None, None)
    assert after.data_version == during.data_version + 1


async def test_beginning_again_takes_over_and_keeps_the_odd_version(graph: Neo4jGraph) -> None:
    dead = await publication.begin(graph, "al_dead")
    alive = await publication.begin(graph, "al_alive")
    assert alive.version == dead.version == 1
    with pytest.raises(PublicationTaken):
        await publication.end(graph, dead)
    with pytest.raises(PublicationTaken):
        await graph.transact(lambda transaction: publication.hold(transaction, dead))
    await graph.transact(lambda transaction: publication.hold(transaction, alive))
    assert await publication.end(graph, alive) == 2


async def test_ending_again_after_a_lost_acknowledgement_is_no_error(graph: Neo4jGraph) -> None:
    current = await publication.begin(graph, "al_one")
    assert await publication.end(graph, current) == 2
    assert await publication.end(graph, current) == 2
    assert (await publication.read(graph)).version == 2


async def test_a_publisher_is_dead_after_a_minute(graph: Neo4jGraph) -> None:
    assert not (await publication.read(graph)).publisher_is_dead(datetime.now(UTC))
    await publication.begin(graph, "al_one")
    state = await publication.read(graph)
    assert state.publishing_since is not None
    assert not state.publisher_is_dead(state.publishing_since + DEAD_PUBLISHER_AFTER)
    assert state.publisher_is_dead(
        state.publishing_since + DEAD_PUBLISHER_AFTER + timedelta(seconds=1)
    )
