"""The Drift Score: six components, weighed by the stage of a career."""

from datetime import date
from typing import Any

import strawberry

from api.compiler.declare import column, cypher, stored, traverse
from api.compiler.scalars import Long
from api.schema.career import CareerStage, Trajectory
from api.schema.score import Component, of_sheet

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


_COVERAGE = of_sheet("driftCoverage")
_MISSING = f"""CASE
  WHEN this.componentsAsOf IS NULL THEN ['NOT_COMPUTED']
  ELSE CASE WHEN this.careerStage IS NULL THEN ['careerStage'] ELSE [] END
    + coalesce(head([(this)-[:EXPLAINED_BY]->(sheet:ScoreSheet)
      | [at IN range(0, {len(COMPONENTS) - 1}) WHERE isNaN(sheet.driftComponents[at])
        | {list(COMPONENTS)}[at]]]), [])
  END"""


@strawberry.type(
    description="How an artist stands altogether: six components, weighed by the stage of its "
    "career, each down to what it rests on."
)
class DriftScore:
    total: float | None = stored(
        "drift",
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
    trajectory: Trajectory | None = stored(
        description="Where its career is going; null where the momentum is unknown."
    )
    career_stage: CareerStage | None = stored(
        description="The stage the components are weighed by; in the four weeks after a change "
        "with the last one. Null while inactive."
    )
    percentile_overall: int | None = cypher(
        "toInteger(round(this.percentileOverall))",
        description="Percentile of the total among all artists; null without one.",
    )
    percentile_genre: int | None = cypher(
        f"toInteger(round({of_sheet('percentileGenre')}))",
        description="Percentile of the total in its most typical genre; null without either.",
    )
    percentile_scene: int | None = cypher(
        f"toInteger(round({of_sheet('percentileScene')}))",
        description="Percentile of the total in its home scene; null without either.",
    )
    genre_rankings: list[GenreRank] = traverse(
        "fields/artist_genre_ranks",
        description="Its rank in each of its genres, the most typical first.",
    )
    coverage: float = cypher(
        f"CASE WHEN isNaN({_COVERAGE}) THEN 0.0 ELSE coalesce({_COVERAGE}, 0.0) END",
        description="Sum of the weights of known components, 0 to 1.",
    )
    missing: list[str] = cypher(
        _MISSING, description="Components that are unknown, `careerStage`, or `NOT_COMPUTED`."
    )
    version: str | None = stored(
        "componentsVersion", description="Scoring configuration; null before the first time."
    )
    as_of: date | None = stored(
        "componentsAsOf", description="Day it is computed for; null likewise."
    )
