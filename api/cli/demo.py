"""`drift demo`: from nothing to an answer."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.panel import Panel
from rich.syntax import Syntax

from api.cli import console, serve
from api.cli.nightly import bar_of, night_table, watched_night
from api.errors import ApiError
from graph.client import Neo4jGraph
from graph.settings import Settings, load_settings

if TYPE_CHECKING:
    from scheduler.steps import Night

REAL_AS_OF = date(2019, 12, 31)
"""The London nights end here; as of today all their artists would be long inactive."""

WORLD_FOLDER = "world"
"""Where the synthetic scene lies, below the data folder."""


def demo(
    data: Annotated[
        Path | None,
        typer.Option(help="Folder of real sources; without it a synthetic scene is made."),
    ] = None,
    extra: Annotated[
        list[str] | None,
        typer.Option("--with", help="Also a source that is loaded only when asked for."),
    ] = None,
    wait: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Serve the API when all is done.")
    ] = True,
) -> None:
    """Start the database, load a scene, compute it, ask three questions, serve the API.

    Run again it finds everything done and changes nothing.

    Example: drift demo --data ../sources
    """
    settings = load_settings()
    listener = serve.listen(settings.api.host, 0) if wait else None
    console.run(_prepare(settings, data, extra or []))
    if listener is not None:
        serve.run_server(settings, listener)


async def _prepare(settings: Settings, data: Path | None, extra: list[str]) -> None:
    night = _real_night(settings, data, extra) if data else _synthetic_night(settings)
    async with console.open_graph(settings) as graph:
        console.out.print(night_table(await watched_night(graph, settings, night)))
        await _ask(graph, settings)


def _real_night(settings: Settings, data: Path, extra: list[str]) -> "Night":
    from scheduler.steps import Night, sources_in

    return Night(settings.as_of or REAL_AS_OF, data, sources_in(data, extra))


def _synthetic_night(settings: Settings) -> "Night":
    from loaders.world import WorldConfig, generate
    from scheduler.steps import Night

    config = WorldConfig()
    folder = settings.data_dir / WORLD_FOLDER
    if not (folder / "feed" / "feed.jsonl").is_file():
        with console.progress() as bars:
            generate(config, folder / "feed", bar_of(bars))
    console.log.print(f"A synthetic scene of {config.artists} artists; nobody in it is real.")
    return Night(settings.as_of or config.as_of, folder, ("feed",))


async def _ask(graph: Neo4jGraph, settings: Settings) -> None:
    from api.execute import Executor
    from api.logs import configure
    from api.schema.build import build_schema

    configure(settings.log_level)
    quiet = settings.api.model_copy(update={"slow_statement_ms": 0})
    executor = Executor(build_schema(), graph, quiet)
    central = (await _answer(executor, CENTRAL, {}))["artists"]["nodes"]
    if len(central) < 2:
        return
    near, far = central[0], central[-1]
    misspelt = near["name"][:-2] + near["name"][-1:]
    for question, document, variables in (
        ("Who is at the centre of this scene?", CENTRAL, {}),
        (
            f"How far is {near['name']} from {far['name']}, and through which nights?",
            PATH,
            {"from": near["id"], "to": far["id"]},
        ),
        (f"Who is called something like {misspelt!r}?", SEARCH, {"text": misspelt}),
    ):
        answer = await _answer(executor, document, variables)
        console.out.print(Panel(Syntax(document.strip(), "graphql"), title=question))
        console.print_json(answer)


async def _answer(executor: Any, document: str, variables: dict[str, Any]) -> Any:
    answer = await executor.execute(document, variables)
    if answer.errors:
        raise ApiError(answer.errors[0]["message"])
    return answer.data


CENTRAL = """
query Central {
  artists(first: 5, orderBy: { field: CENTRALITY, direction: DESC }) {
    nodes { id name network { centralityPercentile community { name } } }
  }
}
"""

PATH = """
query Path($from: ID!, $to: ID!) {
  degreesOfSeparation(from: $from, to: $to) {
    explanation
    degrees
    path { kind strength evidence(first: 2) { kind label date } }
  }
}
"""

SEARCH = """
query Search($text: String!) {
  search(text: $text, first: 3) { kind text node { id } }
}
"""
