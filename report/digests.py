"""A digest per mart: the same log and the same code give the same ones, on any machine, with any number of threads."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from duckdb import ColumnExpression

from report.database import reading, sql
from report.formats import json_line

if TYPE_CHECKING:
    from pathlib import Path

    from duckdb import DuckDBPyConnection

_ROWS_AT_ONCE = 10_000


def mart_digests(facts: Path) -> dict[str, str]:
    """SHA-256 over the rows of each published mart, in the order of all their columns, by name of the mart."""
    with reading(facts) as connection:
        names = [row[0] for row in connection.execute(sql("published_marts")).fetchall()]
        return {name: _digest(connection, name) for name in names}


def _digest(connection: DuckDBPyConnection, name: str) -> str:
    mart = connection.table(name)
    rows = mart.sort(*(ColumnExpression(column) for column in mart.columns))
    digest = hashlib.sha256(json_line({"columns": mart.columns}).encode())
    while found := rows.fetchmany(_ROWS_AT_ONCE):
        for row in found:
            digest.update(b"\n" + json_line(dict(zip(mart.columns, row, strict=True))).encode())
    return digest.hexdigest()
