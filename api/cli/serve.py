"""`drift serve`: the API over the graph the settings name."""

import errno
import socket
from typing import Annotated

import typer

from api.cli import console
from graph.errors import PortTaken, SettingsError
from graph.settings import Settings, load_settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")
    ] = None,
) -> None:
    """Serve GraphQL, its page, health and metrics until Ctrl-C.

    Starts the managed server if it is the one and does not run.

    Example: drift serve --port 8000
    """
    settings = load_settings()
    listener = listen(host or settings.api.host, settings.api.port if port is None else port)
    console.run(_migrated(settings))
    run_server(settings, listener)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        PortTaken: Another program listens there.
        SettingsError: It is no address of this machine.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(port, "DRIFT_API__PORT") from error
        raise SettingsError(
            f"cannot listen on {host}, port {port}: {error.strerror}",
            hint="Give an address of this machine: --host and --port, or DRIFT_API__HOST and "
            "DRIFT_API__PORT.",
        ) from error
    listener.listen(2048)
    return listener


def address(listener: socket.socket) -> str:
    """Where a browser finds a listening socket."""
    host, port = listener.getsockname()[:2]
    return f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}"


def run_server(settings: Settings, listener: socket.socket) -> None:
    """Serve on a socket until the process is told to stop; running requests are finished."""
    from api import server
    from api.app import create_app
    from api.logs import configure
    from graph.client import Neo4jGraph
    from graph.connection import resolve

    configure(settings.log_level)
    console.log.print(f"Serving on [bold]{address(listener)}/graphql[/]; Ctrl-C stops.")
    connection = resolve(settings)
    app = create_app(settings, lambda: Neo4jGraph.open(connection, settings.neo4j))
    server.run(app, settings.api, listener)


async def _migrated(settings: Settings) -> None:
    async with console.open_graph(settings):
        return
