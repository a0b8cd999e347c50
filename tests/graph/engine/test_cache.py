"""The shared folder of jars: whole, checked, safe to interrupt."""

import errno
import hashlib
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from graph.engine.cache import fill, missing
from graph.engine.lockfile import Artifact, write_lock
from graph.errors import DiskFull, DownloadCorrupt, RegistryUnreachable

WORKER = Path(__file__).with_name("fill_worker.py")


def names(cache: Path) -> set[str]:
    """Everything in a cache but its lock."""
    return {entry.name for entry in cache.iterdir()} - {".lock"}


def worker(root: Path, registry, cache: Path, *stuck: str) -> subprocess.Popen[bytes]:
    """A process that fills a cache."""
    lock = registry.folder / "engine.lock"
    write_lock(lock, registry.artifacts)
    arguments = [str(each) for each in (cache, lock, registry.folder, cache.parent / "log")]
    return subprocess.Popen(
        [sys.executable, str(WORKER), *arguments, *stuck],
        env={**os.environ, "PYTHONPATH": str(root)},
    )


def test_empty_cache_is_filled_with_every_jar_under_the_name_of_its_content(
    registry, cache: Path
) -> None:
    fill(cache, registry.artifacts, registry.fetch)

    assert names(cache) == {artifact.file_name for artifact in registry.artifacts}
    assert missing(cache, registry.artifacts) == []


def test_full_cache_is_not_filled_again(registry, cache: Path) -> None:
    fill(cache, registry.artifacts, registry.fetch)
    fill(cache, registry.artifacts, registry.fetch)

    assert set(registry.asked.values()) == {1}


def test_jar_that_was_damaged_on_the_disk_is_fetched_again_alone(registry, cache: Path) -> None:
    fill(cache, registry.artifacts, registry.fetch)
    damaged = registry.artifacts[3]
    (cache / damaged.file_name).write_bytes(b"x" * damaged.size)

    fill(cache, registry.artifacts, registry.fetch)

    assert registry.asked == Counter(
        {artifact.name: 1 for artifact in registry.artifacts} | {damaged.name: 2}
    )
    assert missing(cache, registry.artifacts) == []


def test_every_arrival_is_told(registry, cache: Path) -> None:
    arrived: list[Artifact] = []

    fill(cache, registry.artifacts, registry.fetch, on_start=lambda absent: arrived.append)

    assert sorted(artifact.name for artifact in arrived) == sorted(registry.asked)


def test_wrong_hash_is_deleted_and_fetched_once_more(registry, cache: Path) -> None:
    unlucky = registry.artifacts[5].name

    def fetch(artifact: Artifact, folder: Path) -> Path:
        file = registry.fetch(artifact, folder)
        if artifact.name == unlucky and registry.asked[unlucky] == 1:
            file.write_bytes(b"an error page")
        return file

    fill(cache, registry.artifacts, fetch)

    assert registry.asked[unlucky] == 2
    assert missing(cache, registry.artifacts) == []


def test_wrong_hash_twice_is_reported_and_nothing_of_it_is_kept(registry, cache: Path) -> None:
    wrong = registry.artifacts[5]
    (registry.folder / f"{wrong.name}.jar").write_bytes(b"something else")

    with pytest.raises(DownloadCorrupt, match=f"org.example:{wrong.name}:1.0") as raised:
        fill(cache, registry.artifacts, registry.fetch)

    assert raised.value.expected == wrong.sha256
    assert raised.value.got == hashlib.sha256(b"something else").hexdigest()
    assert registry.asked[wrong.name] == 2
    assert names(cache) <= {a.file_name for a in registry.artifacts} - {wrong.file_name}


def test_registry_that_does_not_answer_is_asked_twice_and_what_came_is_kept(
    registry, cache: Path
) -> None:
    absent = registry.artifacts[-1]

    def fetch(artifact: Artifact, folder: Path) -> Path:
        file = registry.fetch(artifact, folder)
        if artifact == absent:
            file.write_bytes(b"half")
            time.sleep(0.2)
            raise RegistryUnreachable("no connection")
        return file

    with pytest.raises(RegistryUnreachable):
        fill(cache, registry.artifacts, fetch)

    assert registry.asked[absent.name] == 2
    assert names(cache) == {artifact.file_name for artifact in registry.artifacts[:-1]}


def test_too_little_room_is_found_before_anything_is_fetched(registry, cache: Path) -> None:
    huge = replace(registry.artifacts[0], size=10**18)

    with pytest.raises(DiskFull, match=r"1000000000000 MB needed, \d+ MB free") as raised:
        fill(cache, [huge], registry.fetch)

    assert (raised.value.folder, raised.value.needed) == (cache, 10**18)
    assert "DRIFT_ENGINE__CACHE_DIR" in raised.value.hint
    assert not registry.asked


def test_disk_that_fills_on_the_way_is_reported_with_what_is_still_needed(
    registry, cache: Path
) -> None:
    last = registry.artifacts[-1]

    def fetch(artifact: Artifact, folder: Path) -> Path:
        if artifact == last:
            time.sleep(0.2)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return registry.fetch(artifact, folder)

    with pytest.raises(DiskFull) as raised:
        fill(cache, registry.artifacts, fetch)

    assert (raised.value.folder, raised.value.needed) == (cache, last.size)
    assert names(cache) == {artifact.file_name for artifact in registry.artifacts[:-1]}


def test_two_at_once_fetch_every_jar_once(registry, cache: Path, project_root: Path) -> None:
    both = [worker(project_root, registry, cache) for _ in range(2)]

    assert [process.wait(timeout=60) for process in both] == [0, 0]
    fetched = (cache.parent / "log").read_text().splitlines()
    assert sorted(fetched) == sorted(artifact.name for artifact in registry.artifacts)
    assert missing(cache, registry.artifacts) == []


def test_after_a_kill_half_way_the_next_one_fetches_only_what_is_missing(
    registry, cache: Path, project_root: Path
) -> None:
    stuck = registry.artifacts[7]
    process = worker(project_root, registry, cache, stuck.name)
    while len(list(cache.glob("part*.jar"))) < len(registry.artifacts) - 1:
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=10)
    assert (cache / f".part-{process.pid}").is_dir()

    fill(cache, registry.artifacts, registry.fetch)

    assert registry.asked == Counter([stuck.name])
    assert names(cache) == {artifact.file_name for artifact in registry.artifacts}
