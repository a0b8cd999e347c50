"""Reasons in words: what an artist did, and what is usual."""

import numpy as np
import pytest

from algorithms.prediction.features import FEATURES, Known
from algorithms.prediction.words import Told, reasons, risks, said

NOTHING = np.zeros((1, len(FEATURES)))


def told(**values: float) -> Told:
    inputs = NOTHING.copy()
    for name, value in values.items():
        inputs[0, FEATURES.index(name)] = value
    return Told(Known(np.array([True]), inputs, inputs, np.array([[9.0, 1.0]]), NOTHING), 0)


def column(**values: float) -> np.ndarray:
    found = np.zeros(len(FEATURES))
    for name, value in values.items():
        found[FEATURES.index(name)] = value
    return found


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("nights", 1.0, "1 night in a year"),
        ("nights", 7.0, "7 nights in a year"),
        ("nightsIncrease", np.log(5), "9 nights in 180 days after 1 in the 180 before"),
        ("lastNight", 12.0, "last night 12 days ago"),
        ("collaborators", 1.0, "played with 1 other in two years"),
        ("centralityChange", -4.0, "centrality -4 percentiles in 180 days"),
        ("mixes", 2.0, "2 mixes in a year"),
        ("breaking", 0.0, "stage not breaking"),
    ],
)
def test_an_input_is_said_as_one_would_say_it(name: str, value: float, words: str) -> None:
    assert said(name, value, (9.0, 1.0)) == words


def test_every_input_has_words() -> None:
    assert all(said(name, 2.0, (2.0, 2.0)) for name in FEATURES)


def test_the_strongest_come_first_either_way_and_what_adds_nothing_is_no_reason() -> None:
    adds = column(nights=0.5, lastNight=-2.0, venues=1.0)
    of = told(nights=7.0, lastNight=200.0, venues=3.0)
    means = column(nights=np.log1p(3), lastNight=np.log1p(80), venues=np.log1p(2))
    chosen, texts = reasons(adds, of, means, 5)
    assert [FEATURES[at] for at in chosen] == ["lastNight", "venues", "nights"]
    assert texts == [
        "last night 200 days ago; 80 is usual",
        "3 venues in a year; 2 is usual",
        "7 nights in a year; 3 is usual",
    ]
    assert risks(adds, of, means, 5) == ["last night 200 days ago; 80 is usual"]
    assert reasons(adds, of, means, 1)[1] == texts[:1]
