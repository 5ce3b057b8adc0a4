"""``newsledger export``: the facts in a shape that others read, to stdout or into a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orchestration.custody import moment_of
from orchestration.screen import say, write

if TYPE_CHECKING:
    from orchestration.settings import Settings


class ExportForm(StrEnum):
    """What ``export`` writes."""

    UCDP = "ucdp"
    ACLED = "acled"
    PLOVER = "plover"
    HXL = "hxl"
    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"
    GEOJSON = "geojson"


class Codebook(StrEnum):
    """How number words become numbers."""

    UCDP = "ucdp"
    LITERAL = "literal"
    ACLED = "acled"


Form = Annotated[ExportForm, typer.Option("--as", help="The shape.")]
Dest = Annotated[Path | None, typer.Argument(help="A file, or a new folder; stdout unless given.", metavar="[DEST]")]
At = Annotated[str | None, typer.Option(metavar="TIME", help="As known then; at the end, unless given.")]
Book = Annotated[Codebook | None, typer.Option(help="Whose figures.  [default: acled for acled, else ucdp]")]


def export(ctx: typer.Context, form: Form, dest: Dest = None, at: At = None, codebook: Book = None) -> None:
    """Write the published facts as others read them: event data sets, tables, a map; see docs/exports.md.

    [bold]Examples[/bold]:  newsledger export --as ucdp events.csv    newsledger export --as xlsx --at 2022-01-09 f.xlsx
    """
    from report.exports import export as deliver

    settings: Settings = ctx.obj
    moment = moment_of(at) if at else None
    delivered = deliver(settings.facts, form.value, to=dest, at=moment, codebook=codebook, stream=write)
    for path in delivered.paths:
        say(f"{path}")
    for note in delivered.notes:
        say(f"  {note}")
