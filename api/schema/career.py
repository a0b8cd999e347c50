"""Where an artist's career stands."""

import datetime
from datetime import date
from enum import Enum

import strawberry
from strawberry import enum_value as value

from api.compiler.declare import column, cypher, part, stored, traverse
from api.schema.enums import CareerStage
from api.schema.inputs import DateRange
from api.schema.prediction import Prediction
from api.schema.score import Score, of_sheet


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
    days7: float | None = cypher(
        of_sheet("growthVelocity7d"), description="In 7 days; null if unknown."
    )
    days30: float | None = cypher(
        of_sheet("growthVelocity30d"), description="In 30 days; null if unknown."
    )
    days90: float | None = cypher(
        of_sheet("growthVelocity90d"), description="In 90 days; null if unknown."
    )
    as_of: date | None = stored(
        "componentsAsOf", description="Day it is computed for; null before the first time."
    )


@strawberry.type(description="Scores that an artist had on one day.")
class CareerSnapshot:
    date: datetime.date = column(description="The day.")
    stage: CareerStage | None = column(description="Stage; null without one.")
    trajectory: Trajectory | None = column(description="Trajectory; null without one.")
    drift: float | None = column(description="Drift Score, 0 to 100; null if unknown.")
    momentum: float | None = column(description="Momentum, 0 to 100; null if unknown.")
    uai: float | None = column(
        description="Underground Authenticity Index, 0 to 100; null if unknown."
    )
    reach: float | None = column(description="Reach, 0 to 100; null if unknown.")
    booking: float | None = column(description="Booking score, 0 to 100; null if unknown.")
    prestige: float | None = column(description="Prestige, 0 to 100; null if unknown.")
    centrality_percentile: float | None = column(
        description="Centrality percentile, 0 to 100; null if unknown."
    )
    version: str = column(description="Scoring configuration.")


_MISSING = f"""CASE
  WHEN this.componentsAsOf IS NULL THEN ['NOT_COMPUTED']
  WHEN this.careerStage IS NULL THEN ['INACTIVE']
  ELSE coalesce({of_sheet("stageMissing")}, []) END"""
_CANDIDATE = of_sheet("stageCandidate")


@strawberry.type(description="Where an artist's career stands.")
class Career:
    stage: CareerStage | None = stored(
        "careerStage", description="Published after four weeks of agreement; null while inactive."
    )
    stage_reasons: list[str] = cypher(
        f"coalesce({of_sheet('stageReasons')}, [])",
        description="What decided about the stage of today.",
    )
    stage_since: date | None = cypher(
        of_sheet("stageSince"), description="Day since which the stage is published."
    )
    stage_candidate: CareerStage | None = cypher(
        f"CASE WHEN {_CANDIDATE} <> 'inactive' THEN {_CANDIDATE} END",
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
    prediction: Prediction = traverse(
        "fields/artist_prediction",
        description="Whether it is about to break out, why, and how far that can be believed.",
    )

    @traverse("fields/artist_snapshots")
    def snapshots(self, range: DateRange | None = None) -> list[CareerSnapshot]:
        """Scores it had over time, oldest first; the newest 1000 at most."""

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
