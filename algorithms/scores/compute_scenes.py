"""Scores of scenes, and which scenes artists belong to."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from algorithms.derive.config import day_of
from algorithms.scores.affiliation import Affiliations, affiliations, home_scenes
from algorithms.scores.nights import Nights
from algorithms.scores.runs import Night
from algorithms.scores.scenes import Scenes, read_artist_places, read_scenes
from algorithms.scores.table import LinkTable, known


@dataclass(frozen=True)
class SceneScores:
    """What is known of scenes.

    Attributes:
        links: Artists and the scenes they belong to.
        homes: Artist id -> id of the scene of its home city; artists without one are left out.
    """

    links: LinkTable
    homes: dict[str, str]


async def compute_scenes(night: Night, nights: Nights) -> SceneScores:
    """Affiliations of artists with scenes."""
    async with night.run("affiliation") as run:
        scenes = await read_scenes(night.graph, nights)
        places = await read_artist_places(night.graph, nights.stands_for)
        found = affiliations(nights, scenes, places.cities, night.config.affiliation)
        homes = home_scenes(found, nights, scenes)
        run.counts |= {"scenes": len(scenes.ids), "affiliations": len(found.artist)}
    return SceneScores(links=_links(found, nights, scenes), homes=homes)


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
