"""What a failed data test found, in words: dbt itself says how many rows, not which rule they break."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    from pathlib import Path

# what a data test of ours gives; see dbt_project/macros/broken_rows.sql
COLUMNS = ["broken_rule", "n_rows"]


def broken_rules(warehouse: Path, test: str) -> tuple[str, ...]:
    """The rules that rows of ``warehouse`` break, each with how many, as the SQL of ``test`` counts them.

    None where the test gives rows of another sort, or looks into the event log: its name then has to do.
    """
    with duckdb.connect(warehouse, read_only=True) as connection:
        try:
            found = connection.execute(test)
        except duckdb.Error:
            return ()
        if [name for name, *_ in found.description or ()] != COLUMNS:
            return ()
        return tuple(f"{rule} ({n_rows:,} rows)" for rule, n_rows in found.fetchall())
