"""How good probabilities are: by hand, and against counting pairs."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.prediction.judging import calibration, judge

ONE_CUT = np.zeros(6, dtype=np.int64)
PAIRS = st.lists(st.tuples(st.integers(0, 8), st.booleans()), min_size=2, max_size=60).filter(
    lambda rows: len({happened for _, happened in rows}) == 2
)


def test_figures_by_hand() -> None:
    said = np.array([0.9, 0.8, 0.4, 0.3, 0.2, 0.1])
    happened = np.array([True, False, True, False, False, False])
    found = judge(said, happened, ONE_CUT, threshold=0.35, top=2)
    assert found.precision_at_100 == 0.5
    assert found.recall_at_100 == 0.5
    assert found.recall == 1.0
    assert found.balanced_accuracy == pytest.approx((1.0 + 3 / 4) / 2)
    assert found.brier == pytest.approx((0.01 + 0.64 + 0.36 + 0.09 + 0.04 + 0.01) / 6)
    assert found.auc == pytest.approx(7 / 8)


def test_the_top_is_of_each_month_and_their_mean_counts() -> None:
    said = np.array([0.9, 0.8, 0.1, 0.9, 0.8, 0.1])
    happened = np.array([True, True, False, False, False, True])
    months = np.array([0, 0, 0, 1, 1, 1])
    found = judge(said, happened, months, threshold=0.5, top=2)
    assert found.precision_at_100 == pytest.approx((1.0 + 0.0) / 2)
    assert found.recall_at_100 == pytest.approx((1.0 + 0.0) / 2)


def test_equal_probabilities_count_by_chance() -> None:
    """One of four equal ones fits in; it is the right one in one of four cases."""
    said = np.array([0.9, 0.5, 0.5, 0.5, 0.5, 0.1])
    happened = np.array([True, True, False, False, False, False])
    found = judge(said, happened, ONE_CUT, threshold=0.7, top=2)
    assert found.precision_at_100 == pytest.approx((1 + 1 / 4) / 2)
    assert judge(np.full(6, 0.5), happened, ONE_CUT, 0.5, top=3).precision_at_100 == (
        pytest.approx(2 / 6)
    )


@given(PAIRS)
def test_auc_is_the_share_of_pairs_in_the_right_order(rows: list[tuple[int, bool]]) -> None:
    said = np.array([value / 10 for value, _ in rows])
    happened = np.array([did for _, did in rows])
    pairs = [
        1.0 if one > other else 0.5 if one == other else 0.0
        for one in said[happened]
        for other in said[~happened]
    ]
    found = judge(said, happened, np.zeros(len(rows), dtype=np.int64), 0.5)
    assert found.auc == pytest.approx(np.mean(pairs))


@given(PAIRS, st.integers(2, 12))
def test_the_calibration_curve_has_every_row_once(
    rows: list[tuple[int, bool]], number: int
) -> None:
    said = np.array([value / 10 for value, _ in rows])
    happened = np.array([did for _, did in rows])
    days = np.where(happened, 100.0, np.nan)
    bins = calibration(said, happened, days, number)
    assert sum(each.rows for each in bins) == len(rows)
    assert sum(each.rows * each.observed for each in bins) == pytest.approx(happened.sum())
    assert sum(each.rows * each.predicted for each in bins) == pytest.approx(said.sum())
    assert len(bins) <= number
    for one, following in pairwise(bins):
        assert one.most < following.least
    for each in bins:
        assert (each.days == 100.0) == (each.observed >= 0.5)


def test_days_are_the_median_of_all_not_of_those_alone_to_whom_it_happened() -> None:
    said = np.array([0.1, 0.1, 0.9, 0.9, 0.9])
    happened = np.array([True, False, True, True, False])
    days = np.array([30.0, np.nan, 50.0, 70.0, np.nan])
    low, high = calibration(said, happened, days, 2)
    assert low.days == 30.0
    assert high.days == 70.0
    rare = calibration(np.full(3, 0.1), np.array([True, False, False]), days[[0, 1, 1]], 2)
    assert [each.days for each in rare] == [None]
