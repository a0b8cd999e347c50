"""The emerging signal of artists, after their stages."""

from dataclasses import replace

import numpy as np

from algorithms.network.result import Centrality
from algorithms.scores.connections import Connections
from algorithms.scores.emerging import emerging_percentiles, emerging_signal
from algorithms.scores.runs import Night, counted
from algorithms.scores.table import ScoreTable, known


async def with_emerging(
    night: Night, artists: ScoreTable, connections: Connections, network: Centrality
) -> ScoreTable:
    """The table of artists with the signal of those that have connections.

    Args:
        artists: Has the published stages.
    """
    async with night.run("emerging") as run:
        pct = dict(zip(network.ids, network.centrality_pct.tolist(), strict=True))
        connected = connections.pairs.ids
        centrality = np.array([pct.get(artist, np.nan) for artist in connected], dtype=np.float64)
        found = emerging_signal(connections, centrality, night.as_of, night.config.emerging)
        of = dict(zip(connected, found.tolist(), strict=True))
        signal = np.array([of.get(artist, np.nan) for artist in artists.ids], dtype=np.float64)
        percentile = emerging_percentiles(signal, artists.columns["careerStage"])
        run.counts |= counted(percentile)
    columns = {"emergingRaw": known(signal), "emergingPct": known(percentile)}
    return replace(
        artists,
        columns={**artists.columns, **columns},
        percentages=(*artists.percentages, "emergingPct"),
    )
