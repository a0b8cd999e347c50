"""Where a run stands: written with every batch, read when another process goes on with it."""

from dataclasses import dataclass

from graph.client import Graph
from graph.queries import cypher
from loaders.counts import Counts
from loaders.writer import Writer

LOAD_PROGRESS = cypher("loads/load_progress")
RESUME_POINT = cypher("loads/resume_point")


@dataclass(frozen=True)
class Checkpoint:
    """The place behind the last committed batch.

    Attributes:
        batch: Number of that batch, 0 if there is none.
        position: Outcomes of the source dealt with.
        row_hash: Hash of the last of them, empty if there is none.
        counts: What was counted by then.
    """

    batch: int
    position: int
    row_hash: str
    counts: Counts


def checkpoint_id(run_id: str) -> str:
    """Id of a run's checkpoint."""
    return run_id.replace("lr_", "cp_", 1)


async def read_checkpoint(graph: Graph, run_id: str) -> Checkpoint:
    """Where a run stopped; the beginning if it committed nothing."""
    rows = await graph.rows(RESUME_POINT, id=run_id, checkpoint=checkpoint_id(run_id))
    if not rows:
        return Checkpoint(0, 0, "", Counts())
    row = rows[0]
    return Checkpoint(
        row["batch"], row["position"], row["rowHash"], Counts.of_properties(row["counts"])
    )


async def write_checkpoint(writer: Writer, checkpoint: Checkpoint) -> None:
    """Keep a checkpoint in the transaction of its batch."""
    await writer.tx.run(
        LOAD_PROGRESS,
        id=writer.stamp.run_id,
        counts=checkpoint.counts.properties(),
        checkpoint=checkpoint_id(writer.stamp.run_id),
        batch=checkpoint.batch,
        position=checkpoint.position,
        rowHash=checkpoint.row_hash,
    )
