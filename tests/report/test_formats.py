from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report import FORMATS, ReportError, Rows, formatted

TEXT = st.text()


def csv_cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", " ="]
# Full-width, small and raised forms, which some spreadsheets normalise, and after characters that show as nothing.
WIDE = ["＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "⁼", "\N{MINUS SIGN}"]
HIDDEN = ["\N{NO-BREAK SPACE}=", "\N{IDEOGRAPHIC SPACE}＝", "\N{ZERO WIDTH SPACE}@", "\N{BYTE ORDER MARK}＋", "\x00="]


@pytest.mark.parametrize("start", [*STARTS, *WIDE, *HIDDEN])
def test_csv_cells_are_no_formulas(start: str) -> None:
    (_, (cell,)) = csv_cells(formatted(Rows(("text",), ((f"{start}1+1",),)), "csv"))
    assert cell.startswith("'")


@pytest.mark.parametrize("text", ["at least 26", "“=”", "a=b", "(-1)", "–", "", "'"])
def test_csv_leaves_other_text_as_it_is(text: str) -> None:
    assert csv_cells(formatted(Rows(("text", "n"), ((text, 1),)), "csv"))[1] == [text, "1"]


def test_csv_leaves_negative_numbers_numbers() -> None:
    assert csv_cells(formatted(Rows(("n",), ((-5,),)), "csv"))[1] == ["-5"]


@given(TEXT)
def test_no_format_gives_a_terminal_anything_to_obey(text: str) -> None:
    rows = Rows((text,), ((text,), ([text],)))
    for name in FORMATS:
        shown = formatted(rows, name)
        assert "\x1b" not in shown
        assert "\x9b" not in shown
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in shown


@given(st.lists(st.tuples(TEXT, st.none() | st.integers())))
def test_json_reads_back_as_written(pairs: list[tuple[str, int | None]]) -> None:
    rows = Rows(("text", "number"), tuple(pairs))
    expected = [{"text": text, "number": number} for text, number in pairs]
    assert json.loads(formatted(rows, "json")) == expected
    assert [json.loads(line) for line in formatted(rows, "jsonl").splitlines()] == expected


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_loses_no_column_in_silence(form: str) -> None:
    with pytest.raises(ReportError, match="called a, and JSON keeps one"):
        formatted(Rows(("a", "b", "a"), ((1, 2, 3),)), form)


def test_times_and_lists_are_written_plainly() -> None:
    rows = Rows(("at", "ids"), ((datetime(2022, 1, 7, tzinfo=UTC), ["a", "b"]),))
    assert csv_cells(formatted(rows, "csv"))[1] == ["2022-01-07T00:00:00+00:00", '["a", "b"]']
    assert json.loads(formatted(rows, "json")) == [{"at": "2022-01-07T00:00:00+00:00", "ids": ["a", "b"]}]
