"""Prestige of mix platforms: what a source says, what is preset, what nobody knows."""

import numpy as np
import pytest

from algorithms.publish import publish
from algorithms.scores.compute import compute_scores
from algorithms.scores.configuration import MixPrestigeConfig
from algorithms.scores.mix_prestige import mix_prestige
from graph.client import Neo4jGraph
from graph.migrations import read_migrations
from tests.algorithms.network.results import result_of
from tests.algorithms.network.scenes import ask, write
from tests.probe import statement

PLATFORMS = write("""
CREATE (:MixPlatform {id: 'mp_1', name: 'Boiler Room', slug: 'boiler-room'}),
  (:MixPlatform {id: 'mp_2', name: 'Boiler room', slug: 'other', statedPrestige: 40}),
  (:MixPlatform {id: 'mp_3', name: 'Somebody', slug: 'somebody'}), (:MixPlatform {id: 'mp_4'})
""")
STORED = ask(
    "MATCH (node:MixPlatform) RETURN node.id AS id, node.prestigeScore AS score, "
    "node.statedPrestige AS stated ORDER BY id",
    "id", "score", "stated",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Essential Mix", 95), ("RA Podcast", 90), ("BOILER ROOM", 90), ("Dekmantel Podcast", 85),
     ("SoundCloud", 20), ("mixcloud", 20)],
)  # fmt: skip
def test_known_platforms_have_a_preset_that_a_source_overrides(name: str, expected: float) -> None:
    found = mix_prestige([name, name], np.array([np.nan, 0.0]), MixPrestigeConfig())
    assert found.tolist() == [expected, 0.0]


def test_any_other_platform_is_unknown() -> None:
    assert np.isnan(
        mix_prestige(["", "Some Podcast"], np.full(2, np.nan), MixPrestigeConfig())
    ).all()


async def test_platforms_have_their_prestige_published(graph: Neo4jGraph) -> None:
    await graph.write(PLATFORMS)
    network = result_of(4, 0)
    await publish(graph, network, scores=await compute_scores(graph, network))
    assert [row["score"] for row in await graph.rows(STORED)] == [90.0, 40.0, None, None]
    report = await publish(graph, network, scores=await compute_scores(graph, network))
    assert report.others == 0


async def test_what_sources_said_before_is_kept_apart(graph: Neo4jGraph) -> None:
    await graph.write(write("CREATE (:MixPlatform {id: 'mp_1', prestigeScore: 40.0})"))
    (apart,) = (each for each in read_migrations() if each.name == "stated_mix_prestige")
    for _ in range(2):
        for text in apart.statements:
            await graph.write(statement(text, mode="write"))
        assert await graph.rows(STORED) == [{"id": "mp_1", "score": None, "stated": 40.0}]
