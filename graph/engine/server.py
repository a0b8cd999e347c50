"""The managed server: installed, started, found, stopped, emptied.

Whatever changes a server is done under the lock of its home: of two commands at once, the second
goes on from where the first ended.
"""

import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import psutil
from platformdirs import user_cache_path
from pydantic import SecretStr

from graph.engine import cache, launch, login, password, ports, prepared, record, show, store
from graph.engine.fetch import fetch
from graph.engine.home import Home, configuration
from graph.engine.lockfile import read_lock
from graph.engine.locks import held
from graph.engine.record import Record
from graph.engine.state import EngineStatus, RunningEngine
from graph.engine.versions import read_versions
from graph.errors import EngineTimeout, JavaFailed, PasswordRefused, StoreLocked
from graph.settings import EngineSettings, Settings

POLL_S = 0.1
KILL_WAIT_S = 10.0
DYING_WAIT_S = 5.0


def install(settings: Settings, progress: bool = True) -> Path:
    """Fetch the server's jars into the shared cache, as far as they are missing.

    Returns:
        The cache folder.

    Raises:
        DownloadCorrupt: A jar had a wrong hash twice.
        RegistryUnreachable: The registry does not answer.
        DiskFull: The cache folder has no room.
    """
    folder = cache_dir(settings)
    with show.download_bar(progress) as bar:
        cache.fill(
            folder,
            read_lock(),
            fetch,
            on_wait=lambda: show.say("Waiting for another installation to end.", progress),
            on_start=bar,
        )
    if settings.engine.java is None:
        _prepare_start(settings, folder, progress)
    return folder


def start(settings: Settings, progress: bool = True) -> RunningEngine:
    """The running server of the data folder; installed and started first if need be.

    Raises:
        PortTaken: A port that the settings fix is not free.
        StoreLocked: A process that was not started here has the data open.
        JavaFailed: The server ended while it was starting.
        PasswordRefused: The data has another password than the one kept beside it.
        EngineTimeout: It did not answer in time; it goes on starting, a further call attaches.
        DiskFull: A folder has no room.
    """
    home = home_of(settings)
    with _alone(home, progress):
        server = _living(home)
        if server is None:
            server = _launch(settings, home, install(settings, progress))
        secret = password.keep(home.password)
        if not server.ready:
            with show.waiting("Starting Neo4j", progress):
                _await_ready(settings, home, server, secret)
            server = replace(server, ready=True)
            record.write(home.record, server)
    return _running(settings, server, secret)


def running(settings: Settings) -> RunningEngine | None:
    """The running server of the data folder; None if there is none or it is still starting."""
    home = home_of(settings)
    server = _living(home)
    secret = password.read(home.password)
    if server is None or secret is None or not server.ready:
        return None
    return _running(settings, server, secret)


def stop(settings: Settings) -> bool:
    """End the server of the data folder.

    Returns:
        Whether there was one.

    Raises:
        EngineTimeout: The process could not be ended.
    """
    home = home_of(settings)
    if not home.root.exists():
        return False
    with _alone(home, False):
        return _stop(settings, home)


def reset(settings: Settings) -> None:
    """End the server and delete its databases and password; the jars stay.

    Raises:
        StoreLocked: A process that was not started here has the data open.
        EngineTimeout: The process could not be ended.
    """
    home = home_of(settings)
    if not home.root.exists():
        return
    with _alone(home, False):
        _stop(settings, home)
        _check_unlocked(home)
        home.remove_data()


def status(settings: Settings) -> EngineStatus:
    """What is there of the server of the data folder."""
    home = home_of(settings)
    server = _living(home)
    jars, versions = read_lock(), read_versions()
    return EngineStatus(
        state="stopped" if server is None else "running" if server.ready else "starting",
        pid=server and server.pid,
        bolt_uri=server and login.bolt_uri(server.bolt),
        http_uri=server and _http_uri(server),
        data_dir=settings.data_dir.resolve(),
        user=login.USER,
        password_file=home.password,
        logs=home.logs,
        cache_dir=cache_dir(settings),
        jars=len(jars),
        jars_missing=len(cache.missing(cache_dir(settings), jars)),
        neo4j_version=versions.neo4j,
        gds_version=versions.gds,
    )


def home_of(settings: Settings) -> Home:
    """Where the server of the data folder lives."""
    return Home(settings.data_dir.resolve() / "neo4j")


def cache_dir(settings: Settings) -> Path:
    """The folder of jars, shared by all data folders of a user."""
    return settings.engine.cache_dir or user_cache_path("drift") / "engine"


