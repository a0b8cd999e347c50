"""`drift compute`: network scores of the connections, published at once."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from api.cli import console
from graph.errors import SettingsError
from graph.settings import load_settings

if TYPE_CHECKING:
    from algorithms.network.result import NetworkResult
    from algorithms.publish import PublishReport

SHOWN = 10
"""Communities that are listed."""


def compute(
    as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="Date the connections were derived for.",
            show_default="that date",
        ),
    ] = None,
    hold: Annotated[
        bool, typer.Option("--hold", help="Do not publish scores far from the last ones.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")] = False,
) -> None:
    """Compute centrality, communities, bridges and prestige, and publish them.

    Example: drift compute --as-of 2019-12-31
    """
    console.run(_compute(as_of.date() if as_of else None, hold, json))


async def _compute(asked: date | None, hold: bool, json: bool) -> None:
    from algorithms.network.as_of import connections_as_of
    from algorithms.network.compute import compute_network
    from algorithms.network.config import NetworkConfig, PublicationConfig
    from algorithms.prediction.predict import with_predictions
    from algorithms.publish import publish
    from algorithms.scores.compute import compute_scores

    config = NetworkConfig(publication=PublicationConfig(hold_implausible=hold))
    async with console.open_graph(load_settings()) as graph:
        as_of = _agreed(asked, await connections_as_of(graph))
        with console.log.status("") as status:
            result = await compute_network(graph, as_of, config, status.update)
            scores = await compute_scores(graph, result, progress=status.update)
            scores = await with_predictions(graph, scores, as_of, progress=status.update)
            status.update("publishing")
            report = await publish(graph, result, config, scores)
    if json:
        console.print_json(_as_json(result, report))
    else:
        _print(result, report)


def _agreed(asked: date | None, derived: date | None) -> date:
    if derived is None:
        raise SettingsError(
            "connections were never derived",
            hint="Derive them first: drift derive.",
        )
    if asked not in (None, derived):
        raise SettingsError(
            f"the connections stand for {derived}, not for {asked}",
            hint=f"Derive them for that date first: drift derive --as-of {asked}.",
        )
    return derived


def _as_json(result: "NetworkResult", report: "PublishReport") -> dict[str, Any]:
    return {
        "asOf": result.as_of,
        "scoreVersion": result.version,
        "artists": len(result.ids),
        "communities": len(result.communities),
        "modularity": result.modularity,
        "communityChurn": result.community_churn,
        "runs": result.counts,
        "publication": vars(report),
    }


def _print(result: "NetworkResult", report: "PublishReport") -> None:
    table = Table("community", "name", "artists", "churn", box=None)
    largest = sorted(result.communities, key=lambda community: (-community.size, community.id))
    for community in largest[:SHOWN]:
        churn = "new" if community.churn is None else f"{community.churn:.1%}"
        table.add_row(str(community.id), escape(community.name), f"{community.size:,}", churn)
    console.out.print(table)
    modularity = "-" if result.modularity is None else f"{result.modularity:.3f}"
    console.out.print(
        f"{len(result.ids):,} connected artists in {len(result.communities)} communities "
        f"as of {result.as_of}, modularity {modularity}"
    )
    done = (
        f"published version {report.version}: {report.artists:,} artists, "
        f"{report.moved:,} memberships, {report.communities} communities, "
        f"{report.others:,} venues, series and nights written"
        if report.published
        else f"nothing differs from published version {report.version}"
    )
    console.out.print(done)
    for doubt in report.doubts:
        console.log.print(f"[yellow]doubtful:[/] {escape(doubt)}")
