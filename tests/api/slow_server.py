"""A server process over a graph that takes its time; run by the tests of stopping.

Usage: python -m tests.api.slow_server SECONDS_A_STATEMENT PAUSE_S
"""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator
from typing import Any

from api import server
from api.app import create_app
from api.cli.serve import listen
from api.logs import configure
from graph.client import Graph
from graph.settings import ApiSettings, Settings
from tests.api.asking import NoGraph


class TardyGraph(NoGraph):
    """Answers every compiled statement with one artist, late."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds

    async def record(self, *_: Any, **__: Any) -> list[Any] | None:
        print("running", flush=True)  # noqa: T201 - the test reads it
        await asyncio.sleep(self._seconds)
        return [2, 2, 7, [["ar_0000000000000001"]]]


def main(seconds: float, pause_s: float) -> None:
    """Serve on a free port and say which."""

    @contextlib.asynccontextmanager
    async def opening() -> AsyncIterator[Graph]:
        yield TardyGraph(seconds)
        print("closed", flush=True)  # noqa: T201 - the test reads it

    configure("ERROR")
    server.BoundedHttp.head_s = 0.5
    settings = ApiSettings(warm_up=False, stop_pause_s=pause_s, request_timeout_s=60)
    listener = listen("127.0.0.1", 0)
    print(listener.getsockname()[1], flush=True)  # noqa: T201 - the test reads it
    server.run(create_app(Settings(api=settings), opening), settings, listener)


if __name__ == "__main__":
    main(float(sys.argv[1]), float(sys.argv[2]))
