"""Scores of scenes, and which scenes artists belong to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from algorithms.derive.config import day_of
from algorithms.scores.affiliation import Affiliations, affiliations, city_shares, home_scenes
from algorithms.scores.configuration import SceneHealthConfig
from algorithms.scores.nights import Nights
from algorithms.scores.runs import Night, counted
from algorithms.scores.scene_health import SceneHealth, scene_health
from algorithms.scores.scene_year import SceneYear, scene_year
from algorithms.scores.scenes import Scenes, read_artist_places, read_scenes
from algorithms.scores.table import LinkTable, ScoreTable, known, lists

Columns = dict[str, list[Any]]


@dataclass(frozen=True)
class SceneScores:
    """What is known of scenes.

    Attributes:
        table: Health, growth and emergence of scenes.
        links: Artists and the scenes they belong to.
        homes: Artist id -> id of the scene of its home city; artists without one are left out.
        shares: Artist id -> scenes of cities, with its share of the nights in each that is known.
        genres: Artist id -> ids of the genres it bears.
    """

    table: ScoreTable
    links: LinkTable
    homes: dict[str, str]
    shares: dict[str, dict[str, float]]
    genres: Mapping[str, frozenset[str]]


async def compute_scenes(night: Night, nights: Nights) -> SceneScores:
    """Affiliations of artists with scenes; health and growth of scenes."""
    async with night.run("affiliation") as run:
        scenes = await read_scenes(night.graph, nights)
        places = await read_artist_places(night.graph, nights.stands_for)
        found = affiliations(nights, scenes, places.cities, night.config.affiliation)
        homes = home_scenes(found, nights, scenes)
        run.counts |= {"scenes": len(scenes.ids), "affiliations": len(found.artist)}
    async with night.run("scene_health") as run:
        config = night.config.scene_health
        year = scene_year(nights, scenes, places.genres, night.as_of, config.quarters)
        health = scene_health(year, scenes.kind, scenes.regions, config)
        run.counts |= counted(health.health.value)
    table = night.table("Scene", scenes.ids, _columns(year, health, config), ("healthScore",))
    return SceneScores(
        table=table,
        links=_links(found, nights, scenes),
        homes=homes,
        shares=city_shares(found, nights, scenes),
        genres=places.genres,
    )


def _columns(year: SceneYear, found: SceneHealth, config: SceneHealthConfig) -> Columns:
    quarters = known(found.fast_quarters)
    return {
        "healthScore": known(found.health.value),
        "healthParts": lists(found.parts),
        "healthContributions": lists(found.health.contributions),
        "healthCoverage": known(found.health.coverage),
        "healthMissing": found.missing,
        "eventFrequency": known(found.frequency),
        "growthRate": known(year.growth),
        "emergenceStatus": found.status,
        "emergenceQuarters": [None if each is None else int(each) for each in quarters],
        "emergenceDetected": [
            None if each is None else each >= config.quarters for each in quarters
        ],
        "activeArtists": [int(each) for each in year.artists.tolist()],
        "venueDiversity": known(year.venues),
        "genreDiversity": known(year.genres),
        "labelCount": [None if each is None else int(each) for each in known(year.labels)],
    }


def _links(found: Affiliations, nights: Nights, scenes: Scenes) -> LinkTable:
    artist: list[int] = found.artist.tolist()
    scene: list[int] = found.scene.tolist()
    columns = (
        [scenes.ids[at] for at in scene],
        known(found.strength),
        found.home.tolist(),
        found.nights.tolist(),
        [_iso(day) for day in found.first.tolist()],
        [_iso(day) for day in found.last.tolist()],
    )
    links: dict[str, list[list[Any]]] = {}
    for at, row in zip(artist, zip(*columns, strict=True), strict=True):
        links.setdefault(nights.artists[at], []).append(list(row))
    return LinkTable("AFFILIATED_WITH", tuple(links), list(links.values()))


def _iso(day: float) -> str | None:
    return None if np.isnan(day) else day_of(int(day)).isoformat()
