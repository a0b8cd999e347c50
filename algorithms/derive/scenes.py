"""Scenes and the nights that lie in them, brought up to the facts.

Which scenes a night lies in follows from that night alone, so the nights that a change can have
reached are read, and only differences are written. A scene is there while a night lies in it.
"""

from collections.abc import Iterable, Mapping, Sequence

from algorithms.derive.report import Counts, DeriveReport
from algorithms.derive.scene_names import changed
from algorithms.derive.scene_of import SceneConfig, SceneKey, SceneKeys, scenes_of
from algorithms.derive.scope import CHUNK
from algorithms.derive.write import Writer
from graph.client import Graph
from graph.queries import cypher

ALL_NIGHTS = cypher("derive/all_nights")
TOUCHED_NIGHTS = cypher("derive/touched_nights")
CITIES = cypher("derive/cities")
NIGHT_PLACES = cypher("derive/night_places")
STORED_IN_SCENE = cypher("derive/stored_in_scene")
SCENES = cypher("derive/scenes")
CREATE_SCENES = cypher("derive/create_scenes")
CREATE_IN_SCENE = cypher("derive/create_in_scene")
DELETE_IN_SCENE = cypher("derive/delete_in_scene")
DELETE_SCENES = cypher("derive/delete_scenes")
DESCRIBE_SCENES = cypher("derive/describe_scenes")

IN_SCENE = "IN_SCENE"

Places = dict[tuple[str, str], SceneKey]
"""(night id, scene id) -> the scene."""


async def derive_scenes(
    graph: Graph, config: SceneConfig, writer: Writer, report: DeriveReport
) -> None:
    """Let each night lie in its scenes and in no other; the report gets the counts.

    All nights if the whole graph is derived, else those that a change can have reached. A killed
    run is simply repeated: its marks are still there.
    """
    nights = (await graph.rows(ALL_NIGHTS if report.full else TOUCHED_NIGHTS))[0]["ids"]
    if not nights:
        return
    countries = {row["id"]: row["countries"] for row in await graph.rows(CITIES)}
    before = {row["id"] for row in await graph.rows(SCENES)}
    known, keys, edges = set(before), SceneKeys(), report.edges.setdefault(IN_SCENE, Counts())
    for at in range(0, len(nights), CHUNK):
        some = nights[at : at + CHUNK]
        wanted = await _wanted(graph, some, countries, keys, config)
        await _make(writer, wanted.values(), known)
        await _place(graph, writer, some, wanted, edges)
        writer.progress(IN_SCENE, at + len(some), len(nights))
    report.scenes = await _settle(graph, writer, before, known)


async def _wanted(
    graph: Graph,
    nights: Sequence[str],
    countries: Mapping[str, Sequence[str]],
    keys: SceneKeys,
    config: SceneConfig,
) -> Places:
    rows = (await graph.rows(NIGHT_PLACES, ids=nights))[0]["rows"]
    return {
        (row["id"], key.id): key for row in rows for key in scenes_of(row, countries, keys, config)
    }


async def _make(writer: Writer, keys: Iterable[SceneKey], known: set[str]) -> None:
    new = {key.id: key.as_row() for key in keys if key.id not in known}
    if new:
        await writer.commit(CREATE_SCENES, rows=list(new.values()))
        known.update(new)


async def _place(
    graph: Graph, writer: Writer, nights: Sequence[str], wanted: Places, counts: Counts
) -> None:
    rows = (await graph.rows(STORED_IN_SCENE, ids=nights))[0]["rows"]
    stored = {(row["id"], scene) for row in rows for scene in row["scenes"]}
    create, delete = sorted(wanted.keys() - stored), sorted(stored - wanted.keys())
    if create:
        await writer.commit(CREATE_IN_SCENE, **_columns(create), runId=writer.run_id)
    if delete:
        await writer.commit(DELETE_IN_SCENE, **_columns(delete))
    counts.created += len(create)
    counts.deleted += len(delete)
    counts.unchanged += len(wanted) - len(create)


def _columns(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    return {"nights": [night for night, _ in pairs], "scenes": [scene for _, scene in pairs]}


async def _settle(graph: Graph, writer: Writer, before: set[str], known: set[str]) -> Counts:
    """Scenes without nights go, the others are called what they are."""
    rows = await graph.rows(SCENES)
    empty = {row["id"] for row in rows if not row["nights"]}
    if empty:
        await writer.commit(DELETE_SCENES, ids=sorted(empty))
    left = [row for row in rows if row["nights"]]
    described = changed(left)
    if described:
        await writer.commit(DESCRIBE_SCENES, rows=described, runId=writer.run_id)
    created = len(known - before - empty)
    updated = len({row["id"] for row in described} & before)
    return Counts(created, updated, len(empty & before), len(left) - created - updated)
