"""What a derivation has to do, from what earlier ones did or began."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.client import Row


@dataclass(frozen=True)
class Plan:
    """How much to derive.

    Attributes:
        full: All artists, or those that were touched.
        reason: Why so.
        after: Oldest date that stored edges may stand for; nights after it are touched.
        age: Whether stored strengths may stand for another date.
    """

    full: bool
    reason: str
    after: date
    age: bool


def plan(runs: Sequence[Row], as_of: date, constants: Mapping[str, Any], *, full: bool) -> Plan:
    """Decide how much to derive.

    The stored edges stand for the last finished run, except those that unfinished runs after it
    wrote before they stopped; so each of these runs is one state that an edge may be in.

    Args:
        runs: Rows `{finished, paramsJson}`: the last finished run and all begun since.
        constants: What the formulas depend on, as JSON values.
        full: Whether all is asked for.
    """
    states: list[dict[str, Any]] = [json.loads(run["paramsJson"]) for run in runs]
    dates = [date.fromisoformat(state["asOf"]) for state in states]
    age = full or any(day != as_of for day in dates)
    if not any(run["finished"] for run in runs):
        return Plan(True, "no derivation was ever finished", as_of, age=True)
    if any(state["config"] != constants for state in states):
        return Plan(True, "the configuration changed", as_of, age=True)
    if full:
        return Plan(True, "asked for", as_of, age)
    if max(dates) > as_of:
        return Plan(True, f"the date went back from {max(dates)}", as_of, age)
    return Plan(False, f"what changed since {min(dates)}", min(dates), age)
