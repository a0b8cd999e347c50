"""`python -m bench.growth`: how the cost of a night grows with the scene, step by step."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from api.cli.console import log, out
from bench.machine import describe
from bench.place import NotLoaded, Place, empty, place
from graph.queries import parse
from loaders.world import WorldConfig, generate

SIZES = (1_000, 3_000, 10_000, 30_000)
EDGES_AN_ARTIST = 20
"""Connected pairs an artist, the same at every size; London has 17."""

EXPONENT_MAX = 1.2
LEAST_S = 0.3
"""A step that is shorter at the largest size has a cost that does not matter, and no exponent."""

GROWS_FASTER = {
    "betweenness": "a search over all edges from each sampled artist; all are sampled below 5,000"
}
"""Steps whose algorithm says that they grow faster than the scene, and why."""

RUNS = parse(
    "bench/runs",
    """\
// How long every computation of the last night took.
//
// mode: read
// timeout: 30 s
// returns: a row a kind
//   kind          STRING   what was computed
//   milliseconds  INTEGER  how long it took

MATCH (run:AlgorithmRun {status: 'succeeded'})
WHERE run.kind <> 'nightly'
RETURN run.kind AS kind, max(run.milliseconds) AS milliseconds
""",
)


def main(
    sizes: Annotated[
        list[int] | None, typer.Option("--size", min=50, help="Artists of a world; repeat it.")
    ] = None,
    save: Annotated[Path | None, typer.Option(help="Also write everything as JSON.")] = None,
) -> None:
    """Run the first night of worlds of several sizes; exit code 1 if a step grows too fast."""
    chosen = tuple(sorted(sizes or SIZES))
    if len(chosen) < 2:
        raise typer.BadParameter("growth shows between two sizes at least", param_hint="--size")
    machine = describe()
    try:
        seconds = asyncio.run(_nights(chosen))
    except NotLoaded as error:
        log.print(f"[red]{error}[/]", highlight=False)
        raise typer.Exit(2) from error
    out.print(f"{machine.date}, {machine.commit}, {machine.cpu}, {machine.cores} cores")
    out.print(table(chosen, seconds), soft_wrap=True, highlight=False, markup=False)
    if save:
        save.write_text(json.dumps({"sizes": chosen, "seconds": seconds}, indent=2))
    if any(too_fast(step, exponent(chosen, each)) for step, each in seconds.items()):
        raise typer.Exit(1)


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float | None:
    """Slope of log seconds over log artists by least squares; None if the step is too short."""
    if seconds[-1] < LEAST_S or min(seconds) <= 0:
        return None
    return float(np.polyfit(np.log(sizes), np.log(seconds), 1)[0])


def too_fast(step: str, power: float | None) -> bool:
    """Whether a step grows faster than it should."""
    return power is not None and power > EXPONENT_MAX and step not in GROWS_FASTER


def table(sizes: Sequence[int], seconds: dict[str, list[float]]) -> str:
    """Steps as a table of Markdown, the longest first."""
    rows = [["step", *(f"{size:,}" for size in sizes), "exponent", ""]]
    rows.append(["---"] * len(rows[0]))
    for step, each in sorted(seconds.items(), key=lambda item: -item[1][-1]):
        power = exponent(sizes, each)
        note = "**grows too fast**" if too_fast(step, power) else GROWS_FASTER.get(step, "")
        shown = "" if power is None else f"{power:.2f}"
        rows.append([step, *(f"{one:.1f}" for one in each), shown, note])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


async def _nights(sizes: Sequence[int]) -> dict[str, list[float]]:
    """Step -> seconds at each size; every size has an empty database of its own."""
    seconds: dict[str, list[float]] = {}
    for at, size in enumerate(sizes):
        with place() as where:
            log.print(f"{size:,} artists")
            for step, taken in (await _night(where, size)).items():
                seconds.setdefault(step, [0.0] * len(sizes))[at] = taken
    return seconds


async def _night(place: Place, artists: int) -> dict[str, float]:
    config = WorldConfig(artists=artists, edges=EDGES_AN_ARTIST * artists)
    sources = place.folder / "sources"
    generate(config, sources / "feed", lambda _what, _done, _total: None)
    async with place.graph() as graph:
        await empty(graph)
    steps = json.loads(place.night(sources, config.as_of))["steps"]
    async with place.graph() as graph:
        runs = await graph.rows(RUNS)
    return {f"night: {each['name']}": each["seconds"] for each in steps} | {
        run["kind"]: run["milliseconds"] / 1000 for run in runs
    }


if __name__ == "__main__":
    typer.run(main)
