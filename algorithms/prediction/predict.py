"""What the newest model says of artists tonight, as columns of their scores."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np

from algorithms.derive.config import epoch_day
from algorithms.prediction.configuration import PredictionConfig
from algorithms.prediction.facts import NO_STAGE, Facts, code_of
from algorithms.prediction.features import FEATURES, Known, known_on
from algorithms.prediction.outcomes import at_risk
from algorithms.prediction.read import read_facts
from algorithms.prediction.run import trained
from algorithms.prediction.stored import Kept, keep, newest
from algorithms.prediction.train import silent
from algorithms.prediction.words import Told, reasons, risks
from algorithms.scores.nights import Ints
from algorithms.scores.table import Scores
from graph.client import Graph
from graph.errors import PredictionImpossible
from graph.runs import algorithm_run

KIND = "prediction"
"""Kind of the run that each night leaves."""

NEXT = {"emerging": "breaking", "breaking": "established", "established": "peak"}
"""Stage -> the next one up."""


@dataclass(frozen=True)
class Prediction:
    """What is said of one artist.

    Attributes:
        missing: Why nothing is said; None if something is.
        next_stage: The stage it may come to.
        probability: Of that, 0 to 1.
        days: Median of the days it took those of like probability; None if it did not happen to
            half of them.
        keys, texts, contributions: The strongest reasons: the input, in words, and what it adds to
            the log odds.
        risks: What speaks most against it, in words.
    """

    missing: str | None
    next_stage: str | None = None
    probability: float | None = None
    days: float | None = None
    keys: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    contributions: tuple[float, ...] = ()
    risks: tuple[str, ...] = ()


async def with_predictions(
    graph: Graph,
    scores: Scores,
    as_of: date,
    config: PredictionConfig | None = None,
    progress: Callable[[str], None] = silent,
) -> Scores:
    """Scores with what the newest model says of each artist.

    Where none is kept one is made first, if enough has happened to learn from.
    """
    config = config or PredictionConfig()
    tables = {table.label: table for table in scores.tables}
    artists, sheets = tables["Artist"], tables["ScoreSheet"]
    progress(KIND)
    params = {"asOf": as_of.isoformat(), **config.model_dump()}
    async with algorithm_run(graph, KIND, params, config.version) as run:
        facts = await read_facts(graph, as_of, config, scores.nights)
        model = await _model(graph, facts, as_of, config, run.counts)
        said = predictions(facts, artists.ids, artists.columns["careerStage"], model, as_of, config)
        for one in said:
            what = one.missing or "predicted"
            run.counts[what] = run.counts.get(what, 0) + 1
    tables["Artist"] = replace(artists, columns={**artists.columns, **_of_artists(said)})
    version = model and model.version
    tables["ScoreSheet"] = replace(sheets, columns={**sheets.columns, **_of_sheets(said, version)})
    return replace(scores, tables=tuple(tables.values()))


async def _model(
    graph: Graph, facts: Facts, as_of: date, config: PredictionConfig, counts: dict[str, Any]
) -> Kept | None:
    found = await newest(graph, as_of, config.version)
    if found is not None:
        return found
    try:
        model = await trained(graph, as_of, config, facts=facts)
    except PredictionImpossible as why:
        counts["noModel"] = why.message
        return None
    counts["trained"] = {"model": model.version, "number": await keep(graph, model)}
    return await newest(graph, as_of, config.version)


def predictions(
    facts: Facts,
    ids: Sequence[str],
    stages: Sequence[str | None],
    model: Kept | None,
    as_of: date,
    config: PredictionConfig,
) -> list[Prediction]:
    """What a model says of artists on a day.

    Args:
        ids: The artists; those that never played have no history.
        stages: The stage of each, None without one.
        model: None if there is none.
    """
    if model is None:
        return [Prediction(_out_of_reach(stage) or "NO_MODEL") for stage in stages]
    place = {artist: at for at, artist in enumerate(facts.artists)}
    codes = np.full(len(place), NO_STAGE, dtype=np.int64)
    for artist, stage in zip(ids, stages, strict=True):
        if artist in place:
            codes[place[artist]] = code_of(stage)
    known = known_on(facts, epoch_day(as_of), codes, config)
    speaker = _Speaker(model, known, codes, config)
    return [speaker.of(stage, place.get(artist)) for artist, stage in zip(ids, stages, strict=True)]


class _Speaker:
    """A model at what is known of a day."""

    def __init__(self, model: Kept, known: Known, codes: Ints, config: PredictionConfig) -> None:
        self.model, self.known, self.config = model, known, config
        self.risk = at_risk(known.told[:, FEATURES.index("nights")], codes, model.event, config)
        self.parts = model.fitted.contributions(known.features)
        self.probabilities = model.fitted.probabilities(known.features)

    def of(self, stage: str | None, at: int | None) -> Prediction:
        """What is said of an artist of a stage; `at` is its place among those that played."""
        if reason := self._missing(stage, at):
            return Prediction(reason)
        assert at is not None
        assert stage is not None
        number, means = self.config.reasons, self.model.fitted.means
        parts, told = self.parts[at], Told(self.known, at)
        chosen, texts = reasons(parts, told, means, number)
        probability = float(self.probabilities[at])
        band = max(int(np.searchsorted(self.model.least, probability, side="right")) - 1, 0)
        days = float(self.model.days[band])
        return Prediction(
            missing=None,
            next_stage=NEXT[stage],
            probability=probability,
            days=None if np.isnan(days) else days,
            keys=tuple(FEATURES[each] for each in chosen),
            texts=tuple(texts),
            contributions=tuple(float(parts[each]) for each in chosen),
            risks=tuple(risks(parts, told, means, number)),
        )

    def _missing(self, stage: str | None, at: int | None) -> str | None:
        if reason := _out_of_reach(stage):
            return reason
        if stage not in self.model.stages:
            return "OTHER_STAGE"
        if at is None or not self.known.ready[at]:
            return "NOT_ENOUGH_HISTORY"
        return None if self.risk[at] else "ALREADY_THERE"


def _out_of_reach(stage: str | None) -> str | None:
    if stage is None:
        return "INACTIVE"
    return None if stage in NEXT else "NO_NEXT_STAGE"


def _of_artists(said: Sequence[Prediction]) -> dict[str, list[Any]]:
    return {
        "predictedNextStage": [one.next_stage for one in said],
        "predictionConfidence": [one.probability for one in said],
    }


def _of_sheets(said: Sequence[Prediction], version: str | None) -> dict[str, list[Any]]:
    return {
        "predictionMissing": [one.missing for one in said],
        "predictionModel": [None if one.missing else version for one in said],
        "predictionDays": [one.days for one in said],
        "predictionFactors": [list(one.keys) or None for one in said],
        "predictionTexts": [list(one.texts) or None for one in said],
        "predictionContributions": [list(one.contributions) or None for one in said],
        "predictionRisks": [list(one.risks) or None for one in said],
    }
