"""dbt's own: what the models' unit tests say, and what the project promises about itself."""

from __future__ import annotations

import json
import random
import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import duckdb
import pytest
import yaml

from orchestration.dbt import extent
from tests.dbt_project.building import NO_UNIT_TESTS, PROJECT, dbt, stage
from tests.dbt_project.kazakhstan import kazakhstan, new_home, rows
from tests.dbt_project.ledger import Ledger, Said

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = [
    ("the Interior Ministry", "government"),
    ("officials", "government"),
    ("the UN", "igo"),
    ("a witness", "witness"),
    (None, None),
]
MODELS = sorted((PROJECT / "models").rglob("*.sql"))


def test_every_unit_test_of_the_models_passes() -> None:
    home = kazakhstan()
    built = dbt(home, "test", "--select", "test_type:unit")
    assert built.success, built.failures
    assert built.counts["unit_test"] >= 24


def test_a_log_that_went_silent_is_warned_of() -> None:
    built = dbt(kazakhstan(), "source", "freshness")
    silent = {warning.split(" ")[0].rsplit(".", 1)[-1] for warning in built.warnings}
    assert silent >= {"article_ingested", "extraction_completed"}


@pytest.mark.parametrize("model", MODELS, ids=lambda path: path.stem)
def test_a_model_is_small_and_described(model: Path) -> None:
    sql = model.read_text(encoding="utf-8")
    described = yaml.safe_load(model.with_suffix(".yml").read_text(encoding="utf-8"))["models"][0]
    assert len(sql.splitlines()) < 80
    assert described["name"] == model.stem
    assert described["description"].rstrip().split(". ")[-1].startswith("One row")
    assert all(column["description"] for column in described["columns"])


def test_descriptions_reach_the_warehouse() -> None:
    home = kazakhstan()
    bare = rows(
        home,
        """
        select table_name, column_name from duckdb_columns() where schema_name = 'marts' and comment is null
        union all select table_name, null from duckdb_tables() where schema_name = 'marts' and comment is null
        """,
    )
    assert bare == []


def test_folder_is_schema_is_group() -> None:
    kazakhstan()
    manifest = json.loads((stage() / "target" / "manifest.json").read_text(encoding="utf-8"))
    models = [node for node in manifest["nodes"].values() if node["resource_type"] == "model"]
    assert models
    for node in models:
        assert node["fqn"][1] == node["schema"] == node["config"]["meta"]["dagster"]["group"]


def test_a_table_that_cannot_be_made_anew_leaves_the_last_one_standing() -> None:
    home = new_home()
    for name in ("event_log.duckdb", "warehouse.duckdb"):
        shutil.copy(kazakhstan() / name, home)
    with duckdb.connect(home / "warehouse.duckdb") as connection:
        connection.execute("drop table intermediate.int_crises_run")
    before = rows(home, "select * from intermediate.int_crises_listed order by all")
    built = dbt(home, "run", "--select", "int_crises_listed")
    assert not built.success
    assert before
    assert rows(home, "select * from intermediate.int_crises_listed order by all") == before


def test_a_build_that_leaves_the_seeds_runs_every_test_of_other_rows() -> None:
    built = dbt(kazakhstan(), "build", *NO_UNIT_TESTS, *extent(anew=False))
    assert built.success, built.failures
    manifest = json.loads((stage() / "target" / "manifest.json").read_text(encoding="utf-8"))
    seeds = {name for name, node in manifest["nodes"].items() if node["resource_type"] == "seed"}
    tests = [node["depends_on"]["nodes"] for node in manifest["nodes"].values() if node["resource_type"] == "test"]
    assert built.counts["test"] == sum(not seeds.issuperset(tested) for tested in tests)


def test_an_empty_log_builds_empty_marts() -> None:
    home = new_home()
    Ledger(home / "event_log.duckdb").reject("empty.txt")
    built = dbt(home, "build", "--exclude-resource-type", "unit_test")
    assert built.success, built.failures
    assert rows(home, "select n_articles, n_claims, n_rejections from marts.meta") == [(0, 0, 1)]


def test_a_ledger_of_random_claims_passes_every_data_test() -> None:
    home = new_home()
    ledger = Ledger(home / "event_log.duckdb")
    dice = random.Random(20220105)
    for number in range(40):
        published = datetime(2022, 1, 1, tzinfo=UTC) + timedelta(hours=dice.randrange(240))
        ledger.article(
            f"a{number}",
            dice.choice([published, published, published, None]),
            *{random_claim(dice) for _ in range(dice.randrange(8))},
            outlet=dice.choice(["Post", "Times", "Wire", None]),
        )
    built = dbt(home, "build", "--exclude-resource-type", "unit_test")
    assert built.success, built.failures
    assert rows(home, "select count(*) > 50 from marts.fct_casualties") == [(True,)]


def random_claim(dice: random.Random) -> Said:
    value = dice.choice([None, 0, 1, 8, 12, 26, 44, 164, 225])
    source, source_type = dice.choice(SOURCES)
    return Said(
        dice.choice(["killed", "injured", "detained", "deployed"]),
        value,
        dice.choice(["people", "protesters", "security_forces", "militants", "peacekeepers"]),
        source,
        source_type,
        dice.choice(["Kazakhstan", "Almaty", "Astana"]),
        scope=dice.choice(["total", "incident"]),
        status=dice.choice(["asserted", "asserted", "asserted", "planned", "denied", "unconfirmed"]),
        low=dice.choice(["same", None]),
        high=dice.choice(["same", None]),
    )
