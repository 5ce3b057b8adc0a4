"""A data test fails where its rule is broken, and only there."""

from __future__ import annotations

import functools
import re
import shutil

import duckdb
import pytest

from tests.dbt_project.building import dbt
from tests.dbt_project.kazakhstan import kazakhstan, new_home

# a model, what is done to its rows, and which of its tests then fail for how many rows
BREAKAGES = (
    (
        "int_texts_grouped",
        "insert into intermediate.int_texts_grouped from intermediate.int_texts_grouped limit 1",
        {"is_key": 2},
    ),
    (
        "int_texts_signed",
        "insert into intermediate.int_texts_signed (article_version) values ('a'), ('b')",
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
def failed() -> dict[str, dict[str, int]]:
    """The tests that fail, by model, after all of the meddling, with the number of rows."""
    home = new_home()
    for name in ("event_log.duckdb", "warehouse.duckdb"):
        shutil.copy(kazakhstan() / name, home)
    with duckdb.connect(home / "warehouse.duckdb") as connection:
        for _, meddling, _ in BREAKAGES:
            connection.execute(meddling)
    models = [model for model, _, _ in BREAKAGES]
    outcome = dbt(home, "test", "--select", *models, "--exclude", "test_type:unit")
    found: dict[str, dict[str, int]] = {model: {} for model in models}
    for failure in outcome.failures:
        told = FAILED.match(failure)
        assert told, failure
        model = next(name for name in models if told["model"].startswith(name))
        found[model][told["test"]] = int(told["n_rows"])
    return found


@pytest.mark.parametrize(("model", "tests"), [(model, tests) for model, _, tests in BREAKAGES])
def test_a_data_test_fails_where_its_rule_is_broken(model: str, tests: dict[str, int]) -> None:
    assert failed()[model] == tests
