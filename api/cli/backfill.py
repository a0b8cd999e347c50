"""`drift backfill`: the scores of past months, kept for charts and for what looks back."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from api.cli import console
from graph.errors import SettingsError
from graph.settings import load_settings

if TYPE_CHECKING:
    from scheduler.backfill import Day

EXAMPLES = (
    "Examples: drift backfill --from 2015-01 --to 2019-12   "
    "drift backfill --from 2015-01 --to 2019-12 --every quarter --again --json"
)

SHOWN = {
    "centralityPct": "central", "careerStage": "stage", "momentum": "momentum",
    "booking": "booking", "drift": "drift", "written": "written",
}  # fmt: skip
"""Counts that the table shows, with their headings."""


def backfill(
    first: Annotated[
        datetime,
        typer.Option("--from", formats=["%Y-%m"], help="First month, such as 2015-01."),
    ],
    last: Annotated[
        datetime, typer.Option("--to", formats=["%Y-%m"], help="Last month; it must have ended.")
    ],
    every: Annotated[
        str, typer.Option("--every", help="Its days are the last of each month, quarter or year.")
    ] = "month",
    again: Annotated[
        bool,
        typer.Option("--again", help="Also months that are done: the facts have changed since."),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")] = False,
) -> None:
    """Compute the scores of past months from the facts, and keep them in the history.

    Charts show them, and the nights after them know who was how central half a year before: that
    is what momentum and so the Drift Score need. The scores that readers see, the connections and
    whatever a night published stay as they are. Scores whose facts are missing in the past are
    kept as unknown.

    Stopped, it goes on with the first month that is not done when it is started again. A month
    depends on those before it, so the oldest come first, and a new one has all after it computed
    anew. The night does not run meanwhile: both take the same lease.
    """
    console.run(_backfill(first.date(), last.date(), every, again, json))


async def _backfill(first: date, last: date, every: str, again: bool, json: bool) -> None:
    from scheduler.backfill import run_backfill

    settings = load_settings()
    days = _days(first, last, every, settings.as_of or date.today())
    async with console.open_graph(settings) as graph:
        with console.progress() as bars:
            task = bars.add_task("backfill", total=len(days))
            reports = await run_backfill(
                graph,
                days,
                again=again,
                progress=lambda done, what: bars.update(task, completed=done, description=what),
            )
    if json:
        console.print_json({"days": [vars(report) for report in reports]})
    else:
        console.out.print(_table(reports))


def _days(first: date, last: date, every: str, today: date) -> list[date]:
    from scheduler.backfill import Every, month_ends

    if every not in list(Every):
        raise SettingsError(
            f"--every {every}: no such step", hint=f"Give one of {', '.join(Every)}."
        )
    if last < first:
        raise SettingsError(
            f"--to {last:%Y-%m} lies before --from {first:%Y-%m}", hint="Give the older one first."
        )
    days = month_ends(first, last, Every(every))
    if not days:
        raise SettingsError(
            f"no {every} ends between {first:%Y-%m} and {last:%Y-%m}", hint="Give a longer time."
        )
    if days[-1] > today:
        raise SettingsError(
            f"{days[-1]:%Y-%m} has not ended on {today}", hint="Give an earlier month as --to."
        )
    return days


def _table(reports: "list[Day]") -> Table:
    table = Table("day", "", *SHOWN.values(), box=None)
    for column in table.columns[2:]:
        column.justify = "right"
    for report in reports:
        counts = [f"{report.counts[name]:,}" if report.counts else "" for name in SHOWN]
        said = {"compute": "computed", "done": "done before", "published": "published, left alone"}
        table.add_row(report.day.isoformat(), said[report.state], *counts)
    return table
