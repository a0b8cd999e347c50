"""Applies `cypher/migrations` in order and remembers what it applied.

A file is `V0001__name.cypher` and may hold several statements, each ended by `;` at the end of a
line. Every statement is idempotent, so a run that was stopped half-way is simply run again. The
ledger holds the checksum of each applied file; a lease keeps two processes apart.
"""

import asyncio
import hashlib
import re
import socket
import uuid
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from os import getpid
from pathlib import Path

from graph.client import Graph
from graph.errors import MigrationChanged, MigrationLocked, MigrationMissing
from graph.queries import CYPHER_FOLDER, Query, cypher

LEASE_SECONDS = 60
"""A lease that is older belongs to a process that died; DDL on a loaded graph takes seconds."""

STATEMENT_TIMEOUT_S = 300.0

_FILE = re.compile(r"^V(\d{4})__([a-z0-9_]+)\.cypher$")

LEASE_CONSTRAINT = cypher("migrations_ledger/lease_constraint")
LEDGER_CONSTRAINT = cypher("migrations_ledger/ledger_constraint")
TAKE_LEASE = cypher("migrations_ledger/take_lease")
FREE_LEASE = cypher("migrations_ledger/free_lease")
APPLIED = cypher("migrations_ledger/applied")
REMEMBER = cypher("migrations_ledger/remember")
AWAIT_INDEXES = cypher("migrations_ledger/await_indexes")


@dataclass(frozen=True)
class Migration:
    """One numbered file."""

    number: int
    name: str
    checksum: str
    statements: tuple[str, ...]


def read_migrations(folder: Path = CYPHER_FOLDER / "migrations") -> list[Migration]:
    """All migrations of a folder, by number."""
    found: list[Migration] = []
    for path in sorted(folder.glob("*.cypher")):
        if match := _FILE.match(path.name):
            text = path.read_text(encoding="utf-8")
            found.append(
                Migration(
                    number=int(match[1]),
                    name=match[2],
                    checksum=hashlib.sha256(text.encode()).hexdigest(),
                    statements=tuple(split_statements(text)),
                )
            )
    return found


def split_statements(text: str) -> list[str]:
    """Statements of a file; comment lines are dropped."""
    code = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    return [part.strip() for part in re.split(r";\s*(?:\n|$)", code) if part.strip()]


async def migrate(graph: Graph, migrations: list[Migration] | None = None) -> list[Migration]:
    """Apply what is missing; returns what was applied now.

    Raises:
        MigrationChanged: An applied file has another content.
        MigrationMissing: An applied file is gone.
        MigrationLocked: Another process holds the lease for too long.
    """
    wanted = read_migrations() if migrations is None else migrations
    await graph.write(LEASE_CONSTRAINT)
    await graph.write(LEDGER_CONSTRAINT)
    async with _lease(graph):
        applied = {row["number"]: row for row in await graph.rows(APPLIED)}
        _compare(wanted, applied)
        missing = [migration for migration in wanted if migration.number not in applied]
        for migration in missing:
            await _apply(graph, migration)
        if missing:
            await graph.write(AWAIT_INDEXES)
    return missing


def _compare(wanted: list[Migration], applied: dict[int, dict[str, str]]) -> None:
    known = {migration.number: migration for migration in wanted}
    for number, row in sorted(applied.items()):
        if number not in known:
            raise MigrationMissing(
                f"migration {number} ({row['name']}) was applied but its file is gone",
                hint="This database was made by a newer Drift; use that version.",
            )
        if known[number].checksum != row["checksum"]:
            raise MigrationChanged(
                f"migration {number} ({row['name']}) was applied with another content",
                hint="Put the file back as it was and write the change as a new migration.",
            )


async def _apply(graph: Graph, migration: Migration) -> None:
    for at, text in enumerate(migration.statements):
        await graph.write(_statement(f"migrations/{migration.number}.{at}", text))
    await graph.write(
        REMEMBER,
        id=f"mi_{migration.number:04d}",
        number=migration.number,
        name=migration.name,
        checksum=migration.checksum,
    )


def _statement(name: str, text: str) -> Query:
    return Query(
        name=name,
        summary="",
        text=text,
        mode="autocommit",
        timeout_s=STATEMENT_TIMEOUT_S,
        this=None,
        params=(),
        columns=(),
    )


@asynccontextmanager
async def _lease(graph: Graph) -> AsyncGenerator[None]:
    holder = f"{socket.gethostname()}:{getpid()}:{uuid.uuid4().hex[:8]}"
    await _take_lease(graph, holder)
    try:
        yield
    finally:
        await graph.write(FREE_LEASE, holder=holder)


async def _take_lease(graph: Graph, holder: str) -> None:
    owner = holder
    for _ in range(2 * LEASE_SECONDS):
        taken = await graph.write(TAKE_LEASE, holder=holder, seconds=LEASE_SECONDS)
        owner = taken.rows[0]["holder"]
        if owner == holder:
            return
        await asyncio.sleep(0.5)
    raise MigrationLocked(
        f"{owner} has been migrating for over {LEASE_SECONDS} s",
        hint="Wait for it to finish, or end that process and try again.",
    )
