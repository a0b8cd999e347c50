"""Scores of platforms that host mixes."""

from algorithms.scores.mix_prestige import mix_prestige
from algorithms.scores.nights import numbers
from algorithms.scores.runs import Night, counted
from algorithms.scores.table import ScoreTable, known
from graph.queries import cypher

MIX_PLATFORMS = cypher("facts/mix_platforms")


async def compute_mixes(night: Night) -> ScoreTable:
    """Prestige of mix platforms."""
    async with night.run("mix_prestige") as run:
        rows = await night.graph.rows(MIX_PLATFORMS)
        stated = numbers(row["prestige"] for row in rows)
        found = mix_prestige([row["name"] for row in rows], stated, night.config.mix_prestige)
        run.counts |= counted(found)
    ids = tuple(row["id"] for row in rows)
    columns = {"prestigeScore": known(found)}
    return night.table("MixPlatform", ids, columns, ("prestigeScore",))
