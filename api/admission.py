"""How many operations are answered at a time: the rest waits, and beyond that is refused at once.

Without it every request of a crowd is answered too late; with it those that are taken are in time.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator

from api.errors import Overloaded
from graph.settings import ApiSettings

RETRY_AFTER_S = 1
"""When a refused client may come again; a full queue is answered in less."""


class Admission:
    """Places for running and for waiting operations of one process."""

    def __init__(self, settings: ApiSettings) -> None:
        self._running = asyncio.Semaphore(settings.running_max)
        self._queued_max = settings.queued_max
        self.queued = 0

    @contextlib.asynccontextmanager
    async def place(self, deadline: float) -> AsyncGenerator[None]:
        """A place to run inside, waited for until the deadline on the clock of the event loop.

        Raises:
            Overloaded: All places are taken, those for waiting too, or none became free in time.
        """
        if self._running.locked() and self.queued >= self._queued_max:
            raise Overloaded(RETRY_AFTER_S)
        self.queued += 1
        try:
            async with asyncio.timeout_at(deadline):
                await self._running.acquire()
        except TimeoutError as error:
            raise Overloaded(RETRY_AFTER_S) from error
        finally:
            self.queued -= 1
        try:
            yield
        finally:
            self._running.release()
