"""Scores of venues, series and nights."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from algorithms.network.result import Centrality
from algorithms.scores.event_prestige import event_prestige
from algorithms.scores.history import last_drift
from algorithms.scores.months import months_before
from algorithms.scores.nights import NOWHERE, Ints, Nights, numbers
from algorithms.scores.parts import Floats
from algorithms.scores.places import brand_scores, venue_prestige
from algorithms.scores.runs import Night, counted
from algorithms.scores.table import ScoreTable, known, lists
from algorithms.scores.venue_rank import venue_rank
from graph.queries import cypher

VENUES = cypher("facts/venues")


@dataclass(frozen=True)
class Places:
    """Tables of venues, series and nights, and what each night has of them.

    Attributes:
        capacity: Capacity of the venue of each night, NaN for unknown. Length N.
        tier: Its tier, NaN for none. Length N.
        country: Its country, '' for unknown. Length N.
        prestige: Prestige index of each night, NaN for none. Length N.
    """

    tables: tuple[ScoreTable, ...]
    capacity: Floats
    tier: Floats
    country: list[str]
    prestige: Floats


async def compute_places(night: Night, nights: Nights, network: Centrality) -> Places:
    """Prestige of venues, brands of series, prestige of nights, each from the ones before."""
    score = _centrality(network, nights)
    rows: list[list[Any]] = (await night.graph.rows(VENUES))[0]["venues"]
    at = {row[0]: place for place, row in enumerate(rows)}
    # A night's venue by its place among all venues, of which some never held a night.
    all_venues = np.array([at[venue] for venue in nights.venues], dtype=np.int64)
    where = _through(all_venues, nights.venue)
    venues = await _venues(night, nights, rows, all_venues, score)
    series, brands = await _series(night, nights, score)
    capacity = _looked_up(numbers(row[1] for row in rows), where)
    async with night.run("event_prestige") as run:
        found = event_prestige(
            venue=_looked_up(numbers(venues.columns["prestigeScore"]), where),
            line_up=nights.mean_by(
                np.arange(len(nights.ids)), len(nights.ids), await _standing(night, nights, score)
            ),
            capacity=capacity,
            festival=nights.festival,
            brand=_looked_up(brands, nights.one_of),
            config=night.config.event_prestige,
        )
        run.counts |= counted(found.index)
    columns = {
        "prestigeRaw": known(found.raw),
        "prestigeIndex": known(found.index),
        "prestigeTerms": lists(found.terms),
        "prestigeContributions": lists(found.contributions),
        "prestigeCoverage": known(found.coverage),
    }
    events = night.table("Event", nights.ids, columns, ("prestigeIndex",))
    countries = [row[2] or "" for row in rows]
    return Places(
        tables=(venues, series, events),
        capacity=capacity,
        tier=_looked_up(numbers(venues.columns["tier"]), where),
        country=["" if place == NOWHERE else countries[place] for place in where.tolist()],
        prestige=found.index,
    )


async def _venues(
    night: Night, nights: Nights, rows: list[list[Any]], all_venues: Ints, score: Floats
) -> ScoreTable:
    config, ids = night.config.venue_prestige, tuple(row[0] for row in rows)
    async with night.run("venue_rank") as run:
        played = night.derived and night.derived.played
        guests = [row[3] if played is None else played.get(row[0], []) for row in rows]
        rank = await venue_rank(night.graph, ids, guests, config)
        run.counts |= {
            "venues": len(ids),
            "ranIterations": rank.iterations,
            "didConverge": rank.converged,
        }
    async with night.run("venue_prestige") as run:
        since = nights.after(months_before(night.as_of, config.months))
        line_ups = np.full(len(ids), np.nan)
        line_ups[all_venues] = nights.mean_by(nights.venue, len(nights.venues), score, since)
        found = venue_prestige(rank.percentile, line_ups, config)
        run.counts |= counted(found.prestige.value)
    columns = {
        "prestigeScore": known(found.prestige.value),
        "prestigeParts": lists(found.parts),
        "prestigeContributions": lists(found.prestige.contributions),
        "prestigeCoverage": known(found.prestige.coverage),
        "tier": [int(tier) or None for tier in found.tiers],
    }
    return night.table("Venue", ids, columns, ("prestigeScore",))


async def _series(night: Night, nights: Nights, score: Floats) -> tuple[ScoreTable, Floats]:
    async with night.run("series_brand") as run:
        size = len(nights.series)
        editions = np.bincount(nights.one_of[nights.one_of != NOWHERE], minlength=size)
        line_ups = nights.mean_by(nights.one_of, size, score)
        brands = brand_scores(editions.astype(np.float64), line_ups, night.config.brand)
        run.counts |= counted(brands)
    columns = {"brandScore": known(brands), "brandLineUps": known(line_ups)}
    return night.table("EventSeries", nights.series, columns, ("brandScore",)), brands


async def _standing(night: Night, nights: Nights, centrality: Floats) -> Floats:
    """The Drift Score that each booked artist last had, its centrality percentile before one.

    It is of an earlier day, so that no score depends on itself and a day gives the same again.
    """
    before = await last_drift(night.graph, night.as_of)
    drift = np.array([before.get(artist, np.nan) for artist in nights.artists], dtype=np.float64)
    return np.where(np.isnan(drift), centrality, drift)


def _centrality(network: Centrality, nights: Nights) -> Floats:
    """Centrality percentile of each booked artist, NaN for those without connections."""
    pct = dict(zip(network.ids, network.centrality_pct.tolist(), strict=True))
    return np.array([pct.get(artist, np.nan) for artist in nights.artists], dtype=np.float64)


def _through(first: Ints, second: Ints) -> Ints:
    """`first[second]`, nowhere where `second` is."""
    return np.append(first, NOWHERE)[np.where(second == NOWHERE, len(first), second)]


def _looked_up(values: Floats, place: Ints) -> Floats:
    """The value at each place, NaN where there is none."""
    return np.append(values, np.nan)[np.where(place == NOWHERE, len(values), place)]
