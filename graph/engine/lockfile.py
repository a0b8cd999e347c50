"""Which jars the server is made of: coordinates and hashes, read from `engine.lock`.

A lock line is `group artifact version classifier sha256 bytes`; a missing classifier is `-`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LOCK_FILE = Path(__file__).with_name("engine.lock")

PLUGIN_GROUP = "org.neo4j.gds"
"""Jars of this group, and no others, belong into the plugins folder."""


@dataclass(frozen=True)
class Artifact:
    """One jar, as the lock file pins it.

    Attributes:
        classifier: Variant of the jar, a platform for example; empty for the ordinary one.
        sha256: Hash of the content, 64 hexadecimal digits.
        size: Length in bytes.
    """

    group: str
    name: str
    version: str
    classifier: str
    sha256: str
    size: int

    @property
    def coordinates(self) -> str:
        """Group, name, version and classifier, for people."""
        return ":".join(filter(None, (self.group, self.name, self.version, self.classifier)))

    @property
    def file_name(self) -> str:
        """Name in the cache; names the content, so a file of that name is never outdated."""
        stem = "-".join(filter(None, (self.name, self.version, self.classifier)))
        return f"{stem}-{self.sha256[:12]}.jar"

    @property
    def is_plugin(self) -> bool:
        """Whether the jar is a part of GDS rather than of the server."""
        return self.group == PLUGIN_GROUP


def read_lock(path: Path = LOCK_FILE) -> tuple[Artifact, ...]:
    """All jars of a lock file, in its order.

    Raises:
        ValueError: A line does not have six fields, or its size is no number.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_artifact(line) for line in lines if line and not line.startswith("#"))


def write_lock(path: Path, artifacts: Iterable[Artifact]) -> None:
    """Write a lock file, its lines in order."""
    path.write_text(
        "# group artifact version classifier sha256 bytes\n"
        "# Made by `make engine-lock` from pom.xml beside this file; not written by hand.\n"
        + "".join(sorted(_line(artifact) for artifact in artifacts)),
        encoding="utf-8",
    )


def _artifact(line: str) -> Artifact:
    group, name, version, classifier, sha256, size = line.split()
    return Artifact(
        group, name, version, "" if classifier == "-" else classifier, sha256, int(size)
    )


def _line(artifact: Artifact) -> str:
    return (
        f"{artifact.group} {artifact.name} {artifact.version} {artifact.classifier or '-'} "
        f"{artifact.sha256} {artifact.size}\n"
    )
