"""The demo world beside a real scene: the same measures of both."""

from pathlib import Path

import numpy as np

from loaders.world import WorldSummary
from loaders.world.compare.london import read_london
from loaders.world.compare.measures import GraphShape, measure

LONDON = "London, shared nights"
WORLD_NIGHTS = "World, shared nights"
WORLD_ALL = "World, connected"


def compare(summary: WorldSummary, london: Path) -> dict[str, GraphShape]:
    """Shapes by column title: London's shared nights, the world's, and all the world's pairs.

    Edges weigh the nights they shared; in the last column, where pairs also share labels, crews
    and releases, each weighs 1.

    Args:
        london: Folder `ra-london` of the open data.

    Raises:
        ComparisonMissing: The folder holds no London events.
    """
    real = read_london(london)
    people = summary.people
    equal = np.ones(len(summary.all_pairs))
    return {
        LONDON: measure(real.pairs, real.shared_nights, real.artists),
        WORLD_NIGHTS: measure(summary.night_pairs, summary.shared_nights, people),
        WORLD_ALL: measure(summary.all_pairs, equal, people),
    }


__all__ = ["GraphShape", "compare"]
