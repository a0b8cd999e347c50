"""Similar artists, from everything else that is known of them."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from algorithms.scores.compute_scenes import SceneScores
from algorithms.scores.connections import Connections
from algorithms.scores.nights import Nights
from algorithms.scores.runs import Night
from algorithms.scores.similarity import Similar, Traits, similar_artists
from algorithms.scores.table import LinkTable
from algorithms.scores.traits import Trait, evenly, trait
from graph.queries import cypher

LABELS = cypher("facts/artist_labels")


async def compute_similarity(
    night: Night,
    nights: Nights,
    connections: Connections,
    scenes: SceneScores,
    ids: Sequence[str],
) -> LinkTable:
    """The most similar artists of each of `ids`, with what makes them so."""
    async with night.run("similarity") as run:
        rows = (await night.graph.rows(LABELS, asOf=night.as_of))[0]["artists"]
        labels: dict[str, set[str]] = {}
        for artist, names in rows:
            labels.setdefault(nights.stands_for.get(artist, artist), set()).update(names)
        traits = Traits(
            connection=neighbours(connections, ids),
            label=trait(evenly(labels), ids),
            event=_booked(nights, ids),
            genre=trait(evenly(scenes.genres), ids),
            scene=trait(scenes.shares, ids),
        )
        found = similar_artists(traits, night.config.similarity)
        links = links_of(found, ids)
        run.counts |= {"artists": len(links.ids), "links": len(found.score)}
    return links


def neighbours(connections: Connections, ids: Sequence[str]) -> Trait:
    """Whom artists are connected with, by strength; connections without any are left out."""
    pairs, size = connections.pairs, len(ids)
    number = {artist: at for at, artist in enumerate(ids)}
    place = np.array([number.get(artist, -1) for artist in pairs.ids], dtype=np.int64)
    one, other = place[pairs.sources], place[pairs.targets]
    counts = (one >= 0) & (other >= 0) & (pairs.strengths > 0.0)
    one, other, strength = one[counts], other[counts], pairs.strengths[counts]
    both, back = np.concatenate((one, other)), np.concatenate((other, one))
    return Trait(both, back, np.concatenate((strength, strength)), size, size)


def _booked(nights: Nights, ids: Sequence[str]) -> Trait:
    artist = nights.places_among(ids)
    return Trait(artist, nights.night, np.ones(len(artist)), len(ids), len(nights.ids))


def links_of(found: Similar, ids: Sequence[str]) -> LinkTable:
    """Relationships of each artist, by the id of the other one."""
    order = np.lexsort((found.other, found.artist))
    artists: list[int] = found.artist[order].tolist()
    others: list[int] = found.other[order].tolist()
    scores: list[float] = found.score[order].tolist()
    dims: list[list[float]] = found.dims[order].tolist()
    links: dict[str, list[list[Any]]] = {}
    for artist, other, score, row in zip(artists, others, scores, dims, strict=True):
        told = [None if math.isnan(value) else value for value in row]
        links.setdefault(ids[artist], []).append([ids[other], score, told])
    return LinkTable("SIMILAR", tuple(links), list(links.values()))
