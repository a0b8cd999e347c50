"""The scores of one artist by other constants, beside those of today; nothing is written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from algorithms.backdate import Backdated, Constants, connections_on, scores_on
from algorithms.scores import artist_prestige, booking, momentum, underground
from algorithms.scores.drift import COMPONENTS
from graph.client import Neo4jGraph
from graph.errors import EntityUnknown

PARTS = {
    "underground": ("uaiFactors", underground.FACTORS),
    "momentum": ("momentumParts", momentum.INPUTS),
    "reach": ("reachParts", ("streaming", "social")),
    "booking": ("bookingParts", booking.PARTS),
    "prestige": ("prestigeParts", artist_prestige.PARTS),
}
"""Component -> the property of the sheet with what it is made of, and the names of that."""


@dataclass(frozen=True)
class Part:
    """A component, or one of what it is made of; None for unknown."""

    key: str
    value: float | None
    weight: float | None = None
    contribution: float | None = None
    parts: tuple["Part", ...] = ()


@dataclass(frozen=True)
class ArtistScores:
    """The Drift Score of an artist and what it is the sum of; None for unknown."""

    drift: float | None
    coverage: float | None
    percentile: float | None
    stage: str | None
    trajectory: str | None
    components: tuple[Part, ...]


@dataclass(frozen=True)
class WhatIf:
    """Before and after the constants were set."""

    as_of: date
    before: ArtistScores
    after: ArtistScores


async def what_if(
    graph: Neo4jGraph,
    artist: str,
    as_of: date,
    constants: Constants,
    progress: Callable[[str], None],
) -> WhatIf:
    """Compute all scores by the usual constants and by others, and compare those of one artist.

    Both are computed from the facts there are now, so that they differ by the constants alone. What
    was kept of earlier days stays as it was: the centrality half a year before, the last Drift
    Scores of line-ups.

    Raises:
        EntityUnknown: The artist has no scores of its own, as another name of somebody for example.
        DatabaseFeatureMissing: The server has no GDS.
    """
    usual = Constants()
    connections = await connections_on(graph, as_of, usual, progress)
    before = await scores_on(graph, as_of, connections, usual.scores, progress)
    if (constants.strength, constants.pagerank) != (usual.strength, usual.pagerank):
        connections = await connections_on(graph, as_of, constants, progress)
    after = await scores_on(graph, as_of, connections, constants.scores, progress)
    return WhatIf(as_of, scores_of_artist(before, artist), scores_of_artist(after, artist))


def scores_of_artist(found: Backdated, artist: str) -> ArtistScores:
    """What was computed of one artist.

    Raises:
        EntityUnknown: Nothing was.
    """
    tables = {table.label: table for table in found.scores.tables}
    artists, sheets = tables["Artist"], tables["ScoreSheet"]
    if artist not in artists.ids:
        raise EntityUnknown(f"{artist} has no scores of its own")
    at = artists.ids.index(artist)
    scores = {name: values[at] for name, values in artists.columns.items()}
    sheet = {name: values[at] for name, values in sheets.columns.items()}
    columns = (sheet["driftComponents"], sheet["driftWeights"], sheet["driftContributions"])
    return ArtistScores(
        drift=scores["drift"],
        coverage=sheet["driftCoverage"],
        percentile=scores["percentileOverall"],
        stage=scores["careerStage"],
        trajectory=scores["trajectory"],
        components=tuple(
            Part(key, *map(_known, numbers), parts=_parts(key, sheet))
            for key, *numbers in zip(COMPONENTS, *columns, strict=True)
        ),
    )


def _parts(component: str, sheet: dict[str, Any]) -> tuple[Part, ...]:
    if component not in PARTS:
        return ()
    name, keys = PARTS[component]
    values = sheet[name]
    return tuple(Part(key, _known(value)) for key, value in zip(keys, values, strict=True))


def _known(value: float) -> float | None:
    return None if np.isnan(value) else value
