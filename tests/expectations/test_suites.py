"""The suites on good and bad batches, and the regression test for Great Expectations on DuckDB."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb
import pytest
from pydantic import ValidationError

from expectations import SUITES, SuiteOutcome, run_suite
from expectations.records import Suite
from expectations.running import run_expectations
from expectations.suites import load_suite
from tests.dbt_project.kazakhstan import kazakhstan

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = """
create schema marts;
create table marts.dim_articles as
select
    'a' || i || '.txt' as file_name, 'Post' as outlet, 2000 as text_length,
    timestamptz '2022-01-07 12:00:00+00' as published_at, timestamptz '2022-02-01 12:00:00+00' as last_recorded_at
from range(20) as numbers (i);
create table marts.meta as select 0 as n_rejections, 20 as n_articles;
"""


def log() -> Path:
    return kazakhstan() / "event_log.duckdb"


def batch(path: Path, *statements: str) -> Path:
    with duckdb.connect(str(path)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def spelled_out(suite: str) -> tuple[str, ...]:
    """Statements that make a table of `fct_claims`, so that its rows can be changed."""
    if suite != "claims":
        return ()
    return (
        f"attach '{log()}' as event_log (read_only)",
        "create table claims as from marts.fct_claims",
        "drop view marts.fct_claims",
        "create table marts.fct_claims as from claims",
    )


def unmet(outcome: SuiteOutcome) -> set[str]:
    assert [result.error for result in outcome.results if result.error] == []
    return {result.name for result in outcome.results if not result.success}


@pytest.mark.parametrize("suite", SUITES)
def test_a_plausible_batch_passes(suite: str) -> None:
    outcome = run_suite(suite, log(), kazakhstan() / "warehouse.duckdb")
    assert outcome.success
    assert unmet(outcome) <= {"most_texts_have_the_length_of_an_article"}  # a ledger of claims has no texts


def test_a_path_is_a_path_and_no_sql(tmp_path: Path) -> None:
    home = tmp_path / "o'brien' as x; :name"
    shutil.copytree(kazakhstan(), home)
    assert run_suite("claims", home / "event_log.duckdb", home / "warehouse.duckdb").success


def test_the_warehouse_is_free_again_afterwards() -> None:
    warehouse = kazakhstan() / "warehouse.duckdb"
    run_suite("facts", log(), warehouse)
    duckdb.connect(str(warehouse)).close()


@pytest.mark.parametrize(
    ("change", "expected", "success"),
    [
        ("select 1", set(), True),
        ("delete from marts.dim_articles", {"there_are_articles"}, False),
        (
            "update marts.dim_articles set published_at = timestamptz '2023-01-01 00:00:00+00' where file_name < 'a12'",
            {"few_dates_lie_in_the_future", "no_date_lies_in_the_future"},
            False,
        ),
        (
            "update marts.dim_articles set published_at = '2023-01-01 00:00:00+00' where file_name = 'a7.txt'",
            {"no_date_lies_in_the_future"},
            True,
        ),
        (
            "update marts.dim_articles set published_at = '1970-01-01 00:00:00+00' where file_name = 'a7.txt'",
            {"no_date_is_before_the_web"},
            True,
        ),
        (
            "update marts.dim_articles set published_at = null where file_name < 'a14'",
            {"most_articles_are_dated"},
            True,
        ),
        (
            "update marts.dim_articles set outlet = null where file_name < 'a14'",
            {"most_articles_name_their_outlet"},
            True,
        ),
        ("update marts.dim_articles set text_length = 5", {"most_texts_have_the_length_of_an_article"}, True),
        ("update marts.meta set n_rejections = 21", {"most_input_is_accepted"}, True),
    ],
)
def test_articles_out_of_bounds_are_found(change: str, expected: set[str], success: bool, tmp_path: Path) -> None:  # noqa: FBT001
    outcome = run_suite("articles", log(), batch(tmp_path / "w.duckdb", ARTICLES, change))
    assert unmet(outcome) == expected
    assert outcome.success is success


@pytest.mark.parametrize(
    ("suite", "change", "expected"),
    [
        (
            "claims",
            "update marts.fct_claims set count_value = 2e8",
            {"counts_of_people_are_possible", "counts_of_people_are_likely"},
        ),
        (
            "claims",
            "update marts.fct_claims set count_value = 2022, count_text = '2022'",
            {"years_are_not_read_as_counts"},
        ),
        ("claims", "update marts.fct_claims set country_code = null", {"claims_are_placed"}),
        (
            "claims",
            "update marts.fct_claims set when_end = date '2022-06-01'",
            {"what_happened_came_before_its_report"},
        ),
        ("claims", "update marts.fct_claims set evidence = 'short'", {"evidence_is_a_sentence"}),
        (
            "facts",
            "delete from marts.fct_casualties; delete from marts.fct_detentions; delete from marts.fct_deployments",
            {"counted_claims_become_figures"},
        ),
        ("facts", "update marts.fct_deployments set best = 20000000, high = 20000000", {"best_estimates_are_possible"}),
        (
            "facts",
            "update marts.fct_casualties set high = 1000000 where is_latest and best = 225",
            {"bounds_are_within_reach_of_best"},
        ),
        (
            "facts",
            "update marts.fct_casualties set best = 90000, high = 90000 where best = 225",
            {"figures_move_within_reason"},
        ),
        (
            "facts",
            "update marts.fct_casualties set best = 300, high = 300 where is_latest and group_name = 'militants'",
            {"groups_do_not_exceed_everybody"},
        ),
        (
            "facts",
            "update marts.fct_detentions set best = 20000, high = 20000 where place = 'Almaty'",
            {"places_do_not_exceed_their_country"},
        ),
    ],
)
def test_claims_and_facts_out_of_bounds_are_found(suite: str, change: str, expected: set[str], tmp_path: Path) -> None:
    copied = tmp_path / "warehouse.duckdb"
    copied.write_bytes((kazakhstan() / "warehouse.duckdb").read_bytes())
    assert unmet(run_suite(suite, log(), batch(copied, *spelled_out(suite), change))) >= expected


def test_a_broken_check_is_an_error_and_not_bad_data(tmp_path: Path) -> None:
    warehouse = batch(tmp_path / "w.duckdb", "create table numbers as select 1 as n")
    suite = Suite.model_validate(
        {
            "name": "broken",
            "about": "A query that cannot run.",
            "batch": "select * from numbers",
            "expectations": [
                {
                    "name": "asks_for_what_is_not_there",
                    "severity": "info",
                    "reason": "Shows that an error is not silence.",
                    "arguments": {"unexpected_rows_query": "select missing from {batch}"},
                },
                {
                    "name": "finds_the_row",
                    "severity": "warning",
                    "reason": "Rows are fetched although the connection is in autocommit.",
                    "arguments": {"unexpected_rows_query": "select n from {batch} where n = 1"},
                },
            ],
        }
    )
    outcome = run_expectations(suite, log(), warehouse)
    broken, found = outcome.results
    assert not outcome.success
    assert broken.error is not None
    assert "missing" in broken.error
    assert (found.success, found.error, found.observed) == (False, None, "n 1")


@pytest.mark.parametrize("suite", SUITES)
def test_every_expectation_gives_its_reason(suite: str) -> None:
    loaded = load_suite(suite)
    assert len({expectation.name for expectation in loaded.expectations}) == len(loaded.expectations)
    assert all(len(expectation.reason) > 40 for expectation in loaded.expectations)
    assert any(expectation.severity == "critical" for expectation in loaded.expectations)


def test_a_typo_in_a_suite_is_refused() -> None:
    with pytest.raises(ValidationError, match="severty"):
        Suite.model_validate({"name": "x", "about": "", "batch": "", "severty": "critical", "expectations": []})


def test_a_missing_warehouse_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="newsledger build"):
        run_suite("facts", log(), tmp_path / "absent.duckdb")
