"""Fills a cache from a folder, as a process that can be killed: cache, lock file, folder, log.

Every fetch is noted in the log. The jar whose name is given last, if one is, arrives half and
then nothing more happens.
"""

import sys
import time
from pathlib import Path

from graph.engine.cache import fill
from graph.engine.lockfile import Artifact, read_lock

cache, lock, source, log = (Path(argument) for argument in sys.argv[1:5])
stuck = sys.argv[5] if len(sys.argv) > 5 else None


def fetch(artifact: Artifact, folder: Path) -> Path:
    with log.open("a") as notes:
        notes.write(f"{artifact.name}\n")
    content = (source / f"{artifact.name}.jar").read_bytes()
    arrived = folder / "arrived.jar"
    if artifact.name == stuck:
        arrived.write_bytes(content[: len(content) // 2])
        time.sleep(600)
    time.sleep(0.05)
    arrived.write_bytes(content)
    return arrived


fill(cache, read_lock(lock), fetch)
