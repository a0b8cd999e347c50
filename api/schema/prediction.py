"""Who is about to break out, why, and how far that can be believed."""

import datetime
from enum import Enum

import strawberry
from strawberry import enum_value as value

from api.compiler.declare import column, cypher, stored, traverse
from api.compiler.scalars import Long
from api.schema.enums import CareerStage
from api.schema.node import Node


@strawberry.enum(description="What is predicted.")
class PredictionEvent(Enum):
    STAGE_UP = value("stage_up", description="The stage of the career moves up.")
    TEN_NIGHTS_A_YEAR = value(
        "ten_nights_a_year",
        description="Ten nights in the year to come, after fewer in the year before: what a "
        "breaking stage asks for, where no history of stages is kept.",
    )


@strawberry.enum(description="What made a prediction.")
class Predictor(Enum):
    MODEL = value("model", description="The model.")
    MOST_EVENTS = value("mostEvents", description="Nights of the last year alone.")
    FASTEST_GROWTH = value(
        "fastestGrowth", description="Nights of the last 180 days beside those of the 180 before."
    )
    MOMENTUM = value("momentum", description="Momentum of bookings, centrality and mixes alone.")
    COLLABORATIONS = value("collaborations", description="Artists played with so far alone.")
    CAREER_SPAN = value("careerSpan", description="Years since the first night alone.")
    SHUFFLED = value(
        "shuffled", description="The model, on labels in a random order: it must be worth nothing."
    )


@strawberry.type(description="How good a prediction was in months it had not seen.")
class PredictionFigures:
    of: Predictor = column(description="What made it.")
    precision_at100: float = column(
        "precisionAt100",
        description="Of the most probable hundred artists of a month, the share to whom it "
        "happened; the mean of the months.",
    )
    recall_at100: float = column(
        "recallAt100",
        description="Of those to whom it happened, the share among that hundred, likewise.",
    )
    recall: float = column(
        description="Of those to whom it happened, the share with a probability above the "
        "threshold."
    )
    balanced_accuracy: float = column(
        description="Mean of that and of the same share of the others below it; 0.5 is chance."
    )
    brier: float = column(
        description="Mean squared distance of the probability from what happened; 0 is best."
    )
    auc: float = column(
        description="How often one to whom it happened had the higher probability, beside one to "
        "whom it did not; 0.5 is chance."
    )


@strawberry.type(description="A part of the calibration curve.")
class CalibrationBin:
    least: float = column(description="The smallest probability in it.")
    most: float = column(description="The largest.")
    predicted: float = column(description="The mean probability.")
    observed: float = column(description="Share to whom it happened.")
    rows: Long = column(description="Artists and months.")
    days: float | None = column(
        description="Days it took half of them; null if it did not happen to half."
    )


@strawberry.type(description="An input of a model.")
class ModelInput:
    key: str = column(description="Its name.")
    mean: float = column(description="Its mean, as the model reads it.")
    deviation: float = column(
        description="Its standard deviation; 0 where it does not vary and says nothing."
    )
    coefficient: float = column(
        description="What a standard deviation more adds to the log odds of the event."
    )


@strawberry.type(description="A model of breakouts, with how it was judged.")
class PredictionModel(Node):
    version: str = stored(description="Name, equal for equal numbers.")
    number: int = stored(description="Counts the models that were made, from 1.")
    event: PredictionEvent = stored(description="What it predicts.")
    horizon_months: int = stored(description="Within how many months.")
    trained_as_of: datetime.date = stored(description="Day whose facts it was made from.")
    synthetic: bool = stored(description="Whether these facts are made up, if only in part.")
    threshold: float = stored(
        description="Probability above which it is said to happen: the base rate of the months "
        "learned from."
    )
    base_rate: float = stored(
        description="Share to whom it happened in the months judged on: what a guess gives."
    )
    learned_from: datetime.date = stored(description="First end of a month learned from.")
    learned_to: datetime.date = stored(
        description="Last one; what followed it ends before the first one judged on."
    )
    learned_rows: Long = stored(description="Artists and ends of months learned from.")
    learned_artists: Long = stored(description="To how many artists it happened, each once.")
    judged_from: datetime.date = stored(description="First end of a month judged on.")
    judged_to: datetime.date = stored(description="Last one.")
    judged_rows: Long = stored(description="Artists and ends of months judged on.")
    judged_artists: Long = stored(description="To how many artists it happened, each once.")
    coverage: float = stored(
        "judgedCoverage",
        description="Share of all to whom it happened of whom something was said: the others had "
        "not enough history.",
    )
    figures: PredictionFigures = traverse(
        "fields/model_figures", description="How good it was.", fixed={"kind": "model"}
    )
    baselines: list[PredictionFigures] = traverse(
        "fields/model_figures",
        description="How good single numbers were, through the same regression.",
        fixed={"kind": "baselines"},
    )
    shuffled: PredictionFigures = traverse(
        "fields/model_figures",
        description="How good the same model was on shuffled labels, in the mean: close to chance.",
        fixed={"kind": "shuffled"},
    )
    calibration: list[CalibrationBin] = traverse(
        "fields/model_calibration",
        description="What it said and what happened, in parts of equal size, the least probable "
        "first.",
    )
    inputs: list[ModelInput] = traverse(
        "fields/model_inputs", description="What it is made of, in a fixed order."
    )


@strawberry.type(description="What moves a prediction.")
class PredictionFactor:
    key: str = column(description="The input of the model.")
    text: str = column(description="In words, beside what is usual.")
    contribution: float = column(
        description="What it adds to the log odds of the event, beside a mean artist."
    )


@strawberry.type(description="Whether an artist is about to break out.")
class Prediction:
    next_stage: CareerStage | None = column(
        description="The stage it may come to; null if nothing is said."
    )
    confidence: float | None = column(
        description="Probability of the event, 0 to 1; null likewise. Beside it belong `baseRate` "
        "and `baseline`."
    )
    event: PredictionEvent | None = cypher(
        "model.event", description="The event that is meant; null likewise."
    )
    horizon_months: int | None = cypher(
        "model.horizonMonths", description="Within how many months; null likewise."
    )
    time_to_next_stage_days: float | None = column(
        description="Days it took half of those of like probability in the months judged on; null "
        "if it did not happen to half of them, which is usual."
    )
    factors: list[PredictionFactor] = column(
        items=3, description="The three strongest reasons, for or against."
    )
    stagnation_risks: list[str] = column(description="What speaks most against it, in words.")
    base_rate: float | None = cypher(
        "model.baseRate",
        description="Share to whom it happened in the months judged on; null if nothing is said.",
    )
    baseline: PredictionFigures | None = column(
        description="The single number with the best precision, in its place; null likewise."
    )
    model_version: str | None = cypher(
        "model.version", description="The model that says it; null likewise."
    )
    model: PredictionModel | None = column(
        description="The same with how it was judged; null likewise."
    )
    missing: list[str] = column(
        description="Why nothing is said: `NOT_ENOUGH_HISTORY` (fewer than two nights, the first "
        "less than 180 days ago, or none in a year), `ALREADY_THERE` (ten nights a year are "
        "reached), `OTHER_STAGE` (from its stage too few rose to learn from), `NO_NEXT_STAGE`, "
        "`INACTIVE`, `NO_MODEL` (too little has happened to learn from), `NOT_COMPUTED`."
    )
    as_of: datetime.date | None = column(
        description="Day it is computed for; null before the first time."
    )
