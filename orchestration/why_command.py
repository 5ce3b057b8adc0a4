"""``newsledger why``: a figure explained, in words or as a table."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from orchestration import screen

if TYPE_CHECKING:
    from orchestration.settings import Settings


class WhyFormat(StrEnum):
    """How ``why`` writes."""

    TEXT = "text"
    TABLE = "table"
    CSV = "csv"
    JSON = "json"


FactId = Annotated[
    str, typer.Argument(help="A figure's fact_id, or the first 8 characters or more.", metavar="FACT_ID")
]
Form = Annotated[WhyFormat, typer.Option("--format", help="In words, or a row per claim.")]


def why(ctx: typer.Context, fact_id: FactId, form: Form = WhyFormat.TEXT) -> None:
    """Say why a figure is what it is: by which rule, on which sentences, and why other claims did not decide it.

    [bold]Examples[/bold]:  newsledger why 6bd1a3ae    newsledger why 6bd1a3ae --format csv
    """
    from report import explain, explanation_rows, formatted, told

    settings: Settings = ctx.obj
    if form is WhyFormat.TEXT:
        screen.write(f"{screen.plain(line)}\n" for line in told(explain(settings.facts, fact_id.strip())))
        return
    rows = explanation_rows(settings.facts, fact_id.strip())
    if form is WhyFormat.TABLE:
        screen.table(rows.columns, rows.rows, to_stdout=True)
    else:
        screen.write([formatted(rows, form.value)])
