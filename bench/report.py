"""What a run prints and saves."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import orjson

from api.cli.console import out
from bench.goals import Outcome, table
from bench.machine import Machine


def report(
    machine: Machine,
    outcomes: Sequence[Outcome],
    save: Path | None,
    versions: Mapping[str, str] | None = None,
) -> None:
    """Print the header, the table and further counts; write all of it as JSON if asked."""
    header = {**asdict(machine), **(versions or {})}
    for name, value in header.items():
        out.print(f"{name}: {value}", highlight=False)
    out.print(table(outcomes), soft_wrap=True, highlight=False, markup=False)
    for outcome in outcomes:
        for name, value in outcome.details.items():
            out.print(f"{outcome.goal}: {name}: {value}")
    if save:
        document = {"machine": header, "outcomes": [asdict(each) for each in outcomes]}
        options = orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS
        save.write_bytes(orjson.dumps(document, default=str, option=options))
