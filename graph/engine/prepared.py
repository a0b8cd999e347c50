"""A start prepared in advance: Java's ahead-of-time cache of the classes that the server loads.

The wheel's Java has no archive of classes, so each start reads, verifies and links some 25 000 of
them anew: 20 s of processor time, 10 s with the cache (measured 2026-11). The cache is recorded by
one throw-away start after the jars are installed, and stands beside them for all data folders. Java
checks that it belongs to the same jars and leaves it alone otherwise.
"""

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.engine.lockfile import Artifact
from graph.engine.locks import held

LOCK = ".prepared.lock"
PATTERN = "start-*.aot"


def cache_file(cache: Path, jars: Sequence[Artifact], java: Path) -> Path:
    """Where the cache for these jars and this Java stands, whether it is there or not."""
    release = java.resolve().parent.parent / "release"
    version = release.read_bytes() if release.is_file() else os.fsencode(java)
    digest = hashlib.sha256(version)
    for jar in jars:
        digest.update(jar.sha256.encode())
    return cache / f"start-{digest.hexdigest()[:16]}.aot"


def using(file: Path) -> list[str]:
    """Java's options for a start with a cache; none without one."""
    # Its warnings about single classes that it cannot hold are of no use to anybody.
    return [f"-XX:AOTCache={file}", "-Xlog:aot=off", "-Xlog:cds=off"] if file.is_file() else []


def recording(file: Path) -> list[str]:
    """Java's options for a run that writes a cache when it ends."""
    return [f"-XX:AOTCacheOutput={file}", "-Xlog:aot=off", "-Xlog:cds=off"]


def prepare(file: Path, record: Callable[[Path], None], on_wait: Callable[[], None]) -> None:
    """Record a cache if it is not there; of two processes at once, one does.

    Args:
        record: Starts and ends a server that writes the cache into the file given.
        on_wait: Called if another process is recording.
    """
    if file.is_file():
        return
    with held(file.parent / LOCK, on_wait):
        if file.is_file():
            return
        part = file.with_suffix(f".part-{os.getpid()}")
        try:
            record(part)
            os.replace(part, file)
        finally:
            part.unlink(missing_ok=True)
        for outdated in file.parent.glob(PATTERN):
            if outdated != file:
                outdated.unlink()
