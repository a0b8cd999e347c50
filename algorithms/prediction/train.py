"""Learning and judging: facts in, a model out, the same for the same facts."""

from collections.abc import Callable
from datetime import date

import numpy as np

from algorithms.derive.config import day_of
from algorithms.prediction.configuration import PredictionConfig
from algorithms.prediction.facts import NO_STAGE, STAGES, Facts
from algorithms.prediction.features import BASELINES, FEATURES
from algorithms.prediction.fitting import Fitted, fit
from algorithms.prediction.judging import Figures, calibration, judge
from algorithms.prediction.model import Model, Period
from algorithms.prediction.outcomes import Event
from algorithms.prediction.samples import Cuts, Samples, cuts_of, samples_of
from algorithms.scores.nights import Bools
from algorithms.scores.parts import Floats
from graph.errors import PredictionImpossible


def silent(_what: str) -> None:
    """Progress nobody watches."""


def train(
    facts: Facts,
    event: Event,
    as_of: date,
    config: PredictionConfig,
    *,
    synthetic: bool,
    progress: Callable[[str], None] = silent,
) -> Model:
    """A model of what happened before a day.

    It learns from earlier ends of months and is judged on later ones; what happened after the
    former ends before the latter begin.

    Args:
        synthetic: Whether the facts are made up.
        progress: Told what is being done now.

    Raises:
        PredictionImpossible: The facts begin too late, or it happened to too few artists.
    """
    if facts.first is None:
        raise PredictionImpossible("there are no nights", hint="Load some first: drift load.")
    cuts = cuts_of(as_of, day_of(facts.first), config)
    learning = samples_of(facts, cuts.learning, event, config, progress)
    judging = samples_of(facts, cuts.judging, event, config, progress)
    risen = _risen(learning, config)
    learning, judging = learning.of(risen), judging.of(risen)
    for samples, what in ((learning, "learned from"), (judging, "judged on")):
        if samples.events < config.events_min:
            raise PredictionImpossible(
                f"in the months {what} it happened to {samples.events} artists",
                hint=f"It takes {config.events_min}: load more artists or more years.",
            )
    progress("learning")
    return _model(cuts, learning, judging, event, as_of, config, synthetic)


def _risen(learning: Samples, config: PredictionConfig) -> list[int]:
    """Stages from which enough rose to learn from; all of the rows where no stages are kept.

    Where the facts cannot show a step up, as without headliners that to an established artist,
    nobody takes it, and whom it happens to would be a question of the stage alone.
    """
    stages: list[int] = np.unique(learning.stage).tolist()
    return [each for each in stages if learning.of([each]).events >= config.events_min] or stages


def _model(
    cuts: Cuts,
    learning: Samples,
    judging: Samples,
    event: Event,
    as_of: date,
    config: PredictionConfig,
    synthetic: bool,
) -> Model:
    threshold = float(learning.happened.mean())

    def judged(given: Floats, later: Floats, labels: tuple[Bools, Bools]) -> tuple[Fitted, Figures]:
        """A regression of one half, judged on the other."""
        fitted = fit(given, labels[0], config)
        said = fitted.probabilities(later)
        return fitted, judge(said, labels[1], judging.cut, threshold)

    labels = learning.happened, judging.happened
    fitted, figures = judged(learning.features, judging.features, labels)
    chance = np.random.default_rng(config.seed)
    shuffled = [
        judged(
            learning.features,
            judging.features,
            (_shuffled(learning, chance), _shuffled(judging, chance)),
        )[1]
        for _ in range(config.shuffles)
    ]
    return Model(
        config=config.version,
        event=event,
        horizon_months=config.horizon_months,
        trained_as_of=as_of,
        synthetic=synthetic,
        stages=_named(learning),
        features=FEATURES,
        fitted=fitted,
        threshold=threshold,
        learning=_period(cuts.learning, learning),
        judging=_period(cuts.judging, judging),
        figures=figures,
        baselines={
            name: judged(learning.baselines[:, [at]], judging.baselines[:, [at]], labels)[1]
            for at, name in enumerate(BASELINES)
        },
        shuffled=_mean(shuffled),
        calibration=calibration(
            fitted.probabilities(judging.features), judging.happened, judging.days, config.bins
        ),
    )


def _named(learning: Samples) -> tuple[str, ...]:
    """Stages of the rows; where none are kept, the one that ten nights a year lead out of."""
    codes: list[int] = np.unique(learning.stage).tolist()
    return tuple(STAGES[0 if code == NO_STAGE else code] for code in codes)


def _shuffled(samples: Samples, chance: np.random.Generator) -> Bools:
    """The labels of each end of a month in another order."""
    labels = samples.happened.copy()
    for cut in np.unique(samples.cut):
        at = np.flatnonzero(samples.cut == cut)
        labels[at] = chance.permutation(labels[at])
    return labels


def _period(cuts: tuple[date, ...], samples: Samples) -> Period:
    happened = int(samples.happened.sum())
    return Period(
        first=cuts[0],
        last=cuts[-1],
        rows=len(samples.happened),
        artists=samples.events,
        base_rate=happened / len(samples.happened),
        coverage=happened / (happened + samples.missed),
    )


def _mean(figures: list[Figures]) -> Figures:
    names = vars(figures[0])
    return Figures(**{name: float(np.mean([vars(one)[name] for one in figures])) for name in names})
