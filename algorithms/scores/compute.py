"""All scores above the network, one after the other, each leaving a run."""

from algorithms.network.result import NetworkResult
from algorithms.scores.compute_artists import compute_artists
from algorithms.scores.compute_labels import compute_labels
from algorithms.scores.compute_mixes import compute_mixes
from algorithms.scores.compute_places import compute_places
from algorithms.scores.compute_scenes import compute_scenes
from algorithms.scores.configuration import ScoringConfig
from algorithms.scores.event_prestige import TERMS
from algorithms.scores.label_prestige import PARTS
from algorithms.scores.nights import read_nights
from algorithms.scores.runs import Night, Progress, silent
from algorithms.scores.scene_health import HEALTH_PARTS
from algorithms.scores.table import Scores
from algorithms.scores.underground import FACTORS
from graph.client import Neo4jGraph


async def compute_scores(
    graph: Neo4jGraph,
    network: NetworkResult,
    config: ScoringConfig | None = None,
    progress: Progress = silent,
) -> Scores:
    """Prestige of places, series, nights, labels, mix platforms; scenes; scores of artists.

    Nothing is written but the run nodes. A line-up counts with the centrality percentiles of this
    network, so that no score here depends on itself.
    """
    night = Night(graph, network.as_of, config or ScoringConfig(), progress)
    async with night.run("line_ups") as run:
        nights = await read_nights(graph, night.as_of)
        run.counts |= {"nights": len(nights.ids), "bookings": len(nights.night)}
    places = await compute_places(night, nights, network)
    labels = await compute_labels(night, nights, network)
    mixes = await compute_mixes(night)
    scenes = await compute_scenes(night, nights)
    artists = await compute_artists(night, nights, places, scenes.homes)
    tables = (*places.tables, labels.table, mixes, scenes.table, artists)
    return Scores(tables, published_weights(night.config), (scenes.links,))


def published_weights(config: ScoringConfig) -> dict[str, list[float]]:
    """Weights that answers show beside the parts, and rules of what is computed when asked."""
    prestige, venue, fit = config.event_prestige, config.venue_prestige, config.venue_fit
    residency, touring = config.residency, config.touring
    return {
        "eventPrestigeWeights": [getattr(prestige, term) for term in TERMS],
        "venuePrestigeWeights": [venue.rank, venue.line_ups],
        "labelPrestigeWeights": [getattr(config.label_prestige, part) for part in PARTS],
        "healthWeights": [getattr(config.scene_health, part) for part in HEALTH_PARTS],
        "uaiWeights": [getattr(config.underground, factor) for factor in FACTORS],
        "residencyRule": [residency.nights, residency.days, residency.gap_days],
        "touringRule": [float(touring.trip_days), touring.coverage_min],
        "venueFitWeights": [fit.genres, fit.size, fit.co_bill],
        "venueFitRule": [float(fit.months), fit.strength_min, fit.coverage_min, venue.tiers - 1.0],
    }
