"""`drift identity`: who is who."""

from typing import Annotated

import typer

from api.cli import console
from graph.settings import load_settings

app = typer.Typer(no_args_is_help=True, help="Who is who: candidates, merges, splits.")

Reason = Annotated[str, typer.Option("--reason", "-r", help="Why; kept for ever.")]
By = Annotated[str, typer.Option("--by", help="Who decides; kept with the reason.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]


@app.command()
def run(json: Json = False) -> None:
    """Find who is who, merge what is sure, queue the rest.

    Example: drift identity run
    """
    console.run(_run(json))


async def _run(json: bool) -> None:
    from dataclasses import asdict

    from loaders.identity import run_identity

    settings = load_settings()
    async with console.open_graph(settings) as graph:
        report = await run_identity(graph, settings)
    if json:
        console.print_json(asdict(report))
    else:
        console.out.print(
            f"{report.candidates} candidates, {report.merged} merged now, "
            f"{report.pending} waiting, {report.seconds:.1f} s"
        )


@app.command()
def candidates(
    status: Annotated[
        str, typer.Option("--status", help="pending, approved or rejected.")
    ] = "pending",
    limit: Annotated[int, typer.Option("--limit", min=1, max=10000, help="Rows at most.")] = 20,
    json: Json = False,
) -> None:
    """List pairs that may be the same, the surest first.

    Example: drift identity candidates --status rejected
    """
    console.run(_candidates(status, limit, json))


async def _candidates(status: str, limit: int, json: bool) -> None:
    from loaders.identity import list_candidates

    async with console.open_graph(load_settings()) as graph:
        found = await list_candidates(graph, status, limit)
    if json:
        console.print_json(found)
        return
    for row in found:
        console.out.print(
            f"{row['score']:.2f}  {row['id']}  {row['nameA']} ({row['sourceA']}, {row['entityA']})"
            f" = {row['nameB']} ({row['sourceB']}, {row['entityB']})",
            markup=False,
        )
        console.out.print(f"      {', '.join(row['reasons'])}", markup=False)
    if not found:
        console.out.print(f"no {status} candidates")


@app.command()
def merge(
    ids: Annotated[list[str], typer.Argument(help="Ids of two or more entities of one kind.")],
    reason: Reason,
    by: By = "operator",
    json: Json = False,
) -> None:
    """Make one entity of several; a split undoes it.

    Example: drift identity merge ar_1c0ffee01c0ffee0 ar_2badcafe2badcafe -r "same booking agency"
    """
    console.run(_merge(ids, reason, by, json))


async def _merge(ids: list[str], reason: str, by: str, json: bool) -> None:
    from dataclasses import asdict

    from loaders.identity import merge as merge_entities

    async with console.open_graph(load_settings()) as graph:
        merged = await merge_entities(graph, ids, reason=reason, actor=by)
    if json:
        console.print_json(asdict(merged))
    else:
        console.out.print(f"{merged.survivor} now stands for {', '.join(merged.absorbed)}")


@app.command()
def split(
    entity: Annotated[str, typer.Argument(help="Id of the entity.")],
    records: Annotated[
        list[str] | None, typer.Argument(help="Ids of its source records; none lists them.")
    ] = None,
    reason: Annotated[str, typer.Option("--reason", "-r", help="Why; kept for ever.")] = "",
    by: By = "operator",
    json: Json = False,
) -> None:
    """Give source records of an entity back what they describe alone.

    Example: drift identity split ar_1c0ffee01c0ffee0 sr_5eed5eed5eed5eed -r "two people"
    """
    if records and not reason:
        raise typer.BadParameter("say why", param_hint="--reason")
    console.run(_split(entity, records or [], reason, by, json))


async def _split(entity: str, records: list[str], reason: str, by: str, json: bool) -> None:
    from dataclasses import asdict

    from loaders.identity import list_records
    from loaders.identity import split as split_entity

    async with console.open_graph(load_settings()) as graph:
        if not records:
            for each in await list_records(graph, entity):
                console.out.print(
                    f"{each.id}  {each.record.source} {each.record.source_id}", markup=False
                )
            return
        done = await split_entity(graph, entity, records, reason=reason, actor=by)
    if json:
        console.print_json(asdict(done))
    else:
        console.out.print(f"restored {', '.join(done.restored)}; left {done.remaining or 'none'}")


@app.command()
def reject(
    candidate: Annotated[str, typer.Argument(help="Id of the candidate, `ic_...`.")],
    reason: Reason,
    by: By = "operator",
) -> None:
    """Say that the two records of a candidate are not the same; no run merges them any more.

    Example: drift identity reject ic_0123456789abcdef -r "different cities, different sound"
    """
    console.run(_reject(candidate, reason, by))


async def _reject(candidate: str, reason: str, by: str) -> None:
    from loaders.identity import reject as reject_candidate

    async with console.open_graph(load_settings()) as graph:
        await reject_candidate(graph, candidate, reason=reason, actor=by)
    console.out.print(f"{candidate} is rejected")
