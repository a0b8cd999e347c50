"""The cache of classes that makes starts faster."""

from pathlib import Path

import pytest

from graph.engine.lockfile import Artifact
from graph.engine.prepared import cache_file, prepare, using
from graph.errors import JavaFailed

JARS = [Artifact("org.example", "part", "1.0", "", "a" * 64, 1)]


def java(folder: Path, version: str) -> Path:
    """A Java of some version."""
    (folder / version / "bin").mkdir(parents=True)
    (folder / version / "release").write_text(f'JAVA_VERSION="{version}"')
    return folder / version / "bin" / "java"


def test_each_java_and_each_set_of_jars_has_its_own(tmp_path: Path) -> None:
    other = [Artifact("org.example", "part", "1.1", "", "b" * 64, 1)]
    files = {
        cache_file(tmp_path, JARS, java(tmp_path, "25.0.1")),
        cache_file(tmp_path, JARS, java(tmp_path, "25.0.2")),
        cache_file(tmp_path, other, tmp_path / "25.0.2" / "bin" / "java"),
    }
    assert len(files) == 3


def test_it_is_recorded_once_and_replaces_those_of_other_versions(tmp_path: Path) -> None:
    file = tmp_path / "start-new.aot"
    (tmp_path / "start-old.aot").write_text("of an older server")
    recorded: list[Path] = []

    def record(part: Path) -> None:
        recorded.append(part)
        part.write_text("classes")

    for _ in range(2):
        prepare(file, record, lambda: None)

    assert len(recorded) == 1
    assert [each.name for each in tmp_path.glob("*.aot")] == ["start-new.aot"]
    assert not list(tmp_path.glob("*.part*"))
    assert using(file)[0] == f"-XX:AOTCache={file}"


def test_a_recording_that_fails_leaves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "start-new.aot"

    def fail(part: Path) -> None:
        part.write_text("half of it")
        raise JavaFailed("the server ended while it was starting")

    with pytest.raises(JavaFailed):
        prepare(file, fail, lambda: None)

    assert not list(tmp_path.glob("*.aot"))
    assert not list(tmp_path.glob("*.part*"))
    assert using(file) == []
