"""`drift nightly`: the whole night now."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress, TaskID
from rich.table import Table

from api.cli import console
from graph.client import Neo4jGraph
from graph.settings import Settings, load_settings

if TYPE_CHECKING:
    from scheduler.nightly import NightReport
    from scheduler.steps import Night

Data = Annotated[Path, typer.Option("--data", help="Folder that holds the folders of the sources.")]
With = Annotated[
    list[str] | None,
    typer.Option("--with", help="Also a source that is loaded only when asked for."),
]


def nightly(
    data: Data,
    extra: With = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="Date of the night.", show_default="DRIFT_AS_OF or today"
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")] = False,
) -> None:
    """Load, identity, derive, compute, in order; stopped, it goes on where it was.

    Example: drift nightly --data feeds --with boiler-room
    """
    settings = load_settings()
    report = console.run(_nightly(settings, data, extra or [], as_of.date() if as_of else None))
    if json:
        console.print_json(report)
    else:
        console.out.print(night_table(report))


async def _nightly(
    settings: Settings, data: Path, extra: list[str], as_of: date | None
) -> "NightReport":
    from scheduler.steps import Night, sources_in

    when = as_of or settings.as_of or datetime.now(UTC).date()
    night = Night(as_of=when, data=data, sources=sources_in(data, extra))
    async with console.open_graph(settings) as graph:
        return await watched_night(graph, settings, night)


async def watched_night(graph: Neo4jGraph, settings: Settings, night: "Night") -> "NightReport":
    """Run a night with a progress bar."""
    from scheduler.nightly import run_night
    from scheduler.steps import night_steps

    with console.progress() as bars:
        steps = night_steps(graph, settings, night, bar_of(bars))
        report = await run_night(graph, night.as_of, night.works_on(), steps)
        for task in bars.tasks:
            if task.total is None:
                bars.update(task.id, completed=1, total=1)
    return report


def bar_of(bars: Progress) -> Callable[[str, int, int | None], None]:
    """Progress as a bar for each thing that is being done, one after the other."""
    tasks: dict[str, TaskID] = {}
    endless: list[tuple[TaskID, int]] = []

    def show(what: str, done: int, total: int | None) -> None:
        if what not in tasks:
            while endless:
                last, units = endless.pop()
                bars.update(last, completed=max(units, 1), total=max(units, 1))
            tasks[what] = bars.add_task(what, total=total)
        if total is None:
            endless[:] = [(tasks[what], done)]
        bars.update(tasks[what], completed=done, total=total)

    return show


def night_table(report: "NightReport") -> Table:
    """The steps of a night with their seconds."""
    table = Table("step", "seconds", title="The night")
    table.columns[1].justify = "right"
    for step in report.steps:
        table.add_row(step.name, "done before" if step.skipped else f"{step.seconds:.1f}")
    table.add_row("in all", f"{report.seconds:.1f}", style="bold")
    return table
