"""`drift engine`: the managed Neo4j server."""

import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.cli import console
from graph import engine
from graph.settings import load_settings

app = typer.Typer(
    no_args_is_help=True,
    help="The managed Neo4j server with Graph Data Science: a process on this machine, for this "
    "project's data folder.",
)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object, for programs.")]

FOLLOW_S = 0.5


@app.command(epilog="Example: drift engine install")
def install(as_json: Json = False) -> None:
    """Fetch the server's jars (181 MB) into your cache folder, as far as they are missing."""
    folder = engine.install(load_settings())
    if as_json:
        console.print_json({"cache_dir": folder})
    else:
        console.out.print(f"Installed in {escape(str(folder))}.")


@app.command(epilog="Example: drift engine start --json")
def start(as_json: Json = False) -> None:
    """Start the server, or find the one that runs; installs it first if need be."""
    settings = load_settings()
    engine.start(settings)
    _show(engine.status(settings), as_json)


@app.command(epilog="Example: drift engine stop")
def stop(as_json: Json = False) -> None:
    """End the server; its data stays."""
    stopped = engine.stop(load_settings())
    if as_json:
        console.print_json({"stopped": stopped})
    else:
        console.out.print("Stopped." if stopped else "No server was running.")


@app.command(epilog="Example: drift engine status --json")
def status(as_json: Json = False) -> None:
    """Show whether the server runs, where it listens, and what it is made of."""
    _show(engine.status(load_settings()), as_json)


@app.command(epilog="Example: drift engine logs --lines 100 --follow")
def logs(
    lines: Annotated[int, typer.Option(min=1, max=100_000, help="Lines to print.")] = 40,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on as lines come.")] = False,
) -> None:
    """Print the end of the server's log."""
    found = engine.status(load_settings())
    console.out.print(engine.last_lines(found.logs, lines), markup=False)
    if follow:
        _follow(found.logs / engine.SERVER_LOG)


@app.command(epilog="Example: drift engine reset --yes")
def reset(
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    as_json: Json = False,
) -> None:
    """End the server and delete its databases and password; the jars stay."""
    settings = load_settings()
    folder = engine.status(settings).data_dir
    if not yes:
        typer.confirm(f"Delete all databases in {folder}?", abort=True, err=True)
    engine.reset(settings)
    if as_json:
        console.print_json({"reset": True, "data_dir": folder})
    else:
        console.out.print(f"Deleted the databases in {escape(str(folder))}.")


def _show(found: engine.EngineStatus, as_json: bool) -> None:
    if as_json:
        console.print_json(asdict(found))
        return
    for name, value in _facts(found):
        console.out.print(f"[bold]{name:<8}[/] {escape(value)}")


def _facts(found: engine.EngineStatus) -> list[tuple[str, str]]:
    """What a person wants to know, in order."""
    installed = "installed" if found.jars_missing == 0 else f"{found.jars_missing} jars missing"
    facts = [
        ("Server", f"Neo4j {found.neo4j_version}, GDS {found.gds_version}: {found.state}"),
        ("Jars", f"{installed}, {found.cache_dir}"),
        ("Data", str(found.data_dir)),
        ("Logs", str(found.logs)),
    ]
    if found.pid is not None:
        facts += [
            ("Process", str(found.pid)),
            ("Bolt", str(found.bolt_uri)),
            ("Browser", f"{found.http_uri}/browser/"),
            ("Login", f"{found.user}, password in {found.password_file}"),
        ]
    return facts


def _follow(log: Path) -> None:
    """Print what is added to a log, until interrupted; a log that begins anew is read anew."""
    read = log.stat().st_size if log.exists() else 0
    while True:
        time.sleep(FOLLOW_S)
        size = log.stat().st_size if log.exists() else 0
        if size < read:
            read = 0
        if size > read:
            with log.open("rb") as file:
                file.seek(read)
                added = file.read(size - read)
            console.out.print(added.decode(errors="replace"), end="", markup=False)
            read = size
