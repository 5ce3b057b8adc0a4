"""Commands of custody: withdraw, release, redact, rebuild, backup, restore. Who asks and why goes into the log."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path  # noqa: TC003 - typer reads the types
from typing import TYPE_CHECKING, Annotated

import click
import typer

from orchestration import commands
from orchestration import custody_steps as steps
from orchestration.account import said, signed
from orchestration.crises import read_crises, take_along
from orchestration.errors import WrongUseError
from orchestration.screen import plain, say, working
from orchestration.steps import init
from orchestration.writer import one_writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from event_log.snapshots import Snapshot
    from orchestration.settings import Settings

Article = Annotated[str, typer.Argument(help="Its id, its address or its file name.", metavar="ARTICLE")]
Reason = Annotated[str, typer.Option("--reason", help="Why; kept in the log.", callback=said)]
By = Annotated[str, signed("Who; kept in the log.")]
Stated = Annotated[str | None, typer.Option(help="As in a sidecar.")]


def withdraw(
    ctx: typer.Context,
    article: Article,
    reason: Reason,
    by: By,
    at: Annotated[str | None, typer.Option(help="When the public could know; now, unless given.")] = None,
) -> None:
    """Rely on an article no more from a time on; its claims stay to be seen, and a later revision stands again.

    [bold]Example[/bold]:  newsledger withdraw 0109-toll.txt --reason "The outlet took it down."
    """
    settings = ledger(ctx)
    moment = moment_of(at) if at else datetime.now(UTC)
    with one_writer(settings, progress=say):
        say(steps.withdraw(settings, article, reason=reason, by=by, at=moment))
    say_what_follows()


def release(
    ctx: typer.Context,
    address: Annotated[str, typer.Argument(help="Where the refused input came from.", metavar="ADDRESS")],
    reason: Reason,
    by: By,
    language: Stated = None,
    published: Stated = None,
    outlet: Stated = None,
) -> None:
    """Let refused input in after all, with what you state about it; the facts stated hold whenever it is met again.

    [bold]Example[/bold]:  newsledger release wire/a.txt --language en --reason "It quotes a German speech."
    """
    told = {"language": language, "published": published, "outlet": outlet}
    settings = ledger(ctx)
    with one_writer(settings, progress=say), refusals_told(address):
        say(steps.release(settings, address, told, reason=reason, by=by))
    say_what_follows()


def redact(
    ctx: typer.Context,
    article: Article,
    reason: Reason,
    by: By,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,  # noqa: FBT002
) -> None:
    """Remove an article's words and bytes for good, where the law demands it; digests and numbers stay.

    [bold]Example[/bold]:  newsledger redact 0109-toll.txt --reason "Court order 12/26."
    """
    settings = ledger(ctx)
    chosen = steps.only_article(settings, article)
    if not yes:
        require_yes(f"Remove all words of {plain(chosen.address)} for good?")
    with one_writer(settings, progress=say), working("Removing words and bytes"):
        say(steps.redact(settings, chosen.article_id, reason=reason, by=by))
        forget_products(settings)
    say("Backups, and files outside this home, still have them: see docs/ledger.md.")
    raise typer.Exit(rebuild_facts(settings))


def rebuild(
    ctx: typer.Context,
    until: Annotated[str | None, typer.Option(help="A position of the log, or a time.")] = None,
    to: Annotated[Path | None, typer.Option(help="Where facts as known then go.", metavar="FILE")] = None,
) -> None:
    """Drop the warehouse and build it anew from the log; with --until, the facts as the ledger knew them then.

    [bold]Examples[/bold]:  newsledger rebuild    newsledger rebuild --until 2026-11-17 --to last-tuesday.duckdb
    """
    settings = ledger(ctx)
    if until is None and to is not None:
        raise WrongUseError(
            what="There is nowhere to put them",
            where=str(to),
            why="--to goes with --until",
            remedy="Give --until too, or leave --to: today's facts are in facts.duckdb.",
        )
    raise typer.Exit(rebuild_facts(settings) if until is None else as_known(settings, until, to))


def backup(
    ctx: typer.Context,
    target: Annotated[Path, typer.Argument(help="A folder that is not there yet.", metavar="DEST")],
) -> None:
    """Copy log, archive and crises.yml elsewhere and verify the copy; the pipeline may run meanwhile.

    [bold]Example[/bold]:  newsledger backup /media/vault/ledger-2026-11-24
    """
    settings = ledger(ctx)
    with working("Copying the log and the archive") as progress:
        kept, findings = steps.back_up(settings, target.absolute(), progress=progress)
    for finding in findings:
        say(f"  {finding}", style="red")
    say(f"{target}: the log up to position {kept.position}, {held(kept)}, head {kept.digest}")
    raise typer.Exit(commands.DONE_WITH_FAULTS if findings else commands.DONE)


def restore(
    ctx: typer.Context, source: Annotated[Path, typer.Argument(help="What `backup` made.", metavar="SRC")]
) -> None:
    """Verify a backup and put it into a home without a log; then build the facts with `newsledger rebuild`.

    [bold]Example[/bold]:  newsledger restore /media/vault/ledger-2026-11-24 --home ~/ledgers/again
    """
    settings: Settings = ctx.obj
    steps.require_backup(source.absolute())
    with one_writer(settings, progress=say), working("Putting the log and the archive back") as progress:
        snapshot = steps.restore(settings, source.absolute(), progress=progress)
    say(f"{settings.home}: the log up to position {snapshot.position}, {held(snapshot)}.")
    say("Build the facts with `newsledger rebuild`.")


COMMANDS = (withdraw, release, redact, rebuild, backup, restore)


def held(snapshot: Snapshot) -> str:
    """What a backup has beside the log."""
    return ", ".join((f"{snapshot.raw_files} raw files", *snapshot.files))


def require_yes(question: str) -> None:
    """Go on only where somebody says yes."""
    try:
        if typer.confirm(question, err=True):
            return
    except click.Abort:  # Ctrl-C, or nobody there to answer
        say("")
        say("Where nobody can answer, --yes does.")
    say("Nothing was done.")
    raise typer.Exit(commands.DONE_WITH_FAULTS)


def ledger(ctx: typer.Context) -> Settings:
    """The settings, where there is a ledger."""
    settings: Settings = ctx.obj
    commands.require_ledger(settings)
    return settings


def moment_of(text: str) -> datetime:
    """A day (its midnight) or a time; UTC where it names no zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise WrongUseError(
            what="This is no time",
            where=text,
            why="it is not of the form 2026-11-24 or 2026-11-24T09:30:00+06:00",
            remedy="Write a day or a time like that.",
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def rebuild_facts(settings: Settings) -> int:
    """Everything after the log, anew; 1 where a test or a check fails, and the published facts stay."""
    read_crises(settings)  # before the warehouse is gone
    with one_writer(settings, progress=say):
        settings.warehouse.unlink(missing_ok=True)
        outcome = commands.build_check_publish(settings)
    if outcome == commands.DONE:
        show_digests(settings.facts)
    return outcome


def as_known(settings: Settings, until: str, to: Path | None) -> int:
    """Facts from the log as it was; built in a folder of its own, so that neither home nor pipeline notice."""
    commit = steps.commit_at(settings, int(until) if until.isdecimal() else moment_of(until))
    target = (to or settings.home / "as_known" / f"{commit.last_position}.duckdb").absolute()
    then = replace(settings, home=settings.home / "as_known" / f".building-{commit.last_position}")
    try:
        with working("Taking the log as it was"):
            steps.copy_log(settings, then, until=commit.last_position)
            take_along(settings, then)
        outcome = commands.build_only(then) or steps.publish_to(then, target)
    finally:
        shutil.rmtree(then.home, ignore_errors=True)
    if outcome == commands.DONE:
        known_at = f"position {commit.last_position}, {commit.recorded_at:%Y-%m-%d %H:%M} UTC"
        say(f"{target}: as the ledger knew it at {known_at}")
        show_digests(target)
    return outcome


def show_digests(facts: Path) -> None:
    """One line per mart on stderr: whoever builds from the same log with the same code gets the same ones."""
    from report import mart_digests

    for name, digest in mart_digests(facts).items():
        say(f"  {digest}  {name}")


def forget_products(settings: Settings) -> None:
    """What was made from the words and may hold them still: models, facts, past facts, Dagster's history of runs."""
    for path in (settings.warehouse, settings.facts):
        path.unlink(missing_ok=True)
        path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
    for folder in (settings.home / "as_known", settings.dagster, settings.dbt, settings.logs):
        shutil.rmtree(folder, ignore_errors=True)
    init(settings)


@contextmanager
def refusals_told(address: str) -> Iterator[None]:
    """In the refusal's own words, with what it says to do."""
    from ingest import FactError, NotReleasedError, RefusedError

    try:
        yield
    except RefusedError as error:
        what, why, remedy = "It is still refused", error.refusal.reason, error.refusal.remedy
    except (NotReleasedError, FactError) as error:
        what, why, remedy = "It is not released", str(error), ""
    else:
        return
    raise WrongUseError(what=what, where=address, why=why, remedy=remedy)


def say_what_follows() -> None:
    """The facts are built from the log, not changed by hand."""
    say("The facts heed it from the next `newsledger rebuild`.")
