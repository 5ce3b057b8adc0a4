"""Rows out of the published facts: one statement per file in ``sql/``, values as parameters."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

import duckdb

from report.errors import BadExport
from report.query import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from report.exports.asked import Asked

ROWS_AT_ONCE = 10_000


def ask(connection: duckdb.DuckDBPyConnection, name: str, asked: Asked, **more: str) -> duckdb.DuckDBPyConnection:
    """Run ``sql/<name>.sql`` with those of the parameters that it names.

    Raises `BadExport` where the facts have not got the tables or columns that it reads.
    """
    text = (resources.files("report.exports") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
    (statement,) = connection.extract_statements(text)
    known = {**asked.parameters, **more}
    try:
        return connection.execute(statement, {each: known[each] for each in statement.named_parameters})
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        raise BadExport(
            f"The published facts have not got what this export reads: {error}. They were built by another version: "
            "build them anew with `newsledger rebuild`."
        ) from error


def batches(result: duckdb.DuckDBPyConnection) -> Iterator[Rows]:
    """A bounded number of rows at a time; at least one batch, so that the columns are told where there are no rows."""
    columns = tuple(column[0] for column in result.description or ())
    found = result.fetchmany(ROWS_AT_ONCE)
    yield Rows(columns, tuple(found))
    while found := result.fetchmany(ROWS_AT_ONCE):
        yield Rows(columns, tuple(found))


def records(result: duckdb.DuckDBPyConnection) -> Iterator[Mapping[str, Any]]:
    """One mapping per row, by column."""
    for batch in batches(result):
        for row in batch.rows:
            yield dict(zip(batch.columns, row, strict=True))
