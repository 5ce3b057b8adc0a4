"""The same log gives the same rows, whoever builds them and with however many threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from report import mart_digests, publish
from report.database import reading
from tests.dbt_project.building import dbt
from tests.dbt_project.kazakhstan import ARTICLES, build

if TYPE_CHECKING:
    from pathlib import Path

MODELS = ("build", "--exclude-resource-type", "unit_test", "test")


@pytest.fixture(scope="module")
def home() -> Path:
    return build(ARTICLES, *MODELS)


# Marts of rules alone, and those that the example has nothing for.
UNTOUCHED = {
    "dim_codebook_phrases",
    "dim_codebooks",
    "dim_groups",
    "dim_quarantine",
    "dim_rejections",
    "fct_deployments",
    "fct_displacements",
    "fct_states",
}


def published(home: Path, name: str) -> Path:
    return publish(home / "event_log.duckdb", home / "warehouse.duckdb", home / name).path


def test_rebuilding_with_other_threads_gives_the_same_rows_byte_for_byte(home: Path) -> None:
    first = mart_digests(published(home, "first.duckdb"))
    for threads in ("1", "4"):
        (home / "warehouse.duckdb").unlink()
        assert dbt(home, *MODELS, "--threads", threads).success
        assert mart_digests(published(home, f"with_{threads}.duckdb")) == first
    assert {"fct_casualties", "fct_claims", "dim_articles", "meta"} <= first.keys()


def test_another_log_gives_other_digests(home: Path) -> None:
    other = mart_digests(published(build(ARTICLES[:3], *MODELS), "other.duckdb"))
    same = {name for name, digest in mart_digests(published(home, "all.duckdb")).items() if digest == other[name]}
    assert same <= UNTOUCHED


def test_every_mart_says_what_it_was_built_from(home: Path) -> None:
    with reading(published(home, "said.duckdb")) as connection:
        comments = dict(connection.execute("select table_name, comment from duckdb_tables()").fetchall())
        position, digest = connection.execute("select log_position, log_digest from meta").fetchall()[0]
    assert len(comments) >= 8
    for comment in comments.values():
        assert f"position {position} ({digest}), codebook acled 1, literal 1, ucdp 1, code test." in comment
