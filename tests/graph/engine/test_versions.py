"""The versions, read from the pom."""

from pathlib import Path

import pytest

from graph.engine.versions import read_versions


def test_the_pom_pins_a_row_of_the_table_of_neo4j_and_gds() -> None:
    """GDS supports one minor series of Neo4j each; see the comment of pom.xml."""
    table = {"2026.01": "2.26", "5.26": "2.13"}
    versions = read_versions()

    assert table[".".join(versions.neo4j.split(".")[:2])] == ".".join(versions.gds.split(".")[:2])


def test_pom_without_a_version_is_refused(tmp_path: Path) -> None:
    pom = tmp_path / "pom.xml"
    pom.write_text('<project xmlns="http://maven.apache.org/POM/4.0.0"><properties/></project>')

    with pytest.raises(ValueError, match=r"neo4j\.version"):
        read_versions(pom)
