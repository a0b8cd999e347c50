"""What the commands share: results on stdout, everything else on stderr."""

import asyncio
from collections.abc import AsyncGenerator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import orjson
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from graph.client import Neo4jGraph
from graph.connection import resolve
from graph.errors import DriftError
from graph.migrations import migrate
from graph.settings import Settings

T = TypeVar("T")

out = Console(highlight=False, soft_wrap=True)
log = Console(stderr=True, highlight=False, soft_wrap=True)


def fail(error: DriftError) -> int:
    """Print an error with its hint; returns the exit code."""
    log.print(f"[bold red]error:[/] {escape(error.message)}")
    if error.hint:
        log.print(f"  {escape(error.hint)}")
    return error.exit_code


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a command's coroutine to its end."""
    return asyncio.run(work)


def print_json(value: Any) -> None:
    """One JSON document on stdout, for programs."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    out.file.write(orjson.dumps(value, default=str, option=options).decode())


def progress() -> Progress:
    """A progress bar on stderr."""
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=log,
    )


@asynccontextmanager
async def open_graph(
    settings: Settings, *, start: bool = True, schema: bool = True
) -> AsyncGenerator[Neo4jGraph]:
    """The graph the settings name, reached and migrated; says on stderr which server it is.

    Args:
        start: Start the managed server if it is the one and does not run.
        schema: Apply missing migrations first.
    """
    connection = resolve(settings, start=start)
    async with Neo4jGraph.open(connection, settings.neo4j) as graph:
        log.print(f"[dim]{escape(str(connection))}[/]")
        if schema:
            await migrate(graph)
        yield graph
