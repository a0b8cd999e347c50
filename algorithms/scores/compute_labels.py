"""Scores of labels: prestige and tier."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from algorithms.derive.config import StrengthConfig
from algorithms.network.result import Centrality
from algorithms.scores.label_prestige import label_prestige
from algorithms.scores.label_tiers import tiers
from algorithms.scores.labels import labels_of
from algorithms.scores.nights import Nights
from algorithms.scores.parts import Floats
from algorithms.scores.runs import Night, counted
from algorithms.scores.table import ScoreTable, known, lists
from graph.queries import cypher

LABELS = cypher("facts/labels")


@dataclass(frozen=True)
class Labels:
    """The table of labels, and what artists have of it.

    Attributes:
        prestige: Label -> its prestige, 0 to 100; those without one are left out.
    """

    table: ScoreTable
    prestige: Mapping[str, float]


async def compute_labels(night: Night, nights: Nights, network: Centrality) -> Labels:
    """Prestige of labels, with the centrality percentiles of this network.

    Whether somebody has become notable is asked of tonight's network alone: an artist who was
    central once and is no more does not count.
    """
    config = night.config.label_prestige
    async with night.run("label_prestige") as run:
        rows = await night.graph.rows(
            LABELS, asOf=night.as_of, roles=list(StrengthConfig().roster_roles)
        )
        pct = dict(zip(network.ids, network.centrality_pct.tolist(), strict=True))
        labels = _with_rosters(rows[0]["labels"], night)
        facts = labels_of(labels, pct, nights.stands_for, night.as_of, config)
        found = label_prestige(facts, config)
        value = found.prestige.value
        decided = tiers(facts, value, config)
        run.counts |= counted(value)
        for one in decided:
            if one.tier is not None:
                run.counts[one.tier] = run.counts.get(one.tier, 0) + 1
    columns = {
        "prestigeScore": known(value),
        "prestigeParts": lists(found.parts),
        "prestigeContributions": lists(found.prestige.contributions),
        "prestigeCoverage": known(found.prestige.coverage),
        "tier": [one.tier for one in decided],
        "tierReason": [one.reason for one in decided],
        "notableAlumni": _counts(facts.notable),
        "rosterCount": _counts(facts.roster_count),
        "rosterCentrality": known(facts.roster_sum),
        "rosterCentralityMean": known(facts.roster_mean),
        "vinylPercentage": known(facts.vinyl),
    }
    percentages = ("prestigeScore", "rosterCentralityMean", "vinylPercentage")
    scores = zip(facts.ids, known(value), strict=True)
    return Labels(
        night.table("Label", facts.ids, columns, percentages),
        {label: score for label, score in scores if score is not None},
    )


def _with_rosters(rows: list[list[Any]], night: Night) -> list[list[Any]]:
    """The rows of `facts/labels`, with the rosters of the date where the stored ones are not."""
    if night.derived is None:
        return rows
    rosters = night.derived.rosters
    return [[*row[:5], rosters.get(row[0], []), *row[6:]] for row in rows]


def _counts(values: Floats) -> list[int | None]:
    return [None if value is None else int(value) for value in known(values)]
