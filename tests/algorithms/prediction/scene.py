"""Nights by hand, and a scene of many artists of whom some rise."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np

from algorithms.derive.config import day_of, epoch_day
from algorithms.prediction.configuration import PredictionConfig
from algorithms.prediction.facts import Facts, facts_of
from algorithms.scores.nights import nights_of
from graph.client import Neo4jGraph
from tests.algorithms.network.scenes import write

CONFIG = PredictionConfig(events_min=5)

Row = list[Any]

LINE_UPS = write(
    "UNWIND $nights AS row "
    "MERGE (venue:Venue {id: row[2]}) "
    "CREATE (night:Event {id: row[0], date: date(row[1]), isFestival: false, cancelled: false}) "
    "CREATE (night)-[:HELD_AT {source: 'test'}]->(venue) "
    "WITH night, row UNWIND row[3] AS artistId "
    "MERGE (artist:Artist {id: artistId}) ON CREATE SET artist.name = artistId, "
    "artist.synthetic = true "
    "CREATE (artist)-[:PERFORMED_AT {cancelled: false, source: 'test', sourceId: row[0]}]->(night)",
    "$nights  LIST<LIST<ANY>>  id, ISO date, venue, artists",
)


async def put(graph: Neo4jGraph, rows: Sequence[Row]) -> None:
    """Put nights into the graph, with their venues and artists."""
    nights = [[row[0], day_of(row[1]).isoformat(), row[3], row[5]] for row in rows]
    await graph.write(LINE_UPS, nights=nights)


def night(day: str, *artists: str, venue: str = "ve_1", festival: bool | None = False) -> Row:
    """A row of `facts/nights`, its id its day and venue."""
    number = epoch_day(date.fromisoformat(day))
    return [f"ev_{day}_{venue}", number, festival, venue, None, list(artists)]


def facts(rows: Sequence[Row], mixes: Sequence[tuple[str, Sequence[str]]] = ()) -> Facts:
    """The facts of some nights."""
    return facts_of(nights_of(sorted(rows), {}), mixes, line_up_max=CONFIG.line_up_max)


def rising_scene(seed: int = 7, artists: int = 400, last: date = date(2019, 12, 31)) -> list[Row]:
    """Nights of six years: each artist plays at a rate of its own, and a third of them rises.

    The rise takes two years, so its beginning tells what follows; nothing else does.
    """
    chance = np.random.default_rng(seed)
    first = date(2014, 1, 1)
    days = (last - first).days
    base = chance.gamma(1.5, 1.6, artists)
    begins = np.where(chance.random(artists) < 0.33, chance.uniform(0, days, artists), np.inf)
    line_ups: dict[tuple[int, int], list[str]] = {}
    for week in range(days // 7):
        day = 7 * week
        risen = np.clip((day - begins) / 730.0, 0.0, 1.0)
        plays = chance.random(artists) < base * (1.0 + 4.0 * risen) / 52.0
        for artist in np.flatnonzero(plays).tolist():
            place = int(chance.integers(12))
            line_ups.setdefault((day, place), []).append(f"ar_{artist:05}")
    return [
        night((first + timedelta(days=day)).isoformat(), *names, venue=f"ve_{place:02}")
        for (day, place), names in line_ups.items()
    ]
