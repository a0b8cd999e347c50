"""Values of groups: means and distinct ones, unknown values left out."""

import numpy as np

from algorithms.scores.nights import Bools, Ints
from algorithms.scores.parts import Floats


def sums_by(group: Ints, values: Floats, size: int) -> Floats:
    """Sum of the known values of each group, NaN where it has none."""
    known = ~np.isnan(values)
    numbers = np.bincount(group[known], minlength=size)
    sums = np.bincount(group[known], weights=values[known], minlength=size)
    return np.where(numbers > 0, sums, np.nan)


def means_by(group: Ints, values: Floats, size: int) -> Floats:
    """Mean of the known values of each group, NaN where it has none."""
    known = ~np.isnan(values)
    numbers = np.bincount(group[known], minlength=size)
    with np.errstate(divide="ignore", invalid="ignore"):
        return sums_by(group, values, size) / numbers


def distinct_by(group: Ints, values: Floats, where: Bools, size: int) -> Floats:
    """Number of distinct known values of each group, NaN where it has none."""
    counts = where & ~np.isnan(values)
    pairs = np.unique(np.column_stack((group[counts], values[counts])), axis=0)
    numbers = np.bincount(pairs[:, 0].astype(np.int64), minlength=size).astype(np.float64)
    return np.where(numbers > 0, numbers, np.nan)
