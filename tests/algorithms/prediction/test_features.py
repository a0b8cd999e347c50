"""What is known of artists on a day: by hand, and blind for what comes after."""

from datetime import date

import numpy as np
import pytest

from algorithms.derive.config import epoch_day
from algorithms.prediction.facts import NO_STAGE, Facts
from algorithms.prediction.features import FEATURES, Known, known_on
from algorithms.prediction.rank import rank_percentiles
from tests.algorithms.prediction.scene import CONFIG, Row, facts, night, rising_scene

DAY = "2018-06-30"
PAST: list[Row] = [
    night("2016-01-10", "a", "b"),
    night("2017-09-01", "a", "b", "c", venue="ve_2"),
    night("2018-02-01", "a", venue="ve_2"),
    night("2018-03-01", "a", "c", venue="ve_3", festival=True),
    night("2018-06-20", "a", "b", "d", venue="ve_2"),
]
LATER: list[Row] = [
    night("2018-07-01", "a", "b", "e"),
    night("2019-01-01", "a", "c", "d", "f", venue="ve_9", festival=True),
]
MIXES = [("a", ["2018-01-05", "2018-06-01", "2018-07-15"])]


def known(of: Facts, day: str = DAY) -> Known:
    stages = np.full(len(of.artists), NO_STAGE, dtype=np.int64)
    return known_on(of, epoch_day(date.fromisoformat(day)), stages, CONFIG)


def told(found: Known, of: Facts, artist: str) -> dict[str, float]:
    return dict(zip(FEATURES, found.told[of.artists.index(artist)].tolist(), strict=True))


def test_what_an_artist_did_is_counted_back_from_the_day() -> None:
    of = facts(PAST, MIXES)
    found = told(known(of), of, "a")
    assert found["nights"] == 4
    assert found["nightsIncrease"] == pytest.approx(np.log(4 / 2))
    assert found["lastNight"] == 10
    assert found["careerYears"] == pytest.approx(2.47, abs=0.01)
    assert found["festivals"] == 1
    assert found["venues"] == 2
    assert found["busyVenues"] == pytest.approx((3 + 3 + 1 + 3) / 4)
    assert found["lineUp"] == pytest.approx((3 + 1 + 2 + 3) / 4)
    assert found["collaborators"] == 3
    assert found["newCollaborators"] == 1
    assert found["mixes"] == 2
    # Beside b (2 nights) and c (2), beside c (2), beside b (2) and d (1); alone does not count.
    assert found["company"] == pytest.approx((2 + 2 + 1.5) / 3)


def test_baselines_are_numbers_anybody_could_count() -> None:
    of = facts(PAST)
    found = known(of).baselines[of.artists.index("a")].tolist()
    assert found[0] == pytest.approx(np.log1p(4))
    assert found[1] == pytest.approx(np.log(2))
    assert found[3] == pytest.approx(np.log1p(3))
    assert found[4] == pytest.approx(np.log1p(2.47), abs=0.01)


def test_an_increase_is_of_the_last_180_days_beside_the_180_before() -> None:
    of = facts([night("2017-12-01", "a"), night("2017-12-02", "a"), night("2018-06-01", "a")])
    assert told(known(of), of, "a")["nightsIncrease"] == pytest.approx(np.log(2 / 3))


def test_who_has_too_little_history_is_not_ready() -> None:
    of = facts(
        [
            *PAST,
            night("2018-02-15", "new"), night("2018-05-01", "new"),
            night("2018-01-01", "once"),
            night("2015-01-01", "gone"), night("2015-02-01", "gone"),
        ]
    )  # fmt: skip
    ready = dict(zip(of.artists, known(of).ready.tolist(), strict=True))
    assert ready == {
        "a": True, "b": True, "c": True, "d": False, "new": False, "once": False, "gone": False,
    }  # fmt: skip


def test_nothing_after_the_day_changes_what_was_known() -> None:
    before, after = facts(PAST, MIXES), facts([*PAST, *LATER], MIXES)
    one, other = known(before), known(after)
    places = [after.artists.index(artist) for artist in before.artists]
    np.testing.assert_array_equal(one.features, other.features[places])
    np.testing.assert_array_equal(one.told, other.told[places])
    np.testing.assert_array_equal(one.baselines, other.baselines[places])
    np.testing.assert_array_equal(one.ready, other.ready[places])
    strangers = [at for at in range(len(after.artists)) if at not in places]
    assert not other.ready[strangers].any()


def test_nothing_after_the_day_changes_what_was_known_in_a_whole_scene() -> None:
    rows = rising_scene(artists=150)
    cut = date(2017, 3, 31)
    before = facts([row for row in rows if row[1] <= epoch_day(cut)])
    after = facts(rows)
    one, other = known(before, cut.isoformat()), known(after, cut.isoformat())
    places = [after.artists.index(artist) for artist in before.artists]
    assert one.ready.sum() > 50
    np.testing.assert_array_equal(one.features, other.features[places])
    np.testing.assert_array_equal(one.baselines, other.baselines[places])


def test_the_day_itself_counts() -> None:
    of = facts([*PAST, night(DAY, "a", venue="ve_7")])
    assert told(known(of), of, "a")["nights"] == 5


def test_rank_is_that_of_the_pairs_a_night_makes() -> None:
    """The same by matrices: pairs weigh 2^(-age / H) / (acts - 1)."""
    of = facts(PAST)
    day, size = epoch_day(date.fromisoformat(DAY)), len(of.artists)
    pairs = np.zeros((size, size))
    for row in PAST:
        places = [of.artists.index(artist) for artist in row[5]]
        for one in places:
            for other in places:
                if one != other:
                    worth = 2.0 ** ((row[1] - day) / CONFIG.half_life_days)
                    pairs[one, other] += worth / (len(places) - 1)
    passing = pairs / pairs.sum(axis=0)
    rank = np.linalg.solve(
        np.eye(size) - CONFIG.damping * passing, np.full(size, (1 - CONFIG.damping) / size)
    )
    expected = 100.0 * (np.argsort(np.argsort(rank)) + 0.5) / size
    np.testing.assert_allclose(rank_percentiles(of, day, CONFIG), expected)


def test_who_played_alone_has_no_rank_and_no_company() -> None:
    of = facts([*PAST, night("2018-01-01", "solo"), night("2018-05-01", "solo")])
    found = told(known(of), of, "solo")
    assert np.isnan(found["centrality"])
    assert np.isnan(found["company"])
    assert found["collaborators"] == 0