def _prepare_start(settings: Settings, jars: Path, progress: bool) -> None:
    """Record the cache of classes for the wheel's Java; without it starts are only slower."""
    java = launch.default_java()
    file = prepared.cache_file(jars, read_lock(), java)

    def record_into(part: Path) -> None:
        with show.waiting("Preparing faster starts, once", progress):
            _record_start(settings, jars, java, part)

    try:
        prepared.prepare(
            file,
            record_into,
            lambda: show.say("Waiting for another installation to end.", progress),
        )
    except (EngineTimeout, JavaFailed, OSError) as error:
        show.say(f"Starts will be slower: they could not be prepared ({error}).", progress)


def _record_start(settings: Settings, jars: Path, java: Path, part: Path) -> None:
    """Start a server on a folder that is thrown away, and end it; it writes what it loaded."""
    with tempfile.TemporaryDirectory(prefix="drift-engine-") as folder:
        home = Home(Path(folder) / "neo4j")
        home.root.mkdir()
        chosen = ports.choose(EngineSettings(), None)
        home.prepare(jars, read_lock(), configuration(settings.engine, chosen))
        options = prepared.recording(part)
        entry, heap = read_versions().entry, settings.engine.heap_mib
        pid, started = launch.launch(launch.command(java, home, entry, heap, options), home)
        server = Record(pid, started, chosen.bolt, chosen.http, ready=False)
        try:
            _await_ready(settings, home, server, password.keep(home.password))
        finally:
            if record.alive(server, home.root):
                _end(server, home, settings.engine.stop_timeout_s)


def _launch(settings: Settings, home: Home, jars: Path) -> Record:
    _check_unlocked(home)
    home.check_room()
    last = record.read(home.record)
    chosen = ports.choose(settings.engine, last and last.ports)
    home.prepare(jars, read_lock(), configuration(settings.engine, chosen))
    java = settings.engine.java or launch.default_java()
    arguments = launch.command(
        java,
        home,
        read_versions().entry,
        settings.engine.heap_mib,
        prepared.using(prepared.cache_file(jars, read_lock(), java)),
    )
    intended = Record(record.UNKNOWN, 0.0, chosen.bolt, chosen.http, ready=False)
    record.write(home.record, intended)
    pid, started = launch.launch(arguments, home)
    server = replace(intended, pid=pid, started=started)
    record.write(home.record, server)
    return server


def _await_ready(settings: Settings, home: Home, server: Record, secret: SecretStr) -> None:
    patience = settings.engine.start_timeout_s
    try:
        ready = _within(
            patience,
            lambda: login.answers(server.bolt, secret) or not record.alive(server, home.root),
        )
    except PasswordRefused:
        _stop(settings, home)
        raise
    if not record.alive(server, home.root):
        raise launch.died(home)
    if not ready:
        raise EngineTimeout(
            f"the server has not answered after {patience:g} s; it goes on starting",
            hint="Run `drift engine start` again to go on waiting, look at `drift engine logs`, "
            "or raise DRIFT_ENGINE__START_TIMEOUT_S.",
        )


def _stop(settings: Settings, home: Home) -> bool:
    server = _living(home)
    if server is not None:
        _end(server, home, settings.engine.stop_timeout_s)
    home.record.unlink(missing_ok=True)
    return server is not None


def _end(server: Record, home: Home, patience: float) -> None:
    """Ask the process to end; after `patience` seconds, make it."""

    def gone() -> bool:
        return not record.alive(server, home.root)

    process = psutil.Process(server.pid)
    process.terminate()
    if _within(patience, gone):
        return
    process.kill()
    if not _within(KILL_WAIT_S, gone):
        raise EngineTimeout(
            f"process {server.pid} does not end", hint="The disk may hang; see the system's log."
        )


def _within(patience: float, done: Callable[[], bool]) -> bool:
    """Whether something came true within some seconds."""
    deadline = time.monotonic() + patience
    while not done():
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_S)
    return True


def _living(home: Home) -> Record | None:
    return record.living(home.record, home.root)


def _check_unlocked(home: Home) -> None:
    # A killed server keeps its locks until the kernel has taken its memory apart.
    patience = time.monotonic() + DYING_WAIT_S
    while store.is_locked(home.store_lock):
        if time.monotonic() > patience:
            raise StoreLocked(home.data, record.holder(home.root))
        time.sleep(POLL_S)


def _alone(home: Home, progress: bool) -> AbstractContextManager[None]:
    return held(
        home.lock,
        lambda: show.say("Waiting for another command on the same data folder.", progress),
    )


def _running(settings: Settings, server: Record, secret: SecretStr) -> RunningEngine:
    return RunningEngine(
        bolt_uri=login.bolt_uri(server.bolt),
        http_uri=_http_uri(server),
        user=login.USER,
        password=secret,
        pid=server.pid,
        data_dir=settings.data_dir.resolve(),
    )


def _http_uri(server: Record) -> str:
    return f"http://{ports.LOOPBACK}:{server.http}"
