"""Prestige of artists: labels decay with time, nights count beside them."""

from datetime import date

import numpy as np
import pytest

from algorithms.scores.artist_prestige import Affiliation, artist_prestige, label_part
from algorithms.scores.configuration import ArtistPrestigeConfig
from algorithms.scores.label_ties import Tie, label_parts, label_progression, ties_of

CONFIG = ArtistPrestigeConfig()
NAN = float("nan")
TODAY = date(2019, 12, 31)


def test_the_best_label_counts_most_and_older_ones_less() -> None:
    labels = [Affiliation(80, 730), Affiliation(60, 0), Affiliation(20, 0), Affiliation(10, 0)]
    # 60 now beats 80 two years ago, which counts 40.
    assert label_part(labels, CONFIG) == pytest.approx(0.7 * 60 + 0.3 * (60 + 40 + 20) / 3)
    assert label_part([Affiliation(50, 0), Affiliation(NAN, 0)], CONFIG) == pytest.approx(50)
    assert np.isnan(label_part([Affiliation(NAN, 0)], CONFIG))


def test_either_part_is_enough() -> None:
    parts, score = artist_prestige(np.array([50, NAN, NAN]), np.array([100, 40, NAN]), CONFIG)
    assert score.value[:2] == pytest.approx([0.6 * 50 + 0.4 * 100, 40])
    assert score.coverage[1] == pytest.approx(0.4)
    assert np.isnan(score.value[2])
    assert np.isnan(parts[1, 0])


def test_ties_of_aliases_are_those_of_the_artist() -> None:
    rows = [
        ["a", "x", ["2019-12-31"], False],
        ["alias", "x", ["2019-12-01"], True],
        ["alias", "y", [], False],
    ]
    found = ties_of(rows, {"alias": "a"})
    assert found == {"a": [Tie("x", (18261, 18231), True), Tie("y", (), False)]}
    parts = label_parts(found, ["a", "b"], {"x": 40.0, "y": 90.0}, TODAY, CONFIG)
    # Undated releases say nothing about when; a signed artist's label does not age.
    assert parts[0] == pytest.approx(40)
    assert np.isnan(parts[1])


def test_progress_is_from_window_to_window() -> None:
    ties = ties_of(
        [
            ["a", "low", ["2019-03-01"], False],
            ["a", "high", ["2019-12-01"], False],
            ["b", "high", ["2019-12-01"], False],
            ["c", "low", ["2019-12-01"], False],
            ["c", "unknown", ["2019-03-01"], False],
        ],
        {},
    )
    progress = label_progression(ties, ["a", "b", "c"], {"low": 20, "high": 70}, TODAY, 180)
    assert progress[0] == 50
    assert np.isnan(progress[1:]).all()
