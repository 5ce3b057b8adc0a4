from __future__ import annotations

import functools
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from report import claim_lines, list_claims, publish, read_tolls, run_query
from report.claims import guide_form
from report.errors import BadQuery, NoFacts
from tests.dbt_project.kazakhstan import kazakhstan, new_home
from tests.report.published import unrest

if TYPE_CHECKING:
    from pathlib import Path

GUIDE_FIELDS = [
    "family",
    "kind",
    "count",
    "subject",
    "group",
    "actor",
    "place",
    "when",
    "scope",
    "source",
    "source_type",
    "via",
    "status",
    "evidence",
    "article",
    "article_id",
    "claim_id",
    "start",
    "end",
    "extractor",
    "rule",
]


@functools.cache
def facts() -> Path:
    home = kazakhstan()
    return publish(home / "event_log.duckdb", home / "warehouse.duckdb", new_home() / "facts.duckdb").path


def test_tolls_are_the_countrys_for_everybody_as_known_at_the_end() -> None:
    shown = [(t.kind, t.place, t.group_name, t.best, t.low, t.high, t.voices, t.articles) for t in read_tolls(facts())]
    assert shown == [
        ("injured", "Kazakhstan", "people", 1000, 1000, 1000, 1, 1),
        ("killed", "Kazakhstan", "people", 225, 225, 225, 1, 1),
        ("detained", "Kazakhstan", "people", 10000, 10000, 10000, 1, 1),
        ("deployed", "Kazakhstan", "people", 2030, 2030, 2030, 1, 1),
    ]


def test_tolls_are_ucdps_of_every_counted_family_without_what_was_taken_back(tmp_path: Path) -> None:
    told = unrest()
    told.figure("displaced", 500, family="displacement", grade="corroborated")
    told.figure("missing", None, grade="retracted")
    shown = [(t.crisis, t.kind, t.best, t.grade) for t in read_tolls(told.write(tmp_path / "facts.duckdb"))]
    assert shown == [
        ("Unrest in Kazakhstan", "killed", 164, "single_voice"),
        ("Unrest in Kazakhstan", "detained", 3000, "single_voice"),
        ("Unrest in Kazakhstan", "displaced", 500, "corroborated"),
    ]


def test_claim_lines_have_the_guides_fields() -> None:
    lines = [json.loads(line) for line in claim_lines(facts())]
    assert len(lines) == len(list_claims(facts()).rows) == 25
    assert all(set(line) == set(GUIDE_FIELDS) for line in lines)
    assert lines[0]["count"] == {"value": 8, "low": 8, "high": 8, "text": "8"}
    assert lines[0]["article"] == "wire-5.txt"


def flat(**given: Any) -> dict[str, Any]:
    names = [
        "article",
        "article_id",
        "claim_id",
        "family",
        "kind",
        "count_value",
        "count_low",
        "count_high",
        "count_text",
        "subject",
        "group_name",
        "actor",
        "place",
        "when_text",
        "when_start",
        "when_end",
        "scope",
        "source",
        "source_type",
        "via",
        "status",
        "evidence",
        "evidence_start",
        "evidence_end",
        "extractor",
        "rule",
    ]
    return {**dict.fromkeys(names), **given}


def test_a_claim_without_number_or_time_has_nulls() -> None:
    claim = guide_form(flat(count_text=None))
    assert claim["count"] is None
    assert claim["when"] is None


def test_a_number_word_is_a_count_without_numbers() -> None:
    assert guide_form(flat(count_text="dozens"))["count"] == {
        "value": None,
        "low": None,
        "high": None,
        "text": "dozens",
    }


def test_a_half_open_time_keeps_its_shape() -> None:
    when = guide_form(flat(when_text="as of Friday", when_end=date(2022, 1, 7)))["when"]
    assert when == {"text": "as of Friday", "start": None, "end": date(2022, 1, 7)}


def test_a_query_gives_columns_and_rows() -> None:
    found = run_query(facts(), "select kind, max(best) as most from fct_casualties group by kind order by kind")
    assert found.columns == ("kind", "most")
    assert found.rows == (("injured", 1000), ("killed", 225))


@pytest.mark.parametrize(
    "query",
    [
        "selec",
        "drop table meta",
        "create table mine (x int)",
        "select * from read_csv('/etc/passwd')",
        "copy meta to 'meta.csv'",
        "attach 'other.duckdb'",
        "set enable_external_access = true",
        "install httpfs",
    ],
)
def test_a_query_can_neither_write_nor_reach_out(query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadQuery, match="DuckDB will not run this query"):
        run_query(facts(), query)
    assert list(tmp_path.iterdir()) == []


def test_reading_before_publishing_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoFacts, match="newsledger run"):
        read_tolls(tmp_path / "facts.duckdb")


def test_a_broken_database_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "facts.duckdb").write_bytes(b"no database at all" * 500)
    with pytest.raises(NoFacts, match="newsledger publish"):
        read_tolls(tmp_path / "facts.duckdb")


@pytest.mark.parametrize("query", ["", " ", ";", "-- nothing", "/* */;"])
def test_a_query_that_asks_for_nothing_is_told(query: str) -> None:
    with pytest.raises(BadQuery, match="There is no query"):
        run_query(kazakhstan() / "warehouse.duckdb", query)
