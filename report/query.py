"""A person's own SQL against the published facts, read-only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb

from report.database import reading
from report.errors import BadQuery

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rows:
    """Column names and rows, values as DuckDB gives them to Python."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def run_query(facts: Path, query: str) -> Rows:
    """The rows that ``query`` gives; it can neither write nor reach anything beside the database.

    Raises `BadQuery` with DuckDB's own words where the SQL is wrong, `NoFacts` where nothing is published.
    """
    with reading(facts) as connection:
        try:
            if not connection.extract_statements(query):
                raise BadQuery(
                    'There is no query in it. Ask for something, such as `newsledger sql "from fct_claims"`.'
                )
            return rows_of(connection.execute(query))
        except duckdb.Error as error:
            raise BadQuery(
                f"DuckDB will not run this query: {error}. What there is to ask for: "
                '`newsledger sql "from duckdb_tables()"`.'
            ) from error


def rows_of(result: duckdb.DuckDBPyConnection) -> Rows:
    columns = tuple(column[0] for column in result.description or ())
    return Rows(columns, tuple(result.fetchall()) if columns else ())
