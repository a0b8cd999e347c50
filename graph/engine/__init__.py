"""The managed server: Neo4j Community with GDS and the Browser, as a child process.

    install    fetch the jars of engine.lock into the user's cache folder
    start      the running server of a data folder, started if need be
    running    the same, or None; starts nothing
    stop       end it; reset: end it and delete its data
    status     what is there

Nobody needs to install Java, Maven or Docker: Java comes as a Python wheel, the jars by their
coordinates from the registry, checked against the hashes of the lock file. The server is GPLv3
software that is fetched by its user, talked to over Bolt, and not redistributed.
"""

from graph.engine.logs import SERVER_LOG, last_lines
from graph.engine.server import install, reset, running, start, status, stop
from graph.engine.state import EngineStatus, RunningEngine

__all__ = [
    "SERVER_LOG",
    "EngineStatus",
    "RunningEngine",
    "install",
    "last_lines",
    "reset",
    "running",
    "start",
    "status",
    "stop",
]
