"""Exports of facts that dbt really built; runs as soon as every mart that exports read has its model."""

from __future__ import annotations

import functools
from pathlib import Path

import duckdb
import pytest

from report import publish
from report.exports import EXPORTS, export
from report.exports.tables import TABLES
from tests.dbt_project.kazakhstan import kazakhstan, new_home
from tests.report.published import DDL

MODELS = Path(__file__).resolve().parents[2] / "dbt_project" / "models" / "marts"
MISSING = [table.mart for table in TABLES if not (MODELS / f"{table.mart}.sql").is_file()]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not built yet: {', '.join(MISSING)}")


@functools.cache
def facts() -> Path:
    home = kazakhstan()
    return publish(home / "event_log.duckdb", home / "warehouse.duckdb", new_home() / "facts.duckdb").path


def columns(connection: duckdb.DuckDBPyConnection) -> set[tuple[str, ...]]:
    return set(connection.execute("select table_name, column_name from duckdb_columns() where not internal").fetchall())


def test_facts_made_by_hand_have_the_columns_that_are_built() -> None:
    with duckdb.connect() as by_hand, duckdb.connect(str(facts()), read_only=True) as built:
        by_hand.execute(DDL)
        assert columns(by_hand) - columns(built) == set()


@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_can_be_made_of_what_is_built(name: str, tmp_path: Path) -> None:
    target = tmp_path / f"out{EXPORTS[name].suffixes[0]}"
    export(facts(), name, to=target, stream=list)
    assert target.stat().st_size > 0
