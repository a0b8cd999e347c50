"""What does not depend on the machine: statements of a question, and their database hits."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any, LiteralString, cast

import neo4j
import orjson

from bench.api.bolt import Proxy, Statement, listening
from bench.api.client import Connection, request
from bench.api.questions import LARGEST_PAGE, OUR_HUB, PEER_HUB, Question, Variables, Wording
from bench.api.servers import Server, our_server, peer_server
from bench.goals import Outcome
from bench.place import Place
from graph.client import sync_driver
from graph.connection import Connection as Database

HITS_AT_MOST = 0.1

ASKED = 5
"""Times a question is asked: a server also looks after itself, and that is seen now and then."""


@dataclass(frozen=True)
class Asked:
    """One question, asked of one side once it was warm.

    Attributes:
        agreed: The answer as both sides must give it.
        statements: What the database was asked for it.
    """

    agreed: Any
    statements: list[Statement]


def count(
    place: Place, database: Database, asked: Sequence[Question], hub: Variables
) -> list[Outcome]:
    """Statements of every question; hits of connections within the artist that has the most."""
    log = place.folder / "counting.log"
    ours = _ask(
        database,
        lambda through: our_server(place, through, log, LARGEST_PAGE),
        [(each.ours, each.variables[0]) for each in asked] + [(OUR_HUB, hub)],
    )
    peers = _ask(
        database,
        lambda through: peer_server(through, log),
        [(each.peer, each.variables[0]) for each in asked] + [(PEER_HUB, hub)],
    )
    return [_runs(asked, ours, peers), _hits(database, ours[-1], peers[-1])]


def _ask(
    database: Database,
    serve: Callable[[Database], AbstractContextManager[Server]],
    wordings: Sequence[tuple[Wording, Variables]],
) -> list[Asked]:
    with listening(database.uri) as proxy:
        through = replace(database, uri=f"bolt://127.0.0.1:{proxy.port}")
        with serve(through) as server, Connection(server.port) as connection:
            return [_asked(proxy, server, connection, *each) for each in wordings]


def _asked(
    proxy: Proxy, server: Server, connection: Connection, wording: Wording, variables: Variables
) -> Asked:
    sent = request({"query": wording.text, "variables": variables}, server.port)
    connection.ask(sent)
    asked: list[Asked] = []
    for _ in range(ASKED):
        proxy.statements.clear()
        data = orjson.loads(connection.ask(sent).body)["data"]
        asked.append(Asked(wording.read(data), list(proxy.statements)))
    return min(asked, key=lambda each: len(each.statements))


def _runs(asked: Sequence[Question], ours: list[Asked], peers: list[Asked]) -> Outcome:
    counts = [[len(each.statements) for each in side[: len(asked)]] for side in (ours, peers)]
    return Outcome(
        goal="statements of a question at most",
        ours=str(max(counts[0])),
        peer=str(max(counts[1])),
        ratios=[max(counts[0])],
        floor=1,
        at_most=True,
        answers_equal=[each.agreed for each in ours] == [each.agreed for each in peers],
    )


def _hits(database: Database, ours: Asked, peer: Asked) -> Outcome:
    with sync_driver(database) as driver:
        mine, other = (
            sum(_profiled(driver, database.database, each) for each in side.statements)
            for side in (ours, peer)
        )
    return Outcome(
        goal="5 connections with 3 sets each of the artist that has most: database hits, share",
        ours=f"{mine:,}",
        peer=f"{other:,}",
        ratios=[mine / other],
        floor=HITS_AT_MOST,
        at_most=True,
        answers_equal=ours.agreed == peer.agreed,
    )


def _profiled(driver: neo4j.Driver, database: str, statement: Statement) -> int:
    with driver.session(database=database, default_access_mode=neo4j.READ_ACCESS) as session:
        text = cast(LiteralString, f"PROFILE {statement.text}")
        return _all_hits(session.run(text, statement.parameters).consume().profile)


def _all_hits(plan: Any) -> int:
    return plan.get("dbHits", 0) + sum(_all_hits(child) for child in plan.get("children", ()))
