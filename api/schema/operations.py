"""What Drift does, and when it last did it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import strawberry
from strawberry.scalars import JSON

from api.compiler.declare import column, stored
from api.compiler.scalars import Long
from api.schema.enums import RunStatus
from api.schema.node import Node
from graph.queries import Query, cypher

FRESHNESS = cypher("fields/freshness")


@strawberry.type(description="One run of an algorithm.")
class AlgorithmRun(Node):
    kind: str = stored(description="What ran.")
    started_at: datetime | None = stored(description="When it started.")
    finished_at: datetime | None = stored(
        description="When it ended; null while it runs.", steady=False
    )
    status: RunStatus = stored(description="How far it has come.", steady=False)
    milliseconds: Long | None = stored(description="How long it took.", steady=False)
    counts: JSON | None = stored("countsJson", description="What it counted.", steady=False)
    params: JSON | None = stored("paramsJson", description="Its parameters, seeds included.")
    version: str | None = stored(description="Version of the configuration it depends on.")
    error: str | None = stored(description="What went wrong, null if nothing.", steady=False)


@strawberry.type(description="How fresh the data of one source is.")
class SourceFreshness:
    source: str = column(description="Name of the source.")
    last_status: RunStatus = column(description="How its last load ended.")
    last_error: str | None = column(description="What went wrong in it, null if nothing.")
    last_success: datetime | None = column(description="End of the last load that succeeded.")
    age_hours: float | None = column(description="Hours since then.")
    rows_read: Long | None = column(description="Rows that load read.")
    rows_rejected: Long | None = column(description="Rows it rejected.")
    synthetic: bool = column(description="Whether the source was made up for a demonstration.")


def freshness(_: Mapping[str, Any]) -> tuple[Query, ...]:
    """What goes on from a list of sources to how fresh they are."""
    return (FRESHNESS,)
