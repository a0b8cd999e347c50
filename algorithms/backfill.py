"""A day of the past in the history: computed from the facts, kept, never published."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import numpy as np

from algorithms.backdate import Backdated, Constants, backdate
from algorithms.network.config import PublicationConfig
from algorithms.scores import history
from algorithms.scores.tables import Change, violations
from graph.client import Neo4jGraph, Transaction
from graph.errors import ScoresInvalid
from graph.model import node_id
from graph.queries import cypher
from graph.runs import algorithm_run

GROW_DATA_VERSION = cypher("publish/grow_data_version")

KIND = "backfill"
"""Kind of the run that each day leaves."""


async def backfill_day(
    graph: Neo4jGraph, day: date, constants: Constants, progress: Callable[[str], None]
) -> dict[str, Any]:
    """Compute the scores of a day and keep them in the history; only differences are written.

    Artists and scenes of whom nothing was known on the day or before have no entry.

    Args:
        progress: Told what is being computed now.

    Returns:
        How many artists had a value of each score, and how many entries were written.

    Raises:
        ScoresInvalid: An invariant is broken; nothing was written.
    """
    params = {"asOf": day.isoformat(), "strength": constants.strength.params()}
    run_id = node_id("AlgorithmRun", KIND, f"{day} {constants.version}")
    async with algorithm_run(graph, KIND, params, constants.version, run_id) as run:
        found = await backdate(graph, day, constants, progress)
        if broken := violations(found.scores):
            raise ScoresInvalid(broken)
        progress("writing")
        changes = await history.changes(graph, found.network, found.scores, known_only=True)
        await _write(graph, changes)
        run.counts |= _counts(found, changes)
    return run.counts


async def _write(graph: Neo4jGraph, changes: Sequence[Change]) -> None:
    """One transaction while it fits, so that no reader sees a part of the day."""
    limits = PublicationConfig()
    statements = [each for change in changes for each in change.statements(limits.batch_rows)]
    whole = sum(change.rows for change in changes) <= limits.one_transaction_max
    for part in [statements] if whole else [[each] for each in statements]:

        async def work(transaction: Transaction, part: Sequence[Any] = part) -> None:
            for query, params in part:
                await transaction.run(query, **params)
            await transaction.run(GROW_DATA_VERSION)

        if part:
            await graph.transact(work, timeout_s=limits.transaction_timeout_s)


def _counts(found: Backdated, changes: Sequence[Change]) -> dict[str, Any]:
    tables = {table.label: table for table in found.scores.tables}
    artists = tables["Artist"].columns
    names = (*history.NUMBERS, *history.WORDS)
    known = {name: sum(value is not None for value in artists[name]) for name in names}
    central = int(np.count_nonzero(~np.isnan(found.network.centrality_pct)))
    return {"centralityPct": central, **known, "written": sum(change.rows for change in changes)}
