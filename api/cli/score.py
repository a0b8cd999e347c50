"""`drift score`: why an artist has the scores it has."""

from datetime import date, datetime
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.tree import Tree

from api.cli import console, what_if
from api.cli.asking import about_artists

app = typer.Typer(help="Scores of artists, down to what they rest on.", no_args_is_help=True)

EXAMPLES = (
    'Examples: drift score explain "Ben UFO"   drift score explain ar_0123456789abcdef --json'
)

QUESTION = """
query ($id: ID!, $asOf: Date) {
  artist(id: $id) {
    id name
    drift(asOf: $asOf) {
      total coverage missing careerStage trajectory version asOf
      components { ...Part evidence(first: 3) { label date value } }
    }
    uai { factors { ...Part } }
    career { asOf stageReasons momentum { components { ...Part } } }
    network {
      emergingSignal { percentile missing newEdges(first: 3) { artist { name } strength first } }
    }
    reach { components { ...Part } }
    booking { components { ...Part } }
    prestige { components { ...Part } }
  }
}
fragment Part on Component { key value weight contribution coverage }
"""


@app.callback()
def scores() -> None:
    """Scores of artists, down to what they rest on."""


@app.command(epilog=EXAMPLES)
def explain(
    artist: Annotated[str, typer.Argument(help="Name or id of the artist.")],
    as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="A past day: the last one up to it that is kept.",
            show_default="the published day",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")] = False,
) -> None:
    """The Drift Score of an artist as a sum, and each component as one, with what it rests on.

    Of a past day the components are kept, but not what they are made of. A name that is unknown or
    belongs to several ends with code 2 and the nearest names.
    """
    code = console.run(_explain(artist, as_of.date() if as_of else None, json))
    if code:
        raise typer.Exit(code)


app.command("what-if", epilog=what_if.EXAMPLES)(what_if.what_if)


async def _explain(name: str, as_of: date | None, json: bool) -> int:
    def variables(ids: list[str]) -> dict[str, Any]:
        return {"id": ids[0], "asOf": as_of and as_of.isoformat()}

    answer = await about_artists((name,), QUESTION, variables, json)
    if isinstance(answer, int):
        return answer
    artist: dict[str, Any] = answer["artist"]
    if artist["drift"] is None:
        console.log.print(f"[bold red]error:[/] nothing is kept of {artist['name']} on {as_of}")
        return 1
    if as_of is not None and str(artist["drift"]["asOf"]) != str(artist["career"]["asOf"]):
        for now in ("uai", "career", "network", "reach", "booking", "prestige"):
            del artist[now]
    if json:
        console.print_json(artist)
    else:
        console.out.print(_tree(artist))
    return 0


def _tree(artist: dict[str, Any]) -> Tree:
    drift = artist["drift"]
    past = "career" not in artist
    inner: dict[str, list[dict[str, Any]]] = (
        {}
        if past
        else {
            "underground": artist["uai"]["factors"],
            "momentum": artist["career"]["momentum"]["components"],
            "reach": artist["reach"]["components"],
            "booking": artist["booking"]["components"],
            "prestige": artist["prestige"]["components"],
        }
    )
    stage = "no stage" if drift["careerStage"] is None else drift["careerStage"].lower()
    tree = Tree(
        f"[bold]{escape(artist['name'])}[/]  Drift Score [bold]{_number(drift['total'])}[/], "
        f"{stage}, {drift['coverage']:.0%} of the weights known"
    )
    for component in drift["components"]:
        branch = tree.add(_sum(component, drift["coverage"]))
        parts = inner.get(component["key"], [])
        known = sum(part["weight"] or 0.0 for part in parts if part["value"] is not None)
        for part in parts:
            branch.add(_sum(part, known))
        for fact in component["evidence"]:
            value = "" if fact["value"] is None else f"  {fact['value']:.3g}"
            branch.add(f"[dim]{fact['date'] or '':10}  {escape(fact['label'] or '')}{value}[/]")
    reasons: list[str] = [] if past else artist["career"]["stageReasons"]
    for reason in reasons:
        tree.add(f"stage: {escape(reason)}")
    if not past:
        _add_signal(tree, artist["network"]["emergingSignal"])
    if drift["missing"]:
        tree.add(f"unknown: {', '.join(drift['missing'])}")
    tree.add(f"[dim]as of {drift['asOf']}, {drift['version']}[/]")
    return tree


def _add_signal(tree: Tree, signal: dict[str, Any]) -> None:
    """Where it stands among early artists, and whom it is newly connected with."""
    if signal["percentile"] is None:
        tree.add(f"emerging signal: none, {', '.join(signal['missing'])}")
        return
    branch = tree.add(f"emerging signal: percentile [bold]{_number(signal['percentile'])}[/]")
    for link in signal["newEdges"]:
        name = escape(link["artist"]["name"])
        branch.add(f"[dim]{link['first']:10}  {name}  {link['strength']:.3g}[/]")


def _sum(part: dict[str, Any], known: float) -> str:
    """A part as `value x weight / known weights = contribution`."""
    if part["value"] is None:
        return f"{part['key']}: unknown"
    if part["contribution"] is None:
        return f"{part['key']}: {_number(part['value'])}"
    return (
        f"{part['key']}: {_number(part['value'])} x {part['weight']:.2f} / {known:.2f} "
        f"= [bold]{_number(part['contribution'])}[/]"
    )


def _number(value: float | None) -> str:
    return "unknown" if value is None else f"{value:.2f}"
