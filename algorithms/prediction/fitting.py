"""Logistic regression as plain numbers."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from algorithms.prediction.configuration import PredictionConfig
from algorithms.scores.nights import Bools
from algorithms.scores.parts import Floats

DIGITS = 9
"""Digits of a number of the model that are kept: the same facts give the same on any machine."""


@dataclass(frozen=True)
class Fitted:
    """A regression on K inputs.

    Attributes:
        means, scales: What an input is in the mean where it is known, and its standard deviation;
            0 for an input that does not vary, which then says nothing. Length K.
        coefficients: What a standard deviation more of an input adds to the log odds. Length K.
        intercept: The log odds of a mean artist.
    """

    means: Floats
    scales: Floats
    coefficients: Floats
    intercept: float

    def contributions(self, inputs: Floats) -> Floats:
        """What each input adds to the log odds; an unknown one nothing. N x K."""
        varies = self.scales > 0
        distance = np.divide(
            inputs - self.means, self.scales, out=np.zeros_like(inputs), where=varies
        )
        return np.where(np.isnan(distance), 0.0, distance) * self.coefficients

    def probabilities(self, inputs: Floats) -> Floats:
        """Probability of each of N artists, 0 to 1."""
        odds = self.contributions(inputs).sum(axis=1) + self.intercept
        return 1.0 / (1.0 + np.exp(-odds))


def fit(inputs: Floats, happened: Bools, config: PredictionConfig) -> Fitted:
    """A regression of what happened on standardised inputs.

    Rows are not weighed by how rare the event is, so that what it says is a probability.

    Args:
        inputs: R x K, NaN for unknown.
        happened: Length R; both outcomes occur.
    """
    known = ~np.isnan(inputs)
    number = np.maximum(known.sum(axis=0), 1)
    means = rounded(np.where(known, inputs, 0.0).sum(axis=0) / number)
    spread = np.where(known, inputs - means, 0.0)
    scales = rounded(np.sqrt((spread**2).sum(axis=0) / number))
    scales[scales < _SAME] = 0.0
    empty = Fitted(means, scales, np.ones_like(means), 0.0)
    model: Any = LogisticRegression(
        C=1.0 / config.penalty, solver="newton-cholesky", tol=_TOLERANCE, max_iter=_ITERATIONS
    )
    model.fit(empty.contributions(inputs), happened)
    slopes, intercept = rounded(model.coef_), rounded(model.intercept_)
    return Fitted(means, scales, slopes, float(intercept[0]))


def rounded(values: Any) -> Floats:
    """Numbers to so many significant digits."""
    return np.array([float(f"{value:.{DIGITS}g}") for value in np.asarray(values).ravel()])


_SAME = 1e-9
"""Deviation below which an input is the same for all."""
_TOLERANCE = 1e-10
_ITERATIONS = 200
