"""`python -m bench.api`: Drift against `@neo4j/graphql` over the same data, beside its bars."""

import asyncio
import contextlib
import random
from collections.abc import Generator
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import orjson
import typer

from api.cli.console import log
from bench.api import completion, counts, rounds
from bench.api.client import Failed
from bench.api.questions import LARGEST_PAGE, Question, questions
from bench.api.servers import PEER, NotReady, install_peer, our_server, peer_server
from bench.goals import Outcome
from bench.machine import describe
from bench.place import NotLoaded, Place, existing, place
from bench.report import report
from graph.connection import resolve
from graph.queries import parse

ARTISTS_ASKED = 100

SCORED = parse(
    "bench/scored",
    "// Ids of all artists with a score, the one with the most connections first.\n//\n"
    "// mode: read\n// timeout: 60 s\n// returns: a row an artist\n//   id  STRING  artist\n\n"
    "MATCH (artist:Artist) WHERE artist.centralityPct IS NOT NULL\n"
    "RETURN artist.id AS id\nORDER BY COUNT { (artist)-[:CONNECTED]-() } DESC, id",
)
BUSY = parse(
    "bench/busy",
    "// Artists of fifty sets and more, all on nights of known date.\n//\n"
    "// mode: read\n// timeout: 60 s\n// returns: a row an artist\n//   id  STRING  artist\n\n"
    "MATCH (artist:Artist)-[played:PERFORMED_AT]->(event:Event)\n"
    "WHERE NOT played.cancelled AND NOT event.cancelled\n"
    "WITH artist, count(*) AS sets, count(event.date) AS dated\n"
    "WHERE sets >= 50 AND sets = dated\nRETURN artist.id AS id\nORDER BY id",
)


def main(
    data: Annotated[
        Path | None, typer.Option(help="Folder of the real sources, loaded into a new server.")
    ] = None,
    data_dir: Annotated[
        Path | None, typer.Option(help="Data folder of a managed server that holds them already.")
    ] = None,
    save: Annotated[Path | None, typer.Option(help="Also write everything as JSON.")] = None,
) -> None:
    """Run the measurements; exit code 1 if a bar is missed."""
    if (data is None) == (data_dir is None):
        raise typer.BadParameter("give one of --data and --data-dir")
    machine = describe()
    try:
        log.print("In process: shaped against completed")
        outcomes = asyncio.run(completion.measure())
        install_peer()
        with _loaded(data, data_dir) as where:
            outcomes += _measure(where)
    except (NotReady, NotLoaded, Failed, rounds.Unequal) as error:
        log.print(f"[red]{error}[/]", highlight=False)
        raise typer.Exit(2) from error
    report(machine, outcomes, save, _versions())
    if any(outcome.verdict == "fail" for outcome in outcomes):
        raise typer.Exit(1)


@contextlib.contextmanager
def _loaded(data: Path | None, data_dir: Path | None) -> Generator[Place]:
    """A server that holds London."""
    if data_dir is not None:
        with existing(data_dir) as where:
            yield where
        return
    assert data is not None
    with place() as where:
        log.print("The night of the London data")
        where.load_london(data)
        yield where


def _measure(where: Place) -> list[Outcome]:
    database = resolve(where.settings)
    asked, hub = asyncio.run(_questions(where))
    outcomes: list[Outcome] = []
    with (
        our_server(where, database, where.folder / "drift.log", LARGEST_PAGE) as ours,
        peer_server(database, where.folder / "peer.log") as peer,
    ):
        for question in asked:
            log.print(question.name)
            outcomes += rounds.measure(question, ours, peer)
    log.print("Statements and database hits")
    return outcomes + counts.count(where, database, asked, {"id": hub})


async def _questions(where: Place) -> tuple[list[Question], str]:
    async with where.graph() as graph:
        scored = [row["id"] for row in await graph.rows(SCORED)]
        busy = [row["id"] for row in await graph.rows(BUSY)]
    dice = random.Random(ARTISTS_ASKED)
    some = dice.sample(scored, min(ARTISTS_ASKED, len(scored)))
    return questions(some, dice.sample(busy, min(ARTISTS_ASKED, len(busy)))), scored[0]


def _versions() -> dict[str, str]:
    """What both sides are made of."""
    ours = ("strawberry-graphql", "graphql-core", "neo4j", "starlette", "uvicorn", "orjson")
    locked = orjson.loads((PEER / "package-lock.json").read_bytes())["packages"]
    peers = ("@neo4j/graphql", "graphql", "graphql-yoga", "neo4j-driver")
    return {
        "ours": ", ".join(f"{name} {version(name)}" for name in ours),
        "peer": ", ".join(f"{name} {locked[f'node_modules/{name}']['version']}" for name in peers),
    }


if __name__ == "__main__":
    typer.run(main)
