"""The command ``newsledger``: reads words, calls a step, shows what came back. Data goes to stdout, talk to stderr."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from orchestration.custody import COMMANDS as CUSTODY
from orchestration.evaluate_command import evaluate
from orchestration.export_command import export
from orchestration.guard import GuardedGroup
from orchestration.log_commands import log, seal, verify
from orchestration.reviewing import reviewing
from orchestration.settings import DEFAULT_HOME, HOME_VARIABLE, Settings
from orchestration.why_command import why


class ClaimsFormat(StrEnum):
    """How ``claims`` writes."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class RowsFormat(StrEnum):
    """How ``sql`` writes."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


app = typer.Typer(
    cls=GuardedGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def named_path(told: str) -> Path:
    """A path that says something: an empty one would be the current folder, and is a variable that nobody set."""
    if not told.strip():
        raise typer.BadParameter("a path is empty. Name a file or a folder; the current one is `.`.")
    return Path(told)


Anew = Annotated[bool, typer.Option("--anew", help="Also what did not change since the last build.")]
Paths = Annotated[
    list[Path],
    typer.Argument(help="Files and folders with articles (.txt, .html).", metavar="PATH...", parser=named_path),
]


@app.callback()
def newsledger(
    ctx: typer.Context,
    home: Annotated[
        Path | None, typer.Option(envvar=HOME_VARIABLE, help=f"Where the ledger lives.  [default: ./{DEFAULT_HOME}]")
    ] = None,
) -> None:
    """News articles in, counted facts out; every number leads back to its sentence.

    Exit codes: 0 done, 1 done with refused or unread input or a failed check, 2 wrong use, 3 stopped by a fault.

    [bold]Examples[/bold]

      newsledger run examples/kazakhstan-2022

      newsledger sql "select * from fct_casualties"
    """
    ctx.obj = settings = Settings.at(home)
    if settings.not_a_folder:
        raise typer.BadParameter(f"{settings.not_a_folder} is a file. Name a folder.", param_hint="--home")


@app.command()
def init(ctx: typer.Context) -> None:
    """Make a home: an empty log, an archive, an inbox. What is there stays.

    [bold]Example[/bold]:  newsledger init --home ~/ledgers/kazakhstan
    """
    from orchestration import commands

    commands.init(ctx.obj)


@app.command()
def ingest(ctx: typer.Context, paths: Paths) -> None:
    """Take articles into the log; what cannot be read is refused with a reason.

    [bold]Examples[/bold]:  newsledger ingest articles/    newsledger ingest report.html story.txt
    """
    from orchestration import commands

    raise typer.Exit(commands.ingest(ctx.obj, paths))


@app.command()
def extract(ctx: typer.Context) -> None:
    """Find the claims in every article not read yet by this extractor.

    [bold]Example[/bold]:  newsledger extract
    """
    from orchestration import commands

    raise typer.Exit(commands.extract(ctx.obj))


@app.command()
def build(ctx: typer.Context, anew: Anew = False) -> None:  # noqa: FBT002
    """Build the facts from the log with dbt, and test them.

    [bold]Example[/bold]:  newsledger build
    """
    from orchestration import commands

    raise typer.Exit(commands.build(ctx.obj, anew=anew))


@app.command()
def check(ctx: typer.Context) -> None:
    """Ask whether what was built is plausible (Great Expectations).

    [bold]Example[/bold]:  newsledger check
    """
    from orchestration import commands

    raise typer.Exit(commands.check(ctx.obj))


@app.command()
def publish(ctx: typer.Context) -> None:
    """Check, then put the facts where people query them: facts.duckdb.

    [bold]Example[/bold]:  newsledger publish
    """
    from orchestration import commands

    raise typer.Exit(commands.publish(ctx.obj))


@app.command()
def run(ctx: typer.Context, paths: Paths) -> None:
    """All of it: ingest, extract, build, check, publish; ends in the tolls.

    [bold]Examples[/bold]:  newsledger run examples/kazakhstan-2022    newsledger run --home /tmp/trial articles/
    """
    from orchestration import commands

    raise typer.Exit(commands.run(ctx.obj, paths))


@app.command()
def claims(
    ctx: typer.Context,
    form: Annotated[ClaimsFormat, typer.Option("--format", help="How to write them.")] = ClaimsFormat.TABLE,
) -> None:
    """List the published claims, each with its sentence and where it stands.

    [bold]Examples[/bold]:  newsledger claims    newsledger claims --format jsonl > claims.jsonl
    """
    from orchestration import commands

    commands.claims(ctx.obj, form.value)


@app.command()
def sql(
    ctx: typer.Context,
    query: Annotated[str, typer.Argument(help="One SELECT over facts.duckdb.")],
    form: Annotated[RowsFormat, typer.Option("--format", help="How to write the rows.")] = RowsFormat.TABLE,
) -> None:
    """Query the published facts, read-only.

    [bold]Examples[/bold]:  newsledger sql "from fct_detentions"    newsledger sql --format csv "from fct_claims"
    """
    from orchestration import commands

    commands.sql(ctx.obj, query, form.value)


@app.command()
def ui(ctx: typer.Context, port: Annotated[int, typer.Option(help="On 127.0.0.1.", min=1, max=65535)] = 3000) -> None:
    """Start Dagster's web pages on this machine; Ctrl-C stops them.

    [bold]Examples[/bold]:  newsledger ui    newsledger ui --port 3333
    """
    from orchestration import commands

    commands.ui(ctx.obj, port)


app.command()(evaluate)
app.command()(export)
app.command()(why)
for look in (log, seal, verify):
    app.command()(look)
for command in CUSTODY:
    app.command()(command)
app.add_typer(reviewing, name="review")


def main() -> None:
    """Entry point of ``newsledger``."""
    app(prog_name="newsledger")
