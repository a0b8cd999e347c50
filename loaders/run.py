"""A load from its files to its report: batches, then what is gone, then the verdict."""

import asyncio
import gc
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import orjson

from graph.client import Graph, Transaction
from graph.errors import RowsUnaccounted, SourceError
from graph.queries import cypher
from graph.settings import LoaderSettings
from loaders.batch import write_statements
from loaders.checkpoint import Checkpoint, write_checkpoint
from loaders.counts import Counts
from loaders.facts import Orphan
from loaders.files import fingerprint
from loaders.ledger import Begun, begin, finish
from loaders.outcomes import Accepted, Filtered, Outcome, Rejected, Source, Tally
from loaders.rejects import keep_rejects, reject_id, resolve_rejects
from loaders.report import LoadReport
from loaders.rows import Statement, digest
from loaders.sweep import close_gone, find_gone
from loaders.writer import Writer

GROW_DATA_VERSION = cypher("publish/grow_data_version")

Progress = Callable[[int, int | None], None]
"""Told rows dealt with and, once it is known, rows in all."""


async def load(
    graph: Graph,
    source: Source,
    folder: Path,
    settings: LoaderSettings,
    *,
    accept: bool = False,
    progress: Progress | None = None,
) -> LoadReport:
    """Load a source; what the graph holds already is not written again.

    Args:
        folder: Holds the files of the source.
        accept: Take the input as it is, however much of it is rejected or gone.

    Raises:
        SourceError: The input cannot be read, or another process is loading. What was written
            before stays; the next load goes on from there.
    """
    begun = await begin(graph, source, fingerprint(folder, source.files), accept=accept)
    run = _Run(graph, source, settings, begun)
    try:
        with _patient_collector():
            await run.write_batches(folder, progress)
        held = None if accept else run.too_many_rejects()
        if held is None:
            held = await run.close_gone(accept=accept)
    except SourceError as error:
        await finish(graph, begun.stamp.run_id, "failed", run.counted(), error.message)
        raise
    status = "succeeded" if held is None else "held"
    await finish(graph, begun.stamp.run_id, status, run.counted(), held)
    return LoadReport(
        run_id=begun.stamp.run_id,
        source=source.name,
        status=status,
        message=held or "",
        resumed=begun.resumed,
        seconds=run.seconds,
        counts=run.counts,
    )


_ALLOCATIONS_A_COLLECTION = 100_000
"""New objects between two looks for garbage; at Python's own 700 they take a third of the time."""


