"""Other constants, other scores, and nothing is written; what cannot be set is said."""

from datetime import date
from typing import Any

import pytest

from algorithms.backdate import Constants
from algorithms.constants import changed, keys
from algorithms.what_if import ArtistScores, WhatIf, what_if
from graph.client import Neo4jGraph
from graph.errors import EntityUnknown, SettingsError
from graph.fingerprint import fingerprint
from tests.algorithms.network.scenes import ask
from tests.scheduler.test_backfill import TODAY, facts, night

ARTIST = "ar_0000000000000003"
STORED = ask(
    "MATCH (artist:Artist {id: 'ar_0000000000000003'})-[:EXPLAINED_BY]->(sheet:ScoreSheet) "
    "RETURN artist.drift AS drift, artist.careerStage AS stage, "
    "sheet.driftComponents AS components, sheet.momentumParts AS momentum",
    "drift", "stage", "components", "momentum",
)  # fmt: skip
NODES = ask("MATCH (node) RETURN count(node) AS nodes", "nodes")


@pytest.fixture
async def published(graph: Neo4jGraph) -> Neo4jGraph:
    """Thirty artists with scores of half a year before and of today."""
    await facts(graph)
    await night(graph, date(2019, 6, 30))
    await night(graph, TODAY)
    return graph


async def asked(graph: Neo4jGraph, **settings: str) -> WhatIf:
    given = {name.replace("__", "."): value for name, value in settings.items()}
    constants = changed(Constants(), given)
    return await what_if(graph, ARTIST, TODAY, constants, lambda _step: None)


def component(scores: ArtistScores, key: str) -> Any:
    return next(part for part in scores.components if part.key == key)


async def test_the_usual_constants_give_what_is_published(published: Neo4jGraph) -> None:
    found = await asked(published, strength__half_life_days="730")
    assert found.before == found.after
    (stored,) = await published.rows(STORED)
    assert (found.after.drift, found.after.stage) == (stored["drift"], stored["stage"])
    values = [part.value for part in found.after.components]
    known = [value for value in stored["components"] if value == value]
    assert [value for value in values if value is not None] == pytest.approx(known)
    momentum = [part.value for part in component(found.after, "momentum").parts]
    assert [value is None for value in momentum] == [value != value for value in stored["momentum"]]


async def test_a_shorter_half_life_moves_the_centrality_and_what_follows(
    published: Neo4jGraph,
) -> None:
    found = await asked(published, strength__half_life_days="10")
    before, after = component(found.before, "network"), component(found.after, "network")
    assert before.value != after.value
    assert component(found.before, "booking").parts[1] == component(found.after, "booking").parts[1]


async def test_weights_change_what_is_weighed(published: Neo4jGraph) -> None:
    found = await asked(published, booking__prestige="0.2", booking__spread="0.35")
    before, after = component(found.before, "booking"), component(found.after, "booking")
    assert before.parts == after.parts
    assert before.value != after.value
    weights = {"prestige": 0.2, "headliner_ratio": 0.25, "tier_progression": 0.2, "spread": 0.35}
    known = [part for part in after.parts if part.value is not None]
    expected = sum(weights[part.key] * part.value for part in known)
    assert after.value == pytest.approx(expected / sum(weights[part.key] for part in known))


async def test_nothing_is_written(published: Neo4jGraph) -> None:
    before, nodes = await fingerprint(published), await published.rows(NODES)
    await asked(published, momentum__days="90")
    assert await fingerprint(published) == before
    assert await published.rows(NODES) == nodes


async def test_an_artist_without_scores_of_its_own_is_said(published: Neo4jGraph) -> None:
    with pytest.raises(EntityUnknown, match="ar_9 has no scores of its own"):
        await what_if(published, "ar_9", TODAY, Constants(), lambda _step: None)


@pytest.mark.parametrize(
    ("settings", "said", "hint"),
    [
        ({"strength.half_life": "3"}, "no constant is called strength.half_life",
         "strength.half_life_days"),
        ({"strength.half_life_days": "soon"}, "strength.half_life_days=soon: that is no number",
         "number"),
        ({"strength.half_life_days": "nan"}, "strength.half_life_days=nan", "number"),
        ({"strength.half_life_days": "-1"}, "strength.half_life_days=-1: ", "is 730"),
        ({"momentum.days": "1.5"}, "momentum.days=1.5: that is no whole number", "whole"),
        ({"momentum.days": "0"}, "momentum.days=0: should be greater than or equal to 1", "180"),
        ({"pagerank.damping": "1"}, "pagerank.damping=1: should be less than 1", "0.85"),
        ({"drift.emerging.network": "0.9"}, "the weights of a stage sum to 1", "0.25"),
        ({"strength.reference": "2"}, "no constant is called strength.reference", "strength."),
    ],
)  # fmt: skip
def test_what_cannot_be_set_is_said_with_its_name(
    settings: dict[str, str], said: str, hint: str
) -> None:
    with pytest.raises(SettingsError) as refused:
        changed(Constants(), settings)
    assert said in refused.value.message
    assert hint in refused.value.hint


def test_weights_of_a_stage_are_set_together() -> None:
    both = {"drift.emerging.network": "0.30", "drift.emerging.reach": "0.05"}
    assert changed(Constants(), both).scores.drift.emerging.network == 0.3
    assert changed(Constants(), both).version != Constants().version


def test_every_number_can_be_set_to_what_it_is() -> None:
    usual = Constants()
    assert changed(usual, {key: f"{value!r}" for key, value in keys(usual).items()}) == usual
