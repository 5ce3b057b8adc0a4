"""``newsledger evaluate``: asks ``evaluation`` for figures, shows them, and holds them against their floors."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orchestration.errors import WrongUseError
from orchestration.screen import draw, say, working, write

if TYPE_CHECKING:
    from evaluation.request import Measured, Request

GOLD = "Gold files and their articles, else the bundled gold."
Folders = Annotated[list[Path] | None, typer.Argument(help=GOLD, metavar="[GOLD_DIR ARTICLES_DIR]")]
Names = Annotated[list[str] | None, typer.Option("--extractor", help="rules or baseline; twice compares them.")]
Families = Annotated[list[str] | None, typer.Option("--family", help="Only this family; may be given again.")]
Misses = Annotated[bool, typer.Option("--misses", help="Show every miss beside its sentence.")]
Json = Annotated[bool, typer.Option("--json", help="The figures alone, as JSON.")]
Html = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write a page with all claims marked.")]
Pin = Annotated[bool, typer.Option("--pin", help="Raise the floors to what is measured.")]
Lower = Annotated[bool, typer.Option("--lower", help="With --pin and --reason: lower them where they do not hold.")]
Reason = Annotated[str, typer.Option("--reason", help="Why floors are lowered; kept beside them.")]


def evaluate(  # noqa: PLR0913, PLR0917 - each is an option
    folders: Folders = None,
    names: Names = None,
    families: Families = None,
    misses: Misses = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
    html: Html = None,
    pin: Pin = False,  # noqa: FBT002
    lower: Lower = False,  # noqa: FBT002
    reason: Reason = "",
) -> None:
    """Measure how right the claims are; 1 where a floor does not hold.

    [bold]Examples[/bold]:  newsledger evaluate --misses    newsledger evaluate gold/ articles/ --html page.html
    """
    request = requested(folders, names, families)
    require_pinning(request, pin=pin, lower=lower, reason=reason)
    measured = measure(request)
    show(measured, misses=misses, as_json=as_json, html=html)
    raise typer.Exit(hold(request, measured, pin=pin, lower=lower, reason=reason))


def requested(folders: list[Path] | None, names: list[str] | None, families: list[str] | None) -> Request:
    from evaluation.request import OWN, Request

    return Request(folders=tuple(folders or ()), extractors=tuple(names or (OWN,)), families=frozenset(families or ()))


def require_pinning(request: Request, *, pin: bool, lower: bool, reason: str) -> None:
    """Wrong use where floors would be pinned by half, or lowered without a reason."""
    if (lower or reason) and not (pin and lower and reason.strip()):
        raise wrong("Lowering floors takes all of --pin, --lower and --reason")
    if pin and not request.is_whole:
        raise wrong("Floors are pinned by a whole evaluation: no folders, no --family, and the rules")


def measure(request: Request) -> Measured:
    from evaluation.gold_files import GoldError
    from evaluation.request import RequestError, evaluate

    try:
        with working("Measuring") as progress:
            return evaluate(request, progress=progress)
    except (RequestError, GoldError) as error:
        raise wrong(str(error)) from error


def show(measured: Measured, *, misses: bool, as_json: bool, html: Path | None) -> None:
    from evaluation.page import page
    from evaluation.request import as_figures
    from evaluation.terminal import report

    if as_json:
        write([json.dumps(as_figures(measured), indent=1), "\n"])
    else:
        draw(table for of_set in measured for table in report(of_set, misses=misses))
    if html is not None:
        write_file(html, page(each for of_set in measured for each in of_set))


def write_file(path: Path, content: str) -> None:
    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise wrong(f"The page cannot be written to {path} ({error.strerror})") from error
    say(f"The page is in {path}.")


def hold(request: Request, measured: Measured, *, pin: bool, lower: bool, reason: str) -> int:
    """Pin the floors, or ask whether they hold; the exit code."""
    from evaluation.floors import LoweringError
    from evaluation.request import below_floors, pin_floors

    try:
        if pin:
            pin_floors(measured, today=datetime.now(UTC).date(), lower=lower, reason=reason)
    except LoweringError as error:
        raise wrong(str(error)) from error
    findings = below_floors(measured) if request.is_whole else ()
    for finding in findings:
        say(f"  {finding}", style="red")
    return 1 if findings else 0


def wrong(what: str) -> WrongUseError:
    return WrongUseError(what=what, where="evaluate", why="", remedy="See `newsledger evaluate --help`.")
