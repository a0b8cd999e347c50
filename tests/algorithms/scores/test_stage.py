"""Career stages: each test of the list, what is unknown, and how slowly a stage changes."""

from dataclasses import fields
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.scores.configuration import StageConfig
from algorithms.scores.stage import (
    INACTIVE,
    Career,
    Decision,
    Settled,
    decide,
    settle,
)

CONFIG = StageConfig()
NAN = float("nan")
TODAY = date(2019, 12, 31)
NOBODY = {
    "events": 0, "most_events": 0, "years": 1, "festivals": 0, "tiers": 1, "headliner_ratio": 0,
    "countries": 1, "prestige": 10, "active": 1,
}  # fmt: skip


def of(**facts: float) -> Decision:
    """The stage of one artist; what is not given is little."""
    values = {name: np.array([float(value)]) for name, value in (NOBODY | facts).items()}
    if "most_events" not in facts:
        values["most_events"] = values["events"]
    return decide(Career(prestige_high=60.0, **values), 0, CONFIG)


@pytest.mark.parametrize(
    ("facts", "stage"),
    [
        ({"events": 4}, "emerging"),
        ({"events": 9}, "emerging"),
        ({"events": 5, "festivals": 1, "tiers": 2}, "breaking"),
        ({"events": 5, "festivals": 1, "tiers": 1}, "emerging"),
        ({"events": 4, "festivals": 1, "tiers": 2}, "emerging"),
        ({"events": 10}, "breaking"),
        ({"events": 30}, "breaking"),
        ({"events": 30, "headliner_ratio": 0.5, "festivals": 2}, "established"),
        ({"events": 29, "headliner_ratio": 0.5, "festivals": 2}, "breaking"),
        ({"events": 40, "headliner_ratio": 0.6, "countries": 8}, "peak"),
        ({"events": 40, "headliner_ratio": 0.6, "countries": 7, "festivals": 2}, "established"),
        (
            {"events": 40, "most_events": 80, "headliner_ratio": 0.6, "countries": 8,
             "festivals": 2},
            "established",
        ),
        ({"events": 15, "most_events": 30, "years": 10, "prestige": 60}, "legacy"),
        ({"events": 16, "most_events": 30, "years": 10, "prestige": 60}, "breaking"),
        ({"events": 15, "most_events": 30, "years": 9, "prestige": 60}, "breaking"),
        ({"events": 15, "most_events": 30, "years": 10, "prestige": 59}, "breaking"),
        ({"events": 0, "active": 0}, INACTIVE),
    ],
)  # fmt: skip
def test_each_stage_begins_where_its_tests_hold(facts: dict[str, float], stage: str) -> None:
    found = of(**facts)
    assert found.stage == stage
    assert found.reasons


def test_a_test_on_an_unknown_input_fails_and_is_named() -> None:
    found = of(events=40, headliner_ratio=NAN, festivals=2)
    assert (found.stage, found.missing) == ("breaking", ("headlinerRatio",))
    assert of(events=40, headliner_ratio=0.7, countries=NAN, festivals=2).missing == ("countries",)
    assert of(events=12, headliner_ratio=NAN).missing == ()


ORDER = ("emerging", "breaking", "established", "peak")


@given(st.integers(0, 60), st.integers(0, 60), st.floats(0, 1), st.integers(0, 12))
def test_more_events_never_lower_a_stage_that_is_not_a_legacy(
    events: int, more: int, ratio: float, countries: int
) -> None:
    facts = {"headliner_ratio": ratio, "countries": countries, "festivals": 2, "tiers": 2}
    before, after = of(events=events, **facts).stage, of(events=events + more, **facts).stage
    assert ORDER.index(after) >= ORDER.index(before)


def test_a_career_names_an_input_for_each_of_its_columns() -> None:
    assert {field.name for field in fields(Career)} == {*NOBODY, "prestige_high"}


def nights(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_a_change_is_published_after_four_weeks_of_agreement() -> None:
    first = settle(None, "emerging", TODAY, CONFIG)
    assert first == Settled("emerging", TODAY)
    doubted = settle(first, "breaking", nights(1), CONFIG)
    assert (doubted.stage, doubted.candidate, doubted.candidate_since) == (
        "emerging", "breaking", nights(1),
    )  # fmt: skip
    assert settle(doubted, "breaking", nights(28), CONFIG) == doubted
    assert settle(doubted, "breaking", nights(29), CONFIG) == Settled(
        "breaking", nights(29), before="emerging"
    )


def test_a_doubt_that_does_not_last_begins_anew() -> None:
    doubted = settle(Settled("emerging", TODAY), "breaking", nights(1), CONFIG)
    back = settle(doubted, "emerging", nights(10), CONFIG)
    assert back == Settled("emerging", TODAY)
    again = settle(back, "breaking", nights(20), CONFIG)
    assert settle(again, "breaking", nights(30), CONFIG).stage == "emerging"
    other = settle(again, "peak", nights(21), CONFIG)
    assert (other.candidate, other.candidate_since) == ("peak", nights(21))


def test_the_same_day_again_settles_the_same() -> None:
    doubted = settle(Settled("emerging", TODAY), "breaking", nights(1), CONFIG)
    assert settle(doubted, "breaking", nights(1), CONFIG) == doubted
