"""All scores above the network, one after the other, each leaving a run."""

from algorithms.network.result import Centrality
from algorithms.scores import (
    artist_prestige,
    booking,
    drift,
    event_prestige,
    label_prestige,
    momentum,
    scene_health,
    similarity,
    underground,
)
from algorithms.scores.compute_artists import compute_artists
from algorithms.scores.compute_emerging import with_emerging
from algorithms.scores.compute_labels import compute_labels
from algorithms.scores.compute_mixes import compute_mixes
from algorithms.scores.compute_places import compute_places
from algorithms.scores.compute_scenes import compute_scenes
from algorithms.scores.compute_similarity import compute_similarity
from algorithms.scores.configuration import ScoringConfig
from algorithms.scores.connections import read_connections
from algorithms.scores.nights import read_nights
from algorithms.scores.runs import Night, Progress, silent
from algorithms.scores.slots import slot_edges
from algorithms.scores.table import Scores
from graph.client import Neo4jGraph


async def compute_scores(
    graph: Neo4jGraph,
    network: Centrality,
    config: ScoringConfig | None = None,
    progress: Progress = silent,
) -> Scores:
    """All scores above a network, from the edges that are stored."""
    return await scores_of(
        Night(graph, network.as_of, config or ScoringConfig(), progress), network
    )


async def scores_of(night: Night, network: Centrality) -> Scores:
    """Scores of venues, series, nights, labels, mix platforms, scenes and artists.

    Nothing is written but the run nodes. A line-up counts with the Drift Scores of an earlier day
    or with the centrality percentiles of this network, so that no score here depends on itself.
    """
    async with night.run("line_ups") as run:
        nights = await read_nights(night.graph, night.as_of)
        run.counts |= {"nights": len(nights.ids), "bookings": len(nights.night)}
    places = await compute_places(night, nights, network)
    labels = await compute_labels(night, nights, network)
    mixes = await compute_mixes(night)
    scenes = await compute_scenes(night, nights)
    artists, sheets = await compute_artists(
        night, nights, places, network, labels.prestige, scenes.homes
    )
    connections = await read_connections(night)
    artists = await with_emerging(night, artists, connections, network)
    tables = (*places.tables, labels.table, mixes, scenes.table, artists, sheets)
    links = [scenes.links]
    if night.derived is None:  # of a past day nobody asks who was like whom
        links.append(await compute_similarity(night, nights, connections, scenes, artists.ids))
    return Scores(tables, published_weights(night.config), tuple(links), nights)


def published_weights(config: ScoringConfig) -> dict[str, list[float]]:
    """Weights of the parts of each score, by the property of the publication that keeps them.

    Beside them what answers need of the configuration: the rules of what is computed when asked,
    hours at which slots begin, and the days of nights that count for bookings and for momentum.
    """
    residency, fit, venue = config.residency, config.venue_fit, config.venue_prestige
    bands = config.underground
    named = {
        "eventPrestigeWeights": (config.event_prestige, event_prestige.TERMS),
        "venuePrestigeWeights": (config.venue_prestige, ("rank", "line_ups")),
        "labelPrestigeWeights": (config.label_prestige, label_prestige.PARTS),
        "healthWeights": (config.scene_health, scene_health.HEALTH_PARTS),
        "uaiWeights": (config.underground, underground.FACTORS),
        "venueFitWeights": (fit, ("genres", "size", "co_bill")),
        "reachWeights": (config.reach, ("streaming", "social")),
        "bookingWeights": (config.booking, booking.PARTS),
        "prestigeWeights": (config.artist_prestige, artist_prestige.PARTS),
        "momentumWeights": (config.momentum, momentum.INPUTS),
        "similarityWeights": (config.similarity, similarity.DIMENSIONS),
    }
    weights = {
        name: [getattr(section, part) for part in parts] for name, (section, parts) in named.items()
    }
    return {
        **weights,
        "residencyRule": [residency.nights, residency.days, residency.gap_days],
        "touringRule": [float(config.touring.trip_days), config.touring.coverage_min],
        "venueFitRule": [float(fit.months), fit.strength_min, fit.coverage_min, venue.tiers - 1.0],
        "marketRule": [
            config.markets.fans,
            config.markets.plays,
            float(config.markets.untapped_pct),
            float(config.markets.untapped_months),
        ],
        "uaiBands": [
            bands.commercial_from,
            bands.crossover_from,
            bands.scene_core_from,
            bands.purist_from,
        ],
        "driftWeights": [
            getattr(getattr(config.drift, stage), part)
            for stage in drift.STAGES
            for part in drift.COMPONENTS
        ],
        "driftBlendingDays": [float(config.drift.blending_days)],
        "slotEdges": slot_edges(config.slots),
        "emergingRule": [float(config.emerging.days), float(config.emerging.established_pct)],
        "evidenceDays": [float(config.booking.days), float(config.momentum.days)],
    }
