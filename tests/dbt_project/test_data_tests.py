"""A data test fails where its rule is broken, and only there."""

from __future__ import annotations

import functools
import re
import shutil
from typing import TYPE_CHECKING

import duckdb
import pytest

from orchestration.broken_rules import broken_rules
from tests.dbt_project.building import dbt
from tests.dbt_project.kazakhstan import kazakhstan, new_home

if TYPE_CHECKING:
    from pathlib import Path

    from tests.dbt_project.building import Built

# a model, what is done to its rows, and which of its tests then fail for how many rows
BREAKAGES = (
    (
        "int_texts_grouped",
        "insert into intermediate.int_texts_grouped from intermediate.int_texts_grouped limit 1",
        {"is_key": 2},
    ),
    (
        "int_texts_signed",
        "insert into intermediate.int_texts_signed (version_key) values (1), (1)",
        {"is_key": 2},
    ),
    (
        "int_areas_changed",
        "insert into intermediate.int_areas_changed values ('X'), ('X'), ('X'), (null)",
        {"is_key": 4},
    ),
    (
        "int_claims_voiced",
        "update intermediate.int_claims_voiced set reliability = null where outlet = 'US'",
        {"never_null": 3},
    ),
    (
        "int_series_nested",
        "insert into intermediate.int_series_nested (series_id) values (0), (0)",
        {"unique_together": 2},
    ),
    (
        "fct_detentions",
        "update marts.fct_detentions set country_code = 'XX', grade = 'sure'",
        {"codes_are_known": 30, "refers_to": 30},
    ),
    (
        "fct_casualties",
        """
        update marts.fct_casualties set deciding_claim_ids = ['nobody said it'] where rule = 'sum_of_parts';
        update marts.fct_casualties set deciding_claim_ids = [] where rule = 'retracted';
        insert into marts.fct_casualties
        select * replace ('again' as fact_id, known_from - interval 1 minute as known_from)
        from marts.fct_casualties
        where known_to is null and rule = 'latest_report'
        order by codebook, known_from, fact_id
        limit 1
        """,
        {"claims_are_known": 2, "intervals_do_not_overlap": 1, "is_true": 6},
    ),
    (
        "fct_displacements",
        """
        insert into marts.fct_displacements by name
        select * replace (-1 as high, known_from as known_to) from marts.fct_detentions limit 1
        """,
        {"codes_are_known": 2, "is_true": 2, "refers_to": 1},
    ),
)
FAILED = re.compile(
    r"test\.newsledger\.(?P<test>\w+?)_(?P<model>(?:fct|int)_\w+)\.\w+ fail: Got (?P<n_rows>\d+) results?,"
)


@functools.cache
def meddled() -> tuple[Path, Built]:
    """A home whose rows were meddled with, and what its data tests say of that."""
    home = new_home()
    for name in ("event_log.duckdb", "warehouse.duckdb"):
        shutil.copy(kazakhstan() / name, home)
    with duckdb.connect(home / "warehouse.duckdb") as connection:
        for _, meddling, _ in BREAKAGES:
            connection.execute(meddling)
    models = (model for model, _, _ in BREAKAGES)
    return home, dbt(home, "test", "--select", *models, "--exclude", "test_type:unit")


def failed() -> dict[str, dict[str, int]]:
    """The tests that fail, by model, with the number of rows."""
    models = [model for model, _, _ in BREAKAGES]
    found: dict[str, dict[str, int]] = {model: {} for model in models}
    for failure in meddled()[1].failures:
        told = FAILED.match(failure)
        assert told, failure
        model = next(name for name in models if told["model"].startswith(name))
        found[model][told["test"]] = int(told["n_rows"])
    return found


@pytest.mark.parametrize(("model", "tests"), [(model, tests) for model, _, tests in BREAKAGES])
def test_a_data_test_fails_where_its_rule_is_broken(model: str, tests: dict[str, int]) -> None:
    assert failed()[model] == tests


def test_a_data_test_tells_which_rule_is_broken() -> None:
    home, built = meddled()
    told = {rule for test in built.failed_tests for rule in broken_rules(home / "warehouse.duckdb", test)}
    assert told >= {
        "article_id, article_version is not unique (2 rows)",
        "version_key is not unique (2 rows)",
        "area_id is null (1 rows)",
        "area_id is not unique (3 rows)",
        "reliability is null (3 rows)",
        "series_id, whole_series_id is not unique (2 rows)",
        "country_code is not in warehouse.staging.countries (30 rows)",
        "grade is none of single_voice, corroborated, contested, retracted (30 rows)",
        "not true: known_to is null or known_from < known_to (1 rows)",
    }
