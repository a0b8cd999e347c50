"""What the graph remembers of jobs: which there are, and each run of one as a node.

Times are those of the clock that the caller hands in, never the database's, so that one clock
decides what is due. Only who holds the lease of a job writes its runs.
"""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from graph.client import Graph, Row
from graph.model import ID_PREFIX, node_id
from graph.owner import this_process
from graph.queries import cypher

REGISTER = cypher("jobs/register")
SET_NEXT = cypher("jobs/set_next")
NEWEST_TIME = cypher("jobs/newest_time")
START = cypher("jobs/start_run")
FINISH = cypher("jobs/finish_run")
BURY = cypher("jobs/bury_runs")
HISTORY = cypher("jobs/history")
STANDING = cypher("health/jobs")

Outcome = Literal["succeeded", "failed", "held", "stopped"]


@dataclass(frozen=True)
class Memory:
    """The newest time of a job that was dealt with.

    Attributes:
        since: When the job became known; nothing before it was missed.
        scheduled_for: The time, None if there was none.
        attempts: Runs for it.
        status: How the last of them ended, or `running`, or `missed`.
        finished_at: When that was.
    """

    since: datetime
    scheduled_for: datetime | None = None
    attempts: int = 0
    status: str | None = None
    finished_at: datetime | None = None


@dataclass(frozen=True)
class Standing:
    """How a job goes.

    Attributes:
        last_good: End of the newest run that succeeded.
        status: How the newest ended, or `running`; None if there was none.
        error: What went wrong in it.
        next_at: When it is due; in the past, it is late.
        running: Whether a process is at it; a run that is `running` without one was stopped.
    """

    name: str
    last_good: datetime | None = None
    status: str | None = None
    error: str | None = None
    next_at: datetime | None = None
    running: bool = False

    def as_dict(self, at: datetime) -> dict[str, Any]:
        """For programs, as of a moment."""
        good, due = self.last_good, self.next_at
        late = due is not None and due < at and not self.running
        return {
            "lastSuccess": good and good.isoformat(),
            "ageHours": good and _hours(at - good),
            "status": self._how(),
            "error": self.error,
            "nextAt": due and due.isoformat(),
            "lateHours": _hours(at - due) if due and late else None,
        }

    def _how(self) -> str:
        if self.status == "running" and not self.running:
            return "stopped"
        return self.status or "none yet"


def job_id(name: str) -> str:
    """The id of a job."""
    return f"{ID_PREFIX['Job']}_{name}"


async def register(
    graph: Graph, jobs: Sequence[tuple[str, str]], timezone: str, now: datetime
) -> None:
    """Make the jobs known to readers, and no others.

    Args:
        jobs: Name and cron expression of each.
    """
    rows = [{"id": job_id(name), "name": name, "cron": cron} for name, cron in jobs]
    await graph.write(REGISTER, jobs=rows, timezone=timezone, now=now)


async def set_next(graph: Graph, name: str, at: datetime | None) -> None:
    """Note when a job is to run next."""
    await graph.write(SET_NEXT, id=job_id(name), next=at)


async def remember(graph: Graph, name: str, now: datetime) -> Memory:
    """What was done at the times of a job up to now."""
    row = (await graph.rows(NEWEST_TIME, job=name, now=now))[0]
    return Memory(
        since=_moment(row["since"]) or now,
        scheduled_for=_moment(row["scheduledFor"]),
        attempts=row["attempts"],
        status=row["status"],
        finished_at=_moment(row["finishedAt"]),
    )


async def start(
    graph: Graph,
    name: str,
    scheduled_for: datetime | None,
    attempt: int,
    now: datetime,
    *,
    missed: bool = False,
) -> str:
    """Note that a run starts, or that its time was missed; returns its id."""
    asked = f"{name} {scheduled_for.isoformat()} {attempt}" if scheduled_for else uuid.uuid4().hex
    run = node_id("JobRun", "drift", asked)
    await graph.write(
        START,
        id=run,
        job=name,
        scheduledFor=scheduled_for,
        attempt=attempt,
        owner=this_process(),
        status="missed" if missed else "running",
        now=now,
    )
    return run


async def finish(
    graph: Graph,
    run: str,
    outcome: Outcome,
    error: str | None,
    counts: Mapping[str, Any],
    milliseconds: int,
    now: datetime,
) -> None:
    """Note how a run ended."""
    counted = json.dumps(counts, sort_keys=True, separators=(",", ":"), default=str)
    await graph.write(
        FINISH,
        id=run,
        status=outcome,
        error=error,
        countsJson=counted,
        milliseconds=milliseconds,
        now=now,
    )


async def bury(graph: Graph, name: str, now: datetime) -> None:
    """Runs that still run although nobody held the lease of the job are over."""
    await graph.write(BURY, job=name, now=now)


async def history(graph: Graph, name: str | None, limit: int) -> list[Row]:
    """Runs of one job or of all, newest first; rows as `jobs/history` declares them."""
    return await graph.rows(HISTORY, job=name, limit=limit)


async def standings(graph: Graph) -> tuple[Standing, ...]:
    """How the jobs go, by name."""
    return tuple(
        Standing(
            name=row["name"],
            last_good=_moment(row["lastGood"]),
            status=row["status"],
            error=row["error"],
            next_at=_moment(row["nextAt"]),
            running=row["running"],
        )
        for row in await graph.rows(STANDING)
    )


def _hours(span: timedelta) -> float:
    return round(span.total_seconds() / 3600, 2)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
