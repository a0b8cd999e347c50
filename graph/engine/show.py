"""What a person sees while they wait, on standard error."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from graph.engine.lockfile import Artifact

Advance = Callable[[Artifact], None]


@contextmanager
def download_bar(shown: bool) -> Generator[Callable[[Sequence[Artifact]], Advance]]:
    """A bar over the bytes of what is fetched; it appears when something is."""
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not shown,
    ) as bar:

        def start(absent: Sequence[Artifact]) -> Advance:
            total = sum(artifact.size for artifact in absent)
            task = bar.add_task(f"Fetching {len(absent)} jars", total=total)
            return lambda artifact: bar.advance(task, artifact.size)

        yield start


@contextmanager
def waiting(text: str, shown: bool) -> Generator[None]:
    """A line that says what is waited for, while it is."""
    if not shown:
        yield
        return
    with Console(stderr=True).status(text):
        yield


def say(text: str, shown: bool) -> None:
    """One line."""
    if shown:
        Console(stderr=True).print(text)
