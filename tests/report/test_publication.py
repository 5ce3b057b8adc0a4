from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import duckdb
import pytest

from report import publish
from report.errors import NoFacts
from tests.dbt_project.kazakhstan import kazakhstan, rows

if TYPE_CHECKING:
    from pathlib import Path

MARTS = {
    "dim_articles",
    "dim_codebook_phrases",
    "dim_codebooks",
    "dim_crises",
    "dim_quarantine",
    "dim_rejections",
    "dim_groups",
    "dim_outlets",
    "dim_places",
    "dim_sources",
    "dim_voices",
    "fct_states",
    "fct_casualties",
    "fct_claims",
    "fct_conflicts",
    "fct_deployments",
    "fct_detentions",
    "fct_displacements",
    "fct_measurements",
    "meta",
}
READER = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=True)
print(connection.execute("select count(*) from fct_claims").fetchone()[0], flush=True)
sys.stdin.readline()
print(connection.execute("select count(*) from fct_claims").fetchone()[0], flush=True)
"""


@pytest.fixture
def warehouse() -> Path:
    return kazakhstan() / "warehouse.duckdb"


def test_publish_copies_every_mart_row_for_row(warehouse: Path, tmp_path: Path) -> None:
    publication = publish(warehouse.with_name("event_log.duckdb"), warehouse, tmp_path / "facts.duckdb")
    assert {name for name, _ in publication.rows} == MARTS
    with duckdb.connect(str(publication.path), read_only=True) as facts:
        for name, count in publication.rows:
            copied = facts.execute(f"from {name} order by all").fetchall()
            assert len(copied) == count
            assert copied == rows(kazakhstan(), f"from marts.{name} order by all")


def test_a_path_is_a_path_and_no_sql(warehouse: Path, tmp_path: Path) -> None:
    home = tmp_path / "o'brien' as x; --"
    shutil.copytree(warehouse.parent, home)
    publication = publish(home / "event_log.duckdb", home / "warehouse.duckdb", home / "facts.duckdb")
    assert dict(publication.rows)["fct_claims"] > 0


@pytest.mark.parametrize("mart", ["fct_casualties", "fct_detentions", "fct_displacements", "fct_deployments"])
def test_figures_of_one_codebook_and_moment_lie_together(warehouse: Path, tmp_path: Path, mart: str) -> None:
    home = tmp_path / "home"
    shutil.copytree(warehouse.parent, home)
    with duckdb.connect(str(home / "warehouse.duckdb")) as shuffled:
        shuffled.execute(f"create table anyhow as from marts.{mart} order by hash(fact_id)")
        shuffled.execute(f"delete from marts.{mart}")
        shuffled.execute(f"insert into marts.{mart} from anyhow")
    publish(home / "event_log.duckdb", home / "warehouse.duckdb", home / "facts.duckdb")
    with duckdb.connect(str(home / "facts.duckdb"), read_only=True) as facts:
        placed = facts.execute(f"select codebook, known_from from {mart} order by rowid").fetchall()
    assert placed == sorted(placed)


def test_publish_keeps_comments_and_keys(warehouse: Path, tmp_path: Path) -> None:
    publish(warehouse.with_name("event_log.duckdb"), warehouse, tmp_path / "facts.duckdb")
    with duckdb.connect(str(tmp_path / "facts.duckdb"), read_only=True) as facts:
        bare = "select table_name, column_name from duckdb_columns() where not internal and comment is null"
        keys = "select table_name from duckdb_constraints() where constraint_type = 'PRIMARY KEY'"
        assert facts.execute(bare).fetchall() == []
        assert facts.execute("select count(*) from duckdb_tables() where comment is null").fetchone() == (0,)
        # An index over what grows with the log would cost more than writing it; dbt tests those keys instead.
        grows = {"dim_articles"} | {mart for mart in MARTS if mart.startswith("fct_")} - {"fct_states"}
        assert {mart for (mart,) in facts.execute(keys).fetchall()} == MARTS - grows


def test_a_reader_keeps_the_old_file_and_publishing_does_not_wait(warehouse: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.duckdb"
    with duckdb.connect(str(facts)) as old:
        old.execute("create table fct_claims as select 1 as claim_id")
    with subprocess.Popen(
        [sys.executable, "-c", READER, str(facts)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdin is not None
        assert reader.stdout.readline() == "1\n"
        publish(warehouse.with_name("event_log.duckdb"), warehouse, facts)
        reader.stdin.write("\n")
        reader.stdin.flush()
        assert reader.stdout.readline() == "1\n"
    with duckdb.connect(str(facts), read_only=True) as new:
        assert new.execute("select count(*) > 1 from fct_claims").fetchone() == (True,)


def test_a_warehouse_without_marts_leaves_the_old_facts(tmp_path: Path) -> None:
    facts = tmp_path / "facts.duckdb"
    facts.write_bytes(b"what stood before")
    with duckdb.connect(str(tmp_path / "bare.duckdb")) as bare:
        bare.execute("create table nothing (x int)")
    with pytest.raises(NoFacts, match="newsledger build"):
        publish(kazakhstan() / "event_log.duckdb", tmp_path / "bare.duckdb", facts)
    assert facts.read_bytes() == b"what stood before"
    assert {path.name for path in tmp_path.iterdir()} == {"bare.duckdb", "facts.duckdb"}


def test_leftovers_of_a_broken_publication_are_cleared(warehouse: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.duckdb"
    (tmp_path / "facts.duckdb.next").write_bytes(b"half")
    shutil.copy(warehouse, facts)
    facts.with_name("facts.duckdb.wal").write_bytes(b"somebody's own writing")
    publish(warehouse.with_name("event_log.duckdb"), warehouse, facts)
    assert list(tmp_path.iterdir()) == [facts]


def test_a_missing_warehouse_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NoFacts, match="Run `newsledger"):
        publish(tmp_path / "event_log.duckdb", tmp_path / "absent.duckdb", tmp_path / "facts.duckdb")
