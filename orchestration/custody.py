"""Commands of custody: withdraw, release, redact, rebuild, backup, restore. Who asks and why goes into the log."""

from __future__ import annotations

import getpass
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path  # noqa: TC003 - typer reads the types
from typing import TYPE_CHECKING, Annotated

import typer

from event_log import Archive, EventLog
from orchestration import commands, steps
from orchestration.errors import StoppedError, WrongUseError
from orchestration.screen import say, working
from orchestration.writer import one_writer

if TYPE_CHECKING:
    from orchestration.settings import Settings

Article = Annotated[str, typer.Argument(help="Its id, its address or its file name.", metavar="ARTICLE")]
Reason = Annotated[str, typer.Option("--reason", help="Why; kept in the log.")]
By = Annotated[str, typer.Option("--by", help="Who; kept in the log.", default_factory=getpass.getuser)]
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
    from review import withdraw as take_back

    settings = ledger(ctx)
    moment = moment_of(at) if at else datetime.now(UTC)
    with one_writer(settings, progress=say):
        taken, is_new = take_back(
            EventLog(settings.event_log),
            article,
            reason=reason,
            withdrawn_by=by,
            withdrawn_at=moment,
            run_id=steps.new_run_id(),
        )
    say(f"{taken.address} is withdrawn from {moment:%Y-%m-%d %H:%M} UTC." if is_new else "It was withdrawn before.")
    say_what_follows()


def release(  # noqa: PLR0913, PLR0917 - each is an option
    ctx: typer.Context,
    address: Annotated[str, typer.Argument(help="Where the refused input came from.", metavar="ADDRESS")],
    reason: Reason,
    by: By,
    language: Stated = None,
    published: Stated = None,
    outlet: Stated = None,
    title: Stated = None,
    url: Stated = None,
    author: Stated = None,
) -> None:
    """Let refused input in after all, with what you state about it; the facts stated hold whenever it is met again.

    [bold]Example[/bold]:  newsledger release wire/a.txt --language en --reason "It quotes a German speech."
    """
    import ingest as room

    settings = ledger(ctx)
    told = {
        "language": language,
        "published": published,
        "outlet": outlet,
        "title": title,
        "url": url,
        "author": author,
    }
    try:
        stated = room.stated_facts({name: value for name, value in told.items() if value is not None})
        with one_writer(settings, progress=say):
            released = room.release(
                address,
                stated=stated,
                reason=reason,
                released_by=by,
                log=EventLog(settings.event_log),
                archive=Archive(settings.archive),
                settings=room.IngestSettings(),
                run_id=steps.new_run_id(),
            )
    except (room.NotReleasedError, room.RefusedError, room.FactError) as error:
        raise not_released(address, error) from error
    say(f"{released.address} is in the ledger, as article {released.article_id}.")
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
    from event_log.redaction import redact as remove
    from review.withdrawals import only_article

    settings = ledger(ctx)
    log = EventLog(settings.event_log)
    chosen = only_article(log, article)
    if not yes:
        typer.confirm(f"Remove all words of {chosen.address} for good?", abort=True, err=True)
    with one_writer(settings, progress=say), working("Removing words and bytes"):
        done = remove(
            log,
            Archive(settings.archive),
            chosen.article_id,
            reason=reason,
            redacted_by=by,
            run_id=steps.new_run_id(),
        )
        forget_products(settings)
    say(
        f"{done.row_count} rows lost their words, {len(done.raw_digests)} raw files are gone; digests and numbers stay."
    )
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
    """Copy log and archive elsewhere and verify the copy; the pipeline may run meanwhile.

    [bold]Example[/bold]:  newsledger backup /media/vault/ledger-2026-11-24
    """
    from event_log.snapshots import back_up

    settings = ledger(ctx)
    with working("Copying the log and the archive") as progress:
        kept, findings = back_up(
            EventLog(settings.event_log), Archive(settings.archive), target.absolute(), progress=progress
        )
    for finding in findings:
        say(f"  {finding}", style="red")
    say(f"{target}: the log up to position {kept.position}, {kept.raw_files} raw files, head {kept.digest}")
    raise typer.Exit(commands.DONE_WITH_FAULTS if findings else commands.DONE)


def restore(
    ctx: typer.Context, source: Annotated[Path, typer.Argument(help="What `backup` made.", metavar="SRC")]
) -> None:
    """Verify a backup and put it into a home without a log; then build the facts with `newsledger rebuild`.

    [bold]Example[/bold]:  newsledger restore /media/vault/ledger-2026-11-24 --home ~/ledgers/again
    """
    from event_log.snapshots import restore as put_back

    settings: Settings = ctx.obj
    with one_writer(settings, progress=say), working("Putting the log and the archive back") as progress:
        snapshot = put_back(
            source.absolute(), EventLog(settings.event_log), Archive(settings.archive), progress=progress
        )
        steps.init(settings)
    say(f"{settings.home}: the log up to position {snapshot.position}, {snapshot.raw_files} raw files.")
    say("Build the facts with `newsledger rebuild`.")


COMMANDS = (withdraw, release, redact, rebuild, backup, restore)


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
    with one_writer(settings, progress=say):
        settings.warehouse.unlink(missing_ok=True)
        outcome = commands.build_check_publish(settings)
    if outcome == commands.DONE:
        show_digests(settings.facts)
    return outcome


def as_known(settings: Settings, until: str, to: Path | None) -> int:
    """Facts from the log as it was; built in a folder of its own, so that neither home nor pipeline notice."""
    from event_log.snapshots import copy_as_of, last_commit_at
    from report import publish

    log = EventLog(settings.event_log)
    commit = last_commit_at(log, int(until) if until.isdecimal() else moment_of(until))
    target = (to or settings.home / "as_known" / f"{commit.last_position}.duckdb").absolute()
    then = replace(settings, home=settings.home / "as_known" / f".building-{commit.last_position}")
    try:
        with working("Taking the log as it was"):
            copy_as_of(log, then.event_log, until=commit.last_position)
        outcome = commands.build_only(then)
        if outcome == commands.DONE:
            publish(then.warehouse, target)
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
    steps.init(settings)


def not_released(address: str, error: Exception) -> StoppedError:
    """In the refusal's own words, with what it says to do."""
    refusal = getattr(error, "refusal", None)
    return WrongUseError(
        what="It is still refused" if refusal else "It is not released",
        where=address,
        why=refusal.reason if refusal else str(error),
        remedy=refusal.remedy if refusal else "",
    )


def say_what_follows() -> None:
    """The facts are built from the log, not changed by hand."""
    say("The facts heed it from the next `newsledger rebuild`.")
