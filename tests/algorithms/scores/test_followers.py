"""Growth of followers: only accounts read at both dates, the reading nearest to each."""

from datetime import date

import numpy as np
import pytest

from algorithms.scores.configuration import GrowthConfig
from algorithms.scores.followers import Window, accounts_of, growth

CONFIG = GrowthConfig()
TODAY = date(2019, 12, 31)
ROWS = [
    ["a", "spotify.followers", [["2019-12-01", 200], ["2019-12-30", 300], ["2019-12-31", 320]]],
    ["a", "instagram.followers", [["2019-12-31", 9000]]],
    ["alias", "spotify.followers", [["2019-12-02", 100], ["2019-12-31", 100]]],
    ["b", "spotify.followers", [["2019-12-01", 10], ["2019-12-31", 60]]],
    ["c", "spotify.followers", [["2019-11-01", 10], ["2019-12-31", 60]]],
]


def test_growth_is_of_the_accounts_read_at_both_dates() -> None:
    ids = ["a", "b", "c", "d"]
    accounts = accounts_of(ROWS, ids, {"alias": "a"})
    found = growth(accounts, len(ids), TODAY, 30, 3, CONFIG)
    assert found[0] == pytest.approx(100 * (420 - 300) / 300)
    # Of less than a hundred followers, growth is a share of a hundred.
    assert found[1] == pytest.approx(50)
    assert np.isnan(found[2:]).all()


def test_a_window_does_not_reach_beyond_the_date() -> None:
    assert Window(0, 3).dates(TODAY) == (date(2019, 12, 28), TODAY)
    assert Window(7, 1).dates(TODAY) == (date(2019, 12, 23), date(2019, 12, 25))
    accounts = accounts_of(ROWS, ["a", "alias", "b", "c"], {})
    assert np.isnan(growth(accounts, 4, TODAY, 7, 1, CONFIG)).all()


def test_two_sources_of_one_reading_count_once() -> None:
    twice = [*ROWS, ["b", "spotify.followers", [["2019-12-01", 99999]]]]
    accounts = accounts_of(twice, ["a", "b", "c"], {"alias": "a"})
    assert growth(accounts, 3, TODAY, 30, 3, CONFIG)[1] == pytest.approx(50)
