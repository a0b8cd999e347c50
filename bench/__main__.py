"""`python -m bench`: measure what we claim about speed, and print it beside its bar."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from api.cli.console import log
from bench import load_rate, night, paths
from bench.goals import Outcome
from bench.machine import describe
from bench.place import DATA, place
from bench.report import report


def main(
    data: Annotated[Path, typer.Option(help="Folder of the real sources.")] = DATA,
    only: Annotated[list[str] | None, typer.Option(help="Only these: load, paths, night.")] = None,
    pairs: Annotated[int, typer.Option(min=1, help="Pairs of loads after the first.")] = 3,
    save: Annotated[Path | None, typer.Option(help="Also write everything as JSON.")] = None,
) -> None:
    """Run the measurements; exit code 1 if a bar is missed."""
    chosen = set(only or ("load", "paths", "night"))
    machine = describe()
    outcomes = asyncio.run(_measure(chosen, data, pairs))
    report(machine, outcomes, save)
    if any(outcome.verdict == "fail" for outcome in outcomes):
        raise typer.Exit(1)


async def _measure(chosen: set[str], data: Path, pairs: int) -> list[Outcome]:
    outcomes: list[Outcome] = []
    with place() as where:
        if "load" in chosen:
            log.print("London, loaded by both sides in turn")
            outcomes += await load_rate.measure(where, data, pairs)
        if "paths" in chosen:
            log.print("Paths over HTTP")
            outcomes += await paths.measure(where, data)
        if "night" in chosen:
            log.print("The night of the load-test world")
            outcomes += await night.measure(where)
    return outcomes


if __name__ == "__main__":
    typer.run(main)
