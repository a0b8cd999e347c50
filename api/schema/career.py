"""Where an artist's career stands."""

from datetime import date
from enum import Enum

import strawberry
from strawberry import enum_value as value

from api.compiler.declare import cypher, part, stored, traverse
from api.schema.score import Score


@strawberry.enum(description="How far a career has come.")
class CareerStage(Enum):
    EMERGING = value("emerging", description="Few nights a year.")
    BREAKING = value("breaking", description="Ten nights a year, or five with a first festival.")
    ESTABLISHED = value("established", description="Thirty nights a year, often as headliner.")
    PEAK = value("peak", description="As many nights as ever, as headliner, in many countries.")
    LEGACY = value("legacy", description="Half of what it once was, at prestigious nights.")


@strawberry.enum(description="Where a career is going.")
class Trajectory(Enum):
    RISING = value("rising", description="Momentum of 60 and more.")
    STABLE = value("stable", description="Momentum of 40 to 60.")
    DECLINING = value("declining", description="Momentum below 40.")
    BREAKOUT = value(
        "breakout", description="Momentum of 80 and more, early and not yet widely heard."
    )


@strawberry.type(description="Growth of followers in percent, of accounts read at both dates.")
class GrowthVelocity:
    days7: float | None = stored("growthVelocity7d", description="In 7 days; null if unknown.")
    days30: float | None = stored("growthVelocity30d", description="In 30 days; null if unknown.")
    days90: float | None = stored("growthVelocity90d", description="In 90 days; null if unknown.")
    as_of: date | None = stored(
        "componentsAsOf", description="Day it is computed for; null before the first time."
    )


_MISSING = """CASE
  WHEN this.stageSince IS NULL THEN ['NOT_COMPUTED']
  WHEN this.careerStage IS NULL THEN ['INACTIVE']
  ELSE coalesce(this.stageMissing, []) END"""


@strawberry.type(description="Where an artist's career stands.")
class Career:
    stage: CareerStage | None = stored(
        "careerStage", description="Published after four weeks of agreement; null while inactive."
    )
    stage_reasons: list[str] = cypher(
        "coalesce(this.stageReasons, [])", description="What decided about the stage of today."
    )
    stage_since: date | None = stored(description="Day since which the stage is published.")
    stage_candidate: CareerStage | None = cypher(
        "CASE WHEN this.stageCandidate <> 'inactive' THEN this.stageCandidate END",
        description="Another stage that was found and is not published yet.",
    )
    trajectory: Trajectory | None = stored(
        description="Where it is going; null where the momentum is unknown."
    )
    momentum: Score = traverse(
        "fields/artist_score",
        description="What grew in the last months beside the ones before, among artists of the "
        "same stage; 50 is what they have.",
        fixed={
            "score": "momentum",
            "keys": [
                "followerGrowth", "bookingIncrease", "labelProgression", "centralityChange",
                "mixRate",
            ],
        },
    )  # fmt: skip
    growth_velocity: GrowthVelocity = part(description="Growth of its followers.")
    missing: list[str] = cypher(
        _MISSING,
        description="Inputs that a test asked for and that are unknown, such a test fails; "
        "`INACTIVE`: no night and no release in two years; `NOT_COMPUTED`.",
    )
    version: str | None = stored(
        "componentsVersion", description="Scoring configuration; null before the first time."
    )
    as_of: date | None = stored(
        "componentsAsOf", description="Day it is computed for; null likewise."
    )
