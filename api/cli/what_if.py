"""`drift score what-if`: the scores of an artist by other constants, beside those of today."""

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape
from rich.tree import Tree

from api.cli import console
from api.cli.asking import about_artists
from graph.errors import SettingsError
from graph.settings import load_settings

if TYPE_CHECKING:
    from algorithms.what_if import ArtistScores, Part, WhatIf

EXAMPLES = (
    'Examples: drift score what-if "Ben UFO" --set strength.half_life_days=365   '
    'drift score what-if "Ben UFO" --set booking.prestige=0.4 --set booking.spread=0.15'
)

QUESTION = "query ($id: ID!) { artist(id: $id) { id name drift { asOf } } }"


def what_if(
    artist: Annotated[str, typer.Argument(help="Name or id of the artist.")],
    given: Annotated[
        list[str],
        typer.Option(
            "--set",
            metavar="KEY=VALUE",
            help="A constant and what it is to be; may be repeated. An unknown one is answered "
            "with the nearest: strength.same_event, pagerank.damping, momentum.days, "
            "drift.emerging.network for example.",
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")] = False,
) -> None:
    """The scores of an artist if constants were others; nothing is written.

    All scores are computed twice as of the published day, by the usual constants and by those
    given, since percentiles and peers depend on everybody. What was kept of earlier days stays as
    it was.
    """
    code = console.run(_what_if(artist, settings_of(given), json))
    if code:
        raise typer.Exit(code)


def settings_of(given: list[str]) -> dict[str, str]:
    """The keys and values of `KEY=VALUE`.

    Raises:
        SettingsError: One is not of this form, or a key is given twice.
    """
    found: dict[str, str] = {}
    for each in given:
        key, equals, value = each.partition("=")
        if not (key and equals and value):
            raise SettingsError(f"--set {each}: no KEY=VALUE", hint="Write momentum.days=90.")
        if key in found:
            raise SettingsError(f"--set {each}: {key} is set twice", hint="Give it once.")
        found[key] = value
    return found


async def _what_if(name: str, settings: dict[str, str], json: bool) -> int:
    from algorithms.backdate import Constants
    from algorithms.constants import changed
    from algorithms.what_if import what_if

    constants = changed(Constants(), settings)
    answer = await about_artists((name,), QUESTION, lambda ids: {"id": ids[0]}, json)
    if isinstance(answer, int):
        return answer
    artist: dict[str, Any] = answer["artist"]
    day = artist["drift"] and artist["drift"]["asOf"]
    if day is None:
        raise SettingsError(
            f"{artist['name']} has no published scores", hint="Publish some first: drift nightly."
        )
    async with console.open_graph(load_settings()) as graph:
        with console.log.status("") as status:
            found = await what_if(
                graph, artist["id"], date.fromisoformat(str(day)), constants, status.update
            )
    if json:
        console.print_json({"id": artist["id"], "set": settings, **asdict(found)})
    else:
        console.out.print(_tree(artist["name"], settings, found))
    return 0


def _tree(name: str, settings: dict[str, str], found: "WhatIf") -> Tree:
    before, after = found.before, found.after
    tree = Tree(
        f"[bold]{escape(name)}[/]  Drift Score {_change(before.drift, after.drift)}, "
        f"percentile {_change(before.percentile, after.percentile)}, "
        f"{_percent(before)} of the weights known"
    )
    for one, other in zip(before.components, after.components, strict=True):
        branch = tree.add(_sums(one, other))
        for part, same in zip(one.parts, other.parts, strict=True):
            branch.add(f"{part.key}: {_change(part.value, same.value)}")
    tree.add(f"stage: {_words(before.stage, after.stage)}")
    tree.add(f"trajectory: {_words(before.trajectory, after.trajectory)}")
    said = ", ".join(f"{key}={value}" for key, value in settings.items())
    tree.add(f"[dim]as of {found.as_of}, {escape(said)}; nothing was written[/]")
    return tree


def _sums(before: "Part", after: "Part") -> str:
    return (
        f"{before.key}: {_change(before.value, after.value)} "
        f"x {_change(before.weight, after.weight)} "
        f"= {_change(before.contribution, after.contribution)}"
    )


def _percent(scores: "ArtistScores") -> str:
    return "none" if scores.coverage is None else f"{scores.coverage:.0%}"


def _change(before: float | None, after: float | None) -> str:
    """A number, or both where they differ as printed."""
    one, other = _number(before), _number(after)
    return one if one == other else f"{one} -> [bold]{other}[/]"


def _words(before: str | None, after: str | None) -> str:
    one, other = before or "none", after or "none"
    return one if one == other else f"{one} -> [bold]{other}[/]"


def _number(value: float | None) -> str:
    return "unknown" if value is None else f"{value:.2f}"
