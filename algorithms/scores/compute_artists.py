"""Scores of artists: reach, authenticity, career stage, and what follows from them."""

from collections.abc import Mapping

import numpy as np

from algorithms.derive.config import StrengthConfig
from algorithms.network.result import Centrality
from algorithms.scores.artists import (
    Works,
    metrics_of,
    stage_of,
    underground_factors,
    works_of,
)
from algorithms.scores.careers import career_of
from algorithms.scores.compute_drift import Artists, Columns, compute_drift
from algorithms.scores.compute_places import Places
from algorithms.scores.history import earlier_centrality, last_stages
from algorithms.scores.months import months_before
from algorithms.scores.nights import Nights
from algorithms.scores.parts import Floats, Parts
from algorithms.scores.reach import reach
from algorithms.scores.runs import Night, counted
from algorithms.scores.stage import INACTIVE, Career, Settled, decide, settle
from algorithms.scores.table import ScoreTable, known, lists
from algorithms.scores.underground import PROFILES, underground_index
from graph.queries import cypher

METRICS = cypher("facts/artist_metrics")
SETS = cypher("facts/sets")
WORKS = cypher("facts/artist_works")

PERCENTAGES = (
    "reach", "uai", "booking", "prestige", "momentum", "drift", "percentileOverall",
)  # fmt: skip
SCORES = (*PERCENTAGES, "uaiProfile", "careerStage", "trajectory")
"""What artists are ordered and chosen by. The rest explains it and stands on a sheet beside the
artist: a node with half as many properties is read in half the time."""
SHEET_PERCENTAGES = ("percentileGenre", "percentileScene")


async def compute_artists(
    night: Night,
    nights: Nights,
    places: Places,
    network: Centrality,
    labels: Mapping[str, float],
    homes: Mapping[str, str],
) -> tuple[ScoreTable, ScoreTable]:
    """Every score of every artist above the network, the Drift Score last; and their sheets.

    Args:
        labels: Label id -> its prestige, where it has one.
        homes: Artist id -> id of its home scene.
    """
    config, as_of, stands_for = night.config.underground, night.as_of, nights.stands_for
    async with night.run("works") as run:
        rows = await night.graph.rows(
            WORKS,
            asOf=as_of,
            contentSince=months_before(as_of, config.content_months),
            organisedSince=months_before(as_of, config.organised_months),
            roles=list(StrengthConfig().roster_roles),
        )
        works = works_of(rows[0]["artists"], stands_for)
        read = (await night.graph.rows(METRICS, asOf=as_of))[0]["metrics"]
        metrics = metrics_of(read, works.ids, stands_for)
        run.counts |= {"artists": len(works.ids), "metrics": sorted(metrics)}
    async with night.run("reach") as run:
        parts, reached = reach(metrics, len(works.ids), night.config.reach)
        run.counts |= counted(reached.value)
    rooted, index = await _underground(night, nights, places, works, metrics, reached.value)
    staged, career, settled = await _stages(night, nights, places, works)
    centrality = dict(zip(network.ids, network.centrality_pct.tolist(), strict=True))
    moves = night.config.momentum
    earlier = await earlier_centrality(
        night.graph, works.ids, night.as_of, moves.days, moves.history_tolerance_days
    )
    artists = Artists(
        ids=works.ids,
        centrality=np.array([centrality.get(artist, np.nan) for artist in works.ids]),
        underground=index,
        reach=reached,
        career=career,
        settled=settled,
        labels=labels,
        earlier=earlier,
        scenes=[homes.get(artist) for artist in works.ids],
    )
    columns: Columns = {
        "reach": known(reached.value),
        "reachParts": lists(parts),
        "reachContributions": lists(reached.contributions),
        "reachCoverage": known(reached.coverage),
        **rooted,
        **staged,
        **await compute_drift(night, nights, places, artists),
    }
    scores = {name: columns.pop(name) for name in SCORES}
    return (
        night.table("Artist", works.ids, scores, PERCENTAGES),
        night.table("ScoreSheet", works.ids, columns, SHEET_PERCENTAGES),
    )


async def _underground(
    night: Night,
    nights: Nights,
    places: Places,
    works: Works,
    metrics: Mapping[str, Floats],
    reached: Floats,
) -> tuple[Columns, Parts]:
    config = night.config.underground
    async with night.run("underground") as run:
        stage = stage_of(nights, places.capacity, works.ids, night.as_of, config)
        factors, coverages = underground_factors(
            works, stage, metrics, reached, night.as_of, config
        )
        found = underground_index(factors, config)
        run.counts |= counted(found.index.value)
    bands: list[int] = found.profiles.tolist()
    return {
        "uai": known(found.index.value),
        "uaiProfile": [PROFILES[band] if band >= 0 else None for band in bands],
        "uaiCoverage": known(found.index.coverage),
        "uaiFactors": lists(factors),
        "uaiContributions": lists(found.index.contributions),
        "uaiFactorCoverages": lists(coverages),
    }, found.index


async def _stages(
    night: Night, nights: Nights, places: Places, works: Works
) -> tuple[Columns, Career, list[Settled]]:
    config, as_of = night.config.stage, night.as_of
    async with night.run("career_stage") as run:
        sets = (await night.graph.rows(SETS, asOf=as_of))[0]["sets"]
        last = await last_stages(night.graph, as_of)
        career = career_of(nights, places, works, sets, as_of, config, night.config.slots)
        decisions = [decide(career, at, config) for at in range(len(works.ids))]
        settled = [
            settle(last.get(artist), decision.stage, as_of, config)
            for artist, decision in zip(works.ids, decisions, strict=True)
        ]
        for one in settled:
            run.counts[one.stage] = run.counts.get(one.stage, 0) + 1
    return (
        {
            "careerStage": [None if one.stage == INACTIVE else one.stage for one in settled],
            "stageReasons": [list(decision.reasons) for decision in decisions],
            "stageMissing": [list(decision.missing) for decision in decisions],
            "stageSince": [one.since.isoformat() for one in settled],
            "stageBefore": [one.before for one in settled],
            "stageCandidate": [one.candidate for one in settled],
            "stageCandidateSince": [
                one.candidate_since and one.candidate_since.isoformat() for one in settled
            ],
        },
        career,
        settled,
    )
