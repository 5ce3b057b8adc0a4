"""Sidecars and index files."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.index_files import Index, parse_index
from ingest.records import Facts
from ingest.refusals import Refusal
from ingest.sidecars import parse_sidecar, sidecar_of

if TYPE_CHECKING:
    from pathlib import Path


def in_folder(_name: str) -> bool:
    return True


def broken(raw: bytes) -> str:
    told = parse_sidecar(raw)
    assert isinstance(told, Refusal)
    assert told.code == "broken_sidecar"
    assert told.remedy
    return told.reason


def test_parse_sidecar_reads_all_fields() -> None:
    raw = b"published: 2022-01-05T18:40:00+06:00\noutlet: Quay News\ntitle: A\nauthor: B\nlanguage: en-GB\n"
    raw += b"url: https://q.example/a\n"
    assert parse_sidecar(raw) == Facts(
        published_at=datetime(2022, 1, 5, 12, 40, tzinfo=UTC),
        published_prec="second",
        published_on=date(2022, 1, 5),
        outlet="Quay News",
        title="A",
        url="https://q.example/a",
        author="B",
        language="en",
    )


@pytest.mark.parametrize(
    ("written", "moment", "precision"),
    [
        (b"2022-01-05", datetime(2022, 1, 5, tzinfo=UTC), "day"),
        (b'"2022-01-05"', datetime(2022, 1, 5, tzinfo=UTC), "day"),
        (b"2022-01-05 10:00:00", datetime(2022, 1, 5, 10, tzinfo=UTC), "second"),
        (b'"2022-01-05T10:00:00Z"', datetime(2022, 1, 5, 10, tzinfo=UTC), "second"),
        (b'"2022-01-05T10:00:00-05:00"', datetime(2022, 1, 5, 15, tzinfo=UTC), "second"),
    ],
)
def test_parse_sidecar_takes_days_and_times(written: bytes, moment: datetime, precision: str) -> None:
    told = parse_sidecar(b"published: " + written)
    assert isinstance(told, Facts)
    assert (told.published_at, told.published_prec) == (moment, precision)


@pytest.mark.parametrize("written", [b"2022-01-07T02:15:00+06:00", b"2022-01-07 23:50:00-03:00", b"2022-01-07"])
def test_parse_sidecar_keeps_the_day_at_the_outlets_place(written: bytes) -> None:
    told = parse_sidecar(b"published: " + written)
    assert isinstance(told, Facts)
    assert told.published_on == date(2022, 1, 7)


def test_parse_sidecar_takes_an_empty_one() -> None:
    assert parse_sidecar(b"# nothing known\n") == Facts()


def test_parse_sidecar_names_the_line_of_an_unknown_key() -> None:
    reason = broken(b"outlet: Quay News\npublshed: 2022-01-05\n")
    assert "Line 2" in reason
    assert '"publshed" is not known' in reason


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"outlet: [Quay", "Line 1"),
        (b"title: a\npublished: tomorrow\n", "Line 2"),
        (b"published: 2022-13-45\n", "a date in it does not exist"),
        (b"url: /a/b\n", "http"),
        (b"url: https://q.example/\n", "http"),
        (b"title: 12\n", "text"),
        (b"language: english language\n", "code"),
        (b"- a\n- b\n", "key: value"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"!!python/object/apply:os.system ['true']", "sidecar"),
        (b"[" * 5000, "sidecar"),
        (b"1: 2\n", "Line 1"),
    ],
)
def test_parse_sidecar_says_what_is_wrong(raw: bytes, words: str) -> None:
    assert words in broken(raw)


@given(st.binary(max_size=200))
def test_parse_sidecar_returns_facts_or_a_refusal(raw: bytes) -> None:
    assert isinstance(parse_sidecar(raw), Facts | Refusal)


def test_sidecar_of_prefers_the_one_that_names_the_extension(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    (tmp_path / "a.yaml").touch()
    assert sidecar_of(article) == tmp_path / "a.yaml"
    (tmp_path / "a.txt.yaml").touch()
    assert sidecar_of(article) == tmp_path / "a.txt.yaml"


def test_parse_index_reads_facts_by_file() -> None:
    index = parse_index(b'{"file": "a.txt", "outlet": "Quay News", "url": null}\n\n', exists=in_folder)
    assert index == Index({"a.txt": Facts(outlet="Quay News")})


@pytest.mark.parametrize(
    "line",
    [
        b'{"file": "b.txt", "outlet": }',
        b'{"file": "b.txt", "colour": "red"}',
        b'{"file": "b.txt", "published": "soon"}',
        b'{"outlet": "Quay News"}',
        b'{"file": "../b.txt"}',
        b'{"file": "a.txt"}',
        b"[]",
        b"\xff\xff",
        b"[" * 100_000,
    ],
)
def test_parse_index_refuses_a_broken_line_alone(line: bytes) -> None:
    raw = b'{"file": "a.txt", "outlet": "Quay News"}\n' + line + b'\n{"file": "c.txt", "title": "C"}\n'
    index = parse_index(raw, exists=in_folder)
    assert index.facts == {"a.txt": Facts(outlet="Quay News"), "c.txt": Facts(title="C")}
    (bad,) = index.bad_lines
    assert bad.number == 2
    assert bad.refusal.code == "broken_index"
    assert bad.refusal.reason.startswith("Line 2 of the index")
    assert bad.refusal.raw == line


def test_parse_index_refuses_a_line_for_a_file_that_is_not_there() -> None:
    index = parse_index(b'{"file": "a.txt"}', exists={"b.txt"}.__contains__)
    assert 'no file "a.txt"' in index.bad_lines[0].refusal.reason


@given(st.binary(max_size=300))
def test_parse_index_never_fails(raw: bytes) -> None:
    assert isinstance(parse_index(raw, exists=in_folder), Index)
