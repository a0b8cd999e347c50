"""Learning: it finds what is there, nothing where there is nothing, and the same again."""

from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pytest

from algorithms.prediction.facts import Facts
from algorithms.prediction.features import BASELINES, FEATURES
from algorithms.prediction.fitting import fit
from algorithms.prediction.model import Model
from algorithms.prediction.outcomes import Event
from algorithms.prediction.train import train
from graph.errors import PredictionImpossible
from tests.algorithms.prediction.scene import CONFIG, facts, night, rising_scene

AS_OF = date(2019, 12, 31)


@cache
def scene() -> Facts:
    return facts(rising_scene())


@cache
def model() -> Model:
    return train(scene(), Event.TEN_NIGHTS, AS_OF, CONFIG, synthetic=True)


def test_a_rise_that_has_begun_is_found() -> None:
    found = model()
    assert found.figures.auc > 0.75
    assert found.figures.balanced_accuracy > 0.65
    assert found.figures.auc > found.baselines["careerSpan"].auc + 0.1
    rate = found.judging.base_rate
    assert found.figures.brier < rate * (1 - rate)


def test_shuffled_labels_teach_nothing() -> None:
    assert model().shuffled.auc == pytest.approx(0.5, abs=0.04)
    assert model().shuffled.balanced_accuracy == pytest.approx(0.5, abs=0.04)


def test_it_is_judged_on_months_whose_past_it_did_not_see() -> None:
    found = model()
    assert (found.learning.first, found.learning.last) == (date(2015, 1, 31), date(2016, 12, 31))
    assert (found.judging.first, found.judging.last) == (date(2018, 1, 31), date(2018, 12, 31))
    assert found.threshold == found.learning.base_rate
    assert sum(each.rows for each in found.calibration) == found.judging.rows
    assert set(found.baselines) == set(BASELINES)
    assert 0.0 < found.judging.coverage <= 1.0


def test_the_same_facts_give_the_same_bytes() -> None:
    rows = rising_scene()
    chance = np.random.default_rng(3)
    mixed = [[*row[:5], list(chance.permutation(row[5]))] for row in rows]
    again = train(facts(mixed), Event.TEN_NIGHTS, AS_OF, CONFIG, synthetic=True)
    assert again.as_json() == model().as_json()
    assert again.version == model().version


def test_nights_after_the_day_are_not_learned_from() -> None:
    """The months end with the day, so later nights are outside of everything."""
    rows = [*rising_scene(), night("2020-02-01", *(f"ar_{at:05}" for at in range(40)))]
    found = train(facts(rows), Event.TEN_NIGHTS, AS_OF, CONFIG, synthetic=True)
    assert found.as_json() == model().as_json()


def test_another_event_or_configuration_is_another_version() -> None:
    assert replace(model(), event=Event.STAGE_UP).version != model().version
    other = CONFIG.model_copy(update={"penalty": 2.0})
    assert other.version != CONFIG.version


def test_too_few_to_whom_it_happened_teach_nothing() -> None:
    few = facts([night(f"20{year}-01-01", "a", "b") for year in range(14, 20)])
    with pytest.raises(PredictionImpossible, match="happened to 0 artists"):
        train(few, Event.TEN_NIGHTS, AS_OF, CONFIG, synthetic=False)
    with pytest.raises(PredictionImpossible, match="no nights"):
        train(facts([]), Event.TEN_NIGHTS, AS_OF, CONFIG, synthetic=False)


def test_an_unknown_input_says_nothing_and_an_equal_one_neither() -> None:
    chance = np.random.default_rng(5)
    inputs = np.column_stack((chance.normal(size=400), np.full(400, 3.0)))
    happened = inputs[:, 0] + chance.normal(size=400) > 0.5
    inputs[::7, 0] = np.nan
    fitted = fit(inputs, happened, CONFIG)
    assert fitted.scales[1] == 0.0
    parts = fitted.contributions(np.array([[np.nan, 9.0], [fitted.means[0], 3.0], [2.0, 3.0]]))
    assert parts[:2].tolist() == [[0.0, 0.0], [0.0, 0.0]]
    assert parts[2, 0] > 0.0
    said = fitted.probabilities(inputs)
    assert said.mean() == pytest.approx(happened.mean(), abs=0.01)


def test_every_input_has_a_place() -> None:
    assert len(FEATURES) == model().fitted.coefficients.shape[0] == len(set(FEATURES))
