"""Which server is used: the operator's own, else the managed one; never a silent fall-back."""

from dataclasses import dataclass

from pydantic import SecretStr

from graph import engine
from graph.errors import DatabaseUnreachable
from graph.settings import Settings


@dataclass(frozen=True)
class Connection:
    """Where a database is and how to log in.

    Attributes:
        managed: Whether it is the server that Drift starts and stops itself.
    """

    uri: str
    user: str
    password: SecretStr
    database: str
    managed: bool

    def __str__(self) -> str:
        kind = "managed server" if self.managed else "server"
        return f"{kind} {self.uri}, database {self.database}"


def resolve(settings: Settings, *, start: bool = False) -> Connection:
    """The connection that the settings ask for.

    Args:
        start: Start the managed server if it is the one and does not run.

    Raises:
        DatabaseUnreachable: The managed server does not run and may not be started.
    """
    chosen = settings.neo4j
    if chosen.uri is not None:
        return Connection(chosen.uri, chosen.user, chosen.password, chosen.database, False)
    running = engine.start(settings) if start else engine.running(settings)
    if running is None:
        raise DatabaseUnreachable(
            f"the managed server of {settings.data_dir} does not run",
            hint="Start it with `drift engine start`, or set DRIFT_NEO4J__URI.",
        )
    return Connection(running.bolt_uri, running.user, running.password, chosen.database, True)
