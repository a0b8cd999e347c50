"""One derivation: what to do, whose edges, compute, compare, write, refresh strengths."""

import time
import uuid
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date

from algorithms.derive.clusters import representatives
from algorithms.derive.compare import differences
from algorithms.derive.compute import codes, compute_edges, read_facts
from algorithms.derive.config import StrengthConfig
from algorithms.derive.plan import Plan, plan
from algorithms.derive.report import DeriveReport, Progress, no_progress
from algorithms.derive.scene_of import SceneConfig
from algorithms.derive.scenes import derive_scenes
from algorithms.derive.scope import every_artist, reached_artists
from algorithms.derive.stored import stored_edges, stored_rows
from algorithms.derive.write import Writer
from graph.client import Graph
from graph.errors import LoadHeld
from graph.model import DERIVED_TYPES
from graph.queries import cypher
from graph.runs import algorithm_run

ALIASES = cypher("derive/aliases")
NO_ARTISTS = cypher("derive/no_artists")
EARLIER_RUNS = cypher("derive/earlier_runs")
HELD_LOADS = cypher("loads/held_runs")
TAKE_TURN = cypher("derive/take_turn")
AGE = cypher("derive/age")


async def derive(
    graph: Graph,
    as_of: date,
    config: StrengthConfig | None = None,
    full: bool = False,
    progress: Progress | None = None,
    scenes: SceneConfig | None = None,
) -> DeriveReport:
    """Bring the derived edges and scenes up to the facts and to a date.

    What loads touched since the last finished derivation is computed anew from its facts and
    compared with what is stored; only differences are written. Everything is, if it is asked for,
    if none was ever finished, if the configuration changed or if the date went back. A killed
    derivation is simply repeated.

    Args:
        as_of: Date the edges stand for; later facts do not count.
        config: Constants of the formula.
        full: Compute the edges of all artists.
        progress: Told what is being done and how far it is.
        scenes: Constants of scenes.

    Raises:
        LeaseHeld: Another derivation began meanwhile.
        LoadHeld: The last load of a source waits for a person.
    """
    for held in await graph.rows(HELD_LOADS):
        raise LoadHeld(
            f"{held['source']}: {held['error']}",
            hint="Look at `drift rejects`, then load it again with --accept.",
        )
    config, progress = config or StrengthConfig(), progress or no_progress
    scenes = scenes or SceneConfig()
    constants = {**config.params(), "scenes": scenes.params()}
    holder = uuid.uuid4().hex
    turn = (await graph.write(TAKE_TURN, holder=holder)).rows[0]
    earlier = plan(await graph.rows(EARLIER_RUNS), as_of, constants, full=full)
    params = {"asOf": as_of.isoformat(), "full": earlier.full, "config": constants}
    version = f"{config.version} {scenes.version}"
    async with algorithm_run(graph, "derive", params, version) as run:
        writer = Writer(graph, run.id, holder, config.decay(as_of), progress, turn["dataVersion"])
        report = DeriveReport(run.id, as_of, earlier.full, earlier.reason)
        await _derive(graph, earlier, config, scenes, writer, report)
        run.counts.update(report.as_json())
    return report


async def _derive(
    graph: Graph,
    plan: Plan,
    config: StrengthConfig,
    scenes: SceneConfig,
    writer: Writer,
    report: DeriveReport,
) -> None:
    aliases = await graph.rows(ALIASES)
    ever = representatives((row["alias"], row["other"]) for row in aliases)
    now = representatives((row["alias"], row["other"]) for row in aliases if row["current"])
    with _timed(report, "scope"):
        if plan.full:
            scope = await every_artist(graph)
        else:
            scope = await reached_artists(graph, plan.after, report.as_of, config, ever)
    report.artists = len(scope)
    with _timed(report, "read facts"):
        facts = await read_facts(graph, scope, report.as_of, config)
        nobodies = {row["id"] for row in await graph.rows(NO_ARTISTS, names=list(config.nobodies))}
    with _timed(report, "read edges"):
        stored = await stored_rows(graph, scope)
    with _timed(report, "compute"):
        venues = {end for row in stored["PLAYED_AT"] for end in row["ends"]}
        labels = {end for row in stored["RELEASED_ON"] for end in row["ends"]}
        code = codes(facts, scope, now, nobodies, venues, labels)
        wanted = compute_edges(facts, code, report.as_of, config)
    for kind in DERIVED_TYPES:
        with _timed(report, "compare"):
            ids, place = code.ends(kind)
            changes = differences(
                stored_edges(stored.get(kind, []), code.place, place), wanted[kind]
            )
        with _timed(report, "write"):
            report.edges[kind] = await writer.write(kind, changes, code.artists, ids)
    with _timed(report, "scenes"):
        await derive_scenes(graph, scenes, writer, report)
    with _timed(report, "age"):
        if plan.age and (not plan.full or any(one.unchanged for one in report.edges.values())):
            report.aged = await age(graph, report.as_of, config)
            await writer.grow()
    with _timed(report, "finish"):
        await writer.untouch()


async def age(graph: Graph, as_of: date, config: StrengthConfig | None = None) -> int:
    """Refresh the strength of all derived edges for a date, from their weights alone.

    Returns:
        Edges whose strength changed.
    """
    config = config or StrengthConfig()
    params = {"asOf": as_of.isoformat(), "config": config.params()}
    async with algorithm_run(graph, "age", params, config.version) as run:
        aged = (await graph.write(AGE, decay=config.decay(as_of))).changes
        run.counts["edges"] = aged
    return aged


@contextmanager
def _timed(report: DeriveReport, part: str) -> Generator[None]:
    started = time.monotonic()
    yield
    report.seconds[part] = report.seconds.get(part, 0.0) + time.monotonic() - started
