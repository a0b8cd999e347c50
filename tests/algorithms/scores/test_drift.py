"""The Drift Score on its worked example, through changes of stage, and where it is unknown."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from algorithms.scores.configuration import DriftConfig, StageWeights
from algorithms.scores.drift import COMPONENTS, drift_score, stage_weights
from algorithms.scores.rankings import GenreRanks, genre_ranks, percentiles_within
from algorithms.scores.stage import INACTIVE, Settled

CONFIG = DriftConfig()
NAN = float("nan")
TODAY = date(2019, 12, 31)
STAGES = ("emerging", "breaking", "established", "peak", "legacy")
EXAMPLE = {
    "network": 60, "underground": 85, "momentum": 70, "reach": 40, "booking": 50, "prestige": 55,
}  # fmt: skip


def components(**others: float) -> np.ndarray:
    return np.array([[float((EXAMPLE | others)[name]) for name in COMPONENTS]])


def weights(settled: Settled, as_of: date = TODAY) -> np.ndarray:
    return stage_weights(settled, as_of, CONFIG)[None, :]


@pytest.mark.parametrize(
    ("stage", "expected"), list(zip(STAGES, (64.0, 60.75, 56.0, 53.5, 58.25), strict=True))
)
def test_each_stage_weighs_the_components_its_own_way(stage: str, expected: float) -> None:
    found = drift_score(components(), weights(Settled(stage, TODAY)), CONFIG)
    assert found.value[0] == pytest.approx(expected, abs=5e-7)
    assert found.coverage[0] == pytest.approx(1)


def test_an_unknown_component_is_left_out() -> None:
    found = drift_score(components(reach=NAN), weights(Settled("emerging", TODAY)), CONFIG)
    assert found.value[0] == pytest.approx(66.6666667, abs=5e-7)
    assert found.coverage[0] == pytest.approx(0.9)
    little = components(reach=NAN, network=NAN, underground=NAN)
    found = drift_score(little, weights(Settled("emerging", TODAY)), CONFIG)
    assert np.isnan(found.value[0])


def test_a_new_stage_is_blended_in() -> None:
    settled = Settled("breaking", TODAY, before="emerging")
    half = TODAY + timedelta(days=14)
    assert weights(settled, half)[0].tolist() == pytest.approx([0.2, 0.175, 0.25, 0.125, 0.15, 0.1])
    found = drift_score(components(), weights(settled, half), CONFIG)
    assert found.value[0] == pytest.approx(62.375, abs=5e-7)
    old, new = weights(Settled("emerging", TODAY)), weights(Settled("breaking", TODAY))
    assert (weights(settled) == old).all()
    assert (weights(settled, TODAY + timedelta(days=28)) == new).all()
    back = Settled("breaking", TODAY, before=INACTIVE)
    assert (weights(back) == new).all()


def test_without_a_stage_there_is_no_score() -> None:
    found = drift_score(components(), weights(Settled(INACTIVE, TODAY)), CONFIG)
    assert np.isnan(found.value[0])


@given(
    st.lists(st.one_of(st.just(NAN), st.floats(0, 100)), min_size=6, max_size=6),
    st.sampled_from(STAGES),
    st.sampled_from((*STAGES, INACTIVE, None)),
    st.integers(0, 40),
)
def test_a_score_lies_between_its_components(
    values: list[float], stage: str, before: str | None, days: int
) -> None:
    settled = Settled(stage, TODAY, before=before)
    weighed = weights(settled, TODAY + timedelta(days=days))
    assert weighed.sum() == pytest.approx(1)
    found = drift_score(np.array([values]), weighed, CONFIG)
    if np.isnan(found.value[0]):
        assert found.coverage[0] < 0.6
    else:
        assert np.nanmin(values) - 1e-9 <= found.value[0] <= np.nanmax(values) + 1e-9
        assert np.nansum(found.contributions[0]) == pytest.approx(found.value[0])


def test_weights_of_a_stage_that_do_not_sum_to_1_are_refused() -> None:
    with pytest.raises(ValidationError, match=r"sum to 1, not to 0\.9"):
        StageWeights(
            network=0.2, underground=0.2, momentum=0.2, reach=0.1, booking=0.1, prestige=0.1
        )


def test_ranks_are_among_those_with_a_score() -> None:
    scores = np.array([50.0, 70.0, 50.0, NAN, 20.0])
    genres = [["techno", "dub"], ["techno"], ["techno"], ["techno"], []]
    assert genre_ranks(scores, genres) == [
        GenreRanks(("techno", "dub"), (2, 1), (3, 1)),
        GenreRanks(("techno",), (1,), (3,)),
        GenreRanks(("techno",), (2,), (3,)),
        GenreRanks(),
        GenreRanks(),
    ]
    within = percentiles_within(scores, ["a", "a", "b", "b", None])
    np.testing.assert_allclose(within, [25, 75, 50, NAN, NAN])


@given(st.lists(st.tuples(st.floats(0, 100), st.sampled_from("ab")), min_size=1), st.randoms())
def test_percentiles_do_not_depend_on_the_order_of_artists(
    rows: list[tuple[float, str]], random: object
) -> None:
    order = list(range(len(rows)))
    random.shuffle(order)  # type: ignore[attr-defined]
    values, groups = np.array([row[0] for row in rows]), [row[1] for row in rows]
    found = percentiles_within(values, groups)
    shuffled = percentiles_within(values[order], [groups[at] for at in order])
    assert (found[order] == shuffled).all()
