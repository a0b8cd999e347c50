"""The Drift Score: six components, weighed by the stage of a career."""

from datetime import date
from typing import Any

import strawberry

from api.compiler.declare import column, cypher, traverse
from api.compiler.scalars import Long
from api.schema.career import Trajectory
from api.schema.enums import CareerStage
from api.schema.score import Component

COMPONENTS = ("network", "underground", "momentum", "reach", "booking", "prestige")
"""The components, in the order they are stored in."""


def _component(name: str, description: str) -> Any:
    return traverse(
        "fields/artist_components",
        description=description,
        fixed={"only": name},
    )


@strawberry.type(description="An artist's rank in a genre.")
class GenreRank:
    genre: str = column(description="The genre.")
    rank: Long = column(description="Rank by Drift Score, from 1; equal scores share the better.")
    of: Long = column(description="Artists with a Drift Score in the genre.")


def _sheet(property: str) -> str:
    """An expression: a property of what explains the published scores."""
    return f"head([(artist)-[:EXPLAINED_BY]->(sheet:ScoreSheet) | sheet.{property}])"


def _dated(now: str, past: str) -> str:
    """An expression: as published, or of the day in the history that the row stands for."""
    return f"CASE WHEN history IS NULL THEN {now} ELSE {past} END"


def _kept(score: str) -> str:
    """An expression: a number of that day; null if unknown."""
    return f"CASE WHEN NOT isNaN(history.{score}[at]) THEN history.{score}[at] END"


_COVERAGE = _dated(_sheet("driftCoverage"), "history.driftCoverage[at]")
_NO_STAGE = "CASE WHEN {stage} THEN ['careerStage'] ELSE [] END"
_KEPT_AS = ("centralityPct", "uai", "momentum", "reach", "booking", "prestige")
"""Under which name the history has each component."""
_UNKNOWN_NOW = f"""CASE
  WHEN artist.componentsAsOf IS NULL THEN ['NOT_COMPUTED']
  ELSE {_NO_STAGE.format(stage="artist.careerStage IS NULL")}
    + coalesce(head([(artist)-[:EXPLAINED_BY]->(sheet:ScoreSheet)
      | [n IN range(0, {len(COMPONENTS) - 1}) WHERE isNaN(sheet.driftComponents[n])
        | {list(COMPONENTS)}[n]]]), [])
  END"""
_UNKNOWN_THEN = f"""{_NO_STAGE.format(stage="history.careerStage[at] = ''")}
  + [n IN range(0, {len(COMPONENTS) - 1})
    WHERE isNaN([{", ".join(f"history.{name}[at]" for name in _KEPT_AS)}][n])
    | {list(COMPONENTS)}[n]]"""
_MISSING = _dated(_UNKNOWN_NOW, _UNKNOWN_THEN)


@strawberry.type(
    description="How an artist stands altogether: six components, weighed by the stage of its "
    "career, each down to what it rests on."
)
class DriftScore:
    total: float | None = cypher(
        _dated("artist.drift", _kept("drift")),
        description="Sum of the contributions, 0 to 100; null without a stage, or where too "
        "little is known.",
    )
    network: Component = _component("network", "Centrality percentile.")
    underground: Component = _component("underground", "Underground Authenticity Index.")
    momentum: Component = _component("momentum", "What grows, among artists of the same stage.")
    reach: Component = _component("reach", "Streams and followers, on a logarithmic scale.")
    booking: Component = _component("booking", "What it is booked for.")
    prestige: Component = _component("prestige", "Its labels and its nights.")
    components: list[Component] = traverse(
        "fields/artist_components",
        description="All six, in this order: the way to ask for the evidence of each at once.",
        fixed={"only": None},
    )
    trajectory: Trajectory | None = cypher(
        _dated("artist.trajectory", "nullIf(history.trajectory[at], '')"),
        description="Where its career is going; null where the momentum is unknown.",
    )
    career_stage: CareerStage | None = cypher(
        _dated("artist.careerStage", "nullIf(history.careerStage[at], '')"),
        description="The stage the components are weighed by; in the four weeks after a change "
        "with the last one. Null while inactive.",
    )
    percentile_overall: int | None = cypher(
        f"toInteger(round({_dated('artist.percentileOverall', _kept('percentileOverall'))}))",
        description="Percentile of the total among all artists; null without one.",
    )
    percentile_genre: int | None = cypher(
        _dated(f"toInteger(round({_sheet('percentileGenre')}))", "null"),
        description="Percentile of the total in its most typical genre; null without either, and "
        "on a past day.",
    )
    percentile_scene: int | None = cypher(
        _dated(f"toInteger(round({_sheet('percentileScene')}))", "null"),
        description="Percentile of the total in its home scene; null without either, and on a past "
        "day.",
    )
    genre_rankings: list[GenreRank] = traverse(
        "fields/artist_genre_ranks",
        description="Its rank in each of its genres, the most typical first; none on a past day.",
    )
    coverage: float = cypher(
        f"CASE WHEN isNaN({_COVERAGE}) THEN 0.0 ELSE coalesce({_COVERAGE}, 0.0) END",
        description="Sum of the weights of known components, 0 to 1.",
    )
    missing: list[str] = cypher(
        _MISSING, description="Components that are unknown, `careerStage`, or `NOT_COMPUTED`."
    )
    version: str | None = column(description="Scoring configuration; null before the first time.")
    as_of: date | None = column(description="Day it is computed for; null likewise.")
