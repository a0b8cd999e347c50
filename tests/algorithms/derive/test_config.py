"""The formula of strength, exact on the worked example."""

import math
from datetime import date, timedelta

import pytest

from algorithms.derive.config import StrengthConfig, day_of, epoch_day
from graph.model import ConnectionKind

CONFIG = StrengthConfig()
TODAY = date(2024, 6, 1)
OLD = TODAY - timedelta(days=730)


def weight(kind: ConnectionKind, day: date, size: int = 2, times: int = 1) -> float:
    return times * CONFIG.share(kind, size) * CONFIG.growth(epoch_day(day))


def test_one_b2b_today() -> None:
    stored = weight(ConnectionKind.B2B, TODAY)
    assert CONFIG.strength(stored, TODAY) == pytest.approx(0.6321206, abs=5e-7)


def test_one_b2b_of_a_half_life_ago() -> None:
    stored = weight(ConnectionKind.B2B, OLD)
    assert CONFIG.strength(stored, TODAY) == pytest.approx(0.3934693, abs=5e-7)


def test_three_nights_today_in_line_ups_of_ten() -> None:
    stored = weight(ConnectionKind.SAME_EVENT, TODAY, size=10, times=3)
    assert CONFIG.strength(stored, TODAY) == pytest.approx(0.0644930, abs=5e-7)


def test_kinds_combine_by_adding_weights() -> None:
    b2b = weight(ConnectionKind.B2B, OLD)
    nights = weight(ConnectionKind.SAME_EVENT, TODAY, size=10, times=3)
    combined = CONFIG.strength(b2b + nights, TODAY)
    apart = (1 - CONFIG.strength(b2b, TODAY)) * (1 - CONFIG.strength(nights, TODAY))
    assert combined == pytest.approx(0.4325863, abs=5e-7)
    assert combined == pytest.approx(1 - apart, abs=1e-15)


def test_aged_strength_equals_direct_computation() -> None:
    for day in (date(1995, 3, 1), date(2014, 1, 1), date(2024, 5, 31)):
        age = (TODAY - day).days
        direct = 1 - math.exp(-0.6 * 0.5 ** (age / 730))
        aged = CONFIG.strength(weight(ConnectionKind.REMIX, day), TODAY)
        assert aged == pytest.approx(direct, abs=1e-15)


def test_a_shared_label_weighs_less_on_a_large_roster() -> None:
    assert CONFIG.share(ConnectionKind.SAME_LABEL, 2) == 0.3
    assert CONFIG.share(ConnectionKind.SAME_LABEL, 10) == pytest.approx(0.1)


def test_weights_of_the_other_kinds_do_not_depend_on_size() -> None:
    kinds = (ConnectionKind.COLLAB, ConnectionKind.SAME_COLLECTIVE)
    assert [CONFIG.share(kind, 7) for kind in kinds] == [0.9, 0.5]


def test_a_half_life_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="half-life"):
        StrengthConfig(half_life_days=0)


def test_days_are_counted_from_1970() -> None:
    assert epoch_day(date(1970, 1, 2)) == 1
    assert day_of(epoch_day(TODAY)) == TODAY
