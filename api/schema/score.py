"""Scores, each with the parts it is made of and the things behind each part."""

import datetime
from enum import Enum

import strawberry
from strawberry import enum_value as value

from api.compiler.declare import column, traverse
from api.schema.node import Node

PARTS_MAX = 7
"""Parts of a score at most."""


def of_sheet(property: str) -> str:
    """An expression: a property of what explains an artist's scores; null before there is one."""
    return f"head([(this)-[:EXPLAINED_BY]->(sheet:ScoreSheet) | sheet.{property}])"


@strawberry.type(description="One thing a part of a score rests on.")
class ScoreEvidence:
    entity: Node = column(
        description="The venue, artist, series, night, release, mix, label or collective."
    )
    label: str | None = column(description="Its name.")
    date: datetime.date | None = column(description="Day it happened or came out.")
    value: float | None = column(
        description="Its own score, of a release the inverse of its chart place; null if it has "
        "none."
    )
    source: str | None = column(description="Source that first described it.")


@strawberry.type(description="A part of a score.")
class Component:
    key: str = column(description="Name of the part.")
    value: float | None = column(description="Its value; null if it is unknown.")
    weight: float | None = column(
        description="Its nominal weight; those of all parts sum to 1. Null where a stage would "
        "say it and there is none."
    )
    contribution: float | None = column(
        description="What it adds to the score; those of all parts sum to it. Null where the part "
        "or the score is unknown."
    )
    coverage: float = column(
        description="Share of its inputs that are known, 0 to 1; of a past day 1 if its value is."
    )

    @traverse("fields/score_evidence")
    def evidence(self, first: int = 5) -> list[ScoreEvidence]:
        """The things it rests on, those that weigh most first."""


@strawberry.type(description="A score that can be opened down to what it rests on.")
class Score:
    value: float | None = column(description="0 to 100; null where too little is known.")
    raw: float | None = column(description="The stated formula before it is scaled.")
    components: list[Component] = column(
        items=PARTS_MAX, description="The parts in order; empty before the first computation."
    )
    coverage: float = column(description="Sum of the weights of known parts, 0 to 1.")
    missing: list[str] = column(description="Parts that are unknown, or `NOT_COMPUTED`.")
    version: str | None = column(description="Scoring configuration; null before the first time.")
    as_of: datetime.date | None = column(description="Day it is computed for; null likewise.")


@strawberry.enum(description="Bands of the Underground Authenticity Index.")
class UaiProfile(Enum):
    PURIST = value("purist", description="90 and above: a cult following, refuses the mainstream.")
    SCENE_CORE = value("scene_core", description="70 to 90.")
    CROSSOVER_POTENTIAL = value("crossover_potential", description="50 to 70.")
    COMMERCIAL_LEANING = value("commercial_leaning", description="30 to 50.")
    MAINSTREAM = value("mainstream", description="Below 30.")


@strawberry.type(description="How rooted in the underground an artist is.")
class UndergroundIndex:
    score: float | None = column(description="0 to 100; null where too little is known.")
    profile: UaiProfile | None = column(description="Its band; null without a score.")
    factors: list[Component] = column(
        items=PARTS_MAX, description="The seven factors; empty before the first computation."
    )
    coverage: float = column(description="Sum of the weights of known factors, 0 to 1.")
    missing: list[str] = column(description="Factors that are unknown, or `NOT_COMPUTED`.")
    version: str | None = column(description="Scoring configuration; null before the first time.")
    as_of: datetime.date | None = column(description="Day it is computed for; null likewise.")
