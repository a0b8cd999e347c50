"""`drift`: one command, one call."""

import sys

import typer

from api.cli import (
    backfill,
    check,
    compute,
    console,
    demo,
    derive,
    engine,
    identity,
    jobs,
    load,
    nightly,
    path,
    predict,
    rejects,
    schedule,
    score,
    serve,
    world,
)
from graph.errors import DriftError

app = typer.Typer(
    name="drift",
    help="Graph-native music intelligence: from files to answers with evidence.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command()(demo.demo)
app.add_typer(engine.app, name="engine")
app.add_typer(identity.app, name="identity")
app.command()(check.migrate)
app.command(epilog=world.EXAMPLES)(world.world)
app.command(epilog=load.EXAMPLES)(load.load)
app.command(epilog=rejects.EXAMPLES)(rejects.rejects)
app.command(epilog=derive.EXAMPLES)(derive.derive)
app.command()(compute.compute)
app.command()(nightly.nightly)
app.command()(schedule.schedule)
app.add_typer(jobs.app, name="jobs")
app.command(epilog=backfill.EXAMPLES)(backfill.backfill)
app.command(epilog=path.EXAMPLES)(path.path)
app.add_typer(score.app, name="score")
app.add_typer(predict.app, name="predict")
app.command()(serve.serve)
app.command()(check.check)


def main() -> None:
    """Entry point: an error of ours is a sentence and an exit code, never a traceback."""
    try:
        app()
    except DriftError as error:
        sys.exit(console.fail(error))