@contextmanager
def _patient_collector() -> Generator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(_ALLOCATIONS_A_COLLECTION, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


class _Run:
    """The state of a load: how far it is, what it counted, which subjects it met."""

    def __init__(
        self, graph: Graph, source: Source, settings: LoaderSettings, begun: Begun
    ) -> None:
        self._graph = graph
        self._source = source
        self._settings = settings
        self._stamp = begun.stamp
        self._resumed = begun.resumed
        self._at = begun.checkpoint
        self._seconds_before = begun.checkpoint.counts.seconds
        self._started = time.monotonic()
        self._met: set[str] = set()
        self._rejects: set[str] = set()

    @property
    def counts(self) -> Counts:
        """What was counted by the last committed batch."""
        return self._at.counts

    @property
    def seconds(self) -> float:
        """Since this process began."""
        return time.monotonic() - self._started

    def counted(self) -> Counts:
        """The counts with the time spent so far."""
        self.counts.seconds = self._seconds_before + self.seconds
        return self.counts

    async def write_batches(self, folder: Path, progress: Progress | None) -> None:
        """Write all batches behind the checkpoint, one transaction each, reading one ahead.

        Raises:
            RowsUnaccounted: Rows read and rows dealt with differ.
        """
        tally = Tally()
        outcomes = self._source.outcomes(folder, tally)
        await asyncio.to_thread(self._skip, outcomes)
        batch = await asyncio.to_thread(self._next_batch, outcomes)
        while batch:
            ahead = asyncio.create_task(asyncio.to_thread(self._next_batch, outcomes))
            try:
                self._at = await self._write(batch)
            finally:
                await asyncio.wait([ahead])
            if progress is not None:
                progress(self.counts.rows, tally.total)
            batch = ahead.result()
        if tally.rows != self.counts.rows:
            raise RowsUnaccounted(
                f"{self._source.name}: {tally.rows} rows read, {self.counts.rows} dealt with",
                hint="This is a fault of the loader; nothing was closed. Please report it.",
            )

    def _skip(self, outcomes: Iterator[Outcome]) -> None:
        last: Outcome | None = None
        for last in islice(outcomes, self._at.position):
            self._note(last)
        if last is not None and _row_hash(last) != self._at.row_hash:
            raise RowsUnaccounted(
                f"{self._source.name}: the rows of the same files came in another order",
                hint="This is a fault of the loader; load again to start from the beginning.",
            )

    def _next_batch(self, outcomes: Iterator[Outcome]) -> list[Outcome]:
        batch: list[Outcome] = []
        size = 0
        for outcome in outcomes:
            self._note(outcome)
            batch.append(outcome)
            size += len(outcome.statements) if isinstance(outcome, Accepted) else 1
            if size >= self._settings.batch_rows:
                break
        return batch

    def _note(self, outcome: Outcome) -> None:
        if isinstance(outcome, Accepted):
            self._met.update(statement.subject.ref.id for statement in outcome.statements)
        elif isinstance(outcome, Rejected):
            self._rejects.add(reject_id(self._source.name, outcome))

    async def _write(self, batch: list[Outcome]) -> Checkpoint:
        statements: list[Statement] = []
        owners: list[int] = []
        for at, outcome in enumerate(batch):
            if isinstance(outcome, Accepted):
                statements.extend(outcome.statements)
                owners.extend([at] * len(outcome.statements))

        async def work(tx: Transaction) -> tuple[Checkpoint, list[Rejected]]:
            writer = Writer(tx, self._stamp)
            result = await write_statements(writer, statements)
            dangling = [_dangling(each) for lost in result.orphans.values() for each in lost]
            rejected = [each for each in batch if isinstance(each, Rejected)]
            await keep_rejects(writer, [*rejected, *dangling])
            if writer.changes:
                await tx.run(GROW_DATA_VERSION)
            changed = {owners[at] for at in result.changed}
            counts = self._count(batch, changed, len(dangling), writer.changes)
            checkpoint = Checkpoint(
                self._at.batch + 1,
                self._at.position + len(batch),
                _row_hash(batch[-1]),
                counts,
            )
            await write_checkpoint(writer, checkpoint)
            return checkpoint, dangling

        checkpoint, dangling = await self._graph.transact(work)
        self._rejects.update(reject_id(self._source.name, each) for each in dangling)
        return checkpoint

    def _count(
        self, batch: list[Outcome], changed: set[int], orphaned: int, changes: int
    ) -> Counts:
        counts = self.counts.copy()
        for at, outcome in enumerate(batch):
            match outcome:
                case Accepted():
                    if at in changed:
                        counts.written += outcome.rows
                    else:
                        counts.unchanged += outcome.rows
                    counts.notes.update(outcome.notes)
                case Filtered():
                    counts.filtered[outcome.rule] += outcome.rows
                case Rejected():
                    counts.rejected[outcome.rule] += outcome.rows
        counts.orphaned += orphaned
        counts.changes += changes
        counts.seconds = self._seconds_before + self.seconds
        return counts

    def too_many_rejects(self) -> str | None:
        """Why so many rejected rows hold the run; None if they do not."""
        rejected, rows = self.counts.rejected.total(), self.counts.rows
        share, most = self._settings.reject_share_max, self._settings.reject_rows_max
        if rejected <= most and rejected <= share * rows:
            return None
        return (
            f"{rejected} of {rows} rows were rejected, more than {share:.1%} or {most}; "
            "look at `drift rejects`, then load again with --accept if they may be missing"
        )

    async def close_gone(self, *, accept: bool) -> str | None:
        """Close what a complete run no longer met; returns why that holds the run, if it does.

        Nothing is closed while a row is rejected: it may speak of what seems to be gone.
        """
        if not self._resumed:
            await self._graph.transact(self._resolve_rejects)
        if not self._source.complete or self.counts.rejected.total():
            return None
        gone = await find_gone(self._graph, self._source.name, self._met)
        if gone.too_many and not accept:
            return (
                f"{gone.count} of {gone.listed} things that {self._source.name} listed are not in "
                "these files, which looks like a file cut short; if they are really gone, load "
                "again with --accept"
            )
        if gone.count:
            self.counts.changes += await close_gone(self._graph, self._stamp, gone)
            self.counts.closed += gone.count
        return None

    async def _resolve_rejects(self, tx: Transaction) -> None:
        await resolve_rejects(Writer(tx, self._stamp), sorted(self._rejects))


def _row_hash(outcome: Outcome) -> str:
    match outcome:
        case Accepted():
            said = [statement.content_hash() for statement in outcome.statements]
        case Filtered():
            said = [outcome.rule]
        case Rejected():
            said = [outcome.rule, outcome.file, str(outcome.line)]
    return digest(orjson.dumps(said))


def _dangling(orphan: Orphan) -> Rejected:
    fact = orphan.fact
    return Rejected(
        rule="dangling_reference",
        file="",
        line=0,
        reason=f"{fact.type} leads to a {orphan.missing.label} that no load has brought; "
        "it is written by the first load after that one",
        raw=fact.source_id,
        rows=0,
    )
