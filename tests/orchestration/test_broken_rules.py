from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from orchestration.broken_rules import broken_rules

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    path = tmp_path / "warehouse.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("create table broken as select 'kind is null' as broken_rule, 1200 as n_rows")
    return path


def test_broken_rules_are_told_with_how_many_rows_break_them(warehouse: Path) -> None:
    assert broken_rules(warehouse, "from broken") == ("kind is null (1,200 rows)",)


@pytest.mark.parametrize("test", ["select 1 as n_rows", "from event_log.main.commits", "no SQL"])
def test_a_test_of_another_sort_is_told_by_its_name_alone(warehouse: Path, test: str) -> None:
    assert broken_rules(warehouse, test) == ()
