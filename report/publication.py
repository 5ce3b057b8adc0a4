"""Publishing: the marts as one finished file, put in place in one step."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

from report.database import macros, reading, sql
from report.errors import NoFacts

if TYPE_CHECKING:
    from pathlib import Path

_ROWS_AT_ONCE = 50_000  # keeps a million claims with their sentences well below a gigabyte of memory


@dataclass(frozen=True, slots=True)
class Publication:
    """What was published: the file, and rows by mart."""

    path: Path
    rows: tuple[tuple[str, int], ...]


def publish(warehouse: Path, facts: Path) -> Publication:
    """Copy all marts of ``warehouse`` into a new database and rename it to ``facts``.

    Whoever has the old file open goes on reading it; whoever opens it afterwards gets the new one; a broken-off
    publication leaves the old one in place. Raises `NoFacts` where the warehouse is missing or holds no marts.
    """
    facts.parent.mkdir(parents=True, exist_ok=True)
    aside = facts.with_name(f"{facts.name}.next")
    _remove(aside)
    try:
        rows = _copy_marts(warehouse, aside)
        _put_in_place(aside, facts)
    finally:
        _remove(aside)
    return Publication(facts, rows)


def _copy_marts(warehouse: Path, aside: Path) -> tuple[tuple[str, int], ...]:
    with reading(warehouse) as source, closing(duckdb.connect(str(aside))) as target:
        marts = source.execute(sql("marts")).fetchall()
        if not marts:
            raise NoFacts(f"The warehouse at {warehouse} holds no marts. Run `newsledger build` first.")
        rows = tuple((name, _copy_mart(source, target, name, ddl)) for name, ddl in marts)
        for (statement,) in source.execute(sql("comments")).fetchall():
            target.execute(statement)
        for macro in macros():
            target.execute(macro)
    return rows


def _copy_mart(source: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, name: str, ddl: str) -> int:
    target.execute(ddl)
    batches = source.table(f"marts.{name}").to_arrow_reader(_ROWS_AT_ONCE)
    target.from_arrow(batches).insert_into(name)
    return len(target.table(name))


def _put_in_place(aside: Path, facts: Path) -> None:
    with aside.open("rb") as written:
        os.fsync(written.fileno())
    # Somebody who wrote into the old file left a log of it behind, which is not the new file's.
    _wal(facts).unlink(missing_ok=True)
    aside.replace(facts)


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _wal(path).unlink(missing_ok=True)


def _wal(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")
