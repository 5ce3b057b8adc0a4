"""No traceback reaches a person: what went wrong is told in words, and the details go to a file."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from typing import Any

import click
import typer
from typer.core import TyperGroup

from event_log.faults import disk_error
from event_log.snapshots import BadSnapshot, SpoiledSnapshot
from orchestration import screen
from orchestration.errors import StoppedError, WrongUseError
from orchestration.settings import Settings

WRONG_USE = 2
FAULT = 3
AGAIN = "What is in the log stays; the same command may be given again."
ROOMS = {"event_log", "ingest", "extractors", "expectations", "report", "review", "evaluation"}
INTERRUPTED = 130  # 128 + SIGINT, as shells have it


class GuardedGroup(TyperGroup):
    """Takes ``--home`` after the command too, where hands put it; turns failures into words and exit codes."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Move ``--home DIR`` to the front."""
        return super().parse_args(ctx, home_first(args))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; leave only by a result, by click's own exceptions or by an exit code."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            screen.say("Stopped. Nothing is half-done: the same command goes on from here.")
            raise typer.Exit(INTERRUPTED) from None
        except Exception as error:  # noqa: BLE001 - the last line before a person
            screen.show_fault(as_stopped(error, ctx.obj))
            raise typer.Exit(WRONG_USE if is_wrong_use(error) else FAULT) from None


def home_first(args: list[str]) -> list[str]:
    """``[run, x, --home, d]`` becomes ``[--home, d, run, x]``; words after ``--`` stay where they are."""
    end = args.index("--") if "--" in args else len(args)
    places = [place for place, word in enumerate(args[:end]) if word == "--home" or word.startswith("--home=")]
    moved = {index for place in places for index in ((place,) if "=" in args[place] else (place, place + 1))}
    front = [word for place, word in enumerate(args) if place in moved]
    return front + [word for place, word in enumerate(args) if place not in moved]


def is_wrong_use(error: Exception) -> bool:
    """Whether the person can put it right by asking otherwise; ``report`` and ``review`` raise nothing else."""
    if isinstance(error, BadSnapshot):
        return not isinstance(error, SpoiledSnapshot)
    return isinstance(error, WrongUseError) or _room_of(error) in {"report", "review"}


def as_stopped(error: Exception, settings: Settings | None) -> StoppedError:
    """The error itself where it is told for people already, else one that says where the details are."""
    if isinstance(error, StoppedError):
        return error
    if _room_of(error) in ROOMS:  # what a room raises is told for people already, with what to do
        return StoppedError(what=str(error), where=_home(settings), why="", remedy="")
    if disk := disk_error((settings or Settings.at()).home, error):
        return StoppedError(what=str(disk), where=_home(settings), why="", remedy="")
    log = keep_details(error, settings)
    return StoppedError(
        what="newsledger met a fault it did not expect",
        where=_home(settings),
        why=f"{type(error).__name__}: {error}",
        remedy=f"{AGAIN} Details: {log}",
    )


def _room_of(error: Exception) -> str:
    return type(error).__module__.partition(".")[0]


def _home(settings: Settings | None) -> str:
    return str(settings.home) if settings else "before the home was known"


def keep_details(error: Exception, settings: Settings | None) -> str:
    """Write the traceback into the home's ``logs``; gives back where, or why it could not be kept."""
    details = "".join(traceback.format_exception(error))
    try:
        folder = (settings or Settings.at()).logs
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"fault-{datetime.now(UTC):%Y%m%dT%H%M%S}.log"
        path.write_text(details, encoding="utf-8")
    except OSError as unwritable:
        return f"could not be kept ({unwritable})"
    return str(path)
