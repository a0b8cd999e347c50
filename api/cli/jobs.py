"""`drift jobs`: which jobs there are, how they go, and one of them now."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import orjson
import typer
from rich.markup import escape
from rich.table import Table

from api.cli import console
from api.cli.schedule import Data, with_data
from graph.client import Row
from graph.jobs import Standing, standings
from graph.jobs import history as runs_of
from graph.settings import Settings, load_settings

if TYPE_CHECKING:
    from scheduler.jobs import Job

app = typer.Typer(no_args_is_help=True, help="The jobs of the clock, and how they go.")

Json = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]


@app.command("list")
def list_(json: Json = False) -> None:
    """List the jobs: when each runs, when it last succeeded, how its newest run went.

    Example: drift jobs list --json
    """
    settings = load_settings()
    rows = console.run(_list(settings))
    if json:
        console.print_json(rows)
        return
    zone = settings.schedule.timezone
    table = Table(title=f"Jobs, times in {zone}")
    for column in ("job", "what", "cron", "next", "last success", "newest run"):
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(
            row["name"],
            escape(row["what"]),
            row["cron"],
            f"off: {row['off']}" if row["off"] else _local(row["nextAt"], zone),
            _since(row["lastSuccess"], row["ageHours"], zone),
            escape(": ".join(part for part in (row["status"], row["error"]) if part)),
        )
    console.out.print(table)


@app.command()
def run(
    name: Annotated[str, typer.Argument(help="Name of the job.")],
    data: Data = None,
    json: Json = False,
) -> None:
    """Run a job now; refused while another process runs it.

    Example: drift jobs run cleanup
    """
    counts = console.run(_run(name, data))
    if json:
        console.print_json(counts)
        return
    table = Table("what", "count", title=name)
    for what, count in counts.items():
        table.add_row(what, escape(str(count)))
    console.out.print(table)


@app.command()
def history(
    name: Annotated[str | None, typer.Argument(help="Only of this job.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="Runs shown at most.")] = 20,
    json: Json = False,
) -> None:
    """List runs of jobs, newest first.

    Example: drift jobs history nightly --limit 5
    """
    settings = load_settings()
    runs = console.run(_history(settings, name, limit))
    if json:
        console.print_json(runs)
        return
    if not runs:
        console.out.print("no runs")
        return
    zone = settings.schedule.timezone
    table = Table(title=f"Runs of jobs, newest first, times in {zone}")
    for column in ("job", "for", "started", "seconds", "outcome", "attempt", "by"):
        table.add_column(column, overflow="fold")
    for each in runs:
        took = each["milliseconds"]
        table.add_row(
            each["job"],
            _local(each["scheduledFor"], zone) or "asked for",
            _local(each["startedAt"], zone),
            "" if took is None else f"{took / 1000:.1f}",
            escape(": ".join(part for part in (each["status"], each["error"]) if part)),
            str(each["attempt"]),
            each["owner"],
        )
    console.out.print(table)


async def _list(settings: Settings) -> list[dict[str, Any]]:
    from scheduler.jobs import job_table

    jobs = job_table(settings).jobs
    async with console.open_graph(settings) as graph:
        known = {standing.name: standing for standing in await standings(graph)}
    now = datetime.now(UTC)
    return [_row(job, known.get(job.name, Standing(job.name)), now) for job in jobs]


def _row(job: "Job", standing: Standing, now: datetime) -> dict[str, Any]:
    return {
        "name": job.name,
        "what": job.what,
        "cron": job.times.cron,
        "graceHours": job.grace.total_seconds() / 3600,
        "off": job.off,
        **standing.as_dict(now),
    }


async def _run(name: str, data: Path | None) -> dict[str, Any]:
    from api.logs import configure
    from scheduler.jobs import job_table
    from scheduler.run import now_utc, run_now

    settings = with_data(load_settings(), data)
    configure(settings.log_level)
    table = job_table(settings)
    job = table.find(name)
    async with console.open_graph(settings) as graph:
        return await run_now(graph, job, table, now_utc)


async def _history(settings: Settings, name: str | None, limit: int) -> list[Row]:
    from scheduler.jobs import job_table

    if name is not None:
        job_table(settings).find(name)
    async with console.open_graph(settings) as graph:
        rows = await runs_of(graph, name, limit)
    for row in rows:
        counted = row.pop("countsJson")
        row["counts"] = None if counted is None else orjson.loads(counted)
    return rows


def _local(text: str | None, zone: str) -> str:
    if text is None:
        return ""
    return datetime.fromisoformat(text).astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M:%S")


def _since(text: str | None, hours: float | None, zone: str) -> str:
    return "never" if text is None else f"{_local(text, zone)} ({hours:g} h ago)"
