"""Tables as a workbook: a sheet about it, then one per mart. Text is text: never a formula, a link or a number."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from report.errors import BadExport
from report.exports.rows import records
from report.exports.tables import each_table
from report.formats import is_computed, shown_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    import duckdb
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from report.exports.asked import Asked

# Excel's own limits
MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
FIRST_YEAR = 1900
EXACT = 2**53  # a larger number would lose its last digits
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}
BORN = datetime(2000, 1, 1)  # noqa: DTZ001 - the workbook's own date, fixed: the same facts give the same bytes
ABOUT = (
    ("what", "Facts published by newsledger, one sheet per table; times are UTC."),
    ("licence", "Places: GeoNames (https://www.geonames.org), CC BY 4.0."),
)


@dataclass(frozen=True, slots=True)
class Formats:
    """How cells look; ``quoted`` keeps text that would be a formula text, also after somebody edited its cell."""

    days: Format
    times: Format
    quoted: Format

    @classmethod
    def of(cls, book: Workbook) -> Formats:
        """The book's own."""
        return cls(
            days=book.add_format({"num_format": "yyyy-mm-dd"}),
            times=book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
            quoted=book.add_format({"quote_prefix": True}),
        )


def save(connection: duckdb.DuckDBPyConnection, asked: Asked, path: Path) -> None:
    """The workbook; raises `BadExport` where a table has more rows than a sheet holds."""
    from xlsxwriter import Workbook

    with Workbook(str(path), OPTIONS) as book:
        book.set_properties({"created": BORN, "title": "newsledger"})
        formats = Formats.of(book)
        _about(book, asked)
        for mart, result in each_table(connection, asked):
            _fill(book.add_worksheet(mart), result, formats)


def _about(book: Workbook, asked: Asked) -> None:
    sheet = book.add_worksheet("about")
    known = asked.at.astimezone(UTC).isoformat() if asked.at else "at the end"
    for row, pair in enumerate((*ABOUT, ("codebook", asked.codebook), ("as known", known))):
        for column, text in enumerate(pair):
            sheet.write_string(row, column, text)


def _fill(sheet: Worksheet, result: duckdb.DuckDBPyConnection, formats: Formats) -> None:
    columns = [column[0] for column in result.description or ()]
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column)
    _rows(sheet, records(result), formats)


def _rows(sheet: Worksheet, found: Iterable[Mapping[str, Any]], formats: Formats) -> None:
    for row, record in enumerate(found, start=1):
        if row >= MOST_ROWS:
            raise BadExport(
                f"The table {sheet.get_name()} has more rows than a sheet holds ({MOST_ROWS:,}). "
                "Export it as csv or parquet, or as known at an earlier time with --at."
            )
        for place, value in enumerate(record.values()):
            _write(sheet, row, place, value, formats)


def _write(sheet: Worksheet, row: int, place: int, value: object, formats: Formats) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float) and abs(value) <= EXACT:
        sheet.write_number(row, place, value)
    elif isinstance(value, datetime) and value.year >= FIRST_YEAR:
        sheet.write_datetime(row, place, value.astimezone(UTC).replace(tzinfo=None), formats.times)
    elif isinstance(value, date) and not isinstance(value, datetime) and value.year >= FIRST_YEAR:
        sheet.write_datetime(row, place, value, formats.days)
    else:
        text = _text(value)
        sheet.write_string(row, place, text, formats.quoted if is_computed(text) else None)


def _text(value: object) -> str:
    text = json.dumps(value, default=str) if isinstance(value, list | dict | tuple) else str(value)
    shown = shown_text(text)
    return shown if len(shown) <= MOST_CHARACTERS else shown[: MOST_CHARACTERS - 1] + "…"
