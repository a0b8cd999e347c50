"""Artists on the ends of months, with what was known of them then and what happened after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta

import numpy as np

from algorithms.derive.config import epoch_day
from algorithms.prediction.configuration import PredictionConfig
from algorithms.prediction.facts import Facts
from algorithms.prediction.features import known_on
from algorithms.prediction.outcomes import Event, outcome, stages_at
from algorithms.scores.months import months_before
from algorithms.scores.nights import Bools, Ints
from algorithms.scores.parts import Floats
from graph.errors import PredictionImpossible


@dataclass(frozen=True)
class Cuts:
    """The ends of months that are learned from, and the later ones that are judged on.

    What happened after the last one learned from ends before the first one judged on.
    """

    learning: tuple[date, ...]
    judging: tuple[date, ...]


@dataclass(frozen=True)
class Samples:
    """R rows, one an artist and end of month.

    Attributes:
        features: What was known. R x K.
        baselines: The baselines. R x B.
        happened: What followed. Length R.
        days: Days until it did, NaN where it did not. Length R.
        cut: Which end of a month. Length R.
        artist: Which artist. Length R.
        stage: Code of its stage then, `NO_STAGE` where none is kept. Length R.
        missed: Artists and ends of months at which it could and did happen to somebody of whom
            nothing was said, for want of history.
    """

    features: Floats
    baselines: Floats
    happened: Bools
    days: Floats
    cut: Ints
    artist: Ints
    stage: Ints
    missed: int

    @property
    def events(self) -> int:
        """Artists to whom it happened, each once."""
        return len(np.unique(self.artist[self.happened]))

    def of(self, stages: Sequence[int]) -> "Samples":
        """The rows of some stages."""
        chosen = np.isin(self.stage, stages)
        columns = {
            each.name: getattr(self, each.name)[chosen]
            for each in fields(self)
            if each.name != "missed"
        }
        return Samples(**columns, missed=self.missed)


def cuts_of(as_of: date, first_night: date, config: PredictionConfig) -> Cuts:
    """The ends of months that a day has enough behind and before them.

    The last one judged on lies the horizon before the day, the first one learned from a year after
    the first night.

    Raises:
        PredictionImpossible: Nights begin too late.
    """
    horizon, learning, judging = (
        config.horizon_months, config.learning_months, config.judging_months,
    )  # fmt: skip
    newest = month_end(as_of + timedelta(days=1), -1)
    last = month_end(newest, -horizon)
    judged = tuple(month_end(last, -back) for back in reversed(range(judging)))
    newest_learned = month_end(judged[0], -horizon - 1)
    begin = first_night + timedelta(days=config.year_days)
    learned = tuple(
        cut
        for back in reversed(range(learning))
        if (cut := month_end(newest_learned, -back)) >= begin
    )
    if len(learned) < config.learning_months_min:
        needed = months_before(newest_learned, config.learning_months_min - 1)
        raise PredictionImpossible(
            f"nights begin on {first_night}, too late to learn from as of {as_of}",
            hint=f"They have to begin by {needed - timedelta(days=config.year_days)}.",
        )
    return Cuts(learned, judged)


def month_end(day: date, months: int) -> date:
    """The last day of the month so many months after that of a day."""
    number = 12 * day.year + day.month + months
    year, month = divmod(number, 12)
    return date(year, month + 1, 1) - timedelta(days=1)


def samples_of(
    facts: Facts,
    cuts: Sequence[date],
    event: Event,
    config: PredictionConfig,
    progress: Callable[[str], None],
) -> Samples:
    """The rows of some ends of months, oldest first, by artist.

    Raises:
        PredictionImpossible: Of a month no stages are kept, and the event needs them.
    """
    parts: list[tuple[Floats, Floats, Bools, Floats, Ints, Ints, Ints]] = []
    missed = 0
    for at, cut in enumerate(cuts):
        progress(f"{cut:%Y-%m}")
        stages = stages_at(facts, cut)
        known = known_on(facts, epoch_day(cut), stages, config)
        followed = outcome(facts, event, cut, month_end(cut, config.horizon_months), config)
        chosen = np.flatnonzero(known.ready & followed.at_risk)
        missed += int(np.count_nonzero(~known.ready & followed.happened))
        parts.append(
            (
                known.features[chosen],
                known.baselines[chosen],
                followed.happened[chosen],
                followed.days[chosen],
                np.full(len(chosen), at, dtype=np.int64),
                chosen.astype(np.int64),
                stages[chosen],
            )
        )
    columns = zip(*parts, strict=True)
    return Samples(*(np.concatenate(column) for column in columns), missed=missed)
