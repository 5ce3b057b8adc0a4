"""Tables as CSV (RFC 4180): all figures in one file, or a folder with a file per mart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.exports.rows import ask, batches
from report.exports.tables import each_table
from report.formats import as_csv, csv_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import duckdb

    from report.exports.asked import Asked


def pieces(connection: duckdb.DuckDBPyConnection, asked: Asked) -> Iterator[str]:
    """All figures as known then, with where they lie."""
    yield from _lines(ask(connection, "figures", asked))


def fill(connection: duckdb.DuckDBPyConnection, asked: Asked, folder: Path) -> None:
    """A file per mart into ``folder``, which is there and empty."""
    for mart, result in each_table(connection, asked):
        with (folder / f"{mart}.csv").open("w", encoding="utf-8", newline="") as file:
            file.writelines(_lines(result))


def _lines(result: duckdb.DuckDBPyConnection) -> Iterator[str]:
    found = batches(result)
    yield as_csv(next(found))
    yield from map(csv_rows, found)
