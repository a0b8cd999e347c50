"""Models as nodes: one a model, in plain numbers, the newest by its number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from algorithms.prediction.fitting import Fitted
from algorithms.prediction.judging import Figures
from algorithms.prediction.model import Model, Period
from algorithms.prediction.outcomes import Event
from algorithms.scores.parts import Floats
from graph.client import Graph
from graph.model import node_id, to_camel
from graph.queries import cypher

NEWEST = cypher("prediction/newest_model")
WRITE = cypher("prediction/write_model")

FIGURES = tuple(Figures.__dataclass_fields__)
"""The figures of a model, each baseline and the control."""


@dataclass(frozen=True)
class Kept:
    """What a kept model predicts by.

    Attributes:
        version: Its name.
        event: What it predicts.
        stages: Stages of the artists of whom it speaks.
        features: Names of the inputs.
        fitted: The regression.
        least: Least probability of each part of the calibration curve, ascending. Length B.
        days: Median of the days until it happened there, NaN where it did not to half. Length B.
    """

    version: str
    event: Event
    stages: tuple[str, ...]
    features: tuple[str, ...]
    fitted: Fitted
    least: Floats
    days: Floats


def properties_of(model: Model) -> dict[str, Any]:
    """A model as the graph stores it; the figures of the baselines are lists in their order."""
    fitted, bins = model.fitted, model.calibration
    return {
        "source": "drift",
        "synthetic": model.synthetic,
        "version": model.version,
        "config": model.config,
        "event": model.event.value,
        "horizonMonths": model.horizon_months,
        "trainedAsOf": model.trained_as_of,
        "stages": list(model.stages),
        "features": list(model.features),
        "means": fitted.means.tolist(),
        "scales": fitted.scales.tolist(),
        "coefficients": fitted.coefficients.tolist(),
        "intercept": fitted.intercept,
        "threshold": model.threshold,
        **_period("learned", model.learning),
        **_period("judged", model.judging),
        "baseRate": model.judging.base_rate,
        **{to_camel(name): getattr(model.figures, name) for name in FIGURES},
        **{to_camel(f"shuffled_{name}"): getattr(model.shuffled, name) for name in FIGURES},
        "baselines": list(model.baselines),
        **{
            to_camel(f"baseline_{name}"): [getattr(one, name) for one in model.baselines.values()]
            for name in FIGURES
        },
        "calibrationLeast": [each.least for each in bins],
        "calibrationMost": [each.most for each in bins],
        "calibrationPredicted": [each.predicted for each in bins],
        "calibrationObserved": [each.observed for each in bins],
        "calibrationRows": [each.rows for each in bins],
        "calibrationDays": [np.nan if each.days is None else each.days for each in bins],
    }


async def keep(graph: Graph, model: Model) -> int:
    """Keep a model as the newest; returns its number, from 1."""
    id_ = node_id("PredictionModel", "drift", model.version)
    done = await graph.write(WRITE, id=id_, values=properties_of(model))
    return done.rows[0]["number"]


async def newest_properties(graph: Graph) -> dict[str, Any] | None:
    """All that is kept of the newest model, None if there is none."""
    rows = await graph.rows(NEWEST, asOf=None, config=None)
    return rows[0]["model"] if rows else None


async def newest(graph: Graph, as_of: date, config: str) -> Kept | None:
    """The newest model of a configuration that knows nothing after a day, None if there is none."""
    rows = await graph.rows(NEWEST, asOf=as_of, config=config)
    return kept_of(rows[0]["model"]) if rows else None


def kept_of(stored: Mapping[str, Any]) -> Kept:
    """What a model predicts by, of its properties."""
    return Kept(
        version=stored["version"],
        event=Event(stored["event"]),
        stages=tuple(stored["stages"]),
        features=tuple(stored["features"]),
        fitted=Fitted(
            np.array(stored["means"]),
            np.array(stored["scales"]),
            np.array(stored["coefficients"]),
            stored["intercept"],
        ),
        least=np.array(stored["calibrationLeast"]),
        days=np.array(stored["calibrationDays"]),
    )


def _period(prefix: str, period: Period) -> dict[str, Any]:
    return {
        f"{prefix}From": period.first,
        f"{prefix}To": period.last,
        f"{prefix}Rows": period.rows,
        f"{prefix}Artists": period.artists,
        f"{prefix}BaseRate": period.base_rate,
        f"{prefix}Coverage": period.coverage,
    }
