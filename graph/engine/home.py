"""The folder that the managed server lives in: its layout, its jars, its configuration.

    <data_dir>/neo4j/
      conf/neo4j.conf, conf/class-path   data/   logs/   run/   import/
      plugins/          jars of GDS, and nothing else
      lib/              all other jars

Jars are linked from the shared cache, not copied.
"""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.engine.lockfile import Artifact
from graph.engine.logs import CONSOLE_LOG
from graph.engine.ports import Ports
from graph.errors import DiskFull
from graph.settings import EngineSettings

NEW_DATABASE_BYTES = 600_000_000
"""Room for an empty database: transaction logs are laid out in advance, 541 MB measured."""

REMOVED = "removed-"
"""Beginning of the name of data that is being deleted."""


@dataclass(frozen=True)
class Home:
    """Paths of one managed server."""

    root: Path

    @property
    def conf(self) -> Path:
        """Folder of the configuration."""
        return self.root / "conf"

    @property
    def class_path(self) -> Path:
        """The option `-cp` of Java, in a file of its own because of its length."""
        return self.conf / "class-path"

    @property
    def data(self) -> Path:
        """Folder of the databases."""
        return self.root / "data"

    @property
    def store_lock(self) -> Path:
        """File that a running server holds a lock on."""
        return self.data / "databases" / "store_lock"

    @property
    def logs(self) -> Path:
        """Folder of the server's logs."""
        return self.root / "logs"

    @property
    def console(self) -> Path:
        """What the server printed since its last start."""
        return self.logs / CONSOLE_LOG

    @property
    def record(self) -> Path:
        """Process and ports of the running server."""
        return self.root / "run" / "server.json"

    @property
    def password(self) -> Path:
        """The generated password, readable by its owner only."""
        return self.root / "password"

    @property
    def lock(self) -> Path:
        """Held while the server is started, stopped or reset."""
        return self.root / ".lock"

    def prepare(self, cache: Path, jars: Sequence[Artifact], conf: str) -> None:
        """Make the folders, link the jars, write the configuration."""
        self.root.chmod(0o700)
        for name in ("conf", "data", "logs", "run", "import", "plugins", "lib"):
            (self.root / name).mkdir(parents=True, exist_ok=True)
        link(cache, self.root / "plugins", [jar.file_name for jar in jars if jar.is_plugin])
        link(cache, self.root / "lib", [jar.file_name for jar in jars if not jar.is_plugin])
        (self.conf / "neo4j.conf").write_text(conf, encoding="utf-8")
        self.class_path.write_text(class_path(jars), encoding="utf-8")

    def check_room(self, needed: int = NEW_DATABASE_BYTES) -> None:
        """Refuse to make a new database where there is no room for it.

        Raises:
            DiskFull: There is not.
        """
        free = shutil.disk_usage(self.root).free
        if not self.store_lock.exists() and free < needed:
            raise DiskFull(self.root, "DRIFT_DATA_DIR", needed=needed, free=free)

    def remove_data(self) -> None:
        """Delete the databases and the password; a deletion that was killed is finished."""
        if self.data.exists():
            self.data.rename(self.root / f"{REMOVED}{os.getpid()}")
        self.password.unlink(missing_ok=True)
        for removed in self.root.glob(f"{REMOVED}*"):
            shutil.rmtree(removed)


def link(cache: Path, folder: Path, names: Sequence[str]) -> None:
    """Make a folder hold exactly these files of the cache, by hard link or else by symbolic."""
    wanted = frozenset(names)
    for file in folder.iterdir():
        if file.name not in wanted or not (file.exists() and file.samefile(cache / file.name)):
            file.unlink()
    present = {file.name for file in folder.iterdir()}
    for name in sorted(wanted - present):
        try:
            os.link(cache / name, folder / name)
        except OSError:
            (folder / name).symlink_to(cache / name)


def class_path(jars: Sequence[Artifact]) -> str:
    """The option `-cp`, relative to the home, the jars in an order that is the same in every home.

    Plugins stand here and are the plugins folder as well: on the class path only there are no
    procedures, in the folder only they lack the parts that are injected.
    """
    plugins = sorted(f"plugins/{jar.file_name}" for jar in jars if jar.is_plugin)
    others = sorted(f"lib/{jar.file_name}" for jar in jars if not jar.is_plugin)
    return f"-cp {os.pathsep.join(plugins + others)}\n"


def configuration(settings: EngineSettings, ports: Ports) -> str:
    """The text of neo4j.conf. The server refuses to start on a key it does not know.

    `dbms.memory.transaction.total.max=0` lifts a limit that counts too much: with it, 100 000
    nodes cannot be published in one transaction, without it they can, in the same heap.
    A retention of 0 s, the default, is reported to leak memory reservations of GDS.
    Bolt waits twice 5 s for idle threads after the databases are closed; half a second each
    makes a stop last 1.2 s instead of 10.2 s (measured 2026-11).
    """
    heap = f"{settings.heap_mib}m"
    values = {
        "server.directories.data": "data",
        "server.directories.logs": "logs",
        "server.directories.run": "run",
        "server.directories.plugins": "plugins",
        "server.directories.import": "import",
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{ports.bolt}",
        "server.bolt.advertised_address": f"127.0.0.1:{ports.bolt}",
        "server.http.listen_address": f"127.0.0.1:{ports.http}",
        "server.http.advertised_address": f"127.0.0.1:{ports.http}",
        "server.https.enabled": "false",
        "server.memory.heap.initial_size": heap,
        "server.memory.heap.max_size": heap,
        "server.memory.pagecache.size": f"{settings.page_cache_mib}m",
        "dbms.memory.transaction.total.max": "0",
        "dbms.security.procedures.unrestricted": "gds.*",
        "dbms.usage_report.enabled": "false",
        "internal.server.bolt.thread_pool_shutdown_wait_time": "500ms",
        "client.allow_telemetry": "false",
        "db.query.default_language": "CYPHER_25",
        "gds.progress_tracking_retention_period": "60s",
    }
    return "".join(f"{key}={value}\n" for key, value in values.items())
