"""Killed at any moment and started again, the night ends in the same graph.

`DRIFT_TEST_KILLS` sets how many moments are tried for each kind of kill, a few by default;
`DRIFT_TEST_SEED` chooses others.
"""

import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from graph import engine, jobs
from graph.client import Neo4jGraph
from graph.connection import resolve
from graph.fingerprint import fingerprint
from graph.migrations import migrate
from graph.queries import cypher
from graph.settings import EngineSettings, Neo4jSettings, Settings
from loaders.world import WorldConfig, generate

CLEAR = cypher("maintenance/clear")
CREATE_PUBLISHED = cypher("publish/create_published")

KILLS = int(os.environ.get("DRIFT_TEST_KILLS", "2"))
SEED = int(os.environ.get("DRIFT_TEST_SEED", "26"))
WORLD = WorldConfig(artists=120, edges=900, seed=7)

pytestmark = pytest.mark.timeout(300 + 60 * KILLS)

NIGHT = ["nightly", "--as-of", WORLD.as_of.isoformat(), "--data"]
CLOCK = ["schedule", "--data"]
JOB = ["jobs", "run", "nightly", "--data"]
LOAD = ["load", "feed", "--data"]


@dataclass(frozen=True)
class Place:
    """A managed server of its own, with a small world beside it."""

    settings: Settings
    feed: Path

    def start(self, command: list[str]) -> subprocess.Popen[bytes]:
        """A drift command as a process."""
        return subprocess.Popen(
            [sys.executable, "-m", "api.cli", *command, str(self.feed)],
            env={
                **os.environ,
                "DRIFT_DATA_DIR": str(self.settings.data_dir),
                "DRIFT_AS_OF": WORLD.as_of.isoformat(),
                "DRIFT_LOG_LEVEL": "DEBUG",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def finish(self, command: list[str]) -> None:
        """Run a drift command to its end."""
        process = self.start(command)
        said, _ = process.communicate(timeout=200)
        assert process.returncode == 0, said.decode()

    async def clear(self) -> None:
        """Empty the graph."""
        async with self.graph() as graph:
            await migrate(graph)
            await graph.write(CLEAR)
            await graph.write(CREATE_PUBLISHED)

    async def digest(self) -> str:
        """Fingerprint of the graph."""
        async with self.graph() as graph:
            return (await fingerprint(graph)).digest

    def graph(self):
        return Neo4jGraph.open(resolve(self.settings), self.settings.neo4j)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("crash")
    generate(WORLD, folder / "sources" / "feed", lambda _what, _done, _total: None)
    settings = Settings(
        data_dir=folder / "server",
        neo4j=Neo4jSettings(),
        engine=EngineSettings(heap_mib=1024, page_cache_mib=128),
    )
    engine.start(settings, progress=False)
    yield Place(settings, folder / "sources")
    engine.stop(settings)


@pytest.fixture(scope="module")
async def undisturbed(place: Place) -> tuple[str, float]:
    """Digest of a night that nobody disturbed, and how long it took.

    It is the second one over the same world: in the first the database makes its plans.
    """
    for _ in range(2):
        await place.clear()
        started = time.monotonic()
        place.finish(NIGHT)
        seconds = time.monotonic() - started
    return await place.digest(), seconds


@pytest.fixture(scope="module")
async def computed(place: Place, undisturbed: tuple[str, float]) -> list[tuple[str, float]]:
    """What a night computes, publishing included, and how long each of it takes."""
    await place.clear()
    heard = [(what, time.monotonic()) for what in computing(place.start(JOB))]
    heard.append(("end", time.monotonic()))
    return [(what, after - at) for (what, at), (_, after) in pairwise(heard)]


def moments(seconds: float) -> list[float]:
    """Random moments of a night, the same ones in every run of one seed."""
    dice = random.Random(SEED)
    return [dice.uniform(0, seconds) for _ in range(KILLS)]


async def test_night_run_twice_is_the_same_graph(
    place: Place, undisturbed: tuple[str, float]
) -> None:
    place.finish(NIGHT)
    assert await place.digest() == undisturbed[0]


async def test_loader_killed_at_random_moments(
    place: Place, undisturbed: tuple[str, float]
) -> None:
    digest, seconds = undisturbed
    for moment in moments(seconds / 2):
        await place.clear()
        kill_after(place.start(LOAD), moment)
        place.finish(NIGHT)
        assert await place.digest() == digest, f"killed after {moment:.2f} s"


async def test_night_killed_at_random_moments(place: Place, undisturbed: tuple[str, float]) -> None:
    digest, seconds = undisturbed
    for moment in moments(seconds):
        await place.clear()
        kill_after(place.start(NIGHT), moment)
        place.finish(NIGHT)
        assert await place.digest() == digest, f"killed after {moment:.2f} s"


async def test_night_killed_while_it_computes_each_of_its_scores(
    place: Place, undisturbed: tuple[str, float], computed: list[tuple[str, float]]
) -> None:
    """Run as a job: the killed run is stopped, and the next goes on with the night."""
    dice = random.Random(SEED)
    names = [what for what, _ in computed]
    assert {"pagerank", "career_stage", "drift", "publish"} <= set(names)
    spread = [names[-1], *dice.sample(names[:-1], len(names) - 1)]
    for what in (KILLS // len(spread) * spread) + spread[: KILLS % len(spread)]:
        await place.clear()
        process = place.start(JOB)
        for now in computing(process):
            if now == what:
                moment = dice.uniform(0, dict(computed)[what])
                kill_after(process, moment)
                break
        assert process.returncode == -signal.SIGKILL
        place.finish(JOB)
        assert await place.digest() == undisturbed[0], f"killed {moment:.2f} s into {what}"


async def test_killed_scheduler_is_followed_by_the_next(
    place: Place, undisturbed: tuple[str, float]
) -> None:
    """The night it was at is gone on with at once; a night was missed, so that there is one."""
    await place.clear()
    now = datetime.now(UTC)
    async with place.graph() as graph:
        await jobs.register(graph, [("nightly", "0 3 * * *")], "UTC", now - timedelta(days=2))
    first = place.start(CLOCK)
    assert "pagerank" in computing(first)
    kill_after(first, 0)
    second = place.start(CLOCK)
    assert any(event["event"] == "job_succeeded" for event in events(second))
    second.terminate()
    assert second.wait(60) == 0
    async with place.graph() as graph:
        runs = await jobs.history(graph, "nightly", 10)
    assert [(run["attempt"], run["status"]) for run in runs] == [(2, "succeeded"), (1, "stopped")]
    assert len({run["scheduledFor"] for run in runs}) == 1
    assert await place.digest() == undisturbed[0]


async def test_server_killed_at_random_moments(
    place: Place, undisturbed: tuple[str, float]
) -> None:
    digest, seconds = undisturbed
    for moment in moments(seconds):
        await place.clear()
        process = place.start(NIGHT)
        await asyncio.sleep(moment)
        running = engine.running(place.settings)
        assert running is not None
        os.kill(running.pid, signal.SIGKILL)
        process.communicate(timeout=200)
        engine.start(place.settings, progress=False)
        place.finish(NIGHT)
        assert await place.digest() == digest, f"killed after {moment:.2f} s"


def events(process: subprocess.Popen[bytes]) -> Iterator[dict[str, Any]]:
    """Lines of the log of a process, as they are written."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(b"{"):
            yield json.loads(line)


def computing(process: subprocess.Popen[bytes]) -> Iterator[str]:
    """What a night computes, told as it begins with it."""
    for event in events(process):
        if event["event"] == "computing":
            yield event["what"]
    assert process.wait() == 0


def kill_after(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Kill a process at a moment; it may have ended before."""
    time.sleep(seconds)
    process.kill()
    process.communicate()
