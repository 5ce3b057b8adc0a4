"""Every query in the docs is run on a built ledger and finds something there: docs that fail when they rot."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest

from report import publish, run_query
from report.database import macros
from tests.dbt_project.kazakhstan import ARTICLES, build, new_home
from tests.dbt_project.ledger import Said, almaty

DOCS = Path(__file__).resolve().parents[2] / "docs"
QUERY = re.compile(r"```sql\n(.*?)```", re.DOTALL)
QUERIES = [
    pytest.param(found[1], id=f"{page.name}:{page.read_text(encoding='utf-8')[: found.start()].count(chr(10)) + 1}")
    for page in sorted(DOCS.glob("*.md"))
    for found in QUERY.finditer(page.read_text(encoding="utf-8"))
]
OFF = Said("internet", None, source="NetBlocks", source_type="ngo", family="disruption", scope=None)
FLED = Said("displaced", 300, family="displacement", source="the Red Crescent", source_type="ngo", place="Almaty")
MORE = ("monitor-5", almaty("2022-01-05 13:00"), "Monitor", (OFF, FLED))


@functools.cache
def facts() -> Path:
    home = build((MORE, *ARTICLES), "build", "--exclude-resource-type", "test", "--exclude-resource-type", "unit_test")
    return publish(home / "event_log.duckdb", home / "warehouse.duckdb", new_home() / "facts.duckdb").path


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_in_the_docs_finds_something(query: str) -> None:
    assert run_query(facts(), query).rows


def test_every_macro_for_people_is_in_the_cookbook() -> None:
    names = {
        found[1] for macro in macros() if (found := re.search(r"create or replace macro (\w+)\(.*\) as table", macro))
    }
    page = (DOCS / "facts.md").read_text(encoding="utf-8")
    assert names
    assert {name for name in names if f"{name}(" not in page} == set()


def test_the_internet_was_off_in_almaty_as_known_on_the_6th() -> None:
    (query,) = [
        param.values[0] for param in QUERIES if "states_as_of" in str(param.values[0]) and "facts" in str(param.id)
    ]
    assert [row[:2] for row in run_query(facts(), str(query)).rows] == [("internet", "in_force")]
