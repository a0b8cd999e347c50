"""`drift rejects`: rows that could not be understood, and why."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from api.cli import console
from graph.settings import load_settings

if TYPE_CHECKING:
    from loaders.rejects import OpenReject

EXAMPLES = "Examples: drift rejects ; drift rejects --source ra-london --limit 100 --json"


def rejects(
    source: Annotated[str | None, typer.Option(help="Only of this source.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="Rows shown at most.")] = 20,
    json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")] = False,
) -> None:
    """List rejected rows that no later load resolved, with the rule that refused each."""
    counts, rows = console.run(_rejects(source, limit))
    if json:
        named = [{"source": of, "rule": rule, "rejects": number} for of, rule, number in counts]
        console.print_json({"counts": named, "rejects": [asdict(row) for row in rows]})
        return
    if not counts:
        console.out.print("no rejected rows")
        return
    console.out.print(_counts_table(counts))
    console.out.print(_rows_table(rows))


async def _rejects(
    source: str | None, limit: int
) -> "tuple[list[tuple[str, str, int]], list[OpenReject]]":
    from loaders.rejects import open_rejects, reject_counts

    async with console.open_graph(load_settings()) as graph:
        return await reject_counts(graph, source), await open_rejects(graph, source, limit)


def _counts_table(counts: list[tuple[str, str, int]]) -> Table:
    table = Table(title="Rejected rows by rule")
    for column in ("source", "rule"):
        table.add_column(column)
    table.add_column("rows", justify="right")
    for source, rule, number in counts:
        table.add_row(source, rule, f"{number:,}")
    return table


def _rows_table(rows: "list[OpenReject]") -> Table:
    table = Table(title="The newest of them")
    for column in ("where", "rule", "what is wrong", "row"):
        table.add_column(column, overflow="fold")
    for row in rows:
        where = f"{row.source} {row.file}:{row.line}" if row.file else row.source
        table.add_row(where, row.rule, escape(row.reason), escape(row.raw_row[:200]))
    return table
