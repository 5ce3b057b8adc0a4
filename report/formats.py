"""Rows as text for other programs; hostile text stays text in all of them."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from report.errors import BadQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from report.query import Rows

# A spreadsheet computes a cell that begins with one of these, also where it is written full-width, small or raised
# (which normalises to it) and after characters that show as nothing.
_FORMULA_STARTS = ("=", "+", "-", "\N{MINUS SIGN}", "@")
_BREAKS = ("\t", "\r", "\n")
_SKIPPED = {"Cc", "Cf", "Zl", "Zp", "Zs"}
# What a terminal obeys, and what turns a line around; line breaks and tabs stay, being text.
_OBEYED = dict.fromkeys((*range(32), *range(127, 160), 8206, 8207, *range(8234, 8239), *range(8294, 8298)), " ")
_UNSEEN = {code: to for code, to in _OBEYED.items() if chr(code) not in "\t\r\n"}


def as_csv(rows: Rows) -> str:
    """RFC 4180 with a header; text that a spreadsheet would compute gets an apostrophe in front."""
    return _csv((rows.columns, *rows.rows))


def as_json(rows: Rows) -> str:
    """One array with an object per row, ASCII only, so that a terminal finds nothing in it to obey."""
    return json.dumps(_objects(rows), default=_plain, indent=1) + "\n"


def as_jsonl(rows: Rows) -> str:
    """One object per line, ASCII only."""
    return "".join(json_line(record) + "\n" for record in _objects(rows))


FORMATS: Mapping[str, Callable[[Rows], str]] = {"csv": as_csv, "json": as_json, "jsonl": as_jsonl}


def csv_rows(rows: Rows) -> str:
    """As `as_csv`, without the header: for rows that come in batches."""
    return _csv(rows.rows)


def formatted(rows: Rows, name: str) -> str:
    """``rows`` in the format called ``name``; raises KeyError for none of `FORMATS`."""
    return FORMATS[name](rows)


def shown_text(text: str) -> str:
    """``text`` with a space for every character that a terminal obeys or that turns a line around."""
    return text.translate(_UNSEEN)


def is_computed(text: str) -> bool:
    """Whether a spreadsheet could take ``text`` for a formula."""
    first = next((letter for letter in text if unicodedata.category(letter) not in _SKIPPED), "")
    return unicodedata.normalize("NFKC", first).startswith(_FORMULA_STARTS) or text.lstrip(" ").startswith(_BREAKS)


def json_line(record: Mapping[str, Any]) -> str:
    return json.dumps(record, default=_plain)


def _objects(rows: Rows) -> list[dict[str, Any]]:
    """Raises `BadQuery` where two columns have one name, of which JSON would lose the first."""
    if twice := sorted({name for name in rows.columns if rows.columns.count(name) > 1}):
        raise BadQuery(f"Several columns are called {', '.join(twice)}, and JSON keeps one. Name them apart with AS.")
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]


def _csv(lines: Iterable[Sequence[object]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_cell(value) for value in line] for line in lines)
    return text.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list | dict | tuple):
        value = json.dumps(value, default=_plain)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return _text_cell(value) if isinstance(value, str) else value


def _text_cell(text: str) -> str:
    shown = shown_text(text)
    return f"'{shown}" if is_computed(shown) else shown


def _plain(value: object) -> object:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return str(value)
