"""`drift check` and `drift migrate`: is the graph as it should be."""

from typing import Annotated

import typer

from api.cli import console
from graph.settings import load_settings


def migrate() -> None:
    """Bring the schema up to date: constraints, indexes, the ledger.

    Example: drift migrate
    """
    console.run(_migrate())


async def _migrate() -> None:
    from graph.migrations import migrate as apply

    async with console.open_graph(load_settings(), schema=False) as graph:
        applied = await apply(graph)
    for migration in applied:
        console.out.print(f"applied {migration.number:04d} {migration.name}")
    if not applied:
        console.out.print("nothing to apply")


def check(
    fingerprint: Annotated[
        bool, typer.Option("--fingerprint", help="Also print the digest of the whole graph.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")] = False,
) -> None:
    """Look for what must not be; exit code 1 if anything is found.

    Example: drift check --fingerprint
    """
    if not console.run(_check(fingerprint, json)):
        raise typer.Exit(1)


async def _check(with_fingerprint: bool, json: bool) -> bool:
    from graph.checks import run_checks
    from graph.fingerprint import fingerprint

    async with console.open_graph(load_settings()) as graph:
        results = await run_checks(graph)
        print_of = await fingerprint(graph) if with_fingerprint else None
    if json:
        found = {result.name: result.rows for result in results}
        console.print_json({"checks": found, "fingerprint": print_of and print_of.digest})
    else:
        for result in results:
            mark = "[green]ok[/]" if not result.rows else f"[red]{len(result.rows)} wrong[/]"
            console.out.print(f"{mark}\t{result.name}\t{result.asks}")
            for row in result.rows[:5]:
                console.out.print(f"\t{row}", markup=False)
        if print_of:
            console.out.print(
                f"fingerprint {print_of.digest}: {sum(print_of.nodes.values())} nodes, "
                f"{sum(print_of.relationships.values())} relationships"
            )
    return not any(result.rows for result in results)
