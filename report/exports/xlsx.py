"""Tables as a workbook: a sheet about it, then one per mart. Text is text: never a formula, a link or a number."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from report.errors import BadExport
from report.exports.rows import records
from report.exports.tables import each_table
from report.formats import shown_text

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


def save(connection: duckdb.DuckDBPyConnection, asked: Asked, path: Path) -> None:
    """The workbook; raises `BadExport` where a table has more rows than a sheet holds."""
    from xlsxwriter import Workbook

    with Workbook(str(path), OPTIONS) as book:
        book.set_properties({"created": BORN, "title": "newsledger"})
        days, times = (
            book.add_format({"num_format": "yyyy-mm-dd"}),
            book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        )
        _about(book, asked)
        for mart, result in each_table(connection, asked):
            _fill(book.add_worksheet(mart), result, days, times)


def _about(book: Workbook, asked: Asked) -> None:
    sheet = book.add_worksheet("about")
    known = asked.at.astimezone(UTC).isoformat() if asked.at else "at the end"
    for row, pair in enumerate((*ABOUT, ("codebook", asked.codebook), ("as known", known))):
        for column, text in enumerate(pair):
            sheet.write_string(row, column, text)


def _fill(sheet: Worksheet, result: duckdb.DuckDBPyConnection, days: Format, times: Format) -> None:
    columns = [column[0] for column in result.description or ()]
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column)
    _rows(sheet, records(result), days, times)


def _rows(sheet: Worksheet, found: Iterable[Mapping[str, Any]], days: Format, times: Format) -> None:
    for row, record in enumerate(found, start=1):
        if row >= MOST_ROWS:
            raise BadExport(
                f"The table {sheet.get_name()} has more rows than a sheet holds ({MOST_ROWS:,}). "
                "Export it as csv or parquet, or as known at an earlier time with --at."
            )
        for place, value in enumerate(record.values()):
            _write(sheet, row, place, value, days, times)


def _write(sheet: Worksheet, row: int, place: int, value: object, days: Format, times: Format) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float) and abs(value) <= EXACT:
        sheet.write_number(row, place, value)
    elif isinstance(value, datetime) and value.year >= FIRST_YEAR:
        sheet.write_datetime(row, place, value.astimezone(UTC).replace(tzinfo=None), times)
    elif isinstance(value, date) and not isinstance(value, datetime) and value.year >= FIRST_YEAR:
        sheet.write_datetime(row, place, value, days)
    else:
        sheet.write_string(row, place, _text(value))


def _text(value: object) -> str:
    text = json.dumps(value, default=str) if isinstance(value, list | dict | tuple) else str(value)
    shown = shown_text(text)
    return shown if len(shown) <= MOST_CHARACTERS else shown[: MOST_CHARACTERS - 1] + "…"
