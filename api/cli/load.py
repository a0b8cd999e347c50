"""`drift load`: one source into the graph."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from api.cli import console
from graph.settings import load_settings

if TYPE_CHECKING:
    from loaders.run import LoadReport

EXAMPLES = """Examples: drift load ra-london --data ../shared/data ;
drift load feed --data data/world --json"""

HELD_EXIT_CODE = 3


def load(
    source: Annotated[str, typer.Argument(help="ra-london, berghain, boiler-room or feed.")],
    data: Annotated[
        Path, typer.Option("--data", help="Folder of the source, or the folder that holds it.")
    ] = Path(),
    accept: Annotated[
        bool, typer.Option("--accept", help="However much of it is rejected or gone.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")] = False,
) -> None:
    """Load a source; what is there already is not written again. Exit code 3 if it is held."""
    report = console.run(_load(source, data, accept))
    if json:
        console.print_json(report.as_dict())
    else:
        console.out.print(_table(report))
        if report.message:
            console.log.print(f"[bold yellow]held:[/] {escape(report.message)}")
    if report.status == "held":
        raise typer.Exit(HELD_EXIT_CODE)


async def _load(name: str, data: Path, accept: bool) -> "LoadReport":
    from loaders.registry import find_source
    from loaders.run import load as load_source

    settings = load_settings()
    source, folder = find_source(name, data)
    async with console.open_graph(settings) as graph:
        with console.progress() as bars:
            task = bars.add_task(source.name, total=None)
            return await load_source(
                graph,
                source,
                folder,
                settings.loaders,
                accept=accept,
                progress=lambda done, total: bars.update(task, completed=done, total=total),
            )


def _table(report: "LoadReport") -> Table:
    counts = report.counts
    table = Table(title=f"{report.source}: {report.status}, run {report.run_id}")
    table.add_column("rows")
    table.add_column("number", justify="right")
    table.add_row("read", f"{counts.rows:,}")
    table.add_row("written", f"{counts.written:,}")
    table.add_row("unchanged", f"{counts.unchanged:,}")
    for title, rules in (("filtered", counts.filtered), ("rejected", counts.rejected)):
        for rule, number in sorted(rules.items()):
            table.add_row(f"{title}: {rule}", f"{number:,}")
    table.add_section()
    for rule, number in sorted(counts.notes.items()):
        table.add_row(f"mended: {rule}", f"{number:,}")
    table.add_row("facts that lead nowhere yet", f"{counts.orphaned:,}")
    table.add_row("no longer listed", f"{counts.closed:,}")
    table.add_section()
    table.add_row("seconds", f"{report.seconds:.1f}")
    table.add_row("rows a second", f"{report.rows_per_second:,.0f}")
    return table
