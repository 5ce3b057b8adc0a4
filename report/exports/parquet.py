"""Tables as Parquet, typed as in the marts: all figures in one file, or a folder with a file per mart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.exports.rows import ask
from report.exports.tables import each_table

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

    from report.exports.asked import Asked

ROWS_IN_A_GROUP = 50_000


def save(connection: duckdb.DuckDBPyConnection, asked: Asked, path: Path) -> None:
    """All figures as known then, with where they lie."""
    _write(ask(connection, "figures", asked), path)


def fill(connection: duckdb.DuckDBPyConnection, asked: Asked, folder: Path) -> None:
    """A file per mart into ``folder``, which is there and empty."""
    for mart, result in each_table(connection, asked):
        _write(result, folder / f"{mart}.parquet")


def _write(result: duckdb.DuckDBPyConnection, path: Path) -> None:
    from pyarrow import parquet

    # DuckDB may not write files itself here: a connection to the facts reaches nothing beside them.
    reader = result.to_arrow_reader(ROWS_IN_A_GROUP)
    with parquet.ParquetWriter(path, reader.schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_batch(batch)
