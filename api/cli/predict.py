"""`drift predict`: who is about to break out, and how far that can be believed."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from api.cli import console
from graph.errors import PredictionImpossible, SettingsError
from graph.settings import load_settings

if TYPE_CHECKING:
    from algorithms.prediction.outcomes import Event

app = typer.Typer(help="Breakout prediction: learn, judge, report.", no_args_is_help=True)

EXAMPLES = (
    "Examples: drift predict train   drift predict train --as-of 2019-12-31 --dry-run   "
    "drift predict train --event ten_nights_a_year --json"
)
REPORT_EXAMPLES = "Examples: drift predict report   drift predict report --json"

Json = Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")]

EVENTS = {
    "stage_up": "the stage moves up",
    "ten_nights_a_year": "ten nights a year are reached",
}

FIGURES = {
    "precisionAt100": "precision at 100", "recallAt100": "recall at 100", "recall": "recall",
    "balancedAccuracy": "balanced accuracy", "auc": "AUC", "brier": "Brier",
}  # fmt: skip
"""Figures that the table shows, with their headings."""

BASELINES = {
    "mostEvents": "most nights", "fastestGrowth": "fastest growth", "momentum": "momentum only",
    "collaborations": "collaborations", "careerSpan": "career span",
}  # fmt: skip


@app.callback()
def predict() -> None:
    """Breakout prediction: learn, judge, report."""


@app.command(epilog=EXAMPLES)
def train(
    as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="Learn from what was known up to this day.",
            show_default="DRIFT_AS_OF, or today",
        ),
    ] = None,
    event: Annotated[
        str | None,
        typer.Option(
            help="What to predict: stage_up or ten_nights_a_year.",
            show_default="stage_up where the history has the stages of all months it takes",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Learn and judge, and write nothing.")
    ] = False,
    json: Json = False,
) -> None:
    """Learn who broke out, judge the model on later months, and keep it for the next night.

    It learns from the ends of 24 months and is judged on those of 12 later ones, each from what
    was known on that day alone; what followed the former ends before the latter begin. Beside it
    stand simple baselines, and the same model on shuffled labels, which must be worth nothing.
    """
    console.run(_train(as_of.date() if as_of else None, event, dry_run, json))


@app.command(epilog=REPORT_EXAMPLES)
def report(json: Json = False) -> None:
    """How the newest model was judged: beside its baselines, and its calibration."""
    console.run(_report(json))


async def _train(asked: date | None, name: str | None, dry_run: bool, json: bool) -> None:
    from algorithms.prediction.configuration import PredictionConfig
    from algorithms.prediction.run import train_and_keep, trained
    from algorithms.prediction.stored import properties_of

    settings, config, event = load_settings(), PredictionConfig(), _event(name)
    as_of = asked or settings.as_of or date.today()
    async with console.open_graph(settings, schema=not dry_run) as graph:
        with console.log.status("") as status:
            if dry_run:
                model = await trained(graph, as_of, config, event, status.update)
                number = None
            else:
                model, number = await train_and_keep(graph, as_of, config, event, status.update)
    _show(properties_of(model) | {"number": number}, json)


async def _report(json: bool) -> None:
    from algorithms.prediction.stored import newest_properties

    async with console.open_graph(load_settings()) as graph:
        model = await newest_properties(graph)
    if model is None:
        raise PredictionImpossible(
            "there is no model", hint="The night makes one, or drift predict train."
        )
    _show(model, json)


def _event(name: str | None) -> "Event | None":
    from algorithms.prediction.outcomes import Event

    if name is not None and name not in list(Event):
        raise SettingsError(
            f"--event {name}: nothing of that name is predicted",
            hint=f"Give one of {', '.join(Event)}.",
        )
    return None if name is None else Event(name)


def _show(model: dict[str, Any], json: bool) -> None:
    if json:
        console.print_json(model)
        return
    number = "not kept" if model["number"] is None else f"number {model['number']}"
    made_up = ", of made-up artists" if model["synthetic"] else ""
    console.out.print(
        f"[bold]{model['version']}[/], {number}, as of {model['trainedAsOf']}{made_up}\n"
        f"event: {EVENTS[model['event']]} within {model['horizonMonths']} months; "
        f"of artists who are {' or '.join(model['stages'])}\n"
        f"learned from {_period(model, 'learned')}\n"
        f"judged on {_period(model, 'judged')}"
    )
    console.out.print(_figures(model))
    console.out.print(_calibration(model))
    console.out.print(_inputs(model))


def _period(model: dict[str, Any], prefix: str) -> str:
    return (
        f"{model[f'{prefix}From']} to {model[f'{prefix}To']}: {model[f'{prefix}Rows']:,} artists "
        f"and months, base rate {model[f'{prefix}BaseRate']:.2%}; it happened to "
        f"{model[f'{prefix}Artists']:,} artists, {model[f'{prefix}Coverage']:.0%} of all to whom "
        "it happened had enough history"
    )


def _figures(model: dict[str, Any]) -> Table:
    table = Table("", *FIGURES.values(), box=None)
    table.columns[0].no_wrap = True
    for column in table.columns[1:]:
        column.justify = "right"

    def row(name: str, values: list[float]) -> None:
        table.add_row(name, *(f"{value:.3f}" for value in values))

    row("model", [model[key] for key in FIGURES])
    for at, name in enumerate(model["baselines"]):
        row(BASELINES[name], [model[_prefixed("baseline", key)][at] for key in FIGURES])
    row("shuffled labels", [model[_prefixed("shuffled", key)] for key in FIGURES])
    return table


def _prefixed(prefix: str, key: str) -> str:
    return f"{prefix}{key[0].upper()}{key[1:]}"


def _calibration(model: dict[str, Any]) -> Table:
    table = Table("probability", "said", "happened", "artists and months", box=None)
    for column in table.columns[1:]:
        column.justify = "right"
    names = ("Least", "Most", "Predicted", "Observed", "Rows")
    for least, most, said, happened, rows in zip(
        *(model[f"calibration{name}"] for name in names), strict=True
    ):
        table.add_row(f"{least:.3f} to {most:.3f}", f"{said:.2%}", f"{happened:.2%}", f"{rows:,}")
    return table


def _inputs(model: dict[str, Any]) -> Table:
    """What a standard deviation more of each input adds to the log odds, the strongest first."""
    table = Table("input", "adds", box=None)
    table.columns[1].justify = "right"
    for name, adds in sorted(
        zip(model["features"], model["coefficients"], strict=True), key=lambda each: -abs(each[1])
    ):
        table.add_row(name, f"{adds:+.3f}")
    return table
