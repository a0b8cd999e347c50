"""The Underground Authenticity Index and reach: worked cases, and what must hold of any artist."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.scores.configuration import ReachConfig, UndergroundConfig
from algorithms.scores.reach import reach, scaled, streaming_total
from algorithms.scores.underground import (
    FACTORS,
    PROFILES,
    longevity,
    platform_balance,
    ratio,
    scene_contribution,
    underground_index,
)

CONFIG = UndergroundConfig()
NAN = float("nan")
CASE = (90.0, 60.0, 80.0, 70.0, 50.0, 40.0, 65.0)


def of(*factors: float) -> tuple[float, float, str | None]:
    """Index, coverage and band of one artist."""
    found = underground_index(np.array([factors]), CONFIG)
    band = int(found.profiles[0])
    return (
        float(found.index.value[0]),
        float(found.index.coverage[0]),
        PROFILES[band] if band >= 0 else None,
    )


def test_the_worked_case() -> None:
    index, coverage, band = of(*CASE)
    assert (index, coverage) == pytest.approx((67.25, 1.0))
    assert band == "crossover_potential"
    found = underground_index(np.array([CASE]), CONFIG)
    assert found.index.contributions[0].tolist() == pytest.approx([18, 6, 12, 10.5, 5, 6, 9.75])


def test_the_worked_case_without_vinyl() -> None:
    index, coverage, band = of(90, NAN, 80, 70, 50, 40, 65)
    assert index == pytest.approx(68.0555556, abs=5e-7)
    assert coverage == pytest.approx(0.90)
    assert band == "crossover_potential"


def test_three_factors_are_too_few() -> None:
    index, coverage, band = of(90, 60, 80, NAN, NAN, NAN, NAN)
    assert np.isnan(index)
    assert coverage == pytest.approx(0.45)
    assert band is None


@pytest.mark.parametrize(
    ("value", "band"),
    [(0, 0), (29.99, 0), (30, 1), (50, 2), (69.999, 2), (70, 3), (90, 4), (100, 4)],
)
def test_bands_begin_at_their_thresholds(value: float, band: int) -> None:
    assert of(*[value] * len(FACTORS))[2] == PROFILES[band]


def test_weights_sum_to_one() -> None:
    assert sum(getattr(CONFIG, factor) for factor in FACTORS) == pytest.approx(1)


factor = st.floats(0, 100) | st.just(NAN)


@given(st.lists(factor, min_size=7, max_size=7), st.integers(0, 6), st.floats(0, 100))
def test_a_higher_factor_never_lowers_the_index(
    factors: list[float], place: int, more: float
) -> None:
    raised = list(factors)
    raised[place] = min(100.0, factors[place] + more)
    before, after = of(*factors)[0], of(*raised)[0]
    assert np.isnan(before) or after >= before - 1e-9


def test_ratios_are_unknown_where_nothing_is_known() -> None:
    values = ratio(np.array([3.0, 0.0, NAN]), np.array([1.0, 0.0, 1.0]))
    assert values[0] == 75
    assert np.isnan(values[1:]).all()
    balance = platform_balance(np.array([10_000.0]), np.array([300.0]), CONFIG)
    assert balance[0] == pytest.approx(25)


def test_contribution_saturates_and_bigness_takes_longevity_away() -> None:
    one = np.ones(1)
    assert scene_contribution(4 * one, 0 * one, 4 * one, 0 * one, 0 * one, CONFIG)[
        0
    ] == pytest.approx(100 * (1 - np.exp(-1)))
    years, sizes = np.array([7.5, 30, 30, 30]), np.array([0, 70, 85, 100])
    assert longevity(years, sizes, CONFIG).tolist() == pytest.approx([50, 100, 50, 0])


def test_streaming_reach_is_the_stated_sum() -> None:
    values = [np.array([value]) for value in (125_000.0, 9_876_543.0, 45_678_901.0)]
    assert streaming_total(*values, ReachConfig())[0] == 269_443
    unknown = np.array([NAN])
    assert np.isnan(streaming_total(unknown, unknown, unknown, ReachConfig())[0])


@given(st.lists(st.floats(0, 1e9) | st.just(NAN), min_size=1, max_size=30))
def test_reach_is_a_percentage_or_unknown(values: list[float]) -> None:
    parts, found = reach({"spotify.followers": np.array(values)}, len(values), ReachConfig())
    known = ~np.isnan(np.array(values))
    assert (np.isnan(found.value) == ~known).all()
    assert ((found.value[known] >= 0) & (found.value[known] <= 100)).all()
    assert np.isnan(parts[:, 0]).all()


def test_where_all_are_nothing_reach_is_nothing() -> None:
    assert scaled(np.array([0.0, 0.0, NAN]), 99.9).tolist()[:2] == [0.0, 0.0]
