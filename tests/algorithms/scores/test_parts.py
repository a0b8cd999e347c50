"""Weighted means of which some parts are unknown."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.scores import drift
from algorithms.scores.compute import published_weights
from algorithms.scores.configuration import BrandConfig, ScoringConfig, VenuePrestigeConfig
from algorithms.scores.parts import weighted
from algorithms.scores.places import brand_scores, venue_prestige

NAN = float("nan")
WEIGHTS = np.array([0.5, 0.3, 0.2])


def row(*values: float) -> np.ndarray:
    return np.array([values], dtype=np.float64)


def test_weights_of_unknown_parts_are_spread_over_the_known_ones() -> None:
    found = weighted(row(80, NAN, 40), WEIGHTS, coverage_min=0.6)
    assert found.value[0] == pytest.approx((0.5 * 80 + 0.2 * 40) / 0.7)
    assert found.coverage[0] == pytest.approx(0.7)
    assert np.isnan(found.contributions[0, 1])


def test_below_the_coverage_or_with_too_few_parts_there_is_no_score() -> None:
    assert np.isnan(weighted(row(NAN, 80, 40), WEIGHTS, coverage_min=0.6).value[0])
    assert np.isnan(weighted(row(80, 10, NAN), WEIGHTS, coverage_min=0.6, parts_min=3).value[0])


@given(st.lists(st.floats(0, 100) | st.just(NAN), min_size=3, max_size=3))
def test_contributions_sum_to_the_score_which_lies_between_the_parts(values: list[float]) -> None:
    found = weighted(row(*values), WEIGHTS, coverage_min=0)
    known = [value for value in values if not np.isnan(value)]
    if not known:
        assert np.isnan(found.value[0])
    else:
        assert min(known) - 1e-9 <= found.value[0] <= max(known) + 1e-9
        assert np.nansum(found.contributions[0]) == pytest.approx(found.value[0])


def test_venues_have_tiers_by_their_prestige() -> None:
    pct, line_ups = np.array([0, 50, 100, 99, NAN]), np.array([0, 50, 100, NAN, 70])
    found = venue_prestige(pct, line_ups, VenuePrestigeConfig())
    assert found.prestige.value[:4].tolist() == pytest.approx([0, 50, 100, 99])
    assert np.isnan(found.prestige.value[4])
    assert found.tiers.tolist() == [1, 3, 5, 5, 0]


def test_brands_grow_with_editions_and_line_ups() -> None:
    found = brand_scores(np.array([1, 10, 1000, 5]), np.array([50, 50, 50, NAN]), BrandConfig())
    assert found[:3].tolist() == pytest.approx([4.758129, 31.606028, 50], abs=1e-6)
    assert np.isnan(found[3])


def test_every_constant_has_its_mark_and_its_sentence() -> None:
    for name, section in ScoringConfig.model_fields.items():
        assert section.description, name
        for constant, field in section.default.__class__.model_fields.items():
            assert field.description, f"{name}.{constant}"
            assert field.json_schema_extra["mark"] in ("S", "P"), f"{name}.{constant}"


def test_another_constant_is_another_version() -> None:
    other = ScoringConfig(brand=BrandConfig(editions=12))
    assert other.version != ScoringConfig().version == ScoringConfig().version


def test_lists_on_the_publication_hold_numbers_of_one_type() -> None:
    published = published_weights(ScoringConfig())
    assert all(len({type(value) for value in values}) == 1 for values in published.values())
    for name, weights in published.items():
        sets = len(drift.STAGES) if name == "driftWeights" else 1
        assert not name.endswith("Weights") or sum(weights) == pytest.approx(sets)
