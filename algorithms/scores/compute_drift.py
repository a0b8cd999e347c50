"""What artists are booked for, what grows, and the Drift Score with all that follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from algorithms.derive.config import StrengthConfig, epoch_day
from algorithms.scores import followers, label_ties
from algorithms.scores.artist_prestige import artist_prestige
from algorithms.scores.booking import booking_score
from algorithms.scores.bookings import bookings_of
from algorithms.scores.compute_places import Places
from algorithms.scores.drift import drift_score, stage_weights
from algorithms.scores.momentum import increase, momentum
from algorithms.scores.nights import Nights
from algorithms.scores.parts import Floats, Parts, percentiles
from algorithms.scores.rankings import genre_ranks, percentiles_within
from algorithms.scores.reach import SOCIAL
from algorithms.scores.runs import Night, counted
from algorithms.scores.stage import INACTIVE, Career, Settled
from algorithms.scores.table import known, lists
from algorithms.scores.trajectory import trajectory
from graph.queries import cypher

FOLLOWERS = cypher("facts/follower_readings")
GENRES = cypher("facts/artist_genres")
LABELS = cypher("facts/label_releases")
MIXES = cypher("facts/mix_days")

Columns = dict[str, list[Any]]
Ties = Mapping[str, Sequence[label_ties.Tie]]


@dataclass(frozen=True)
class Artists:
    """What is known of N artists before their Drift Score. Length N each.

    Attributes:
        centrality: Centrality percentile, NaN for unknown.
        underground, reach: Components with their coverage.
        career: What their stages were decided by.
        settled: Their published stages.
        labels: Prestige of labels that have one.
        earlier: Centrality percentile one window before, NaN for unknown.
        scenes: Home scene of each, None for none.
    """

    ids: tuple[str, ...]
    centrality: Floats
    underground: Parts
    reach: Parts
    career: Career
    settled: Sequence[Settled]
    labels: Mapping[str, float]
    earlier: Floats
    scenes: Sequence[str | None]

    @property
    def stages(self) -> list[str | None]:
        """Stage of each, None while inactive."""
        return [None if one.stage == INACTIVE else one.stage for one in self.settled]


async def compute_drift(night: Night, nights: Nights, places: Places, of: Artists) -> Columns:
    """Booking, prestige, growth, momentum, Drift Score, trajectory, percentiles and ranks."""
    ties = await _ties(night, nights)
    booking, booked = await _booking(night, nights, places, of)
    prestige, renowned = await _prestige(night, of, ties)
    grown, moving = await _momentum(night, nights, of, ties)
    scored = (of.underground, moving, of.reach, booked, renowned)
    components = np.column_stack((of.centrality, *(part.value for part in scored)))
    connected = np.where(np.isnan(of.centrality), 0.0, 1.0)
    coverages = np.column_stack((connected, *(part.coverage for part in scored)))
    async with night.run("drift") as run:
        weights = np.array(
            [stage_weights(one, night.as_of, night.config.drift) for one in of.settled]
        ).reshape(components.shape)
        found = drift_score(components, weights, night.config.drift)
        run.counts |= counted(found.value)
    return {
        **booking,
        **prestige,
        **grown,
        "drift": known(found.value),
        "driftCoverage": known(found.coverage),
        "driftComponents": lists(components),
        "driftContributions": lists(found.contributions),
        "driftWeights": lists(weights),
        "driftCoverages": lists(coverages),
        "trajectory": [
            trajectory(speed, heard, stage, night.config.trajectory)
            for speed, heard, stage in zip(
                moving.value.tolist(), of.reach.value.tolist(), of.stages, strict=True
            )
        ],
        **await _rankings(night, nights, of, found.value),
    }


async def _booking(
    night: Night, nights: Nights, places: Places, of: Artists
) -> tuple[Columns, Parts]:
    config = night.config.booking
    async with night.run("booking") as run:
        found = bookings_of(nights, places, of.ids, night.as_of, config)
        parts, score = booking_score(
            found.prestige, of.career.headliner_ratio, found.tier_slope, found.spread, config
        )
        run.counts |= counted(score.value)
    return {
        "booking": known(score.value),
        "bookingParts": lists(parts),
        "bookingContributions": lists(score.contributions),
        "bookingCoverage": known(score.coverage),
        "tierSlope": known(found.tier_slope),
    }, score


async def _prestige(night: Night, of: Artists, ties: Ties) -> tuple[Columns, Parts]:
    config = night.config.artist_prestige
    async with night.run("artist_prestige") as run:
        labels = label_ties.label_parts(ties, of.ids, of.labels, night.as_of, config)
        parts, score = artist_prestige(labels, of.career.prestige, config)
        run.counts |= counted(score.value)
    return {
        "prestige": known(score.value),
        "prestigeParts": lists(parts),
        "prestigeContributions": lists(score.contributions),
        "prestigeCoverage": known(score.coverage),
    }, score


async def _momentum(night: Night, nights: Nights, of: Artists, ties: Ties) -> tuple[Columns, Parts]:
    config, grows = night.config.momentum, night.config.growth
    size, tolerance = len(of.ids), config.followers_tolerance_days
    async with night.run("momentum") as run:
        spans = {7: grows.tolerance_7, 30: grows.tolerance_30, 90: grows.tolerance_90}
        accounts = await _accounts(night, nights, of, {**spans, config.days: tolerance})
        inputs = np.column_stack(
            (
                followers.growth(accounts, size, night.as_of, config.days, tolerance, grows),
                _booked_more(nights, of.ids, night.as_of, config.days),
                label_ties.label_progression(ties, of.ids, of.labels, night.as_of, config.days),
                of.centrality - of.earlier,
                await _mixed_more(night, nights, of.ids, config.days),
            )
        )
        parts, score = momentum(inputs, of.stages, config)
        run.counts |= counted(score.value)
    return {
        "momentum": known(score.value),
        "momentumParts": lists(parts),
        "momentumContributions": lists(score.contributions),
        "momentumCoverage": known(score.coverage),
        **{
            f"growthVelocity{days}d": known(
                followers.growth(accounts, size, night.as_of, days, width, grows)
            )
            for days, width in spans.items()
        },
    }, score


async def _accounts(
    night: Night, nights: Nights, of: Artists, spans: Mapping[int, int]
) -> followers.Accounts:
    """Readings of followers near today and near each of the days before it."""
    widest = max(spans.values())
    wanted = [followers.Window(0, widest)]
    wanted += [followers.Window(days, width) for days, width in spans.items()]
    dates = [window.dates(night.as_of) for window in wanted]
    rows = await night.graph.rows(
        FOLLOWERS,
        metrics=list(SOCIAL),
        years=sorted({day.year for pair in dates for day in pair}),
        windows=[{"from": start, "to": end} for start, end in dates],
    )
    return followers.accounts_of(rows[0]["readings"], of.ids, nights.stands_for)


def _booked_more(nights: Nights, ids: Sequence[str], as_of: date, days: int) -> Floats:
    """Nights of the last days beside those of the days before; NaN without a dated night ever."""
    artist, back = nights.places_among(ids), epoch_day(as_of) - nights.day[nights.night]
    now = np.bincount(artist[back < days], minlength=len(ids))
    before = np.bincount(artist[(back >= days) & (back < 2 * days)], minlength=len(ids))
    ever = np.bincount(artist[~np.isnan(back)], minlength=len(ids)) > 0
    return np.where(ever, increase(now.astype(np.float64), before.astype(np.float64)), np.nan)


async def _mixed_more(night: Night, nights: Nights, ids: Sequence[str], days: int) -> Floats:
    """Mixes of the last days beside those of the days before; NaN where no source tells of any."""
    rows = (await night.graph.rows(MIXES, asOf=night.as_of))[0]["mixes"]
    if not rows:
        return np.full(len(ids), np.nan)
    place = {artist: at for at, artist in enumerate(ids)}
    counts = np.zeros((2, len(ids)))
    for artist, released in rows:
        for day in released:
            window = (night.as_of - date.fromisoformat(day)).days // days
            if window < len(counts):
                counts[window, place[nights.stands_for.get(artist, artist)]] += 1
    return increase(counts[0], counts[1])


async def _ties(night: Night, nights: Nights) -> Ties:
    rows = await night.graph.rows(
        LABELS, asOf=night.as_of, roles=list(StrengthConfig().roster_roles)
    )
    return label_ties.ties_of(rows[0]["ties"], nights.stands_for)


async def _rankings(night: Night, nights: Nights, of: Artists, drift: Floats) -> Columns:
    async with night.run("rankings") as run:
        rows: list[list[Any]] = (await night.graph.rows(GENRES))[0]["genres"]
        named = {nights.stands_for.get(artist, artist): names for artist, names in reversed(rows)}
        genres: list[list[str]] = [named.get(artist, []) for artist in of.ids]
        ranks = genre_ranks(drift, genres)
        run.counts |= {
            **counted(drift),
            "genres": len({name for names in genres for name in names}),
        }
    primary = [names[0] if names else None for names in genres]
    return {
        "percentileOverall": known(percentiles(drift)),
        "percentileGenre": known(percentiles_within(drift, primary)),
        "percentileScene": known(percentiles_within(drift, of.scenes)),
        "genreRankNames": [list(one.genres) for one in ranks],
        "genreRanks": [list(one.ranks) for one in ranks],
        "genreRankSizes": [list(one.sizes) for one in ranks],
    }
