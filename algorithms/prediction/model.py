"""A model: the numbers it predicts by, and how it was judged."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from algorithms.prediction.fitting import Fitted
from algorithms.prediction.judging import Bin, Figures
from algorithms.prediction.outcomes import Event


@dataclass(frozen=True)
class Period:
    """Ends of months that were learned from, or judged on.

    Attributes:
        first, last: The first and the last of them.
        rows: Artists and ends of months.
        artists: To how many artists it happened, each once.
        base_rate: Share of the rows to which it happened.
        coverage: Share of all to whom it happened of whom something was said: the others had not
            enough history.
    """

    first: date
    last: date
    rows: int
    artists: int
    base_rate: float
    coverage: float


@dataclass(frozen=True)
class Model:
    """A model of breakouts, and how it was judged on what it had not seen.

    Attributes:
        config: Version of the configuration.
        event: What it predicts.
        horizon_months: Within how many months.
        trained_as_of: Day whose facts it was made from.
        synthetic: Whether these facts are made up.
        stages: Stages of the artists of whom it speaks.
        features: Names of the inputs.
        fitted: The regression.
        threshold: Probability above which it is said to happen: the base rate of the months
            learned from, where the balanced accuracy of a calibrated probability is largest.
        learning, judging: The months.
        figures: Of the model.
        baselines: Of each baseline, the same regression on one number.
        shuffled: Of models that learned and were judged on shuffled labels, the mean.
        calibration: The calibration curve in the months judged on.
    """

    config: str
    event: Event
    horizon_months: int
    trained_as_of: date
    synthetic: bool
    stages: tuple[str, ...]
    features: tuple[str, ...]
    fitted: Fitted
    threshold: float
    learning: Period
    judging: Period
    figures: Figures
    baselines: dict[str, Figures]
    shuffled: Figures
    calibration: tuple[Bin, ...]

    @property
    def version(self) -> str:
        """Name of the model, equal for equal numbers."""
        digest = hashlib.blake2b(self.as_json().encode(), digest_size=4).hexdigest()
        return f"{self.config}-{digest}"

    def as_json(self) -> str:
        """All of it as text, the same for the same model."""
        fitted: dict[str, Any] = {
            name: value.tolist() if hasattr(value, "tolist") else value
            for name, value in vars(self.fitted).items()
        }
        return json.dumps(
            asdict(self) | {"fitted": fitted}, sort_keys=True, default=str, separators=(",", ":")
        )
