"""What a person sees: progress and tables on a terminal, plain lines elsewhere. Only data goes to stdout."""

from __future__ import annotations

import sys
import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from orchestration.errors import StoppedError
    from orchestration.progress import Progress

PIPE_WIDTH = 240
# articles may carry terminal escapes and characters that turn the line around: neither is a person's business
UNSHOWN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def plain(value: object) -> str:
    """As text on one line, with nothing in it that a terminal would obey."""
    text = "" if value is None else str(value)
    return "".join(" " if unicodedata.category(letter) in UNSHOWN else letter for letter in text)


def say(message: str, *, style: str = "") -> None:
    """One line to the person, on stderr."""
    _talk().print(Text(plain(message), style=style), soft_wrap=True)


def show(text: Text) -> None:
    """Text that is plain and styled already, to the person, on stderr."""
    _talk().print(text, soft_wrap=True)


@contextmanager
def working(what: str) -> Iterator[Progress]:
    """Show that something goes on; yields the function that says how far it is."""
    say(what, style="bold")
    with _talk().status(Text(what)) as status:

        def tell(message: str) -> None:
            status.update(Text(plain(message)[:100], style="dim"))

        yield tell


def show_fault(fault: StoppedError) -> None:
    """What, where, why, what to do."""
    say(f"{fault.what}: {fault.why}" if fault.why else fault.what, style="bold red")
    say(f"  where: {fault.where}")
    if fault.remedy:
        say(f"  to do: {fault.remedy}")


def table(columns: Sequence[str], rows: Sequence[Sequence[Any]], *, title: str | None = None, to_stdout: bool) -> None:
    """Draw rows; numbers stand right."""
    drawn = Table(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, padding=0, show_edge=False
    )
    for place, column in enumerate(columns):
        numeric = bool(rows) and all(_is_number(row[place]) for row in rows)
        drawn.add_column(Text(plain(column)), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(plain(value)) for value in row))
    (_paper() if to_stdout else _talk()).print(drawn)


def fitted(
    columns: Sequence[str], rows: Sequence[Sequence[Any]], *, spare: Sequence[str]
) -> tuple[list[str], list[list[Any]]]:
    """Columns and rows for a table on stderr, without as many of ``spare``, in their order, as it takes to fit."""
    kept, room = list(range(len(columns))), _talk().width
    for column in spare:
        if _width(columns, rows, kept) <= room:
            break
        kept.remove(columns.index(column))
    return [columns[place] for place in kept], [[row[place] for place in kept] for row in rows]


def _width(columns: Sequence[str], rows: Sequence[Sequence[Any]], kept: Sequence[int]) -> int:
    """Characters that a line of the table takes, a blank between columns."""
    widest = (max(cell_len(plain(cells[place])) for cells in (columns, *rows)) for place in kept)
    return sum(widest) + len(kept) - 1


def draw(renderables: Iterable[RenderableType]) -> None:
    """Tables that a room has drawn already, to stdout; what they hold is plain."""
    paper = _paper()
    for renderable in renderables:
        paper.print(renderable)


def write(pieces: Iterable[str]) -> None:
    """Data to stdout, as it is."""
    for piece in pieces:
        sys.stdout.write(piece)


def _is_number(value: object) -> bool:
    return value is None or isinstance(value, int | float) or str(value).replace(",", "").isdecimal()


def _talk() -> Console:
    return Console(stderr=True, highlight=False)


def _paper() -> Console:
    console = Console(highlight=False)
    # a pipe has no width of its own, and rich would fold every cell into eighty columns
    return console if console.is_terminal else Console(highlight=False, width=PIPE_WIDTH)
