"""A question about artists, each given by a name or an id, answered in this process."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from rich.markup import escape

from api.cli import console
from graph.settings import load_settings

if TYPE_CHECKING:
    from api.names import Resolved


async def about_artists(
    names: Sequence[str],
    question: str,
    variables: Callable[[list[str]], dict[str, Any]],
    json: bool,
) -> dict[str, Any] | int:
    """The data of the answer, or the exit code once it was said why there is none.

    A name that is unknown or belongs to several ends with code 2 and the nearest names.

    Args:
        variables: Makes those of the question from the ids of the artists.
    """
    from api.execute import Executor
    from api.logs import configure
    from api.names import resolve_artist
    from api.schema.build import build_schema

    settings = load_settings()
    configure(settings.log_level)
    async with console.open_graph(settings) as graph:
        quiet = settings.api.model_copy(update={"slow_statement_ms": 0})
        executor = Executor(build_schema(), graph, quiet)
        meant = [await resolve_artist(executor, text) for text in names]
        ids = [named.id for named in meant if named.id is not None]
        if len(ids) < len(meant):
            _say_unclear([named for named in meant if named.id is None], json)
            return 2
        answer = await executor.execute(question, variables(ids))
    if answer.errors or answer.data is None:
        for error in answer.errors:
            console.log.print(f"[bold red]error:[/] {escape(str(error['message']))}")
        return _exit_code(answer.errors)
    return answer.data


def _exit_code(errors: list[dict[str, Any]]) -> int:
    from api.errors import Code

    codes = {error["extensions"]["code"] for error in errors}
    if Code.UPSTREAM_UNAVAILABLE in codes:
        return 4
    return 2 if Code.BAD_USER_INPUT in codes else 1


def _say_unclear(unclear: "list[Resolved]", json: bool) -> None:
    """Say which names do not mean one artist, and which are near."""
    if json:
        console.print_json(
            {
                "unclear": [
                    {
                        "name": named.text,
                        "nearest": [
                            {"id": near.id, "name": near.name, "known": near.known}
                            for near in named.nearest
                        ],
                    }
                    for named in unclear
                ]
            }
        )
        return
    for named in unclear:
        what = "belongs to several artists" if named.ambiguous else "is no artist's name"
        console.log.print(f"[bold red]error:[/] {escape(named.text)!r} {what}")
        for near in named.nearest:
            console.log.print(f"  {near.id}  {escape(near.name)}  [dim]{escape(near.known)}[/]")
        if not named.nearest:
            console.log.print("  nothing like it was found")
