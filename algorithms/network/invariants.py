"""What must hold of scores before anybody sees them."""

from collections.abc import Iterator

import numpy as np

from algorithms.network.config import PublicationConfig
from algorithms.network.result import NetworkResult
from algorithms.network.stored import Published, StoredScores


def violations(result: NetworkResult, config: PublicationConfig) -> list[str]:
    """Broken invariants, a sentence each; none, all is well."""
    return [*_of_columns(result), *_of_ranks(result, config), *_of_communities(result)]


def _of_columns(result: NetworkResult) -> Iterator[str]:
    ranges = {
        "pagerank": (result.pagerank, 0.0, 1.0),
        "centralityPct": (result.centrality_pct, 0.0, 100.0),
        "betweenness": (result.betweenness, 0.0, np.inf),
        "participation": (result.participation, 0.0, 1.0),
        "bridgeRaw": (result.bridge_raw, 0.0, np.inf),
        "bridgePct": (result.bridge_pct, 0.0, 100.0),
    }
    for name, (values, low, high) in ranges.items():
        if len(values) != len(result.ids):
            yield f"{name} has {len(values)} values for {len(result.ids)} artists"
        elif not np.isfinite(values).all():
            yield f"{name} holds {np.count_nonzero(~np.isfinite(values))} values that are no number"
        elif len(values) and not low <= values.min() <= values.max() <= high:
            yield f"{name} runs from {values.min():g} to {values.max():g}, not {low:g} to {high:g}"


def _of_ranks(result: NetworkResult, config: PublicationConfig) -> Iterator[str]:
    total = float(result.pagerank.sum())
    if result.ids and abs(total - 1.0) > config.rank_sum_error:
        yield f"ranks sum to {total!r}, not to 1"


def _of_communities(result: NetworkResult) -> Iterator[str]:
    used, sizes = np.unique(result.community_ids[result.community_ids >= 0], return_counts=True)
    if used.tolist() != sorted(community.id for community in result.communities):
        yield "artists and communities name different communities"
    elif sizes.tolist() != [c.size for c in sorted(result.communities, key=lambda c: c.id)]:
        yield "sizes of communities are not the numbers of their artists"
    if used.size and used.max() >= result.next_community_id:
        yield f"community {used.max()} is not below the next number {result.next_community_id}"


def doubts(
    result: NetworkResult, published: Published, stored: StoredScores, config: PublicationConfig
) -> list[str]:
    """Differences from the last publication beyond the limits; none before the first."""
    if published.state.score_as_of is None:
        return []
    return [*_count_drift(result, published, config), *_top_overlap(result, stored, config)]


def _count_drift(
    result: NetworkResult, published: Published, config: PublicationConfig
) -> Iterator[str]:
    before, now = len(published.communities), len(result.communities)
    if before and abs(now - before) > config.community_count_drift * before:
        yield f"{now} communities after {before}"


def _top_overlap(
    result: NetworkResult, stored: StoredScores, config: PublicationConfig
) -> Iterator[str]:
    ranked = {artist: row[0] for artist, row in stored.scores.items() if row[0] is not None}
    before = set(sorted(ranked, key=lambda artist: (-ranked[artist], artist))[: config.top_ranked])
    order = np.argsort(-result.pagerank, kind="stable")[: config.top_ranked]
    kept = sum(result.ids[place] in before for place in order.tolist())
    if before and kept < config.top_overlap * len(before):
        yield f"only {kept} of the {len(before)} highest ranked artists were so before"
