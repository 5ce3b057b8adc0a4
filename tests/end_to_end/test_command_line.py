"""The terminal's door, as a person uses it."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import duckdb
import pytest

from event_log import EventLog
from orchestration.settings import Settings
from tests.end_to_end.doors import EXAMPLES, ROOT, a_later_toll, facts_rows, newsledger, start

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.published import Published


@pytest.fixture(scope="module")
def home(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests here follow one another in it."""
    return published.copy(tmp_path_factory.mktemp("home"))


def test_run_with_a_bad_file_does_the_rest_and_exits_with_one(published: Published) -> None:
    assert published.returncode == 1, published.stderr
    assert published.stdout == ""
    for promised in ("refused inbox/empty.txt", "best", "voices", str(published.facts), "newsledger claims"):
        assert promised in published.stderr


def test_second_run_finds_nothing_new_and_builds_nothing(home: Path) -> None:
    facts, head = home / "facts.duckdb", EventLog(home / "event_log.duckdb").head()
    built = facts.stat().st_mtime_ns
    ran = newsledger(home, "run", home / "inbox")
    assert "Nothing new" in ran.stderr
    assert "best" in ran.stderr
    assert facts.stat().st_mtime_ns == built
    assert EventLog(home / "event_log.duckdb").head() == head


def test_refused_input_is_in_sql_with_its_reason(home: Path) -> None:
    asked = newsledger(home, "sql", "select reason_code, remedy from dim_rejections", "--format", "json")
    assert asked.returncode == 0
    (refused,) = json.loads(asked.stdout)
    assert refused["reason_code"] == "empty"
    assert refused["remedy"]


def test_claims_are_json_lines_of_the_guide(home: Path) -> None:
    lines = newsledger(home, "claims", "--format", "jsonl").stdout.splitlines()
    claims = [json.loads(line) for line in lines]
    assert any(claim["kind"] == "killed" and claim["count"]["value"] == 26 for claim in claims)
    promised = {"article", "article_id", "claim_id", "start", "end", "extractor", "rule", "family", "when", "evidence"}
    assert all(promised <= claim.keys() for claim in claims)


def test_sql_cannot_write_or_leave_the_database(home: Path) -> None:
    before = facts_rows(home / "facts.duckdb")
    for hostile in ("drop table fct_claims", "copy fct_claims to 'x.csv'", "select * from read_text('/etc/hostname')"):
        assert newsledger(home, "sql", hostile).returncode == 2
    assert facts_rows(home / "facts.duckdb") == before


def test_facts_can_be_read_while_the_pipeline_runs(home: Path) -> None:
    a_later_toll(home / "inbox")
    (home / "inbox" / "empty.txt").unlink()
    running = start(home, "run", home / "inbox")
    held = duckdb.connect(home / "facts.duckdb", read_only=True)
    slowest, best = 0.0, "select max(best) from fct_casualties where kind = 'killed'"
    while running.poll() is None:
        began = time.monotonic()
        assert held.sql(best).fetchone() is not None
        slowest = max(slowest, time.monotonic() - began)
        time.sleep(0.2)
    before = held.sql(best).fetchone()
    held.close()
    with duckdb.connect(home / "facts.duckdb", read_only=True) as fresh:
        after = fresh.sql(best).fetchone()
    assert running.returncode == 0
    assert slowest < 5
    assert before != after == (238,)


def test_facts_are_a_function_of_the_log(home: Path) -> None:
    settings = Settings.at(home)
    before = facts_rows(settings.facts)
    for path in (settings.warehouse, settings.facts):
        path.unlink()
    for command in ("build", "publish"):
        assert newsledger(home, command).returncode == 0
    assert facts_rows(settings.facts) == before


def test_readme_speaks_of_the_folder_that_make_runs() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert str(EXAMPLES.relative_to(ROOT)) in makefile
    assert str(EXAMPLES.relative_to(ROOT)) in (ROOT / "README.md").read_text(encoding="utf-8")
