"""`drift score`: why an artist has the scores it has."""

from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.tree import Tree

from api.cli import console
from api.cli.asking import about_artists

app = typer.Typer(help="Scores of artists, down to what they rest on.", no_args_is_help=True)

EXAMPLES = (
    'Examples: drift score explain "Ben UFO"   drift score explain ar_0123456789abcdef --json'
)

QUESTION = """
query ($id: ID!) {
  artist(id: $id) {
    id name
    drift {
      total coverage missing careerStage trajectory version asOf
      components { ...Part evidence(first: 3) { label date value } }
    }
    uai { factors { ...Part } }
    career { stageReasons momentum { components { ...Part } } }
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
    json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")] = False,
) -> None:
    """The Drift Score of an artist as a sum, and each component as one, with what it rests on.

    A name that is unknown or belongs to several ends with code 2 and the nearest names.
    """
    code = console.run(_explain(artist, json))
    if code:
        raise typer.Exit(code)


async def _explain(name: str, json: bool) -> int:
    answer = await about_artists((name,), QUESTION, lambda ids: {"id": ids[0]}, json)
    if isinstance(answer, int):
        return answer
    artist: dict[str, Any] = answer["artist"]
    if json:
        console.print_json(artist)
    else:
        console.out.print(_tree(artist))
    return 0


def _tree(artist: dict[str, Any]) -> Tree:
    drift = artist["drift"]
    inner: dict[str, list[dict[str, Any]]] = {
        "underground": artist["uai"]["factors"],
        "momentum": artist["career"]["momentum"]["components"],
        "reach": artist["reach"]["components"],
        "booking": artist["booking"]["components"],
        "prestige": artist["prestige"]["components"],
    }
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
    for reason in artist["career"]["stageReasons"]:
        tree.add(f"stage: {escape(reason)}")
    if drift["missing"]:
        tree.add(f"unknown: {', '.join(drift['missing'])}")
    tree.add(f"[dim]as of {drift['asOf']}, {drift['version']}[/]")
    return tree


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
