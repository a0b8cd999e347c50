"""`python -m bench.validity`: scores of a day beside what happened later; see docs/validity.md."""

import asyncio
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from api.cli.console import log, out
from bench.place import DATA, NotLoaded, existing, place
from bench.validity import bookings, residents, venues


def main(
    data_dir: Annotated[
        Path,
        typer.Option(help="Data folder of a managed server with London and its history."),
    ],
    data: Annotated[Path, typer.Option(help="Folder of the real sources.")] = DATA,
    only: Annotated[
        list[str] | None, typer.Option(help="Only these: bookings, venues, residents.")
    ] = None,
    save: Annotated[Path | None, typer.Option(help="Also write everything as JSON.")] = None,
) -> None:
    """Compare; there is no bar: the figures are what they are. Exit code 2 without the data."""
    try:
        figures = asyncio.run(_measure(data_dir, data, set(only or _PARTS)))
    except NotLoaded as error:
        log.print(f"[red]{error}[/]", highlight=False)
        raise typer.Exit(2) from error
    for what, figure in figures.items():
        out.print(f"{what}: {figure}", highlight=False, soft_wrap=True)
    if save:
        save.write_bytes(orjson.dumps(figures, option=orjson.OPT_INDENT_2))


_PARTS = ("bookings", "venues", "residents")


async def _measure(data_dir: Path, data: Path, chosen: set[str]) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    if chosen & {"bookings", "venues"}:
        with existing(data_dir) as london:
            if "bookings" in chosen:
                figures |= await bookings.measure(london)
            if "venues" in chosen:
                figures |= await venues.measure(london)
    if "residents" in chosen:
        with place() as own:
            figures |= await residents.measure(own, data)
    return figures


if __name__ == "__main__":
    typer.run(main)
