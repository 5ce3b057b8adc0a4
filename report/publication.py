"""Publishing: the marts as one finished file, put in place in one step."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb

from report.database import macros, reading, sql
from report.errors import NoFacts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Publication:
    """What was published: the file, and rows by mart."""

    path: Path
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Marts:
    """By name of a mart the statements that make and fill it, and all that make the comments."""

    tables: tuple[tuple[str, str, str], ...]
    comments: tuple[str, ...]


def publish(event_log: Path, warehouse: Path, facts: Path) -> Publication:
    """Copy all marts of ``warehouse`` into a new database and rename it to ``facts``.

    What of them the warehouse only points to is read from ``event_log``. Whoever has the old file open goes on reading
    it; whoever opens it afterwards gets the new one; a broken-off publication leaves the old one in place. Raises
    `NoFacts` where the warehouse is missing or holds no marts.
    """
    facts.parent.mkdir(parents=True, exist_ok=True)
    aside = facts.with_name(f"{facts.name}.next")
    _remove(aside)
    try:
        rows = _copy_marts(_listed(warehouse), {"warehouse": warehouse, "event_log": event_log}, aside)
        _put_in_place(aside, facts)
    finally:
        _remove(aside)
    return Publication(facts, rows)


def _listed(warehouse: Path) -> _Marts:
    with reading(warehouse) as source:
        marts = source.execute(sql("marts")).fetchall()
        if not marts:
            raise NoFacts(f"The warehouse at {warehouse} holds no marts. Run `newsledger build` first.")
        return _Marts(tuple(marts), tuple(comment for (comment,) in source.execute(sql("comments")).fetchall()))


def _copy_marts(marts: _Marts, sources: Mapping[str, Path], aside: Path) -> tuple[tuple[str, int], ...]:
    # of a large ledger, what does not fit waits on disk, as in a build
    config: dict[str, Any] = {
        "memory_limit": "1500MB",
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    with closing(duckdb.connect(str(aside), config=config)) as target:
        for name, path in sources.items():
            _attach(target, name, path)
        rows = tuple((name, _copy_mart(target, ddl, filling)) for name, ddl, filling in marts.tables)
        for statement in (*marts.comments, *macros()):
            target.execute(statement)
    return rows


def _attach(target: duckdb.DuckDBPyConnection, name: str, path: Path) -> None:
    statement = target.execute(sql("attach"), {"name": name, "path": str(path)}).fetchall()[0][0]
    target.execute(statement)


def _copy_mart(target: duckdb.DuckDBPyConnection, ddl: str, filling: str) -> int:
    target.execute(ddl)
    return int(target.execute(filling).fetchall()[0][0])


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
