"""Places in the night: half-open hours, and who is the headliner."""

import numpy as np
import pytest

from algorithms.scores.configuration import SlotConfig
from algorithms.scores.slots import headliner_ratios, slot_at

CONFIG = SlotConfig()


@pytest.mark.parametrize(
    ("start", "slot"),
    [
        (0, "headliner"),
        (1.99, "headliner"),
        (2, "closing"),
        (11.99, "closing"),
        (12, "daytime"),
        (19.99, "daytime"),
        (20, "warm_up"),
        (22, "prime_time"),
        (23.99, "prime_time"),
    ],
)
def test_a_slot_follows_from_the_local_hour(start: float, slot: str) -> None:
    assert slot_at(start, CONFIG) == slot


def test_headliners_are_named_by_a_source_or_by_the_hour() -> None:
    ratios = headliner_ratios(
        [0, 0, 0, 0, 1, 2],
        ["headliner", None, "warm_up", None, None, None],
        [None, "headliner", None, None, None, None],
        [None, None, 1.0, 0.5, None, 2.0],
        3,
        CONFIG,
    )
    assert ratios[0] == pytest.approx(3 / 4)
    assert np.isnan(ratios[1])
    assert ratios[2] == 0
