"""Every run of an algorithm leaves a node: name, parameters, version, counts, milliseconds."""

import json
import time
import uuid
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from graph.client import Graph
from graph.queries import cypher

START = cypher("runs/start_algorithm_run")
FINISH = cypher("runs/finish_algorithm_run")


@dataclass
class AlgorithmRun:
    """A run in progress; what is put into `counts` is stored when it ends."""

    id: str
    kind: str
    counts: dict[str, Any] = field(default_factory=dict[str, Any])


@asynccontextmanager
async def algorithm_run(
    graph: Graph, kind: str, params: Mapping[str, Any], version: str, run_id: str | None = None
) -> AsyncGenerator[AlgorithmRun]:
    """A run node around a block: `running`, then `succeeded` or `failed` with the error.

    Args:
        kind: Name of the algorithm, e.g. `pagerank`.
        params: All its parameters, seeds included; JSON values.
        version: Version of the configuration that the numbers depend on.
        run_id: Id of the node, where doing the same again is the same run; a new one if not given.
    """
    run = AlgorithmRun(id=run_id or f"al_{uuid.uuid4().hex[:16]}", kind=kind)
    await graph.write(START, id=run.id, kind=kind, paramsJson=_json(params), version=version)
    started = time.monotonic()
    error: str | None = "stopped"
    try:
        yield run
        error = None
    except Exception as failure:
        error = f"{type(failure).__name__}: {failure}"
        raise
    finally:
        await graph.write(
            FINISH,
            id=run.id,
            status="succeeded" if error is None else "failed",
            countsJson=_json(run.counts),
            milliseconds=round(1000 * (time.monotonic() - started)),
            error=error,
        )


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), default=str)
