"""`drift schedule`: the clock that runs the jobs, a process of its own."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from api.cli import console
from graph.settings import Settings, load_settings

Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        help="Folder that holds the folders of the sources.",
        show_default="DRIFT_SCHEDULE__DATA",
    ),
]


def with_data(settings: Settings, data: Path | None) -> Settings:
    """Settings with another folder of sources, if one is given."""
    if data is None:
        return settings
    schedule = settings.schedule.model_copy(update={"data": data})
    return settings.model_copy(update={"schedule": schedule})


def schedule(data: Data = None) -> None:
    """Run the jobs at their times until told to stop; told twice it stops at once.

    Example: drift schedule --data feeds
    """
    from api.logs import configure
    from scheduler.clock import keep_time
    from scheduler.jobs import job_table

    settings = with_data(load_settings(), data)
    configure(settings.log_level)
    try:
        console.run(keep_time(job_table(settings), lambda: console.open_graph(settings)))
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None
