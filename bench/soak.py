"""`python -m bench.soak`: many requests of all screens: none may fail, memory stays flat."""

import asyncio
import random
from collections import Counter
from pathlib import Path
from statistics import median
from typing import Annotated, Any

import orjson
import typer

from api.cli.console import log
from api.stored import shipped
from bench.api.client import Failed, Reply, request, together
from bench.api.servers import NotReady, Server, our_server
from bench.goals import Outcome, percentile
from bench.machine import describe, resident_now_mib
from bench.place import Place, existing
from bench.report import report
from graph.connection import resolve
from graph.queries import parse

TENTHS = 10
BATCH = 500
"""Requests between two looks at the memory."""

GROWTH_MAX = 1.1
"""Memory of the last tenth over that of the first, medians of the looks after it was warm."""

SUBJECTS = parse(
    "bench/subjects",
    "// Ids of some things that screens are about, at most 200 of a kind.\n//\n"
    "// mode: read\n// timeout: 60 s\n// returns: a row an id\n//   id  STRING  its id\n\n"
    "MATCH (one:Artist|Label|Mix|Event|Scene|Venue)\nWITH labels(one) AS kind, one.id AS id\n"
    "ORDER BY id\nWITH kind, collect(id) AS ids\n"
    "UNWIND [at IN range(0, 199) | ids[at * size(ids) / 200]] AS id\nRETURN DISTINCT id",
)


def main(
    data_dir: Annotated[Path, typer.Option(help="Data folder of a managed server with data.")],
    requests: Annotated[int, typer.Option(min=TENTHS * BATCH, help="Requests in all.")] = 100_000,
    clients: Annotated[int, typer.Option(min=1, max=32, help="Clients at once.")] = 8,
    save: Annotated[Path | None, typer.Option(help="Also write everything as JSON.")] = None,
) -> None:
    """Ask every screen about random subjects, again and again; exit code 1 if a bar is missed."""
    machine = describe()
    try:
        with (
            existing(data_dir) as where,
            our_server(where, resolve(where.settings), where.folder / "drift.log") as server,
        ):
            mixed = Mixed(asyncio.run(_subjects(where)), server.port)
            outcomes = _soak(server, where.server_pid, mixed, requests, clients)
    except (NotReady, Failed) as error:
        log.print(f"[red]{error}[/]", highlight=False)
        raise typer.Exit(2) from error
    report(machine, outcomes, save)
    if any(outcome.verdict == "fail" for outcome in outcomes):
        raise typer.Exit(1)


async def _subjects(where: Place) -> list[str]:
    async with where.graph() as graph:
        return [row["id"] for row in await graph.rows(SUBJECTS)]


class Mixed:
    """Requests of all screens in turn, with ids of the graph in place of those of the samples."""

    def __init__(self, ids: list[str], port: int) -> None:
        self.screens = shipped()
        self.ids = ids
        self.port = port
        self.dice = random.Random(len(ids))

    def batch(self, size: int) -> list[bytes]:
        """The next requests."""
        return [self._request() for _ in range(size)]

    def _request(self) -> bytes:
        screen = self.dice.choice(self.screens)
        variables = self._with_ids(self.dice.choice(screen.samples))
        return request({"query": screen.text, "variables": variables}, self.port)

    def _with_ids(self, value: Any) -> Any:
        match value:
            case dict():
                return {name: self._with_ids(each) for name, each in value.items()}
            case list():
                return [self._with_ids(each) for each in value]
            case str() if value[2:3] == "_":
                alike = [each for each in self.ids if each[:3] == value[:3]]
                return self.dice.choice(alike) if alike else value
            case _:
                return value


def _soak(
    server: Server, database_pid: int, mixed: Mixed, requests: int, clients: int
) -> list[Outcome]:
    together(server.port, mixed.batch(10 * len(mixed.screens)), clients)
    memory: list[float] = []
    tenths: list[list[float]] = [[] for _ in range(TENTHS)]
    failed: Counter[str] = Counter()
    rounds = -(-requests // BATCH)
    with typer.progressbar(range(rounds), label="Soak") as steps:
        for step in steps:
            replies, _ = together(server.port, mixed.batch(BATCH), clients)
            memory.append(resident_now_mib(server.pid))
            tenths[step * TENTHS // rounds] += [reply.seconds for reply in replies]
            failed.update(wrong for reply in replies if (wrong := _wrong(reply)))
    part = max(1, rounds // TENTHS)
    first, last = median(memory[:part]), median(memory[-part:])
    slowest = [round(1000 * percentile(tenth, 0.95), 1) for tenth in tenths]
    return [
        Outcome(
            goal=f"{rounds * BATCH} requests of {len(mixed.screens)} screens: failures",
            ours=f"{failed.total()} failed",
            peer="",
            ratios=[failed.total()],
            floor=0,
            at_most=True,
            details={"failures": dict(failed.most_common(5))} if failed else {},
        ),
        Outcome(
            goal="memory of the API, last tenth against the first",
            ours=f"{first:.0f} MiB, {last:.0f} MiB",
            peer="",
            ratios=[last / first],
            floor=GROWTH_MAX,
            at_most=True,
            details={
                "p95 of each tenth, ms": slowest,
                "memory of the database, MiB": resident_now_mib(database_pid),
            },
        ),
    ]


def _wrong(reply: Reply) -> str:
    """What is wrong with an answer, empty if nothing is."""
    if reply.status != 200:
        return f"status {reply.status}: {reply.body[:200].decode(errors='replace')}"
    errors = orjson.loads(reply.body).get("errors")
    return errors[0]["message"] if errors else ""


if __name__ == "__main__":
    typer.run(main)
