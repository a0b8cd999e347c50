"""A registry of jars on the local disk, and settings of a server of a test's own."""

import hashlib
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from graph.engine.lockfile import Artifact
from graph.settings import EngineSettings, Neo4jSettings, Settings, load_settings

JARS = 40


@dataclass
class LocalRegistry:
    """Serves jars from a folder, and counts what is asked for."""

    folder: Path
    artifacts: list[Artifact]
    asked: Counter[str] = field(default_factory=Counter)

    def fetch(self, artifact: Artifact, folder: Path) -> Path:
        self.asked[artifact.name] += 1
        return Path(shutil.copy(self.folder / f"{artifact.name}.jar", folder))


@pytest.fixture
def registry(tmp_path: Path) -> LocalRegistry:
    """Forty small jars, `part0` to `part39`; every fourth is a plugin."""
    folder = tmp_path / "registry"
    folder.mkdir()
    artifacts: list[Artifact] = []
    for number in range(JARS):
        content = f"content of {number}".encode() * 100
        (folder / f"part{number}.jar").write_bytes(content)
        sha256 = hashlib.sha256(content).hexdigest()
        group = "org.neo4j.gds" if number % 4 == 0 else "org.example"
        artifacts.append(Artifact(group, f"part{number}", "1.0", "", sha256, len(content)))
    return LocalRegistry(folder, artifacts)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """An empty cache folder."""
    folder = tmp_path / "cache"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def own_settings() -> Callable[..., Settings]:
    """Makes settings of a managed server on a folder of its own, with the shared jar cache."""

    def make(data_dir: Path, **engine: object) -> Settings:
        shared = load_settings().engine.cache_dir
        values = {"cache_dir": shared, "heap_mib": 1024, "page_cache_mib": 64}
        values |= {"start_timeout_s": 180, **engine}
        return Settings(
            data_dir=data_dir,
            neo4j=Neo4jSettings(),
            engine=EngineSettings.model_validate(values),
        )

    return make
