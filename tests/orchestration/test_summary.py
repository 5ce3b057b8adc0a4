"""The table that a run ends in, on narrow and wide terminals."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from orchestration.summary import COLUMNS, show_tolls
from report import Toll

TOLL = Toll(
    crisis="Kazakhstan, January 2022",
    family="casualty",
    kind="killed",
    country="Kazakhstan",
    place="Kazakhstan",
    group_name="people",
    scope="total",
    best=225,
    low=164,
    high=225,
    rule="latest_report",
    grade="corroborated",
    voices=3,
    outlets=4,
    articles=12,
    known_from=datetime(2022, 1, 15, tzinfo=UTC),
    fact_id="f",
)
ORDINARY = (
    TOLL,
    replace(TOLL, kind="hospitalised", group_name="civilians", best=1_000, grade="single_voice"),
    replace(TOLL, kind="detained", group_name="people", best=9_900, low=9_900, high=10_000),
)
WIDEST = (
    *ORDINARY,
    replace(TOLL, kind="hospitalised", group_name="security_forces", best=28_000, high=1_200_000),
    replace(TOLL, kind="displaced", scope="incident", best=10_000_000, low=10_000_000, high=100_000_000),
)
ELSEWHERE = replace(TOLL, crisis="Second uprising", country="CD", place="Democratic Republic of the Congo")


@pytest.fixture(params=[80, 120])
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("COLUMNS", str(request.param))
    return int(request.param)


def shown(tolls: tuple[Toll, ...], capsys: pytest.CaptureFixture[str]) -> list[str]:
    show_tolls(tolls)
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize("tolls", [ORDINARY, WIDEST, (ELSEWHERE,)])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_broken(
    tolls: tuple[Toll, ...], width: int, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = shown(tolls, capsys)
    assert max(map(len, lines)) <= width
    assert len(lines) == len(tolls) + 4  # title, header, rule, a line for each figure, a blank one
    for toll, line in zip(tolls, lines[3:], strict=False):
        words = line.split()
        assert words[0] == toll.kind
        numbers = [f"{number:,}" for number in (toll.best, toll.low, toll.high, toll.voices, toll.articles)]
        assert [word for word in words if word[0].isdigit()] == numbers


def test_an_ordinary_table_has_all_columns_at_eighty(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert shown(ORDINARY, capsys)[1].split() == list(COLUMNS.values())


def test_what_a_narrow_terminal_goes_without_is_the_grade_first(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert set(COLUMNS.values()) - set(shown(WIDEST, capsys)[1].split()) >= {"grade"}
    monkeypatch.setenv("COLUMNS", "120")
    assert shown(WIDEST, capsys)[1].split() == list(COLUMNS.values())


def test_the_title_names_the_country_once(capsys: pytest.CaptureFixture[str]) -> None:
    titles = [line for line in shown((TOLL, ELSEWHERE), capsys) if "tolls" in line]
    assert titles == [
        "Kazakhstan, January 2022: tolls, as known at the end",
        "Second uprising, Democratic Republic of the Congo: tolls, as known at the end",
    ]
