"""`drift path`: how far one artist is from another, and what shows it."""

from datetime import datetime
from typing import Annotated, Any

import typer
from rich.markup import escape

from api.cli import console
from api.cli.asking import about_artists
from graph.model import ConnectionKind

EXAMPLES = (
    'Examples: drift path "Ben UFO" "Francesco Poggi"   '
    'drift path "Ben UFO" ar_0123456789abcdef --mode strongest --since 2018-01-01 --json'
)

QUESTION = """
query ($from: ID!, $to: ID!, $options: PathOptions!) {
  degreesOfSeparation(from: $from, to: $to, options: $options) {
    found degrees hops reason notes explanation asOf version
    from { id name } to { id name }
    path {
      from { id name } to { id name } kind strength
      evidence(first: 3) { kind label date source }
    }
  }
}
"""


def path(
    artist_a: Annotated[str, typer.Argument(help="Name or id of the artist to start from.")],
    artist_b: Annotated[str, typer.Argument(help="Name or id of the artist to reach.")],
    mode: Annotated[str, typer.Option(help="shortest or strongest.")] = "shortest",
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Each step needs evidence on this day or later."),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Each step needs evidence on this day or earlier."),
    ] = None,
    kinds: Annotated[
        list[ConnectionKind] | None,
        typer.Option(help="A kind of connection that counts; may be repeated. All if not given."),
    ] = None,
    max_hops: Annotated[int, typer.Option(min=1, max=8, help="Degrees at most.")] = 6,
    min_strength: Annotated[
        float | None, typer.Option(min=0, max=1, help="Least strength of each connection.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")] = False,
) -> None:
    """How far one artist is from another, through whom, and through which nights and releases.

    A name that is unknown or belongs to several ends with code 2 and the nearest names.
    """
    if mode not in ("shortest", "strongest"):
        raise typer.BadParameter("shortest or strongest", param_hint="--mode")
    options: dict[str, Any] = {
        "mode": mode.upper(),
        "since": since and since.date().isoformat(),
        "until": until and until.date().isoformat(),
        "kinds": [kind.name for kind in kinds] if kinds else None,
        "maxHops": max_hops,
        "minStrength": min_strength,
    }
    code = console.run(_path(artist_a, artist_b, options, json))
    if code:
        raise typer.Exit(code)


async def _path(start: str, end: str, options: dict[str, Any], json: bool) -> int:
    answer = await about_artists(
        (start, end), QUESTION, lambda ids: {"from": ids[0], "to": ids[1], "options": options}, json
    )
    if isinstance(answer, int):
        return answer
    result: dict[str, Any] = answer["degreesOfSeparation"]
    if json:
        console.print_json(result)
    else:
        _show(result)
    return 2 if str(result["reason"]).startswith("UNKNOWN") else 0


def _show(result: dict[str, Any]) -> None:
    """Print the sentence, then each step with its evidence."""
    console.out.print(escape(result["explanation"]))
    for number, step in enumerate(result["path"], 1):
        strength = "a hub only" if step["strength"] is None else f"strength {step['strength']:.3f}"
        console.out.print(
            f"\n{number}. [bold]{escape(step['from']['name'])}[/] and "
            f"[bold]{escape(step['to']['name'])}[/]  {step['kind'].lower()}, {strength}"
        )
        for fact in step["evidence"]:
            console.out.print(
                f"   {fact['date'] or 'undated':10}  {escape(fact['label'] or '')}"
                f"  [dim]{escape(fact['source'] or '')}[/]"
            )
