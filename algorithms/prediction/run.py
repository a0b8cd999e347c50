"""A model made from what the graph holds, and kept in it."""

from collections.abc import Callable
from datetime import date

from algorithms.derive.config import day_of
from algorithms.prediction.configuration import PredictionConfig
from algorithms.prediction.facts import Facts
from algorithms.prediction.model import Model
from algorithms.prediction.outcomes import Event
from algorithms.prediction.read import is_synthetic, kept_months, read_facts, read_stages
from algorithms.prediction.samples import cuts_of, month_end
from algorithms.prediction.stored import keep
from algorithms.prediction.train import silent, train
from graph.client import Graph
from graph.errors import PredictionImpossible
from graph.runs import algorithm_run

KIND = "prediction_model"
"""Kind of the run that each training leaves."""


async def train_and_keep(
    graph: Graph,
    as_of: date,
    config: PredictionConfig,
    event: Event | None = None,
    progress: Callable[[str], None] = silent,
) -> tuple[Model, int]:
    """Make a model of what is known up to a day, and keep it as the newest.

    Args:
        event: What to predict; the higher stage where the history has stages of all months that
            takes, else ten nights a year.

    Returns:
        The model and its number.

    Raises:
        PredictionImpossible: Too little has happened or is kept; nothing was written.
    """
    params = {"asOf": as_of.isoformat(), "event": event, **config.model_dump()}
    async with algorithm_run(graph, KIND, params, config.version) as run:
        model = await trained(graph, as_of, config, event, progress)
        number = await keep(graph, model)
        run.counts |= {"model": model.version, "number": number, "event": model.event}
        run.counts |= {"baseRate": model.judging.base_rate, **vars(model.figures)}
    return model, number


async def trained(
    graph: Graph,
    as_of: date,
    config: PredictionConfig,
    event: Event | None = None,
    progress: Callable[[str], None] = silent,
    facts: Facts | None = None,
) -> Model:
    """The same without a trace: nothing is written.

    Args:
        facts: The facts of the day, if they were read.

    Raises:
        PredictionImpossible: Too little has happened or is kept.
    """
    progress("reading")
    facts = facts or await read_facts(graph, as_of, config)
    if facts.first is None:
        raise PredictionImpossible("there are no nights", hint="Load some first: drift load.")
    if event is not Event.TEN_NIGHTS:
        cuts = cuts_of(as_of, day_of(facts.first), config)
        until = month_end(cuts.judging[-1], config.horizon_months)
        months = await kept_months(graph, cuts.learning[0], until)
        whole = len(months) == _months(cuts.learning[0], until)
        if event is None:
            event = Event.STAGE_UP if whole else Event.TEN_NIGHTS
        if event is Event.STAGE_UP:
            facts = await read_stages(graph, facts, months)
    synthetic = await is_synthetic(graph)
    return train(facts, event, as_of, config, synthetic=synthetic, progress=progress)


def _months(first: date, last: date) -> int:
    return 12 * (last.year - first.year) + last.month - first.month + 1
