"""The facts of prediction, read from the graph."""

from collections.abc import Sequence
from datetime import date

from algorithms.prediction.configuration import PredictionConfig
from algorithms.prediction.facts import Facts, facts_of, with_stages
from algorithms.prediction.samples import month_end
from algorithms.scores.nights import Nights, read_nights
from graph.client import Graph
from graph.queries import cypher

KEPT_DAYS = cypher("backfill/kept_days")
KEPT_STAGES = cypher("prediction/kept_stages")
MIXES = cypher("facts/mix_days")
SYNTHETIC = cypher("network/synthetic_artists")


async def read_facts(
    graph: Graph, as_of: date, config: PredictionConfig, nights: Nights | None = None
) -> Facts:
    """Nights and mixes up to a day; the nights of that day are read unless they are given."""
    nights = nights or await read_nights(graph, as_of)
    mixes = (await graph.rows(MIXES, asOf=as_of))[0]["mixes"]
    return facts_of(nights, mixes, line_up_max=config.line_up_max)


async def kept_months(graph: Graph, first: date, last: date) -> dict[str, date]:
    """Days whose stages stand for months: ISO date of the last kept day -> end of the month."""
    rows = await graph.rows(KEPT_DAYS, **{"from": first.replace(day=1), "to": last})
    days = {month_end(date.fromisoformat(day), 0): day for day in rows[0]["days"]}
    return {day: month for month, day in days.items()}


async def read_stages(graph: Graph, facts: Facts, month_of: dict[str, date]) -> Facts:
    """The same facts with the stages of some months."""
    days: Sequence[date] = [date.fromisoformat(day) for day in month_of]
    rows = await graph.rows(KEPT_STAGES, days=days)
    return with_stages(facts, rows[0]["stages"], month_of)


async def is_synthetic(graph: Graph) -> bool:
    """Whether any artist is made up."""
    return bool((await graph.rows(SYNTHETIC))[0]["ids"])
