"""The past, month by month: which days are computed, and once at a time with the night."""

import json
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from algorithms.backdate import Constants
from algorithms.backfill import backfill_day
from algorithms.network.gds import drop_leftovers
from graph import publication
from graph.client import Neo4jGraph
from graph.lease import lease
from graph.queries import cypher
from scheduler.nightly import LEASE_SECONDS

RUNS = cypher("backfill/runs")
KEPT_DAYS = cypher("backfill/kept_days")


class Every(StrEnum):
    """How far the days lie apart; each is the last of a month."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.YEAR: 12}
"""Months from one day to the next."""


class State(StrEnum):
    """What is to be done about a day."""

    COMPUTE = "compute"
    DONE = "done"
    PUBLISHED = "published"


@dataclass(frozen=True)
class Day:
    """How a day went.

    Attributes:
        counts: What was computed and written; nothing for a day that was left as it is.
    """

    day: date
    state: State
    counts: dict[str, Any]


def month_ends(first: date, last: date, every: Every) -> list[date]:
    """Last days of months from that of one day to that of another.

    Quarters and years are those of the calendar.
    """
    months = MONTHS[every]
    numbers = range(12 * first.year + first.month, 12 * last.year + last.month + 1)
    years = [divmod(number - 1, 12) for number in numbers if number % months == 0]
    return [date(year, at + 1, monthrange(year, at + 1)[1]) for year, at in years]


def plan(
    days: Iterable[date],
    runs: Sequence[dict[str, Any]],
    kept: set[date],
    published: date | None,
    version: str,
) -> dict[date, State]:
    """What to do about each day, oldest first.

    What a night published stays as it was published. A day depends on those before it, so after
    the first one that has to be computed all are.

    Args:
        runs: Rows of `backfill/runs`.
        kept: Days that the history holds.
        published: Day of the scores that readers see.
        version: Configuration that the days are to be of.
    """
    began = {date.fromisoformat(json.loads(run["paramsJson"])["asOf"]) for run in runs}
    done = {
        date.fromisoformat(json.loads(run["paramsJson"])["asOf"])
        for run in runs
        if (run["version"], run["status"]) == (version, "succeeded")
    }
    found: dict[date, State] = {}
    for day in sorted(days):
        if day == published or (day in kept and day not in began):
            found[day] = State.PUBLISHED
        elif day in done and State.COMPUTE not in found.values():
            found[day] = State.DONE
        else:
            found[day] = State.COMPUTE
    return found


async def run_backfill(
    graph: Neo4jGraph,
    days: Sequence[date],
    *,
    again: bool = False,
    progress: Callable[[int, str], None] = lambda _done, _what: None,
) -> list[Day]:
    """Keep the scores of days of the past in the history; what is published stays as it is.

    Stopped at any point and started again it goes on with the first day that is not done.

    Args:
        days: Oldest first.
        again: Compute days that are done, too, since the facts changed.
        progress: Told how many days are done, and what is being computed.

    Raises:
        LeaseHeld: The night runs, or another backfill.
    """
    constants = Constants()
    async with lease(graph, "nightly", seconds=LEASE_SECONDS):
        await drop_leftovers(graph)
        states = await _planned(graph, days, constants.version, again=again)
        reports: list[Day] = []
        for done, (day, state) in enumerate(states.items()):
            progress(done, day.isoformat())
            counts: dict[str, Any] = {}
            if state is State.COMPUTE:
                counts = await backfill_day(
                    graph,
                    day,
                    constants,
                    lambda step, done=done, day=day: progress(done, f"{day} {step}"),
                )
            reports.append(Day(day, state, counts))
        progress(len(states), "done")
    return reports


async def _planned(
    graph: Neo4jGraph, days: Sequence[date], version: str, *, again: bool
) -> dict[date, State]:
    if not days:
        return {}
    runs = await graph.rows(RUNS)
    rows = await graph.rows(KEPT_DAYS, **{"from": days[0], "to": days[-1]})
    kept = {date.fromisoformat(day) for day in rows[0]["days"]}
    state = await publication.read(graph)
    if again:
        runs = [{**run, "status": "again"} for run in runs]
    return plan(days, runs, kept, state.score_as_of, version)
