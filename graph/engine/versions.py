"""Which Neo4j and which GDS the managed server is, read from `pom.xml`."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

POM_FILE = Path(__file__).with_name("pom.xml")

_PROPERTY = "{http://maven.apache.org/POM/4.0.0}properties/{http://maven.apache.org/POM/4.0.0}"


@dataclass(frozen=True)
class Versions:
    """The parts of the server.

    Attributes:
        entry: Java class that starts the server.
    """

    neo4j: str
    gds: str
    browser: str
    entry: str


def read_versions(path: Path = POM_FILE) -> Versions:
    """The versions that a pom pins.

    Raises:
        ValueError: A property is missing.
    """
    pom = ElementTree.parse(path).getroot()
    return Versions(
        neo4j=_property(pom, "neo4j.version"),
        gds=_property(pom, "gds.version"),
        browser=_property(pom, "browser.version"),
        entry=_property(pom, "neo4j.entry"),
    )


def _property(pom: ElementTree.Element, name: str) -> str:
    value = pom.findtext(_PROPERTY + name)
    if value is None:
        raise ValueError(f"pom.xml has no property {name}")
    return value
