"""Which marts go into an export of tables, and which statement reads each as of a moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.exports.rows import ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

    from report.exports.asked import Asked


@dataclass(frozen=True, slots=True)
class Table:
    """A mart by its name, read by ``sql/<statement>.sql``."""

    mart: str
    statement: str

    def read(self, connection: duckdb.DuckDBPyConnection, asked: Asked) -> duckdb.DuckDBPyConnection:
        return ask(connection, self.statement, asked, mart=self.mart)


TABLES = (
    Table("fct_casualties", "intervals"),
    Table("fct_detentions", "intervals"),
    Table("fct_displacements", "intervals"),
    Table("fct_deployments", "intervals"),
    Table("fct_states", "states"),
    Table("fct_conflicts", "conflicts"),
    Table("fct_claims", "claims"),
    Table("dim_articles", "articles"),
    Table("dim_voices", "whole"),
    Table("dim_places", "whole"),
    Table("dim_crises", "whole"),
    Table("meta", "whole"),
)


def each_table(connection: duckdb.DuckDBPyConnection, asked: Asked) -> Iterator[tuple[str, duckdb.DuckDBPyConnection]]:
    """Name and rows of each mart; a result is to be read before the next is asked for."""
    for table in TABLES:
        yield table.mart, table.read(connection, asked)
