"""``newsledger log``, ``seal`` and ``verify``: looking at the log, and showing that it is what it was."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from event_log import EventLog
from event_log.chain import GENESIS
from event_log.events import EVENT_TYPES
from event_log.history import Wanted, history, nearest_names, newest_commit, sealed_commit
from orchestration import commands, screen
from orchestration.errors import WrongUseError
from orchestration.log_lines import json_line, line_of, shown_time
from orchestration.screen import say, working
from orchestration.writer import nobody_writing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from event_log import Commit, Recorded
    from event_log.events import Event
    from orchestration.settings import Settings

NEWEST = 100  # that ``log`` shows unless told otherwise
DIGEST = re.compile(r"[0-9a-f]{64}")
TYPES = tuple(kind.event_type for kind in EVENT_TYPES)


class LogFormat(StrEnum):
    """How ``log`` writes."""

    TABLE = "table"
    JSONL = "jsonl"


Article = Annotated[str | None, typer.Option(help="Its id (or 8 characters of it), address or file name.")]
Type = Annotated[str | None, typer.Option("--type", help="Events of this type only, e.g. article_revised.")]
Since = Annotated[str | None, typer.Option(help="Recorded at this time or later; a day, or a time in UTC.")]
Until = Annotated[str | None, typer.Option(help="Recorded before this time.")]
Limit = Annotated[int | None, typer.Option(min=1, help=f"The newest so many.  [default: {NEWEST}; one article: all]")]
Form = Annotated[LogFormat, typer.Option("--format", help="How to write them.")]
Against = Annotated[str | None, typer.Option(metavar="DIGEST", help="A seal: prove that today's log extends that one.")]


def log(
    ctx: typer.Context,
    article: Article = None,
    event_type: Type = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    form: Form = LogFormat.TABLE,
) -> None:
    """Show the log: what happened, in order; with --article, that article's whole life.

    [bold]Examples[/bold]:  newsledger log --article 0109-toll.txt    newsledger log --type article_rejected
    """
    span = {"since": _moment(since), "until": _moment(until)}
    most = limit or (None if article else NEWEST)
    _look(ctx.obj, Wanted(article=article, event_type=_type(event_type), limit=most, **span), form)


def seal(ctx: typer.Context) -> None:
    """Print a digest that vouches for the whole log as it stands: publish it, and `verify --against` it later.

    [bold]Example[/bold]:  newsledger seal >> seals.txt
    """
    commands.require_ledger(ctx.obj)
    last = newest_commit(EventLog(ctx.obj.event_log))
    if last is None:
        screen.write([f"{GENESIS}  position 0  empty\n"])
    else:
        screen.write([f"{last.digest}  position {last.last_position}  {shown_time(last.recorded_at)}\n"])


def verify(ctx: typer.Context, against: Against = None) -> None:
    """Recompute every digest of the log and the archive; name what does not agree.

    [bold]Examples[/bold]:  newsledger verify    newsledger verify --against DIGEST
    """
    digest = None if against is None else _digest(against)
    faults = commands.verify(ctx.obj)
    raise typer.Exit(faults or (0 if digest is None else _hold_against(ctx.obj, digest)))


def _look(settings: Settings, wanted: Wanted, form: LogFormat) -> None:
    commands.require_ledger(settings)
    log = EventLog(settings.event_log)
    found = history(log, wanted)
    if not found and wanted.article:
        _require_known(log, wanted.article)
        say(f"The log has events of {wanted.article}, and the other filters leave none of them.")
    if form is LogFormat.JSONL:
        screen.write(f"{json_line(recorded)}\n" for recorded in found)
    elif wanted.article:
        _tell_life(found)
    else:
        _show(found)


def _hold_against(settings: Settings, digest: str) -> int:
    """1 where the log that verifies today does not begin with the one that was sealed."""
    log = EventLog(settings.event_log)
    with nobody_writing(settings, progress=say), working("Looking for the seal"):
        sealed, head = sealed_commit(log, digest), log.head()
    if sealed is None and digest != GENESIS:
        say(f"No: no commit of this log has the digest {digest}.", style="red")
        say("  It is not the log that was sealed, or what was sealed was rewritten or cut off.")
        say("  To do: check that the digest is whole; then hold the log against a backup from that time.")
        return commands.DONE_WITH_FAULTS
    say(f"Yes: this log extends the one that was sealed {_where(sealed)}; {head.position:,} events now.", style="green")
    return commands.DONE


def _where(sealed: Commit | None) -> str:
    if sealed is None:
        return "empty"
    return f"at position {sealed.last_position:,} (commit {sealed.commit_id:,}, {shown_time(sealed.recorded_at)})"


def _tell_life(found: Sequence[Recorded[Event]]) -> None:
    """One line an event, whole; a line for each commit that says when and by what."""
    commit = None
    for recorded in found:
        if commit != (recorded.recorded_at, recorded.run_id, recorded.producer):
            commit = (recorded.recorded_at, recorded.run_id, recorded.producer)
            told = f"{shown_time(recorded.recorded_at)}  {recorded.producer}  run {recorded.run_id}"
            screen.write([f"{screen.plain(told)}\n"])
        screen.write([screen.plain(f"  {recorded.position:>7}  {line_of(recorded.event)}") + "\n"])


def _require_known(log: EventLog, article: str) -> None:
    if history(log, Wanted(article=article, limit=1)):
        return
    near = nearest_names(log, article)
    example = f" The nearest to it: {', '.join(near)}." if near else ""
    raise WrongUseError(
        what=f"No article is called {article!r}",
        where=str(log.path),
        why="nothing in the log has this id, address or file name, or an id that begins so (with 8 characters or more)",
        remedy=f"Look for it in `newsledger log`, whose column `stream` begins with the id.{example}",
    )


def _show(found: Sequence[Recorded[Event]]) -> None:
    rows = [
        (
            recorded.position,
            shown_time(recorded.recorded_at),
            recorded.event.event_type,
            recorded.stream[:20],
            line_of(recorded.event),
        )
        for recorded in found
    ]
    screen.table(("position", "recorded", "type", "stream", "what"), rows, to_stdout=True)


def _type(given: str | None) -> str | None:
    if given is not None and given not in TYPES:
        raise _wrong(f"There is no event type {given!r}", f"it is one of {', '.join(TYPES)}", "Take one of them.")
    return given


def _moment(given: str | None) -> datetime | None:
    if given is None:
        return None
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        example = "Write 2026-11-24 or 2026-11-24T09:30."
        raise _wrong(f"{given!r} is no time", "it is not written as ISO 8601 has it", example) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _digest(given: str) -> str:
    digest = given.lower().partition("  ")[0].strip()  # the line that `seal` prints may be given whole
    if not DIGEST.fullmatch(digest):
        why = f"a seal has 64 digits from 0 to f, this has {len(digest)} characters"
        raise _wrong("That is no seal", why, "Give the whole digest that `newsledger seal` printed.")
    return digest


def _wrong(what: str, why: str, remedy: str) -> WrongUseError:
    return WrongUseError(what=what, where="the command line", why=why, remedy=remedy)
