"""Momentum: among peers, from what is known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.scores.configuration import MomentumConfig, TrajectoryConfig
from algorithms.scores.momentum import INPUTS, increase, momentum
from algorithms.scores.trajectory import trajectory

CONFIG = MomentumConfig(peers_min=3)
NAN = float("nan")
VALUES = st.one_of(st.just(NAN), st.floats(-1e6, 1e6))
ROWS = st.lists(
    st.tuples(
        st.lists(VALUES, min_size=len(INPUTS), max_size=len(INPUTS)),
        st.sampled_from(["emerging", "peak", None]),
    ),
    min_size=1,
    max_size=12,
)


def booked(*increases: float) -> np.ndarray:
    """Inputs of which only followers and bookings are known, both the same."""
    inputs = np.full((len(increases), len(INPUTS)), NAN)
    inputs[:, 0] = inputs[:, 1] = increases
    return inputs


def test_artists_are_measured_against_their_stage() -> None:
    stages = ["emerging"] * 3 + ["peak"] * 3
    _, found = momentum(booked(1, 2, 3, 101, 102, 103), stages, CONFIG)
    deviation = np.sqrt(2 / 3)
    high = 50 + 50 * (1 / deviation) / 3
    assert found.value.tolist() == pytest.approx([100 - high, 50, high] * 2)
    assert found.coverage.tolist() == pytest.approx([0.55] * 6)


def test_few_or_equal_peers_are_measured_against_all() -> None:
    stages = ["emerging"] * 4 + ["peak", "peak"]
    inputs = booked(0, 0, 0, 0, 6, 6)
    few, _ = momentum(inputs, stages, CONFIG)
    all_of_them = 50 + 50 * (np.array([0, 0, 0, 0, 6, 6]) - 2) / np.sqrt(8) / 3
    assert few[:, 0].tolist() == pytest.approx(all_of_them.tolist())
    nobody_differs, _ = momentum(booked(0.1, 0.1, 0.1), ["peak"] * 3, CONFIG)
    assert nobody_differs[:, 0].tolist() == [50] * 3


def test_too_little_is_no_momentum() -> None:
    inputs = np.full((1, len(INPUTS)), NAN)
    inputs[0, 1] = 1.0
    _, found = momentum(inputs, ["peak"], CONFIG)
    assert np.isnan(found.value[0])
    inputs[0, 3] = 1.0
    _, found = momentum(inputs, ["peak"], CONFIG)
    assert found.value[0] == 50


@given(ROWS)
def test_momentum_is_a_percentage_and_the_sum_of_what_its_inputs_add(
    rows: list[tuple[list[float], str | None]],
) -> None:
    inputs = np.array([row[0] for row in rows])
    stages = [row[1] for row in rows]
    parts, found = momentum(inputs, stages, CONFIG)
    has = ~np.isnan(found.value)
    assert ((found.value[has] >= 0) & (found.value[has] <= 100)).all()
    np.testing.assert_allclose(np.nansum(found.contributions[has], axis=1), found.value[has])
    assert (np.isnan(parts) == np.isnan(inputs)).all()


def test_as_many_as_before_is_no_increase() -> None:
    assert increase(np.array([3.0, 7.0, 0.0]), np.array([3.0, 3.0, 1.0])).tolist() == (
        pytest.approx([0, np.log(2), -np.log(2)])
    )


@pytest.mark.parametrize(
    ("momentum", "reach", "stage", "expected"),
    [
        (80, 49, "emerging", "breakout"),
        (80, 49, "breaking", "breakout"),
        (80, 49, "peak", "rising"),
        (80, 50, "emerging", "rising"),
        (80, NAN, "emerging", "rising"),
        (60, 0, None, "rising"),
        (59.9, 0, "emerging", "stable"),
        (40, 0, "emerging", "stable"),
        (39.9, 0, "emerging", "declining"),
        (NAN, 0, "emerging", None),
    ],
)
def test_a_trajectory_is_the_first_that_holds(
    momentum: float, reach: float, stage: str | None, expected: str | None
) -> None:
    assert trajectory(momentum, reach, stage, TrajectoryConfig()) == expected
