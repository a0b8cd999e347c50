"""Remake `engine.lock` from `pom.xml`: `python -m graph.engine.lock`, `make engine-lock`.

This alone needs Maven. Maven resolves, because other resolvers pick some versions wrongly.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from graph.engine.cache import sha256
from graph.engine.lockfile import LOCK_FILE, Artifact, write_lock
from graph.engine.versions import POM_FILE


def main() -> None:
    """Resolve the pom and write the lock file."""
    with tempfile.TemporaryDirectory() as folder:
        resolve(Path(folder))
        write_lock(LOCK_FILE, artifacts_in(Path(folder)))


def resolve(folder: Path) -> None:
    """Have Maven copy all jars that the server needs into a folder laid out as a repository."""
    subprocess.run(
        [
            "mvn",
            "--batch-mode",
            "--quiet",
            f"--file={POM_FILE}",
            "dependency:copy-dependencies",
            "-DincludeScope=runtime",
            "-Dmdep.useRepositoryLayout=true",
            f"-DoutputDirectory={folder}",
        ],
        check=True,
    )


def artifacts_in(folder: Path) -> Iterator[Artifact]:
    """The jars of a folder laid out as `group/name/version/name-version[-classifier].jar`."""
    for jar in folder.rglob("*.jar"):
        *group, name, version, file_name = jar.relative_to(folder).parts
        yield Artifact(
            group=".".join(group),
            name=name,
            version=version,
            classifier=file_name[len(f"{name}-{version}") : -len(".jar")].removeprefix("-"),
            sha256=sha256(jar),
            size=jar.stat().st_size,
        )


if __name__ == "__main__":
    main()
