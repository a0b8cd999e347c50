"""The demo world: a synthetic but lifelike scene, written as a Drift feed.

Nothing in it is real except the cities. The same configuration gives the same bytes.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.errors import WorldError
from loaders.feed_format import FEED_FILES, HeaderLine
from loaders.world.artist_lines import artist_lines, choose_presence
from loaders.world.audiences import audience_lines
from loaders.world.brands import Brand, choose_brands, collective_lines, series_lines
from loaders.world.cities import city_lines
from loaders.world.config import WorldConfig
from loaders.world.ground import Ground, lay_ground
from loaders.world.labels import Label, choose_labels, label_lines, signing_lines
from loaders.world.metrics import metric_lines
from loaders.world.mixes import mix_lines, mix_platform_lines
from loaders.world.nights import Night, choose_nights
from loaders.world.places import venue_lines
from loaders.world.release_lines import release_lines
from loaders.world.releases import Release, choose_releases
from loaders.world.timetable import event_lines
from loaders.world.writer import write_lines

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


class WorldSummary(NamedTuple):
    """What was written.

    Attributes:
        folder: Where the feed lies.
        edges: Connected pairs on the as-of date, any kind.
        lines: Lines of each kind.
        people: Artists without those who are an alias of another.
        night_pairs: Pairs of people that shared a night, numbered from 0, shape (n, 2).
        shared_nights: How many nights each of them shared.
        all_pairs: Connected pairs of any kind, shape (m, 2).
    """

    folder: Path
    config: WorldConfig
    edges: int
    lines: dict[str, int]
    people: int
    night_pairs: NDArray[np.int64]
    shared_nights: NDArray[np.float64]
    all_pairs: NDArray[np.int64]


class _World(NamedTuple):
    ground: Ground
    brands: tuple[Brand, ...]
    labels: tuple[Label, ...]
    releases: list[Release]
    nights: list[Night]


def generate(config: WorldConfig, folder: Path, progress: Progress) -> WorldSummary:
    """Makes a world and writes it as a feed; a feed in the folder is replaced.

    Args:
        folder: Made if missing; the header `feed.jsonl` is written last, so a folder without it
            is no feed.

    Raises:
        WorldImpossible: No number of nights gives the wanted pairs.
        WorldError: The folder cannot be written.
    """
    world = _make(config, progress)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FEED_FILES["feed"]).unlink(missing_ok=True)
        lines = _write(world, folder, progress)
    except OSError as error:
        raise WorldError(
            f"{folder} cannot be written: {error.strerror}", hint="Write it to another folder."
        ) from error
    pairs = world.ground.pairs
    night_pairs, shared_nights = pairs.night_pairs()
    return WorldSummary(
        folder=folder,
        config=config,
        edges=len(pairs),
        lines=lines,
        people=pairs.people,
        night_pairs=night_pairs,
        shared_nights=shared_nights,
        all_pairs=pairs.all_pairs(),
    )


def _make(config: WorldConfig, progress: Progress) -> _World:
    ground = lay_ground(config)
    brands = choose_brands(ground)
    labels = choose_labels(ground)
    releases = choose_releases(ground, labels)

    def report(pairs: int) -> None:
        progress("nights", min(pairs, config.edges), config.edges)

    nights = choose_nights(ground, brands, report)
    return _World(ground, brands, labels, releases, nights)


def _write(world: _World, folder: Path, progress: Progress) -> dict[str, int]:
    """Writes all files, the header last; returns lines a kind."""
    ground, brands, labels, releases, nights = world
    presence = choose_presence(ground)
    platforms = mix_platform_lines(ground)
    sources = {
        "city": city_lines(ground.cities),
        "venue": venue_lines(ground.venues),
        "artist": artist_lines(ground, brands, presence),
        "collective": collective_lines(brands, ground.artists),
        "series": series_lines(brands, ground.artists),
        "label": label_lines(labels, ground.artists),
        "event": event_lines(ground, nights),
        "release": release_lines(ground, releases),
        "signing": signing_lines(ground.config, labels, ground.artists),
        "mix_platform": platforms,
        "mix": mix_lines(ground, platforms),
        "metric": metric_lines(ground, presence),
        "audience": audience_lines(ground, nights, presence),
        "feed": [_header(ground.config)],
    }
    counts: dict[str, int] = {}
    for number, (kind, lines) in enumerate(sources.items()):
        progress("files", number, len(sources))
        counts[kind] = write_lines(folder, kind, lines)
    progress("files", len(sources), len(sources))
    return counts


def _header(config: WorldConfig) -> HeaderLine:
    return HeaderLine(
        id="feed",
        version="1",
        source=f"world-{config.seed}",
        name=f"Drift demo world {config.seed} ({config.artists} artists, synthetic)",
        generated_at=config.as_of,
        synthetic=True,
        licence="CC0-1.0",
    )


__all__ = ["Progress", "WorldConfig", "WorldSummary", "generate"]
