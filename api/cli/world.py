"""`drift world`: a synthetic scene to try everything on."""

import time
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape
from rich.progress import Progress, TaskID
from rich.table import Table

from api.cli import console
from graph.errors import SettingsError

if TYPE_CHECKING:
    from loaders.world import WorldConfig, WorldSummary
    from loaders.world.compare import GraphShape

EXAMPLES = """Examples: drift world --out data/world ;
drift world --artists 10000 --edges 500000 --out data/large --compare ../shared/data/ra-london"""

MEASURES = {
    "artists": "{0.nodes:,}",
    "connected pairs": "{0.edges:,}",
    "mean degree": "{0.mean_degree:.1f}",
    "degree at 10, 50, 90, 99 %": "{0.degree_quantiles[0]:.0f}, {0.degree_quantiles[1]:.0f}, "
    "{0.degree_quantiles[2]:.0f}, {0.degree_quantiles[3]:.0f}",
    "largest degree": "{0.degree_max:,}",
    "Gini of degrees": "{0.degree_gini:.3f}",
    "tail exponent": "{0.tail_exponent:.2f}",
    "unconnected": "{0.isolated_share:.1%}",
    "transitivity": "{0.transitivity:.3f}",
    "mean local clustering": "{0.local_clustering:.3f}",
    "degree assortativity": "{0.assortativity:.3f}",
    "modularity (Louvain)": "{0.modularity:.3f}",
    "communities": "{0.communities:,}",
}


def world(
    out: Annotated[Path, typer.Option(help="Folder of the feed; a feed in it is replaced.")],
    artists: Annotated[int, typer.Option(min=50, max=50_000, help="Artists.")] = 500,
    edges: Annotated[int, typer.Option(help="Connected pairs aimed at, within 5 %.")] = 10_000,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, another world.")] = 1,
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Today, in the world.", show_default="2026-11-01"),
    ] = None,
    compare: Annotated[
        Path | None,
        typer.Option(metavar="RA-LONDON", help="Folder of the London nights to compare with."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Write a synthetic but lifelike scene as a Drift feed; the same seed gives the same bytes."""
    from loaders.world import generate

    config = _config(artists, edges, seed, as_of.date() if as_of else None)
    started = time.perf_counter()
    with console.progress() as bars:
        summary = generate(config, out, _Bars(bars, {}))
    seconds = time.perf_counter() - started
    shapes = _shapes(summary, compare) if compare else {}
    if as_json:
        console.print_json(_document(summary, seconds, shapes))
        return
    console.out.print(_summary_table(summary, seconds))
    if shapes:
        console.out.print(_comparison_table(shapes))


def _config(artists: int, edges: int, seed: int, as_of: date | None) -> "WorldConfig":
    from pydantic import ValidationError

    from loaders.world import WorldConfig

    given: dict[str, int | date] = {"artists": artists, "edges": edges, "seed": seed}
    if as_of:
        given["as_of"] = as_of
    try:
        return WorldConfig.model_validate(given)
    except ValidationError as error:
        reasons = "; ".join(
            " ".join((*map(str, problem["loc"]), problem["msg"].removeprefix("Value error, ")))
            for problem in error.errors()
        )
        raise SettingsError(f"no such world: {reasons}") from error


@dataclass
class _Bars:
    """Shows the progress of a generation, a bar a step."""

    bars: Progress
    tasks: dict[str, TaskID]

    def __call__(self, what: str, done: int, total: int) -> None:
        if what not in self.tasks:
            self.tasks[what] = self.bars.add_task(what, total=total)
        self.bars.update(self.tasks[what], completed=done)


def _shapes(summary: "WorldSummary", london: Path) -> dict[str, "GraphShape"]:
    from loaders.world.compare import compare

    with console.log.status("measuring both graphs"):
        return compare(summary, london)


def _document(
    summary: "WorldSummary", seconds: float, shapes: dict[str, "GraphShape"]
) -> dict[str, Any]:
    return {
        "folder": summary.folder,
        "synthetic": True,
        "seed": summary.config.seed,
        "as_of": summary.config.as_of,
        "edges_wanted": summary.config.edges,
        "edges": summary.edges,
        "lines": summary.lines,
        "seconds": round(seconds, 2),
        "comparison": {title: shape._asdict() for title, shape in shapes.items()},
    }


def _summary_table(summary: "WorldSummary", seconds: float) -> Table:
    config = summary.config
    table = Table(title=f"Synthetic world {config.seed} in {escape(str(summary.folder))}")
    table.add_column("lines of kind")
    table.add_column("number", justify="right")
    for kind, count in summary.lines.items():
        table.add_row(kind, f"{count:,}")
    table.add_section()
    table.add_row(f"connected pairs on {config.as_of}", f"{summary.edges:,}")
    table.add_row("wanted", f"{config.edges:,}")
    table.add_row("seconds", f"{seconds:.1f}")
    return table


def _comparison_table(shapes: dict[str, "GraphShape"]) -> Table:
    table = Table(title="Beside the London club nights of 2014 to 2019")
    table.add_column("measure", no_wrap=True)
    for title in shapes:
        table.add_column(title, justify="right")
    for name, pattern in MEASURES.items():
        table.add_row(name, *(pattern.format(shape) for shape in shapes.values()))
    return table
