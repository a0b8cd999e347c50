"""The real scene to compare with: pairs of artists on one line-up in London, 2014 to 2019."""

import gzip
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import orjson
from numpy.typing import NDArray

from graph.errors import ComparisonMissing

EVENTS_FILE = "events.jsonl.gz"
HIDDEN_NAME = "[email"


class NightPairs(NamedTuple):
    """Pairs that shared a night.

    Attributes:
        pairs: Artist numbers of shape (n, 2).
        shared_nights: How many nights each pair shared.
        artists: Artists with at least one booking.
    """

    pairs: NDArray[np.int64]
    shared_nights: NDArray[np.float64]
    artists: int


def read_london(folder: Path) -> NightPairs:
    """Pairs of the `ra-london` folder; an event id counts once, an artist once an event.

    Raises:
        ComparisonMissing: The folder holds no events file.
    """
    path = folder / EVENTS_FILE
    if not path.is_file():
        raise ComparisonMissing(
            f"there is no {EVENTS_FILE} in {folder}",
            hint="Give the folder `ra-london` of the open data to --compare.",
        )
    numbers: dict[str, int] = {}
    counts: Counter[tuple[int, int]] = Counter()
    for lineup in _lineups(path):
        people = sorted(numbers.setdefault(artist, len(numbers)) for artist in lineup)
        counts.update(combinations(people, 2))
    pairs = np.array(list(counts), dtype=np.int64)
    return NightPairs(pairs, np.array(list(counts.values()), dtype=np.float64), len(numbers))


def _lineups(path: Path) -> list[list[str]]:
    """Distinct artist ids of each event, in file order."""
    by_event: dict[int, dict[str, None]] = {}
    with gzip.open(path) as lines:
        for line in lines:
            event = orjson.loads(line)
            lineup = by_event.setdefault(event["event_id"][0], {})
            for artist in event["artists"]:
                names, ids = artist["artist_name"], artist["artist_id"]
                if ids and names and not names[0].startswith(HIDDEN_NAME):
                    lineup[ids[0]] = None
    return [list(lineup) for lineup in by_event.values()]
