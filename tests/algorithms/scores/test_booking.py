"""Booking: its parts, what is unknown, and the slope of venue tiers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.scores.booking import booking_score, tier_slopes
from algorithms.scores.configuration import BookingConfig

CONFIG = BookingConfig()
NAN = float("nan")
POINTS = st.lists(st.one_of(st.just(NAN), st.floats(0, 1)), min_size=3, max_size=3)


def test_parts_are_percentiles_but_the_headliner_ratio() -> None:
    parts, score = booking_score(
        np.array([10.0, 20.0]),
        np.array([0.5, NAN]),
        np.array([NAN, 0.1]),
        np.array([4.0, 2.0]),
        CONFIG,
    )
    np.testing.assert_allclose(parts, [[25, 50, NAN, 75], [75, NAN, 50, 25]])
    assert score.coverage.tolist() == pytest.approx([0.8, 0.75])
    assert score.value[0] == pytest.approx((0.35 * 25 + 0.25 * 50 + 0.2 * 75) / 0.8)
    assert score.value[1] == pytest.approx((0.35 * 75 + 0.2 * 50 + 0.2 * 25) / 0.75)


@given(st.lists(st.tuples(POINTS, POINTS), min_size=1, max_size=6))
def test_a_score_is_the_sum_of_what_its_parts_add(rows: list[tuple[list[float], ...]]) -> None:
    first = np.array([row[0] for row in rows])
    second = np.array([row[1] for row in rows])
    parts, score = booking_score(first[:, 0], first[:, 1], first[:, 2], second[:, 0], CONFIG)
    has = ~np.isnan(score.value)
    assert ((score.value[has] >= 0) & (score.value[has] <= 100)).all()
    np.testing.assert_allclose(np.nansum(score.contributions[has], axis=1), score.value[has])
    assert (np.isnan(score.contributions) == np.isnan(parts)).all()


def test_the_slope_is_that_of_the_last_nights() -> None:
    config = BookingConfig(progression_sets=3)
    artist = np.array([0, 0, 0, 0, 1, 1, 1, 1, 2, 2])
    day = np.array([40.0, 10, 20, 30, 1, NAN, 2, 3, 1, 2])
    tier = np.array([4.0, 5, 2, 3, 2, 5, NAN, 2, 1, 5])
    slopes = tier_slopes(artist, day, tier, 4, config)
    # The oldest night of the first is beyond the last three: tiers 2, 3, 4.
    assert slopes[0] == pytest.approx(1.0)
    # An unknown day or tier does not count, and two nights are too few.
    assert np.isnan(slopes[1:]).all()
    assert tier_slopes(artist, day, tier, 4, CONFIG)[0] == pytest.approx(-0.2)
