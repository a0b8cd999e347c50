"""Migrations: once, in order, refused when changed, safe when two processes migrate."""

import asyncio
from dataclasses import replace

import pytest

from graph.client import Neo4jGraph
from graph.errors import MigrationChanged, MigrationMissing
from graph.migrations import Migration, migrate, read_migrations, split_statements
from tests.probe import statement

REJECTS = statement("MATCH (reject:Reject) RETURN reject.id AS value")
FORGET = statement("MATCH (migration:Migration {number: 9001}) DELETE migration", mode="write")


async def test_second_migration_applies_nothing(graph: Neo4jGraph) -> None:
    assert await migrate(graph) == []


async def test_changed_applied_file_is_refused(graph: Neo4jGraph) -> None:
    first, *rest = read_migrations()
    with pytest.raises(MigrationChanged, match="migration 1 "):
        await migrate(graph, [replace(first, checksum="0" * 64), *rest])


async def test_applied_file_that_is_gone_is_refused(graph: Neo4jGraph) -> None:
    with pytest.raises(MigrationMissing, match="migration 1 "):
        await migrate(graph, read_migrations()[1:])


async def test_two_processes_apply_a_migration_once(graph: Neo4jGraph) -> None:
    number = 9001
    extra = Migration(number, "probe", "a" * 64, ("CREATE (:Reject {id: randomUUID()})",))
    everything = [*read_migrations(), extra]
    applied = await asyncio.gather(*(migrate(graph, everything) for _ in range(3)))
    try:
        assert sorted(len(part) for part in applied) == [0, 0, 1]
        assert len(await graph.rows(REJECTS)) == 1
    finally:
        await graph.write(FORGET)


def test_statements_end_at_a_semicolon_that_ends_a_line() -> None:
    text = "// note; with semicolon\nCREATE (a {b: 'x; y'});\n\nMATCH (n)\nRETURN n;\n"
    assert split_statements(text) == ["CREATE (a {b: 'x; y'})", "MATCH (n)\nRETURN n"]
