"""How well scenes are among those of their kind, and which of them stand out by their growth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from algorithms.network.percentiles import midrank_percentiles
from algorithms.scores.configuration import SceneHealthConfig
from algorithms.scores.nights import Bools, Ints
from algorithms.scores.parts import Floats, Parts, weighted
from algorithms.scores.scene_year import YEAR_DAYS, SceneYear

HEALTH_PARTS = ("artists", "nights", "labels", "genres", "growth")
"""Parts of the health of a scene, named as in the configuration."""

WEEK_DAYS = 7


@dataclass(frozen=True)
class SceneHealth:
    """S scenes.

    Attributes:
        parts: Percentiles among scenes of the kind, 0 to 100, NaN if unknown. S x 5.
        health: The score, with what each part adds.
        missing: Of each scene why there is no part, or which are unknown.
        frequency: Nights a week in the last year. Length S.
        status: `emerging`, `active`, `established`, `declining`, or None where too little happens.
        fast_quarters: Quarters in a row, the last one included, of growth far above that of the
            region, at most as many as are asked for; NaN if it is not known of one that decides.
    """

    parts: Floats
    health: Parts
    missing: list[list[str]]
    frequency: Floats
    status: list[str | None]
    fast_quarters: Floats


def scene_health(
    year: SceneYear, kind: Ints, regions: Sequence[str], config: SceneHealthConfig
) -> SceneHealth:
    """Health, status and emergence.

    Args:
        kind: Number of the kind of each scene; percentiles are within one.
        regions: Continent of each scene, '' for unknown.

    Source:
        Specification of the scene graph, engine 4, scene health and emergence detection.
    """
    compared = year.nights >= config.nights_min
    share = config.frequency
    busy = share * percentiles(year.nights, kind, compared, config)
    columns = (
        percentiles(year.artists, kind, compared, config),
        busy + (1.0 - share) * percentiles(year.venues, kind, compared, config),
        percentiles(year.labels, kind, compared, config),
        percentiles(year.genres, kind, compared, config),
        percentiles(year.growth, kind, compared, config),
    )
    parts = np.column_stack(columns)
    weights = np.array([getattr(config, part) for part in HEALTH_PARTS])
    health = weighted(parts, weights, coverage_min=config.coverage_min)
    return SceneHealth(
        parts=parts,
        health=health,
        missing=[
            _missing(bool(enough), unknown)
            for enough, unknown in zip(compared, np.isnan(parts), strict=True)
        ],
        frequency=year.nights * WEEK_DAYS / YEAR_DAYS,
        status=_status(year, health.value, compared, config),
        fast_quarters=fast_quarters(year.quarters, compared, kind, regions, config),
    )


def percentiles(values: Floats, kind: Ints, compared: Bools, config: SceneHealthConfig) -> Floats:
    """Percentile of each value among those compared of its kind; NaN for others and for few."""
    found = np.full(len(values), np.nan)
    for number in np.unique(kind):
        peers = compared & (kind == number) & ~np.isnan(values)
        if np.count_nonzero(peers) >= config.peers_min:
            found[peers] = midrank_percentiles(values[peers])
    return found


def fast_quarters(
    growth: Floats,
    compared: Bools,
    kind: Ints,
    regions: Sequence[str],
    config: SceneHealthConfig,
) -> Floats:
    """Quarters in a row in which each scene grew far more than the scenes of its region.

    Args:
        growth: Growth of each of the last quarters, the last one first. S x Q.
        compared: Scenes with enough nights; the others neither count nor have a figure.

    Returns:
        0 to Q a scene; NaN where growth, region or enough neighbours are unknown before that.
    """
    above = np.full(growth.shape, np.nan)
    for quarter, peers in _regions(growth, compared, kind, regions):
        values = growth[peers, quarter]
        if len(values) >= config.region_min:
            least = values.mean() + config.deviations * values.std()
            above[peers, quarter] = (values >= least) & (values.std() > 0)
    # A quarter that is not fast ends the row whatever came before it; an unknown one hides it.
    going = np.cumprod(above, axis=1)
    stopped = np.cumsum(above == 0, axis=1) > 0
    return np.where(stopped, 0.0, going).sum(axis=1)


def _regions(
    growth: Floats, compared: Bools, kind: Ints, regions: Sequence[str]
) -> Iterator[tuple[int, Ints]]:
    """Quarters, and the scenes of one kind and region whose growth is known in it."""
    names = np.array(regions, dtype=np.str_)
    for number in np.unique(kind):
        for region in np.unique(names[names != ""]):
            together = compared & (kind == number) & (names == region)
            for quarter in range(growth.shape[1]):
                yield quarter, np.flatnonzero(together & ~np.isnan(growth[:, quarter]))


def _status(
    year: SceneYear, health: Floats, compared: Bools, config: SceneHealthConfig
) -> list[str | None]:
    """A test on an unknown number fails; a scene with few nights in both years has no status."""
    known = compared | (year.earlier >= config.nights_min)
    chosen = np.select(
        [
            ~known,
            year.growth <= config.declining_to,
            ~compared,
            (health < config.emerging_below) & (year.growth >= config.emerging_from),
            health >= config.established_from,
        ],
        ["", "declining", "", "emerging", "established"],
        default="active",
    )
    return [status or None for status in chosen.tolist()]


def _missing(compared: bool, unknown: Bools) -> list[str]:
    if not compared:
        return [TOO_FEW_NIGHTS]
    if unknown.all():
        return [NO_PEERS]
    return [
        part for part, is_unknown in zip(HEALTH_PARTS, unknown.tolist(), strict=True) if is_unknown
    ]


TOO_FEW_NIGHTS, NO_PEERS = "TOO_FEW_NIGHTS", "NO_PEERS"
"""Why no part is known: the scene is not compared, or there are too few others of its kind."""
