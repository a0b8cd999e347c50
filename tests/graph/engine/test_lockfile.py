"""The lock file: what it says, and that it is the server we mean."""

from pathlib import Path

import pytest

from graph.engine.lockfile import Artifact, read_lock, write_lock
from graph.engine.versions import read_versions


def test_lock_line_is_read_into_its_parts(tmp_path: Path) -> None:
    lock = tmp_path / "engine.lock"
    lock.write_text(
        f"# a comment\n\norg.example part 1.0 linux-x86_64 {'ab' * 32} 17\n"
        f"org.neo4j.gds core 2.0 - {'cd' * 32} 18\n"
    )

    assert read_lock(lock) == (
        Artifact("org.example", "part", "1.0", "linux-x86_64", "ab" * 32, 17),
        Artifact("org.neo4j.gds", "core", "2.0", "", "cd" * 32, 18),
    )


def test_what_is_written_is_read_again_in_order(tmp_path: Path) -> None:
    late = Artifact("org.example", "z", "1.0", "", "ab" * 32, 17)
    early = Artifact("org.example", "a", "1.0", "sources", "cd" * 32, 18)

    write_lock(tmp_path / "engine.lock", [late, early])

    assert read_lock(tmp_path / "engine.lock") == (early, late)


@pytest.mark.parametrize("line", ["org.example part 1.0", f"g a 1 - {'ab' * 32} many"])
def test_line_of_another_shape_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "engine.lock").write_text(line)

    with pytest.raises(ValueError):  # noqa: PT011 - the message is Python's own
        read_lock(tmp_path / "engine.lock")


def test_file_name_names_the_content() -> None:
    artifact = Artifact("org.example", "part", "1.0", "osx", "0123456789abcdef" * 4, 17)

    assert artifact.file_name == "part-1.0-osx-0123456789ab.jar"


def test_the_lock_writes_itself_unchanged(tmp_path: Path) -> None:
    from graph.engine.lockfile import LOCK_FILE

    write_lock(tmp_path / "engine.lock", read_lock())

    assert (tmp_path / "engine.lock").read_text() == LOCK_FILE.read_text()


def test_the_lock_pins_the_versions_of_the_pom() -> None:
    versions = read_versions()
    pinned = {(artifact.group, artifact.name): artifact.version for artifact in read_lock()}

    assert pinned["org.neo4j", "neo4j"] == versions.neo4j
    assert pinned["org.neo4j.gds", "proc"] == versions.gds
    assert pinned["org.neo4j.client", "neo4j-browser"] == versions.browser
    assert {a.version for a in read_lock() if a.is_plugin} == {versions.gds}


def test_no_two_jars_of_the_lock_have_one_file_name() -> None:
    jars = read_lock()

    assert len({jar.file_name for jar in jars}) == len(jars) == 391
