"""What a person sees: progress and tables on a terminal, plain lines elsewhere. Only data goes to stdout."""

from __future__ import annotations

import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orchestration.errors import StoppedError
    from orchestration.progress import Progress

# articles may carry terminal escapes and characters that turn the line around: neither is a person's business
UNSHOWN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def plain(value: object) -> str:
    """As text on one line, with nothing in it that a terminal would obey."""
    text = "" if value is None else str(value)
    return "".join(" " if unicodedata.category(letter) in UNSHOWN else letter for letter in text)


def say(message: str, *, style: str = "") -> None:
    """One line to the person, on stderr."""
    _talk().print(Text(plain(message), style=style), soft_wrap=True)


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
    say(f"{fault.what}: {fault.why}", style="bold red")
    say(f"  where: {fault.where}")
    say(f"  to do: {fault.remedy}")


def table(columns: Sequence[str], rows: Sequence[Sequence[Any]], *, title: str | None = None, to_stdout: bool) -> None:
    """Draw rows; numbers stand right."""
    drawn = Table(title=title, title_justify="left", title_style="bold")
    for place, column in enumerate(columns):
        numeric = all(isinstance(row[place], int | float) or row[place] is None for row in rows)
        drawn.add_column(Text(plain(column)), justify="right" if rows and numeric else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(_cell(value)) for value in row))
    (Console(soft_wrap=False) if to_stdout else _talk()).print(drawn)


def _cell(value: object) -> str:
    return f"{value:,.0f}" if isinstance(value, float) and value.is_integer() else plain(value)


def _talk() -> Console:
    return Console(stderr=True, highlight=False)
