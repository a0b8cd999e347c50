"""Prestige of nights: the worked cases, and what must hold of any night."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.scores.configuration import EventPrestigeConfig
from algorithms.scores.event_prestige import TERMS, EventPrestige, event_prestige

CONFIG = EventPrestigeConfig()
NAN = float("nan")


def of(*nights: tuple[float, float, float, float, float]) -> EventPrestige:
    """Prestige of nights given as (venue, line-up, capacity, festival, brand)."""
    return event_prestige(*np.array(nights, dtype=np.float64).T, config=CONFIG)


@pytest.mark.parametrize(
    ("night", "raw", "index"),
    [
        ((80, 60, 1500, 1, 50), 53.514137, 67.102366),
        ((95, 70, 1500, 0, 80), 62.764137, 78.701112),
        ((100, 100, 50000, 1, 100), 79.298455, 99.433799),
        ((100, 100, 500, 0, 100), 74.048455, 92.850727),
        ((100, 100, 100000, 1, 100), 79.75, 100),
        ((80, 60, NAN, 1, 50), 57.352941, 67.474048),
    ],
)
def test_worked_cases(
    night: tuple[float, float, float, float, float], raw: float, index: float
) -> None:
    found = of(night)
    assert found.raw[0] == pytest.approx(raw, abs=5e-7)
    assert found.index[0] == pytest.approx(index, abs=5e-7)


def test_weights_sum_to_one() -> None:
    assert sum(getattr(CONFIG, term) for term in TERMS) == pytest.approx(1)


def test_too_little_is_no_prestige() -> None:
    found = of((NAN, 60, 1500, 1, NAN), (80, NAN, NAN, 0, 50))
    assert np.isnan(found.index[0])
    assert found.coverage[0] == pytest.approx(0.55)
    assert found.coverage[1] == pytest.approx(0.6)
    assert found.index[1] == pytest.approx(100 * (24 + 7.5) / (30 + 2.25 + 15))


def test_a_venue_that_holds_nobody_has_an_unknown_capacity() -> None:
    assert of((80, 60, 0, 1, 50)).index[0] == of((80, 60, NAN, 1, 50)).index[0]


percent = st.floats(0, 100)
unknown = st.just(NAN)
nights = st.tuples(
    percent | unknown,
    percent | unknown,
    st.floats(1, 1e6) | unknown,
    st.sampled_from((0.0, 1.0, NAN)),
    percent | unknown,
)


@given(nights)
def test_the_index_is_a_percentage_and_the_sum_of_its_parts(
    night: tuple[float, float, float, float, float],
) -> None:
    found = of(night)
    if np.isnan(found.index[0]):
        assert found.coverage[0] < CONFIG.coverage_min
    else:
        assert 0 <= found.index[0] <= 100
        assert np.nansum(found.contributions[0]) == pytest.approx(found.index[0])
        assert (np.isnan(found.contributions[0]) == np.isnan(found.terms[0])).all()


@given(nights, st.integers(0, 4), st.floats(0, 20))
def test_more_of_a_known_term_never_lowers_the_index(
    night: tuple[float, float, float, float, float], term: int, more: float
) -> None:
    raised = list(night)
    raised[term] = max(night[term], 1.0) if term == 3 else min(night[term] + more, 1e6)
    before, after = of(night).index[0], of(tuple(raised)).index[0]
    assert np.isnan(before) or after >= before - 1e-9
