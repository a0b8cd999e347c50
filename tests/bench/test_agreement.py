"""Statistics that figures of validity rest on."""

import numpy as np
import pytest

from bench.growth import exponent, table, too_fast
from bench.validity.agreement import advantage, rank_correlation


def test_a_rank_correlation_with_ties_by_hand() -> None:
    # Ranks 1, 2.5, 2.5, 4, 5 and 2, 1, 3.5, 3.5, 5: products 7.25, squares 9.5 each.
    found = rank_correlation([1, 2, 2, 3, 4], [20, 10, 30, 30, 40])
    assert found.value == pytest.approx(7.25 / 9.5)
    assert found.low < found.value < found.high
    assert found.count == 5


def test_any_growing_function_leaves_a_rank_correlation_as_it_is() -> None:
    dice = np.random.default_rng(3)
    one, other = dice.normal(size=200), dice.normal(size=200)
    plain = rank_correlation(one.tolist(), other.tolist())
    assert rank_correlation(np.exp(one).tolist(), other.tolist()) == plain
    assert plain.low < 0 < plain.high


def test_columns_that_tell_nothing_have_no_correlation() -> None:
    for one, other in (([1, 2], [1, 2]), ([1.0] * 9, list(range(9)))):
        with pytest.raises(ValueError, match="tell no correlation"):
            rank_correlation(one, other)


def test_the_advantage_of_a_group_counts_pairs_ties_half() -> None:
    # Of six pairs two are more, three equal, one is less.
    found = advantage([1, 2, 2], [1, 2])
    assert found.value == pytest.approx((2 + 0.5 * 3) / 6)
    assert advantage([5, 6], [1, 2]).value == 1
    assert advantage([1, 2], [5, 6]).value == 0
    with pytest.raises(ValueError, match="both groups"):
        advantage([], [1])


def test_an_exponent_is_that_of_the_power_a_cost_grows_with() -> None:
    sizes = (1_000, 3_000, 10_000)
    assert exponent(sizes, [size**1.5 / 1e5 for size in sizes]) == pytest.approx(1.5)
    assert exponent(sizes, [0.01, 0.02, 0.03]) is None
    assert too_fast("derive", 1.5)
    assert not too_fast("betweenness", 1.5)
    assert not too_fast("derive", None)
    shown = table(sizes, {"derive": [size**1.5 / 1e5 for size in sizes]})
    assert "| derive | 0.3 | 1.6 | 10.0 | 1.50 | **grows too fast** |" in shown
