"""How good probabilities are, against what happened; by chance where artists are equal."""

from dataclasses import dataclass

import numpy as np

from algorithms.network.percentiles import midrank_percentiles
from algorithms.scores.nights import Bools, Ints
from algorithms.scores.parts import Floats

TOP = 100
"""The most probable artists of a month whose precision is told."""


@dataclass(frozen=True)
class Figures:
    """How good a prediction was.

    Attributes:
        precision_at_100: Of the most probable hundred of a month, the share to whom it happened;
            the mean of the months.
        recall_at_100: Of those to whom it happened, the share among that hundred, likewise.
        recall: Of those to whom it happened, the share whose probability was above the threshold.
        balanced_accuracy: Mean of that and of the same share of the others below it; 0.5 is chance.
        brier: Mean squared distance of the probability from what happened.
        auc: How often one to whom it happened had the higher probability of the two, beside one to
            whom it did not; 0.5 is chance.
    """

    precision_at_100: float
    recall_at_100: float
    recall: float
    balanced_accuracy: float
    brier: float
    auc: float


@dataclass(frozen=True)
class Bin:
    """A part of the calibration curve.

    Attributes:
        least, most: The smallest and the largest probability in it.
        predicted: The mean probability.
        observed: The share to whom it happened.
        rows: How many artists and months.
        days: Median of the days until it happened, None where it did not happen to half of them.
    """

    least: float
    most: float
    predicted: float
    observed: float
    rows: int
    days: float | None


def judge(
    probabilities: Floats, happened: Bools, cut: Ints, threshold: float, top: int = TOP
) -> Figures:
    """The figures of probabilities that were given at some ends of months.

    Args:
        cut: End of the month of each row.
        threshold: Probability above which it is said to happen.
    """
    months = [_top_of(probabilities[cut == at], happened[cut == at], top) for at in np.unique(cut)]
    precision, recalled = np.array(months, dtype=np.float64).T
    said = probabilities > threshold
    hits, others = _share(said[happened]), _share(~said[~happened])
    return Figures(
        precision_at_100=_mean(precision),
        recall_at_100=_mean(recalled[~np.isnan(recalled)]),
        recall=hits,
        balanced_accuracy=(hits + others) / 2.0,
        brier=_mean((probabilities - happened) ** 2),
        auc=_auc(probabilities, happened),
    )


def calibration(
    probabilities: Floats, happened: Bools, days: Floats, number: int
) -> tuple[Bin, ...]:
    """Equal parts of the rows by probability; equal probabilities stay together.

    Args:
        days: Days until it happened, NaN where it did not.
    """
    order = np.argsort(probabilities, kind="stable")
    ranked = probabilities[order]
    bounds = [len(ranked) * at // number for at in range(number)]
    edges = np.unique(np.append(np.searchsorted(ranked, ranked[bounds]), len(ranked)))
    return tuple(
        _bin(ranked[start:end], happened[order[start:end]], days[order[start:end]])
        for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True)
    )


def _bin(probabilities: Floats, happened: Bools, days: Floats) -> Bin:
    until = np.sort(np.where(happened, days, np.inf))
    median = float(until[(len(until) - 1) // 2])
    return Bin(
        least=float(probabilities[0]),
        most=float(probabilities[-1]),
        predicted=_mean(probabilities),
        observed=_share(happened),
        rows=len(probabilities),
        days=None if np.isinf(median) else median,
    )


def _top_of(probabilities: Floats, happened: Bools, top: int) -> tuple[float, float]:
    """Precision and recall of the most probable; among equals at the end every choice is as likely.

    Of fewer rows than asked for all are the top.
    """
    if len(probabilities) <= top:
        return _share(happened), 1.0 if happened.any() else np.nan
    least = np.partition(probabilities, -top)[-top]
    above, equal = probabilities > least, probabilities == least
    left = top - int(above.sum())
    found = happened[above].sum() + left * happened[equal].sum() / equal.sum()
    events = happened.sum()
    return float(found / top), float(found / events) if events else np.nan


def _auc(probabilities: Floats, happened: Bools) -> float:
    """By ranks: of each that happened how many lie below, equal ones half, less its own kind."""
    events, rows = int(happened.sum()), len(happened)
    if events in (0, rows):
        return float("nan")
    ranks = midrank_percentiles(probabilities)[happened] * rows / 100.0
    return float((ranks.sum() - events**2 / 2.0) / (events * (rows - events)))


def _share(values: Bools) -> float:
    return _mean(values.astype(np.float64))


def _mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else float("nan")
