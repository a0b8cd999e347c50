"""The nodes of runs: begun or taken over, finished, and held until somebody accepts them."""

import json
import uuid
from dataclasses import dataclass
from datetime import datetime

from graph.client import Graph
from graph.errors import LoadRunning
from graph.owner import is_alive, this_process
from graph.queries import cypher
from loaders.checkpoint import Checkpoint, checkpoint_id, read_checkpoint
from loaders.counts import Counts
from loaders.outcomes import Source
from loaders.writer import Stamp

UNFINISHED_RUNS = cypher("loads/unfinished_runs")
START_RUN = cypher("loads/start_run")
FINISH_RUN = cypher("loads/finish_run")


@dataclass(frozen=True)
class Begun:
    """A run that this process owns.

    Attributes:
        stamp: What it marks everything with.
        checkpoint: Where it goes on; the beginning for a new run.
        resumed: Whether another process began it.
    """

    stamp: Stamp
    checkpoint: Checkpoint
    resumed: bool


async def begin(graph: Graph, source: Source, file_hash: str, *, accept: bool) -> Begun:
    """Start a run, or go on with one of the same files whose process is gone.

    Raises:
        LoadRunning: Another process is loading.
    """
    me = this_process()
    taken: str | None = None
    for row in await graph.rows(UNFINISHED_RUNS):
        if row["owner"] != me and is_alive(row["owner"], row["silentSeconds"]):
            raise _running(row["source"], row["owner"])
        if row["source"] != source.name:
            continue
        same = (row["fileHash"], row["parserVersion"]) == (file_hash, source.version)
        if same and taken is None:
            taken = row["id"]
        else:
            await finish(graph, row["id"], "failed", None, "other files were loaded after it")
    run_id = taken or f"lr_{uuid.uuid4().hex[:16]}"
    started = await graph.write(
        START_RUN,
        id=run_id,
        source=source.name,
        owner=me,
        fileHash=file_hash,
        parserVersion=source.version,
        paramsJson=json.dumps({"accept": accept}),
        synthetic=source.synthetic,
    )
    await _give_way(graph, run_id, me)
    at = datetime.fromisoformat(started.rows[0]["startedAt"])
    stamp = Stamp(run_id, source.name, source.synthetic, at)
    return Begun(stamp, await read_checkpoint(graph, run_id), resumed=taken is not None)


async def _give_way(graph: Graph, run_id: str, me: str) -> None:
    """Of two processes that started at the same moment, the later one stops."""
    rows = await graph.rows(UNFINISHED_RUNS)
    mine = next(at for at, row in enumerate(rows) if row["id"] == run_id)
    for row in rows[mine + 1 :]:
        if row["owner"] != me and is_alive(row["owner"], row["silentSeconds"]):
            await finish(graph, run_id, "failed", None, "another load began before it")
            raise _running(row["source"], row["owner"])


async def finish(
    graph: Graph, run_id: str, status: str, counts: Counts | None, error: str | None
) -> None:
    """Note how a run ended.

    Args:
        status: `succeeded`, `failed` or `held`.
        counts: What it counted; None leaves what its last batch noted.
        error: What went wrong, or why it is held.
    """
    await graph.write(
        FINISH_RUN,
        id=run_id,
        status=status,
        counts={} if counts is None else counts.properties(),
        error=error,
        checkpoint=checkpoint_id(run_id),
    )


def _running(source: str, owner: str) -> LoadRunning:
    host, pid, _ = owner.rsplit("/", 2)
    return LoadRunning(
        f"{source} is being loaded by process {pid} on {host}",
        hint="Wait for it to end, or end that process; the load then goes on where it stopped.",
    )
