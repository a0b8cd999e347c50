"""`drift derive`: the edges that follow from facts, brought up to a date."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.progress import Progress, TaskID
from rich.table import Table

from api.cli import console
from graph.settings import load_settings

if TYPE_CHECKING:
    from algorithms.derive import DeriveReport

EXAMPLES = "Examples: drift derive ; drift derive --as-of 2019-12-31 ; drift derive --full --json"


def derive(
    as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="Date the connections stand for; later facts do not count.",
            show_default="DRIFT_AS_OF, else today",
        ),
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Derive everyone, not only what loads touched.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")] = False,
) -> None:
    """Derive connections, places played and labels from the facts; only differences are written."""
    console.run(_derive(as_of.date() if as_of else None, full, json))


async def _derive(asked: date | None, full: bool, json: bool) -> None:
    from algorithms.derive import derive

    settings = load_settings()
    as_of = asked or settings.as_of or date.today()
    async with console.open_graph(settings) as graph:
        with console.progress() as bars:
            report = await derive(graph, as_of, full=full, progress=_Bars(bars))
    if json:
        console.print_json(report.as_json())
    else:
        console.out.print(_table(report))
        console.out.print(escape(_sentence(report)))


class _Bars:
    """One bar a relationship type."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, what: str, done: int, total: int) -> None:
        if what not in self._tasks:
            self._tasks[what] = self._bars.add_task(what, total=total)
        self._bars.update(self._tasks[what], completed=done, total=total)


def _table(report: "DeriveReport") -> Table:
    table = Table("what", "created", "updated", "deleted", "unchanged", box=None)
    for column in table.columns[1:]:
        column.justify = "right"
    for kind, counts in {**report.edges, "Scene": report.scenes}.items():
        values = (counts.created, counts.updated, counts.deleted, counts.unchanged)
        table.add_row(kind, *(f"{value:,}" for value in values))
    return table


def _sentence(report: "DeriveReport") -> str:
    whose = f"all {report.artists:,} artists" if report.full else f"{report.artists:,} artists"
    aged = f", {report.aged:,} strengths aged" if report.aged else ""
    seconds = sum(report.seconds.values())
    return f"as of {report.as_of}: {whose} ({report.reason}){aged}, {seconds:.1f} s"
