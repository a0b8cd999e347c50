"""Applies `cypher/migrations` in order and remembers what it applied.

A file is `V0001__name.cypher` and may hold several statements, each ended by `;` at the end of a
line. Every statement is idempotent, so a run that was stopped half-way is simply run again. The
ledger holds the checksum of each applied file; a lease keeps two processes apart.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from graph.client import Graph
from graph.errors import MigrationChanged, MigrationMissing
from graph.lease import CONSTRAINT as LEASE_CONSTRAINT
from graph.lease import lease
from graph.queries import CYPHER_FOLDER, Query, cypher

LEASE_SECONDS = 30
"""Life of the migration lease; it is renewed while a migration runs."""

LEASE_WAIT_S = 60.0
"""How long a second process waits for the first; DDL on a loaded graph takes seconds."""

STATEMENT_TIMEOUT_S = 300.0

_FILE = re.compile(r"^V(\d{4})__([a-z0-9_]+)\.cypher$")

LEDGER_CONSTRAINT = cypher("migrations_ledger/ledger_constraint")
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
        LeaseHeld: Another process has been migrating for too long.
    """
    wanted = read_migrations() if migrations is None else migrations
    await graph.write(LEASE_CONSTRAINT)
    await graph.write(LEDGER_CONSTRAINT)
    async with lease(graph, "migrations", seconds=LEASE_SECONDS, wait_s=LEASE_WAIT_S):
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
